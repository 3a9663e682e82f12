"""Times pyhf (NumPy and jax), cabinetry and pyhs3 on workspaces: JSON in, one line of JSON out for each operation."""

import json
import logging
import os
import sys
import time
import warnings

# One thread on each side.
os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import pyhf  # noqa: E402
from pyhf.infer.intervals.upper_limits import upper_limit  # noqa: E402

# Libraries print what they think to standard output: it is for answers.
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)
warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
request = json.load(sys.stdin)


def timed(run, least):
    """Seconds of processor time of the first call, and of one more: the mean over as many as take `least` seconds."""
    start = time.process_time()
    value = run()
    cold = time.process_time() - start
    if cold > least * 40:
        return cold, cold, value
    calls, start = 0, time.process_time()
    while True:
        run()
        calls += 1
        spent = time.process_time() - start
        if spent > least:
            return cold, spent / calls, value


def report(**answer):
    print(json.dumps(answer), file=answers, flush=True)


def measure(case, peer, operation, run):
    try:
        cold, seconds, value = timed(run, request["least"])
        report(name=case["name"], peer=peer, operation=operation, cold=cold, seconds=seconds, value=value)
        return seconds
    except Exception as error:  # whatever the peer raises is the answer
        report(name=case["name"], peer=peer, operation=operation, seconds=None, why=type(error).__name__)
        return 0.0


def with_pyhf(case, peer, backend, optimiser):
    pyhf.set_backend(backend, optimiser)
    workspace = pyhf.Workspace(case["workspace"])
    model = workspace.model(modifier_settings=case["modifierSettings"])
    data = workspace.data(model)
    mu = case["mu"]

    def fit():
        return float(pyhf.infer.mle.fit(data, model, return_fitted_val=True)[1])

    def test():
        return float(pyhf.infer.hypotest(mu, data, model, test_stat="qtilde", return_expected_set=True)[0])

    def limit():
        return float(upper_limit(data, model, scan=None, level=0.05, rtol=1e-4)[0])

    expected = 0.0
    for operation, run in (("fit", fit), ("test", test), ("limit", limit)):
        # A limit takes about 50 tests.
        if operation == "limit" and 50 * expected > request["budget"]:
            report(name=case["name"], peer=peer, operation=operation, seconds=None, why="too long")
            continue
        expected = measure(case, peer, operation, run)


def with_cabinetry(case):
    import cabinetry

    pyhf.set_backend("numpy", "minuit")
    model, data = cabinetry.model_utils.model_and_data(case["workspace"])
    spent = measure(case, "cabinetry", "fit", lambda: float(cabinetry.fit.fit(model, data).best_twice_nll))
    # A ranking takes four fits a parameter.
    for operation, run, fits in (
        ("ranking", lambda: len(cabinetry.fit.ranking(model, data).labels), 4 * model.config.npars),
        ("limit", lambda: float(cabinetry.fit.limit(model, data).observed_limit), 100),
    ):
        if fits * spent > request["budget"]:
            report(name=case["name"], peer="cabinetry", operation=operation, seconds=None, why="too long")
        else:
            measure(case, "cabinetry", operation, run)


def with_pyhs3(case):
    import pyhs3

    def build():
        workspace = pyhs3.Workspace(**case["hs3"])
        return len(workspace.distributions)

    measure(case, "pyhs3", "read HS3", build)


for case in request["cases"]:
    for peer in request["peers"]:
        if peer == "cabinetry":
            with_cabinetry(case)
        elif peer == "pyhs3":
            with_pyhs3(case)
        else:
            backend, optimiser = peer.split("-")
            with_pyhf(case, peer, backend, optimiser)
