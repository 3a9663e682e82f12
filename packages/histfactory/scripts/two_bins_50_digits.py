"""CLs and limits of a signal in two bins with 50 digits, and what pyhf finds: test/data/two-bins-50-digits.json.

bench/peers/.venv/bin/python packages/histfactory/scripts/two_bins_50_digits.py

Each bin has a Poisson count of mean mu s + gamma b and a Poisson measurement of mean gamma tau, tau = (b / sigma)^2. Of a
given mu each gamma is the root of a quadratic equation, and the best mu the root of the score: no minimiser is needed.
"""

import json
from pathlib import Path

import mpmath
import numpy
import pyhf
from mpmath import findroot, log, mp, mpf, ncdf, sqrt

mp.dps = 50
SIGNAL, BACKGROUND, SIGMA = [12, 11], [50, 52], [3, 7]
# The last has its best signal at the tested value itself.
OBSERVED = [[51, 48], [60, 55], [55, 60], [62, 63]]
TAU = [(mpf(b) / e) ** 2 for b, e in zip(BACKGROUND, SIGMA)]


def gammas(mu, counts, aux):
    """The best background of each bin: (b + tau) g (mu s + g b) = n b g + a (mu s + g b)."""
    out = []
    for s, b, tau, n, a in zip(SIGNAL, BACKGROUND, TAU, counts, aux):
        p, q, r = b * (b + tau), (b + tau) * mu * s - n * b - a * b, -a * mu * s
        out.append((-q + sqrt(q * q - 4 * p * r)) / (2 * p))
    return out


def profile(mu, counts, aux):
    """-2 ln L at the best backgrounds, up to a constant."""
    total = mpf(0)
    for s, b, tau, n, a, g in zip(SIGNAL, BACKGROUND, TAU, counts, aux, gammas(mu, counts, aux)):
        rate = mu * s + g * b
        total += 2 * (rate - n * log(rate)) + 2 * (g * tau - a * log(g * tau))
    return total


def best(counts, aux):
    """The best signal, not negative."""

    def score(mu):
        rates = [mu * s + g * b for s, b, g in zip(SIGNAL, BACKGROUND, gammas(mu, counts, aux))]
        return sum(s * (1 - n / rate) for s, n, rate in zip(SIGNAL, counts, rates))

    return mpf(0) if score(mpf(0)) >= 0 else findroot(score, (mpf("0.05"), mpf("1.5")), solver="anderson")


def test(mu, counts):
    """q~, q~ of the Asimov data of background alone, and CLs."""
    n = [mpf(x) for x in counts]
    hat = best(n, TAU)
    q = profile(mu, n, TAU) - profile(hat, n, TAU) if hat < mu else mpf(0)
    alone = gammas(mpf(0), n, TAU)
    asimov = [g * b for g, b in zip(alone, BACKGROUND)], [g * tau for g, tau in zip(alone, TAU)]
    qa = profile(mu, *asimov) - profile(mpf(0), *asimov)
    r, ra = sqrt(q), sqrt(qa)
    if q <= qa:
        return q, qa, ncdf(-r) / ncdf(ra - r)
    return q, qa, ncdf(-(q + qa) / (2 * ra)) / ncdf(-(q - qa) / (2 * ra))


def with_pyhf(counts, optimiser):
    pyhf.set_backend("numpy", optimiser)
    model = pyhf.simplemodels.uncorrelated_background(SIGNAL, BACKGROUND, SIGMA)
    data = counts + model.config.auxdata
    limit, _ = pyhf.infer.intervals.upper_limits.toms748_scan(data, model, 0.1, 5, rtol=1e-10)
    return {"cls": float(pyhf.infer.hypotest(1.0, data, model, test_stat="qtilde")), "limit": float(limit)}


cases = []
for counts in OBSERVED:
    q, qa, cls = test(mpf(1), counts)
    limit = findroot(lambda mu: log(test(mu, counts)[2] / mpf("0.05")), (mpf("0.9"), mpf("2")), solver="anderson")
    cases.append(
        {
            "observed": counts,
            **{name: float(x) for name, x in (("q", q), ("qA", qa), ("cls", cls), ("limit", limit))},
            "pyhf": {
                "minuit": with_pyhf(counts, pyhf.optimize.minuit_optimizer(tolerance=1e-3)),
                "scipy": with_pyhf(counts, "scipy"),
            },
        }
    )
table = {
    "source": f"packages/histfactory/scripts/two_bins_50_digits.py: mpmath {mpmath.__version__}, pyhf {pyhf.__version__}, numpy {numpy.__version__}",
    "signal": SIGNAL,
    "background": BACKGROUND,
    "sigma": SIGMA,
    "cases": cases,
}
target = Path(__file__).parent.parent / "test/data/two-bins-50-digits.json"
target.write_text(json.dumps(table, indent=2) + "\n")
