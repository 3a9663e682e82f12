"""Reference values of the special functions from 50-digit arithmetic (mpmath 1.4).

    python special_reference.py > ../test/data/special-functions.json
"""
import json
from mpmath import mp, mpf, loggamma, erfc, exp, log, findroot, nstr, sqrt

mp.dps = 50
cases = []


def add(f, args, value):
    if value != 0 and abs(value) < mpf("1e-305"):
        return
    cases.append({"f": f, "args": args, "value": nstr(value, 20)})


def lower(a, x):
    # x^a e^-x / Gamma(a+1) 1F1(1; a+1; x), all terms positive
    a, x = mpf(a), mpf(x)
    term, total, n = mpf(1), mpf(1), 0
    while term > total * mpf(10) ** -45:
        n += 1
        term *= x / (a + n)
        total += term
    return exp(a * log(x) - x - loggamma(a + 1)) * total


def upper(a, x):
    a, x = mpf(a), mpf(x)
    if x < a + 1 or x < 2:
        mp.dps = 80
        v = 1 - lower(a, x)
        mp.dps = 50
        return v
    mp.dps = 60  # Legendre's fraction, modified Lentz
    b = x + 1 - a
    c = mpf(10) ** 300
    d = 1 / b
    h = d
    i = 0
    while True:
        i += 1
        an = -i * (i - a)
        b += 2
        d = an * d + b
        c = b + an / c
        d = 1 / d
        h *= d * c
        if abs(d * c - 1) < mpf(10) ** -45:
            break
    v = exp(a * log(x) - x - loggamma(a)) * h
    mp.dps = 50
    return v


for a in [0.01, 0.5, 1.0, 1.5, 4.0, 12.5, 19.9, 20.1, 25.0, 60.0, 150.5, 1000.0, 31415.0, 1e5, 1e6]:
    xs = [1e-5 * a, 0.1 * a, 0.55 * a, 0.61 * a, 0.8 * a, a - 6 * a**0.5, a - 1.5 * a**0.5, a, a + 0.1, a + a**0.5]
    xs += [a + 5 * a**0.5, 1.39 * a, 1.41 * a, a + 20 * a**0.5, a + 400.0]
    for x in xs:
        if x > 0 and abs(x - a) < 40 * a**0.5 + 500:
            p, q = lower(a, x), upper(a, x)
            add("gammaP", [a, x], p)
            add("gammaQ", [a, x], q)
            if p > mpf("1e-300") and q > mpf("1e-300"):
                add("logGammaP", [a, x], log(p) if p < 0.5 else mp.log1p(-q))
                add("logGammaQ", [a, x], log(q) if q < 0.5 else mp.log1p(-p))
for x in [-40, -37.5, -20.3, -8.1, -3, -1, -0.2, 0, 0.4, 1.7, 5, 8]:
    c = erfc(-mpf(x) / sqrt(mpf(2))) / 2
    add("normalCdf", [x], c)
    add("logNormalCdf", [x], log(c))
for x in [100.0, 1000.0]:
    add("logNormalSf", [x], log(erfc(mpf(x) / sqrt(mpf(2))) / 2))
for x in [-5, -1.3, -0.1, 0, 0.01, 0.3, 1, 2, 3.7, 8, 25, 100, 1e4, 1e8]:
    add("erfcx", [x], exp(mpf(x) ** 2) * erfc(mpf(x)) if x < 1e4 else 1 / (mpf(x) * sqrt(mp.pi)) * (1 - 1 / (2 * mpf(x) ** 2) + 3 / (4 * mpf(x) ** 4)))
for z in [37.0, 20.0, 9.3, 5.0, 2.2, 1.0, 0.3, 1e-3]:
    p = float(erfc(mpf(z) / sqrt(mpf(2))) / 2)
    add("normalUpperQuantile", [p], findroot(lambda t: log(erfc(t / sqrt(mpf(2))) / 2) - log(mpf(p)), mpf(z)))
for l in [-1e5, -5000.0, -650.0, -599.0, -10.0, -0.4, -1e-10]:
    z0 = mpf(-6.4) if l > -1e-3 else (mpf(-0.5) if l > -0.5 else sqrt(-2 * mpf(l)) - 1)
    add("normalUpperQuantileLog", [l], findroot(lambda t: log(erfc(t / sqrt(mpf(2))) / 2) - mpf(l), z0))
for a, b, x in [(0.5, 0.5, 0.3), (3, 8, 0.2), (50.5, 60, 0.45), (523, 2328, 0.143), (523, 2328, 0.3), (1e4, 3e4, 0.2512),
                (1e5, 9e5, 0.1003), (9990, 11, 0.9988), (500000.5, 500000.5, 0.501), (2, 1e5, 3e-3), (30, 1e4, 2e-4)]:
    mp.dps = 60
    a, b = float(a), float(b)

    def fraction(a, b, x):
        # I_x(a, b) x^-a (1 - x)^-b a B = 2F1(a + b, 1; a + 1; x), positive terms
        total, term, n = mpf(1), mpf(1), 0
        while term > total * mpf(10) ** -40:
            term *= (a + b + n) * x / (a + 1 + n)
            total += term
            n += 1
        lb = loggamma(a) + loggamma(b) - loggamma(a + b)
        return exp(a * log(x) + b * log(1 - x) - lb) / a * total

    A, B, X = mpf(a), mpf(b), mpf(x)
    if X < A / (A + B):
        p = fraction(A, B, X)
        q = 1 - p
    else:
        q = fraction(B, A, 1 - X)
        p = 1 - q
    mp.dps = 50
    add("betaI", [x, a, b], p)
    add("betaIUpper", [x, a, b], q)
for n, mu in [(3, 1e-5), (0, 700.0), (40, 3.0), (1000, 300.0), (100000, 101000.0), (1000000, 1000000.5), (999999, 1010000.0), (25, 25.0)]:
    add("logPoissonPmf", [n, mu], n * log(mpf(mu)) - mpf(mu) - loggamma(mpf(n) + 1))
    add("poissonCdf", [n, mu], upper(n + 1, mu))
    add("poissonSf", [n, mu], lower(n + 1, mu))
print(json.dumps({"source": "scripts/special_reference.py, mpmath 1.4, 50 digits", "cases": cases}).replace('{"f"', '\n{"f"'))
