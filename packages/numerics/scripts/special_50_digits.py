"""Fifty-digit values of erf, erfc, erfcInverse, logGamma and digamma over their whole range, and of betaI.

    python special_50_digits.py > ../test/data/special-50-digits.json

Arguments are doubles, taken exactly. Places: the ends of the range, tails down to the last subnormal, both sides of each
edge between two branches of the code, around zeros and poles, and seeded random points between.
"""
import json
import random
import sys
from mpmath import mp, mpf, betainc, beta, digamma, erf, erfc, erfinv, exp, gamma, ln, loggamma, nstr, psi, quad, sqrt, pi, cot

mp.dps = 60
random.seed(20)
TINY = [5e-324, 1e-323, 2.2e-310, 2.2250738585072014e-308, 1e-300, 1e-200, 1e-100, 1e-30, 1e-20, 1e-17, 1e-16, 1e-12, 1e-8]


def step(x, n):
    """The double n places after x > 0."""
    import struct
    return struct.unpack("<d", struct.pack("<q", struct.unpack("<q", struct.pack("<d", x))[0] + n))[0]


def around(edges):
    return [y for x in edges for y in (step(x, -1), x, step(x, 1))]


def uniform(a, b, n):
    return [random.uniform(a, b) for _ in range(n)]


def log_uniform(a, b, n):
    return [10 ** random.uniform(a, b) for _ in range(n)]


def both(xs):
    return [s * x for x in xs for s in (1, -1)]


def rows(xs, f):
    out = []
    for x in sorted(set(xs)):
        mp.dps = 60
        value = f(x)
        if abs(value) < mpf(sys.float_info.max):
            out.append([x, nstr(value, 50, min_fixed=1, max_fixed=0, strip_zeros=False)])
    return out


erf_points = both(TINY + uniform(0, 1, 60) + uniform(1, 6.5, 60) + around([0.25, 0.5, 1.0, 2.0, 6.0]) + [0.84375, 1.25, 3, 4, 5.9, 7, 26, 100])
erfc_points = (
    both(TINY) + uniform(-6, 0.25, 40) + uniform(0.25, 2, 90) + uniform(2, 6, 80) + uniform(6, 26.6, 100)
    + uniform(26.54, 27.22, 40) + around([0.25 + i / 8 for i in range(15)] + [2.5, 3.5, 6.0, 26.0]) + [-27, -7, 0.84375, 27.2, 27.226]
)


def erfc_inverse(y):
    mp.dps = 80
    y = mpf(y)
    if y == 1:
        return mpf(0)
    if y > 1:
        return -erfc_inverse(2 - y)
    x = (1 - y) * sqrt(pi) / 2 if y > 0.5 else sqrt(-ln(y))
    if y <= 0.5:
        x -= ln(1 + x * sqrt(pi)) / (2 * x)
    for _ in range(100):
        e = erfc(x)
        d = (ln(e) - ln(y)) * e * exp(x * x) * sqrt(pi) / 2 if y <= 0.5 else (e - y) * exp(x * x) * sqrt(pi) / 2
        x += d
        if abs(d) < abs(x) * mpf(10) ** -65:
            return x
    raise ValueError(y)


s_edges = [0.8325546111576977, 1.25, 2, 3.25, 5.5, 10]
inverse_points = (
    TINY + log_uniform(-323, -300, 30) + log_uniform(-300, -10, 80) + log_uniform(-10, -0.3, 120) + uniform(0.25, 0.5, 50)
    + uniform(0.5, 1.5, 80) + uniform(1.5, 2, 40) + around([0.5, 0.25, 1.5] + [float(exp(-mpf(s) ** 2)) for s in s_edges])
    + [step(1.0, n) for n in (-3, -2, -1, 0, 1, 2)] + [2 - 2.0**-k for k in (10, 20, 30, 40, 50, 52)] + [1 + 1e-9, 1 - 1e-9, 1 + 1e-5]
)

near = lambda x: [x + d for d in (1e-15, 1e-12, 1e-8, 1e-4, 0.01)] + [x - d for d in (1e-15, 1e-12, 1e-8, 1e-4, 0.01)]


def log_gamma(x):
    mp.dps = 80
    return ln(abs(gamma(mpf(x)))) if abs(x) < 1e4 else (loggamma(mpf(x)) if x > 0 else negative_log_gamma(mpf(x)))


def negative_log_gamma(x):
    mp.dps = 120
    return ln(pi / abs(x * mp.sinpi(x))) - loggamma(-x)


def digamma_of(x):
    mp.dps = 80
    x = mpf(x)
    if x > 0:
        return psi(0, x)
    mp.dps = 120
    return psi(0, 1 - x) - pi * mp.cospi(x) / mp.sinpi(x)


