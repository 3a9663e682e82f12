"""What pyhf (jax) finds for workspaces: JSON in, one line of JSON out for each."""

import json
import os
import signal
import sys
import warnings

import numpy
import pyhf

# Libraries print what they think to standard output: it is for answers.
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
warnings.simplefilter("ignore")
numpy.seterr(all="ignore")


def late(*_):
    raise TimeoutError


signal.signal(signal.SIGALRM, late)
SETTINGS = {"normsys": {"interpcode": "code4"}, "histosys": {"interpcode": "code4p"}}
PLAIN = pyhf.optimize.minuit_optimizer(tolerance=1e-3)


class Polished(pyhf.optimize.minuit_optimizer):
    """Minuit, and from its end Newton steps within the bounds, the Hessian by differences of exact gradients."""

    def _minimize(self, minimizer, func, x0, do_grad=False, bounds=None, fixed_vals=None, options={}):
        result = super()._minimize(minimizer, func, x0, do_grad, bounds, fixed_vals, options)
        x = numpy.array(result.x, dtype=float)
        low, high = numpy.array(bounds, dtype=float).T
        held = numpy.zeros(len(x), dtype=bool)
        for i, value in fixed_vals or []:
            held[i] = True
            x[i] = value

        def derivatives(point):
            value, slope = func(point)
            return float(numpy.ravel(value)[0]), numpy.array(slope, dtype=float)

        value, slope = derivatives(x)
        for _ in range(8):
            reach = 1e-9 * (high - low)
            edge = ((x <= low + reach) & (slope > 0)) | ((x >= high - reach) & (slope < 0))
            moving = numpy.flatnonzero(~held & ~edge)
            if len(moving) == 0:
                break
            hessian = numpy.empty((len(moving), len(moving)))
            for row, i in enumerate(moving):
                h = 1e-5 * max(1.0, abs(x[i]))
                up, down = x.copy(), x.copy()
                up[i] += h
                down[i] -= h
                hessian[row] = (derivatives(up)[1] - derivatives(down)[1])[moving] / (2 * h)
            # Beyond a bound a rate may be negative: minuit's end is then as good as it gets.
            if not numpy.all(numpy.isfinite(hessian)):
                break
            step = -numpy.linalg.lstsq(0.5 * (hessian + hessian.T), slope[moving], rcond=1e-12)[0]
            trial = x.copy()
            trial[edge & ~held] = numpy.where(slope > 0, low, high)[edge & ~held]
            trial[moving] = numpy.clip(x[moving] + step, low[moving], high[moving])
            then, slant = derivatives(trial)
            if not then <= value + 1e-10:
                break
            x, value, slope = trial, then, slant
            if numpy.max(numpy.abs(step), initial=0) < 1e-12:
                break
        result.x, result.fun = x, value
        return result


def inference(case, model, data, optimiser):
    pyhf.set_backend("jax", optimiser)
    answer = {"minimum": float(pyhf.infer.mle.fit(data, model, return_fitted_val=True)[1])}
    if case["test"]:
        answer["held"] = float(pyhf.infer.mle.fixed_poi_fit(case["mu"], data, model, return_fitted_val=True)[1])
        answer["cls"], answer["expected"] = tested(case["mu"], model, data)
    return answer


def tested(mu, model, data):
    cls, band = pyhf.infer.hypotest(mu, data, model, test_stat="qtilde", return_expected_set=True)
    return float(cls), [float(x) for x in band]


def limits(case, model, data):
    """CLs at the limits of the other side: observed, then each band at its own."""
    values = []
    for i, mu in enumerate(case["limits"]):
        cls, band = tested(mu, model, data)
        values.append(cls if i == 0 else band[i - 1])
    return values


request = json.load(sys.stdin)
for case in request["cases"]:
    answer = {"name": case["name"]}

    def part(key, run):
        """What a part of the work gives, or why it has nothing to give."""
        try:
            signal.alarm(request["seconds"])
            answer[key] = run()
        except TimeoutError:
            answer["reason"] = f"{answer.get('reason', '')} {key}: time is up".strip()
        except Exception as error:
            answer["reason"] = f"{answer.get('reason', '')} {key}: {type(error).__name__}: {error}".strip()[:300]
        finally:
            signal.alarm(0)

    try:
        pyhf.set_backend("jax")
        workspace = pyhf.Workspace(case["workspace"], validate=False)
        options = {} if case.get("poi") else {"poi_name": None}
        model = workspace.model(measurement_name=case["measurement"], modifier_settings=SETTINGS, **options)
        data = workspace.data(model)
    except Exception as error:
        answer["reason"] = f"{type(error).__name__}: {error}"[:300]
    else:
        part("values", lambda: [float(-2 * model.logpdf(pyhf.tensorlib.astensor(p), data)[0]) for p in case["points"]])
        part("minuit", lambda: inference(case, model, data, PLAIN))
        part("polished", lambda: inference(case, model, data, Polished(tolerance=1e-3)))
        if case["limits"]:
            part("atLimits", lambda: limits(case, model, data))
    print(json.dumps(answer), file=answers, flush=True)
