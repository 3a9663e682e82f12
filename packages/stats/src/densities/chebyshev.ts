import { requireOptions } from "@belladonna/numerics";
import { fromShape } from "./shape.js";
import type { Density, Range, Value } from "./density.js";

/** Arguments of {@link chebyshev}. */
export interface ChebyshevOptions {
  /** Coefficients $c_1, c_2, \dots$; that of $T_0$ is 1. */
  readonly coefficients: readonly Value[];
  /** Where it is normalised, and what is mapped onto $[-1, 1]$. */
  readonly range: Range;
}

/**
 * Chebyshev polynomials of the first kind on a range:
 *
 * $$f(x) \propto 1 + \sum_{k \ge 1} c_k T_k(u), \qquad u = \frac{2x - a - b}{b - a}$$
 *
 * ```ts
 * chebyshev({ coefficients: [0.2], range: [0, 1] }).integral(Float64Array.of(), 0, 0.5); // ≈ 0.45
 * ```
 * @param options - Coefficients and range.
 * @returns The density; where the sum is negative so is its value, and the likelihood is then 0.
 * @throws RangeError when the range is empty, an option is unknown, or a value is no finite number or parameter.
 */
export function chebyshev(options: ChebyshevOptions): Density {
  requireOptions("chebyshev", options, ["coefficients", "range"]);
  const { coefficients, range } = options;
  const m = coefficients.length;
  const [low, high] = range;
  const toUnit = 2 / (high - low);
  const below = new Float64Array(m + 2);
  const above = new Float64Array(m + 2);
  return fromShape({
    name: "chebyshev",
    slots: coefficients,
    range,
    fill(p, x, n, s, ds) {
      for (let i = 0; i < n; i++) {
        const u = (x[i] - low) * toUnit - 1;
        let before = 1;
        let t = u;
        let sum = 1;
        for (let k = 0; k < m; k++) {
          sum += p[k] * t;
          if (ds !== undefined) ds[k][i] = t;
          const next = 2 * u * t - before;
          before = t;
          t = next;
        }
        s[i] = sum;
      }
    },
    integral(p, a, b, gradient) {
      polynomials((a - low) * toUnit - 1, below);
      polynomials((b - low) * toUnit - 1, above);
      let value = b - a;
      for (let k = 1; k <= m; k++) {
        // The integral of T_k is [T_{k+1}/(k+1) - T_{k-1}/(k-1)]/2, and T_2/4 for k = 1.
        let d = (above[k + 1] - below[k + 1]) / (2 * (k + 1));
        if (k > 1) d -= (above[k - 1] - below[k - 1]) / (2 * (k - 1));
        d /= toUnit;
        if (gradient !== undefined) gradient[k - 1] = d;
        value += p[k - 1] * d;
      }
      return value;
    },
    scale(_p, out) {
      out.fill(1);
    },
    second: "zero",
  });
}

function polynomials(u: number, out: Float64Array): void {
  out[0] = 1;
  out[1] = u;
  for (let k = 2; k < out.length; k++) out[k] = 2 * u * out[k - 1] - out[k - 2];
}
