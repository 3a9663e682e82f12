"""Coefficients of src/elementary, from 60-digit arithmetic (mpmath): interpolants at Chebyshev nodes, which are within a
small factor of the best polynomial, in powers of the argument, lowest first; with each the binary logarithm of its largest
error times the weight named. Then constants in parts of so many bits.

    python elementary_coefficients.py
"""
from mpmath import atan, atanh, cos, exp, floor, frexp, ldexp, log, lu_solve, matrix, mp, mpf, nstr, pi, sin, sqrt

mp.dps = 60


def show(name, f, a, b, n, weight):
    a, b = mpf(a), mpf(b)
    nodes = [(a + b) / 2 + (b - a) / 2 * cos(pi * (j + mpf(1) / 2) / n) for j in range(n)]
    powers = matrix(n, n)
    values = matrix(n, 1)
    for i, u in enumerate(nodes):
        values[i] = f(u)
        for k in range(n):
            powers[i, k] = u**k
    c = [mpf(float(x)) for x in lu_solve(powers, values)]
    grid = [a + (b - a) * (i + mpf(1) / 2) / 2000 for i in range(2000)]
    error = max(abs(sum(x * u**k for k, x in enumerate(c)) - f(u)) * weight(u) for u in grid)
    print(f"{name}: 2^{nstr(log(error, 2), 4)}")
    print("\n".join(f"  {float(x)!r}" for x in c))


def in_square(f):
    return lambda z: f(sqrt(z))


tiny = mpf(10) ** -18
square = mpf("0.7855") ** 2
show("exp", lambda t: (exp(t) - 1 - t) / t**2 if abs(t) > tiny else mpf(1) / 2, "-0.3467", "0.3467", 11, lambda t: t**2)
show("artanh", in_square(lambda s: (2 * atanh(s) - 2 * s - 2 * s**3 / 3) / s**5), "1e-12", "0.02945", 8, lambda z: z**2 / 2)
show("sin", in_square(lambda r: (sin(r) - r) / r**3), "1e-14", square, 7, lambda z: z)
show("cos", in_square(lambda r: (cos(r) - 1 + r**2 / 2) / r**4), "1e-12", square, 6, lambda z: z**2 / mpf("0.7"))
show("arctan", in_square(lambda t: (atan(t) - t) / t**3), "1e-14", "0.0901", 10, lambda z: z)


def parts(name, x, *bits):
    out = []
    for n in bits:
        mantissa, e = frexp(x)
        part = mpf(float(x)) if n == 53 else ldexp(floor(ldexp(mantissa, n)), e - n)
        out.append(repr(float(part)))
        x -= part
    print(name, *out)


mp.dps = 120
parts("ln 2", log(2), 42, 53)
parts("log10 2", log(2) / log(10), 42, 53)
parts("1/ln 2", 1 / log(2), 53, 53)
parts("1/ln 10", 1 / log(10), 53, 53)
parts("2/3", mpf(2) / 3, 53, 53)
parts("pi/2 for reduction", pi / 2, 33, 33, 53)
parts("pi/2", pi / 2, 53, 53)
parts("pi", pi, 53, 53)
parts("pi/4", pi / 4, 53, 53)
parts("arctan 1/2", atan(mpf(1) / 2), 53, 53)
mp.prec = 1400
print("2/pi in units of 2^-1184", hex(int(floor(ldexp(2 / pi, 1184)))))
