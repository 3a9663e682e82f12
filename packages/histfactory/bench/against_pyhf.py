"""What pyhf (NumPy) finds for workspaces: a JSON list in, one line of JSON out for each."""

import json
import signal
import sys
import warnings

import pyhf

warnings.simplefilter("ignore")


def late(*_):
    raise TimeoutError


signal.signal(signal.SIGALRM, late)
SETTINGS = {"normsys": {"interpcode": "code4"}, "histosys": {"interpcode": "code4p"}}


def lowest(run):
    """The lower minimum of both optimisers, where one comes to an end."""
    values = []
    for optimiser in ("minuit", "scipy"):
        pyhf.set_backend("numpy", pyhf.optimize.minuit_optimizer(tolerance=1e-3) if optimiser == "minuit" else "scipy")
        try:
            values.append(float(run()))
        except TimeoutError:
            raise
        except Exception:  # an optimiser that fails has no say
            pass
    return min(values) if values else None


for case in json.load(sys.stdin):
    answer = {"name": case["name"]}
    try:
        signal.alarm(case["seconds"])
        pyhf.set_backend("numpy", "scipy")
        workspace = pyhf.Workspace(case["workspace"], validate=False)
        model = workspace.model(measurement_name=case["measurement"], modifier_settings=SETTINGS)
        data = workspace.data(model)
        answer["names"] = list(model.config.par_names)
        answer["values"] = [float(-2 * model.logpdf(p, data)[0]) for p in case["points"]]
        if case["fit"]:
            answer["minimum"] = lowest(lambda: pyhf.infer.mle.fit(data, model, return_fitted_val=True)[1])
        if case["fit"] and model.config.poi_name is not None:
            answer["held"] = lowest(lambda: pyhf.infer.mle.fixed_poi_fit(case["mu"], data, model, return_fitted_val=True)[1])
            pyhf.set_backend("numpy", pyhf.optimize.minuit_optimizer(tolerance=1e-3))
            cls, band = pyhf.infer.hypotest(case["mu"], data, model, test_stat="qtilde", return_expected_set=True)
            answer["cls"] = float(cls)
            answer["expected"] = [float(x) for x in band]
    except TimeoutError:
        answer["reason"] = "time is up"
    except Exception as error:
        answer["reason"] = f"{type(error).__name__}: {error}"[:200]
    finally:
        signal.alarm(0)
    print(json.dumps(answer), flush=True)
