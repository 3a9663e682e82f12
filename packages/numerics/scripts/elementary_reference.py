"""Reference values of the elementary functions from 60-digit arithmetic (mpmath), 25 digits written: arguments at random
over the whole range, at ends of reductions, beside zeros and multiples of pi/2, very large, very small and subnormal.

    python elementary_reference.py > ../test/data/elementary.json
"""
import json
import random
import sys
from mpmath import atan2, log, mp, mpf, nstr, pi, power
import mpmath

mp.prec = 200
source = random.Random(20)
N = 160


def signed(low, high):
    return lambda: source.choice([-1, 1]) * 2.0 ** source.uniform(low, high)


def positive(low, high):
    return lambda: 2.0 ** source.uniform(low, high)


def uniform(a, b):
    return lambda: source.uniform(a, b)


def one_of(*draws):
    return lambda: source.choice(draws)()


def beside_quarter_turns():
    return float(source.randint(1, 2 ** source.randint(1, 40)) * pi / 2)


def below_one():
    return source.choice([-1, 1]) * (1 - 2.0 ** source.uniform(-53, -1))


quarter = float(pi / 4)
# The doubles nearest to a multiple of pi/2, and of the first million of them.
closest = [6381956970095103 * 2.0**797, 51421 * 1.5707963267948966, 4.71238898038469, 1647099.0, 1647100.5]
angles = one_of(uniform(-7, 7), uniform(-100, 100), signed(-30, 20), beside_quarter_turns, signed(20, 1023))
edge = [0.34657359027997264, 0.3465, 0.34650000000000003, 0.34657359027997270]
one = {
    "exp": (one_of(uniform(-745, 709.7), uniform(-2, 2), signed(-40, 9)), edge + [-708, 708, 709.782712893384, -745.1, -744.5]),
    "expm1": (one_of(uniform(-45, 709.7), uniform(-2, 2), uniform(-0.8, 0.8), signed(-60, 9)), edge + [-40, 40, 5e-324, -1e-17]),
    "log": (one_of(positive(-1074, 1024), uniform(0.5, 2), uniform(0.9, 1.1)), [5e-324, 0.7071067811865475, 0.7071067811865476, 1.4142135623730951, 1.7976931348623157e308]),
    "log1p": (one_of(uniform(-1, 2), uniform(-0.5, 0.5), signed(-60, -1), positive(-60, 1000)), [5e-324, -0.9999999999999999, 9007199254740993.0]),
    "log2": (one_of(positive(-1074, 1024), uniform(0.5, 2), uniform(0.9, 1.1)), [5e-324, 0.9999999999999999, 1.0000000000000002, 3.0]),
    "log10": (one_of(positive(-1074, 1024), uniform(0.5, 2), uniform(0.9, 1.1)), [5e-324, 0.9999999999999999, 1.0000000000000002, 999.9999999999999]),
    "sin": (angles, closest + [quarter, 0.7853981633974484, 5e-324]),
    "cos": (angles, closest + [quarter, 0.7853981633974484, 5e-324]),
    "tan": (angles, closest + [quarter, 0.7853981633974484, 5e-324]),
    "asin": (one_of(uniform(-1, 1), signed(-40, 0), below_one), [5e-324, 0.9999999999999999, 0.7071067811865476]),
    "acos": (one_of(uniform(-1, 1), signed(-40, 0), below_one), [5e-324, 0.9999999999999999, -0.9999999999999999, 0.7071067811865476]),
    "atan": (one_of(uniform(-1, 1), signed(-40, 60), uniform(-5, 5)), [5e-324, 0.3, 0.30000000000000004, 0.8, 1e29, 1e31]),
    "sinh": (one_of(uniform(-710.4, 710.4), uniform(-2, 2), signed(-40, 9)), [5e-324, 40.0, 39.99999999999999, 710.4758600739439]),
    "cosh": (one_of(uniform(-710.4, 710.4), uniform(-2, 2), signed(-40, 9)), [40.0, 39.99999999999999, 710.4758600739439]),
    "tanh": (one_of(uniform(-23, 23), uniform(-1, 1), signed(-40, 5)), [5e-324, 22.0, 21.999999999999996]),
    "asinh": (one_of(uniform(-5, 5), signed(-60, 1000), uniform(-0.01, 0.01)), [5e-324, 1e9, 999999999.9999999, 1.7976931348623157e308]),
    "acosh": (one_of(uniform(1, 5), positive(0, 1000), lambda: 1 + 2.0 ** source.uniform(-52, 0)), [1.0000000000000002, 1e9, 999999999.9999999, 1.7976931348623157e308]),
    "atanh": (one_of(uniform(-1, 1), signed(-60, 0), below_one), [5e-324, 0.9999999999999999]),
}


def side():
    return one_of(signed(-30, 30), signed(-1000, 1000), uniform(-5, 5))()


def power_arguments():
    kind = source.randint(0, 3)
    if kind == 0:
        return 2.0 ** source.uniform(-20, 20), source.uniform(-30, 30)
    if kind == 1:
        x = 2.0 ** source.uniform(-1074, 1023)
        return x, source.uniform(-1074, 1024) / float(log(x, 2))
    if kind == 2:
        x = 1 + source.uniform(-1, 1) * 2.0 ** source.uniform(-50, -1)
        return x, source.uniform(-700, 700) / float(log(x))
    return source.uniform(0, 10), source.choice([0.5, 1.5, 2.0, 3.0, -1.0, 1 / 3])


rows = {}
for name, (draw, edges) in one.items():
    f = getattr(mpmath, name, None) or (lambda x, base=int(name[3:]): log(x, base))
    rows[name] = [[x, nstr(f(mpf(x)), 25)] for x in edges + [draw() for _ in range(N)]]
rows["atan2"] = [[y, x, nstr(atan2(mpf(y), mpf(x)), 25)] for y, x in ((side(), side()) for _ in range(2 * N))]
rows["pow"] = [[x, y, nstr(power(mpf(x), mpf(y)), 25)] for x, y in (power_arguments() for _ in range(2 * N))]
rows["pow"] += [[-x, float(n), nstr(power(mpf(-x), n), 25)] for x, n in ((source.uniform(0, 9), source.randint(-300, 300)) for _ in range(40))]

head = f"scripts/elementary_reference.py, mpmath {mpmath.__version__}, 60 digits, 25 written; arguments are doubles"
json.dump({"source": head, "rows": rows}, sys.stdout)
