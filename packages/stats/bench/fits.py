"""Peer of fits.mjs: iminuit with numba-stats on the data that fits.mjs wrote. Prints one JSON object of CPU milliseconds."""

import json
import sys
import time

import numpy as np
from iminuit import Minuit
from iminuit.cost import ExtendedUnbinnedNLL, Template, UnbinnedNLL
from numba_stats import truncexpon, truncnorm

folder = sys.argv[1]


def pdf(x, z, mu, sigma, tau):
    return z * truncnorm.pdf(x, 0.0, 1.0, mu, sigma) + (1 - z) * truncexpon.pdf(x, 0.0, 1.0, 0.0, tau)


def rate(x, ns, nb, mu, sigma, tau):
    d = ns * truncnorm.pdf(x, 0.0, 1.0, mu, sigma) + nb * truncexpon.pdf(x, 0.0, 1.0, 0.0, tau)
    return ns + nb, d


def best(make, repeats, hesse=True):
    times = []
    for _ in range(repeats):
        m = make()
        start = time.process_time()
        m.migrad()
        if hesse:
            m.hesse()
        times.append(time.process_time() - start)
        assert m.valid, m
    return 1e3 * min(times)


def shape_fit(x):
    m = Minuit(UnbinnedNLL(x, pdf), z=0.5, mu=0.45, sigma=0.1, tau=1.0)
    m.limits = [(0, 1), (0, 1), (0.01, 0.5), (0.1, 10)]
    return m


def rate_fit(x):
    n = len(x)
    m = Minuit(ExtendedUnbinnedNLL(x, rate), ns=0.4 * n, nb=0.6 * n, mu=0.45, sigma=0.1, tau=1.0)
    m.limits = [(0, None), (0, None), (0, 1), (0.01, 0.5), (0.1, 10)]
    return m


out = {}
for n, repeats in ((10_000, 20), (100_000, 3), (1_000_000, 1)):
    x = np.fromfile(f"{folder}/events-{n}.f64")
    if n == 10_000:  # compile
        best(lambda: shape_fit(x), 1)
        best(lambda: rate_fit(x), 1)
    out[f"unbinned {n}"] = best(lambda: shape_fit(x), repeats)
    out[f"extended {n}"] = best(lambda: rate_fit(x), repeats)

t = json.load(open(f"{folder}/templates.json"))
edges = np.linspace(0, 1, len(t["counts"]) + 1)


def template_fit():
    c = Template(np.array(t["counts"], float), edges, [np.array(k, float) for k in t["templates"]], method="da")
    total = sum(t["counts"])
    return Minuit(c, *[total / len(t["templates"])] * len(t["templates"]))


best(template_fit, 1)
out["templates"] = best(template_fit, 50)

toys = np.fromfile(f"{folder}/toys.f64")
sizes = np.fromfile(f"{folder}/toy-sizes.f64").astype(int)
start = time.process_time()
at = 0
for n in sizes:
    m = rate_fit(toys[at : at + n])
    m.values = [600, 1400, 0.5, 0.08, 1 / 1.5]
    m.migrad()
    at += n
out["toys"] = 1e3 * (time.process_time() - start) * 1000 / len(sizes)
print(json.dumps(out))