def zeros(f, last):
    """The doubles next to the zeros of f on the negative axis, two in each unit interval at most."""
    out = []
    for n in range(0, last):
        for a, b in (((n, n + 0.5), (n + 0.5, n + 1)) if f is log_gamma else ((n, n + 1),)):
            lo, hi = mpf(a) + mpf(10) ** -16, mpf(b) - mpf(10) ** -16
            flo, fhi = f(-lo), f(-hi)
            if (flo > 0) == (fhi > 0):
                continue
            for _ in range(60):
                mid = (lo + hi) / 2
                fm = f(-mid)
                if (fm > 0) == (flo > 0):
                    lo = mid
                else:
                    hi = mid
            out += [-step(float(lo), k) for k in (-40, -1, 0, 1, 3)]
    return out


gamma_points = (
    TINY + log_uniform(-300, -2, 20) + uniform(0, 0.75, 40) + uniform(0.75, 2.5, 100) + uniform(2.5, 4.5, 60) + uniform(4.5, 30, 80)
    + log_uniform(1, 305, 80) + near(1.0) + near(2.0) + [0.5, 1, 2, 3, 10, 100, 171.6, 1e17, 2.5e305]
    + around([0.25, 0.75, 1.0, 1.25, 1.75, 2.0, 2.5, 3.5, 4.5])
)
gamma_negative = (
    [-x for x in TINY] + [-x for x in log_uniform(-20, -0.5, 20)] + uniform(-1, 0, 40) + uniform(-6, -1, 80) + uniform(-40, -6, 80)
    + [-x for x in log_uniform(1.6, 15, 30)] + [x for n in (-1.0, -2.0, -3.0, -10.0, -25.0) for x in near(n)] + [-x for x in around([0.25, 0.75, 0.5])]
)
gamma_negative = [x for x in gamma_negative if x != int(x)] + zeros(log_gamma, 16)
digamma_points = (
    TINY + log_uniform(-300, -2, 20) + uniform(0, 1, 60) + uniform(1, 2, 80) + uniform(2, 6, 60) + uniform(6, 30, 40) + log_uniform(1, 308, 60)
    + near(1.4616321449683623) + [step(1.4616321449683622, k) for k in (-2, -1, 0, 1, 2)] + around([1.0, 2.0, 4.0]) + [0.5, 3, 1e17]
)
digamma_negative = (
    [-x for x in TINY] + [-x for x in log_uniform(-16, -0.5, 20)] + uniform(-1, 0, 40) + uniform(-6, -1, 80) + uniform(-40, -6, 60)
    + [-x for x in log_uniform(1.6, 15.3, 40)] + [x for n in (-1.0, -2.0, -3.0, -10.0) for x in near(n)]
)
digamma_negative = [x for x in digamma_negative if x != int(x)] + zeros(digamma_of, 14)


def beta_of(x, a, b):
    """From positive terms: x^a (1 - x)^b/(a B(a, b)) 2F1(a + b, 1; a + 1; x) on the side where it is quick."""
    mp.dps = 60
    x, a, b = mpf(x), mpf(a), mpf(b)

    def below(x, a, b):
        total, term, n = mpf(0), mpf(1), 0
        while term > total * mpf(10) ** -58:
            total += term
            term *= (a + b + n) * x / (a + 1 + n)
            n += 1
        return x**a * (1 - x) ** b / (a * beta(a, b)) * total

    if x < (a + 1) / (a + b + 2):
        return below(x, a, b)
    mp.dps = 110
    return 1 - below(1 - x, b, a)


beta_points = []
for a, b in [(0.5, 0.5), (1, 1), (1, 7), (4, 1), (0.01, 5), (5, 0.01), (0.2, 0.3), (2, 3), (3, 8), (10, 1.5), (1.5, 20), (12, 12), (20.5, 25), (25, 24.9), (0.5, 45), (45, 0.5), (1e-5, 1e-3)]:
    for x in [1e-300, 1e-20, 1e-5, 0.01, 0.1, 0.3, 0.45, 0.5, 0.55, 0.7, 0.9, 0.99, 0.99999, 1 - 1e-12]:
        beta_points.append([x, a, b])
for _ in range(120):
    a, b = 10 ** random.uniform(-2, 1.38), 10 ** random.uniform(-2, 1.38)
    beta_points.append([random.random() ** random.choice([1, 1, 4]), a, b])
beta_rows = []
for args in beta_points:
    v = beta_of(*args)
    if v > mpf("1e-290"):
        beta_rows.append([args, nstr(v, 50, min_fixed=1, max_fixed=0, strip_zeros=False)])

table = {
    "erf": rows(erf_points, lambda x: erf(mpf(x))),
    "erfc": rows(erfc_points, lambda x: erfc(mpf(x))),
    "erfcInverse": rows(inverse_points, erfc_inverse),
    "logGamma": rows(gamma_points + gamma_negative, log_gamma),
    "digamma": rows(digamma_points + digamma_negative, digamma_of),
    "betaI": beta_rows,
}
import mpmath
source = f"scripts/special_50_digits.py, mpmath {mpmath.__version__}, 60 digits or more, 50 written; arguments are doubles"
print(json.dumps({"source": source, "rows": table}).replace(", [", ",\n[").replace('": [[', '": [\n[').replace('], "', '],\n"'))
