// The bench's peer: the same arithmetic on the same columns in plain C. Prints {"name": cpu milliseconds, ...}.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { N = 1000000, RUNS = 9, BLOCK = 512 };

typedef struct {
  double *px, *py, *pz, *e, *m;
} Vectors;

static double *column(void) { return aligned_alloc(64, N * sizeof(double)); }

static Vectors vectors(void) {
  Vectors v = {column(), column(), column(), column(), column()};
  return v;
}

static uint32_t s[4] = {1, 2, 3, 4};

static inline uint32_t next(void) {
  uint32_t r = s[0] + s[3], t = s[1] << 9;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = (s[3] << 11) | (s[3] >> 21);
  return r;
}

static inline double uniform(void) {
  uint32_t a = next() >> 5, b = next() >> 6;
  return (a * 67108864.0 + b + 0.5) / 9007199254740992.0;
}

static void fill(Vectors v, double mass) {
  for (int i = 0; i < N; i++) {
    double p = 0.1 + 5 * uniform(), c = 2 * uniform() - 1, f = 6.283185307179586 * uniform(), r = p * sqrt(1 - c * c);
    v.px[i] = r * cos(f);
    v.py[i] = r * sin(f);
    v.pz[i] = p * c;
    v.e[i] = sqrt(p * p + mass * mass);
    v.m[i] = mass;
  }
}

static inline double product(double ax, double ay, double az, double ae, double am, double bx, double by, double bz,
                             double be, double bm) {
  double space = ax * bx + ay * by + az * bz, ee = ae * be;
  if (!(space * ee > 0 && am >= 0 && bm >= 0)) return ee - space;
  double cx = ay * bz - az * by, cy = az * bx - ax * bz, cz = ax * by - ay * bx;
  double aa = am * am, bb = bm * bm, pa = ax * ax + ay * ay + az * az, pb = bx * bx + by * by + bz * bz;
  return (aa * bb + (aa * pb + bb * pa) + (cx * cx + cy * cy + cz * cz)) / (ee + space);
}

static void mass(Vectors a, Vectors b, double *restrict out) {
  for (int i = 0; i < N; i++) {
    double q = a.m[i] * fabs(a.m[i]) + b.m[i] * fabs(b.m[i]) +
               2 * product(a.px[i], a.py[i], a.pz[i], a.e[i], a.m[i], b.px[i], b.py[i], b.pz[i], b.e[i], b.m[i]);
    out[i] = q < 0 ? -sqrt(-q) : sqrt(q);
  }
}

static void add(Vectors a, Vectors b, Vectors o) {
  for (int i = 0; i < N; i++) {
    double q = a.m[i] * fabs(a.m[i]) + b.m[i] * fabs(b.m[i]) +
               2 * product(a.px[i], a.py[i], a.pz[i], a.e[i], a.m[i], b.px[i], b.py[i], b.pz[i], b.e[i], b.m[i]);
    o.px[i] = a.px[i] + b.px[i];
    o.py[i] = a.py[i] + b.py[i];
    o.pz[i] = a.pz[i] + b.pz[i];
    o.e[i] = a.e[i] + b.e[i];
    o.m[i] = q < 0 ? -sqrt(-q) : sqrt(q);
  }
}

static void boost(Vectors v, double bx, double by, double bz, Vectors o) {
  double g = 1 / sqrt(1 - bx * bx - by * by - bz * bz), k = g * g / (g + 1);
  for (int i = 0; i < N; i++) {
    double x = v.px[i], y = v.py[i], z = v.pz[i], t = v.e[i], along = bx * x + by * y + bz * z, f = k * along + g * t;
    o.px[i] = x + f * bx;
    o.py[i] = y + f * by;
    o.pz[i] = z + f * bz;
    o.e[i] = g * (t + along);
  }
  memcpy(o.m, v.m, N * sizeof(double));
}

