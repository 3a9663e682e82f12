import { cos } from "./elementary/trigonometric.js";

/** A quadrature rule: $\int f \approx \sum_i w_i f(x_i)$. */
export interface QuadratureRule {
  /** Nodes, from high to low. */
  readonly x: Float64Array;
  /** Weights. */
  readonly w: Float64Array;
}

/** Making a rule takes time as the square of its points. */
const MOST = 10_000;
const rules = /* @__PURE__ */ new Map<number, QuadratureRule>();

/**
 * The rule of Gauss and Legendre with `n` points on (-1, 1), by Newton's iteration on $P_n$; kept, not to be written to.
 * @param n - Points, 1 to 10 000; exact for polynomials up to degree $2n - 1$.
 * @throws RangeError when `n` is not such an integer.
 * @see [DLMF 3.5(v)](https://dlmf.nist.gov/3.5#v)
 * @example
 * ```ts
 * gaussLegendre(2).x[0]; // ≈ 0.57735
 * ```
 */
export function gaussLegendre(n: number): QuadratureRule {
  if (!(Number.isInteger(n) && n >= 1 && n <= MOST)) {
    throw new RangeError(`gaussLegendre: the number of points must be an integer from 1 to ${MOST}, got ${n}`);
  }
  let rule = rules.get(n);
  if (rule === undefined) rules.set(n, (rule = makeRule(n)));
  return rule;
}

function makeRule(n: number): QuadratureRule {
  const x = new Float64Array(n);
  const w = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let z = cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let iteration = 0; iteration < 100; iteration++) {
      let [p, before] = [1, 0];
      for (let k = 1; k <= n; k++) [p, before] = [((2 * k - 1) * z * p - (k - 1) * before) / k, p];
      slope = (n * (z * p - before)) / (z * z - 1);
      const step = p / slope;
      z -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    x[i] = z;
    w[i] = 2 / ((1 - z * z) * slope * slope);
  }
  return { x, w };
}

/**
 * $\int_a^b f(x)\,dx$ by Gauss-Legendre with `n` points: for smooth functions, whose cost must be known beforehand.
 *
 * ```ts
 * integrateGauss(Math.exp, 0, 1); // ≈ 1.718
 * ```
 * @param f - Smooth on the whole range.
 * @param a - Lower limit.
 * @param b - Upper limit.
 * @param n - Points.
 */
export function integrateGauss(f: (x: number) => number, a: number, b: number, n = 48): number {
  const { x, w } = gaussLegendre(n);
  const half = (b - a) / 2;
  const middle = (a + b) / 2;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += w[i] * f(middle + half * x[i]);
  return half * sum;
}

/**
 * $\int_a^b f(x)\,dx$ of a function with square-root zeros or integrable singularities at one or both ends, by
 * $x=a+(b-a)\,t^2(3-2t)$, which is flat there.
 *
 * ```ts
 * integrateEnds((x) => 1 / Math.sqrt(x), 0, 1); // ≈ 2
 * ```
 * @param f - Smooth between the ends.
 * @param a - Lower limit.
 * @param b - Upper limit.
 * @param n - Points.
 */
export function integrateEnds(f: (x: number) => number, a: number, b: number, n = 48): number {
  return integrateGauss((t) => f(a + (b - a) * t * t * (3 - 2 * t)) * 6 * t * (1 - t), 0, 1, n) * (b - a);
}
