import { requireOptions } from "@belladonna/numerics";
import { fromShape } from "./shape.js";
import type { Density, Range, Value } from "./density.js";

/** Arguments of {@link bernstein}. */
export interface BernsteinOptions {
  /** Coefficients $b_0, \dots, b_n$, not all zero; positive ones make a density that is positive everywhere. */
  readonly coefficients: readonly Value[];
  /** Where it is normalised, and what is mapped onto $[0, 1]$. */
  readonly range: Range;
}

/**
 * Bernstein polynomial on a range:
 *
 * $$f(x) \propto \sum_{k=0}^{n} b_k \binom{n}{k} u^k (1-u)^{n-k}, \qquad u = \frac{x - a}{b - a}$$
 *
 * Only ratios of the coefficients matter: fix one, or give a number for it.
 *
 * ```ts
 * bernstein({ coefficients: [1, 2], range: [0, 1] }).integral(Float64Array.of(), 0, 0.5); // ≈ 0.4167
 * ```
 * @param options - Coefficients and range.
 * @returns The density.
 * @throws RangeError when the range is empty or there is no coefficient.
 */
export function bernstein(options: BernsteinOptions): Density {
  requireOptions("bernstein", options, ["coefficients", "range"]);
  const { coefficients, range } = options;
  const m = coefficients.length;
  if (m === 0) throw new RangeError("bernstein: needs at least one coefficient, got none");
  const [low, high] = range;
  const width = high - low;
  const binomial = binomials(m - 1);
  const above = binomials(m);
  const basis = new Float64Array(m);
  const upper = new Float64Array(m + 1);
  const lower = new Float64Array(m + 1);
  return fromShape({
    name: "bernstein",
    slots: coefficients,
    range,
    fill(p, x, n, s, ds) {
      for (let i = 0; i < n; i++) {
        polynomials((x[i] - low) / width, binomial, basis);
        let sum = 0;
        for (let k = 0; k < m; k++) {
          sum += p[k] * basis[k];
          if (ds !== undefined) ds[k][i] = basis[k];
        }
        s[i] = sum;
      }
    },
    integral(p, a, b, gradient) {
      // The integral of one basis polynomial from 0 to u is the sum of those of the next degree above it, over m.
      polynomials((b - low) / width, above, upper);
      polynomials((a - low) / width, above, lower);
      let tail = 0;
      let value = 0;
      for (let k = m - 1; k >= 0; k--) {
        tail += (upper[k + 1] - lower[k + 1]) * (width / m);
        value += p[k] * tail;
        if (gradient !== undefined) gradient[k] = tail;
      }
      return value;
    },
    scale(p, out) {
      let size = 0;
      for (let k = 0; k < m; k++) size = Math.max(size, Math.abs(p[k]));
      out.fill(size);
    },
    second: "zero",
  });
}

function binomials(n: number): Float64Array {
  const out = new Float64Array(n + 1).fill(1);
  for (let k = 1; k <= n; k++) out[k] = (out[k - 1] * (n - k + 1)) / k;
  return out;
}

/** Basis polynomials of degree `binomial.length - 1` at `u`. */
function polynomials(u: number, binomial: Float64Array, out: Float64Array): void {
  const n = binomial.length - 1;
  let power = 1;
  for (let k = 0; k <= n; k++) {
    out[k] = binomial[k] * power;
    power *= u;
  }
  power = 1;
  for (let k = n; k >= 0; k--) {
    out[k] *= power;
    power *= 1 - u;
  }
}