static void boost_each(Vectors v, Vectors f, Vectors o) {
  for (int i = 0; i < N; i++) {
    double x = v.px[i], y = v.py[i], z = v.pz[i], t = v.e[i], m = v.m[i];
    double X = -f.px[i], Y = -f.py[i], Z = -f.pz[i], T = f.e[i], M = f.m[i];
    double space = x * X + y * Y + z * Z, energy = t * T + space;
    if (space < 0 && m >= 0) {
      double cx = y * Z - z * Y, cy = z * X - x * Z, cz = x * Y - y * X, square = cx * cx + cy * cy + cz * cz;
      energy = (M * M * t * t + m * m * (X * X + Y * Y + Z * Z) + square) / (t * T - space);
    }
    energy /= M;
    double k = (t + energy) / (T + M);
    o.px[i] = x + k * X;
    o.py[i] = y + k * Y;
    o.pz[i] = z + k * Z;
    o.e[i] = energy;
    o.m[i] = m;
  }
}

static void angles(Vectors v, double *restrict pt, double *restrict eta, double *restrict phi) {
  for (int i = 0; i < N; i++) {
    pt[i] = sqrt(v.px[i] * v.px[i] + v.py[i] * v.py[i]);
    eta[i] = asinh(v.pz[i] / pt[i]);
    phi[i] = atan2(v.py[i], v.px[i]);
  }
}

// Three bodies as Raubold and Lynch, directions by sine and cosine.
static void three_body(double M, const double *m, Vectors *out, double *w) {
  for (int i = 0; i < N; i++) {
    double q = M - m[0] - m[1] - m[2], x = q * uniform(), product = 1, px = 0, py = 0, pz = 0, mass = M, energy = M;
    double kinetic[3] = {0, x, q}, below = m[0] + m[1] + m[2];
    for (int k = 2; k > 0; k--) {
      below -= m[k];
      double rest = kinetic[k - 1] + below, open = kinetic[k] - kinetic[k - 1];
      double p = sqrt(open * (open + 2 * m[k]) * (open + 2 * rest) * (open + 2 * (m[k] + rest))) / (2 * mass);
      double c = 2 * uniform() - 1, f = 6.283185307179586 * uniform(), r = p * sqrt(1 - c * c);
      double X = r * cos(f), Y = r * sin(f), Z = p * c, along = px * X + py * Y + pz * Z;
      double g = (along / (energy + mass) + sqrt(p * p + m[k] * m[k])) / mass;
      product *= p;
      X += g * px;
      Y += g * py;
      Z += g * pz;
      out[k].px[i] = X;
      out[k].py[i] = Y;
      out[k].pz[i] = Z;
      out[k].e[i] = sqrt(X * X + Y * Y + Z * Z + m[k] * m[k]);
      out[k].m[i] = m[k];
      px -= X;
      py -= Y;
      pz -= Z;
      mass = rest;
      energy = sqrt(px * px + py * py + pz * pz + rest * rest);
    }
    out[0].px[i] = px;
    out[0].py[i] = py;
    out[0].pz[i] = pz;
    out[0].e[i] = energy;
    out[0].m[i] = m[0];
    w[i] = product;
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return 1e3 * t.tv_sec + 1e-6 * t.tv_nsec;
}

#define TIME(name, call)                                          \
  do {                                                            \
    double best = 1e9;                                            \
    for (int run = 0; run < RUNS; run++) {                        \
      double start = now();                                       \
      call;                                                       \
      double spent = now() - start;                               \
      if (spent < best) best = spent;                             \
    }                                                             \
    printf("%s\"%s\": %.3f", first ? "{" : ", ", name, best);     \
    first = 0;                                                    \
  } while (0)

int main(void) {
  int first = 1;
  Vectors a = vectors(), b = vectors(), o = vectors(), three[3] = {vectors(), vectors(), vectors()};
  double *x = column(), *y = column(), *z = column(), masses[3] = {0.1057, 0.1057, 2};
  fill(a, 0.1396);
  fill(b, 0.4937);
  TIME("mass of a pair", mass(a, b, x));
  TIME("add", add(a, b, o));
  TIME("boost", boost(a, 0.1, 0.2, 0.3, o));
  TIME("boost into a frame each", boost_each(a, b, o));
  TIME("pt, eta, phi", angles(a, x, y, z));
  TIME("three-body phase space", three_body(10.58, masses, three, x));
  printf("}\n");
  return 0;
}
