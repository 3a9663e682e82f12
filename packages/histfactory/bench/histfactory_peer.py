"""Times pyhf (NumPy) on workspaces: JSON in, one line of JSON out for each operation."""

import json
import sys
import time
import warnings

import pyhf
from pyhf.infer.intervals.upper_limits import upper_limit

warnings.simplefilter("ignore")
request = json.load(sys.stdin)


def timed(run, least):
    """Seconds of processor time of one call: the mean over as many as take `least` seconds."""
    calls, start = 0, time.process_time()
    while True:
        value = run()
        calls += 1
        spent = time.process_time() - start
        if spent > least:
            return spent / calls, value


def report(**answer):
    print(json.dumps(answer), flush=True)


for case in request["cases"]:
    workspace = pyhf.Workspace(case["workspace"])
    for optimiser in ("scipy", "minuit"):
        pyhf.set_backend("numpy", optimiser)
        model = workspace.model(modifier_settings=case["modifierSettings"])
        data = workspace.data(model)
        mu = case["mu"]

        def fit():
            _, value = pyhf.infer.mle.fit(data, model, return_fitted_val=True)
            return float(value)

        def test():
            value, _ = pyhf.infer.hypotest(mu, data, model, test_stat="qtilde", return_expected_set=True)
            return float(value)

        def limit():
            value, _ = upper_limit(data, model, scan=None, level=0.05, rtol=1e-4)
            return float(value)

        expected = 0.0
        for operation, run in (("fit", fit), ("test", test), ("limit", limit)):
            # A limit takes about 50 tests.
            if operation == "limit" and 50 * expected > request["budget"]:
                report(name=case["name"], optimiser=optimiser, operation=operation, seconds=None, why="too long")
                continue
            try:
                seconds, value = timed(run, request["least"])
                expected = seconds
                report(name=case["name"], optimiser=optimiser, operation=operation, seconds=seconds, value=value)
            except Exception as error:  # whatever pyhf raises is the answer
                why = type(error).__name__
                report(name=case["name"], optimiser=optimiser, operation=operation, seconds=None, why=why)
