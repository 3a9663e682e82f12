"""The bench's peer in NumPy. Prints {"name": cpu milliseconds, ...}."""

import json
import time

import numpy as np

N, RUNS = 1_000_000, 5
rng = np.random.default_rng(1)


def sample(mass):
    p, c, f = 0.1 + 5 * rng.random(N), 2 * rng.random(N) - 1, 2 * np.pi * rng.random(N)
    r = p * np.sqrt(1 - c * c)
    return r * np.cos(f), r * np.sin(f), p * c, np.sqrt(p * p + mass * mass), np.full(N, mass)


def mass(a, b):
    x, y, z, t = a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]
    return np.sqrt(np.maximum(t * t - x * x - y * y - z * z, 0))


def add(a, b):
    x, y, z, t = a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]
    return x, y, z, t, np.sqrt(np.maximum(t * t - x * x - y * y - z * z, 0))


def boost(v, bx, by, bz):
    x, y, z, t, m = v
    g = 1 / np.sqrt(1 - bx * bx - by * by - bz * bz)
    along = bx * x + by * y + bz * z
    f = g * g / (g + 1) * along + g * t
    return x + f * bx, y + f * by, z + f * bz, g * (t + along), m.copy()


def angles(v):
    x, y, z = v[:3]
    pt = np.sqrt(x * x + y * y)
    return pt, np.arcsinh(z / pt), np.arctan2(y, x)


def direction():
    c, f = 2 * rng.random(N) - 1, 2 * np.pi * rng.random(N)
    r = np.sqrt(1 - c * c)
    return r * np.cos(f), r * np.sin(f), c


def momentum(M, a, b):
    return np.sqrt((M - a - b) * (M + a + b) * (M - a + b) * (M + a - b)) / (2 * M)


def three_body(M, m1, m2, m3):
    m12 = m1 + m2 + (M - m1 - m2 - m3) * rng.random(N)
    p, q = momentum(M, m12, m3), momentum(m12, m1, m2)
    d, k = direction(), direction()
    third = tuple(p * x for x in d) + (np.sqrt(p * p + m3 * m3), np.full(N, m3))
    e12 = np.sqrt(p * p + m12 * m12)
    beta = tuple(-p * x / e12 for x in d)
    first = tuple(q * x for x in k) + (np.sqrt(q * q + m1 * m1), np.full(N, m1))
    second = tuple(-q * x for x in k) + (np.sqrt(q * q + m2 * m2), np.full(N, m2))
    return boost(first, *beta), boost(second, *beta), third, p * q


def best(call):
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return round(1e3 * min(times), 3)


a, b = sample(0.1396), sample(0.4937)
print(
    json.dumps(
        {
            "mass of a pair": best(lambda: mass(a, b)),
            "add": best(lambda: add(a, b)),
            "boost": best(lambda: boost(a, 0.1, 0.2, 0.3)),
            "boost into a frame each": best(lambda: boost(a, -b[0] / b[3], -b[1] / b[3], -b[2] / b[3])),
            "pt, eta, phi": best(lambda: angles(a)),
            "three-body phase space": best(lambda: three_body(10.58, 0.1057, 0.1057, 2)),
        }
    )
)
