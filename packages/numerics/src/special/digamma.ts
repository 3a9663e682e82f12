import { productError, sumError } from "../elementary/rounding.js";
import {
  COTANGENT,
  DIGAMMA_LARGE,
  DIGAMMA_MIDDLE,
  DIGAMMA_ZERO,
  DIGAMMA_ZERO_LESS_ONE,
  DIGAMMA_ZERO_LESS_ONE_LOW,
  DIGAMMA_ZERO_LOW,
} from "./fits.js";
import { logPair, polynomial } from "./two-doubles.js";

const log = /* @__PURE__ */ new Float64Array(2);

/**
 * Digamma function $\psi(x) = \frac{\mathrm{d}}{\mathrm{d}x}\ln\Gamma(x)$, within 2 ulp (near its zeros on the negative
 * axis: of 1).
 *
 * Around its positive zero the distance from it times a polynomial; the asymptotic form from 2 on, with the logarithm in
 * two doubles; $\psi(-y) = \psi(y) + 1/y + \pi\cot\pi y$ for negative $x$, the cotangent as $1/r - rC(r^2)$ of the
 * distance $r$ to an integer.
 * @param x - Any real number; `NaN` at the poles 0, -1, -2, …
 * @see W. J. Cody, A. J. Strecok and H. C. Thacher, [Math. Comp. 27 (1973) 123](https://doi.org/10.1090/S0025-5718-1973-0346177-5);
 * [DLMF 5.11.2](https://dlmf.nist.gov/5.11.E2), [5.5.4](https://dlmf.nist.gov/5.5.E4)
 * @example
 * ```ts
 * digamma(1); // ≈ -0.5772
 * ```
 */
export function digamma(x: number): number {
  if (x >= 2) {
    if (x === Infinity) return Infinity;
    logPair(x, log);
    const inverse = 1 / x;
    return log[0] + (log[1] - correction(x, inverse) - 0.5 * inverse);
  }
  if (x >= 1) return around(x - DIGAMMA_ZERO, DIGAMMA_ZERO_LOW);
  if (Math.abs(x) < 1e-17) return x === 0 ? Number.NaN : -1 / x;
  if (x > 0) {
    const inverse = 1 / x;
    return around(x - DIGAMMA_ZERO_LESS_ONE, DIGAMMA_ZERO_LESS_ONE_LOW) - inverseRest(x, inverse) - inverse;
  }
  return reflected(-x);
}

/** $\psi(-y)$. */
function reflected(y: number): number {
  const r = y - Math.round(y);
  if (!(r !== 0)) return Number.NaN;
  // psi(y) + 1/y as a sum of two.
  let high: number;
  let low = 0;
  if (y < 1) {
    high = around(y - DIGAMMA_ZERO_LESS_ONE, DIGAMMA_ZERO_LESS_ONE_LOW);
  } else if (y < 2) {
    high = 1 / y;
    low = around(y - DIGAMMA_ZERO, DIGAMMA_ZERO_LOW);
  } else {
    logPair(y, log);
    const inverse = 1 / y;
    high = log[0];
    low = log[1] + (0.5 * inverse - correction(y, inverse));
  }
  const inverse = 1 / r;
  const w = r * r;
  const product = -r * COTANGENT[0];
  const rest =
    inverseRest(r, inverse) - productError(r, COTANGENT[0]) - r * (COTANGENT[1] + w * polynomial(COTANGENT, 2, w));
  const sum = high + inverse;
  return sum + product + (sumError(high, inverse) + sumError(sum, product) + (low + rest));
}

/** $1/x$ less its rounded value. */
function inverseRest(x: number, inverse: number): number {
  return (1 - inverse * x - productError(inverse, x)) * inverse;
}

/** $\ln x - \frac{1}{2x} - \psi(x)$ from 2 on. */
function correction(x: number, inverse: number): number {
  const c = DIGAMMA_LARGE[x < 4 ? 1 : 0];
  const t = inverse * inverse;
  return t * polynomial(c, 1, t - c[0]);
}

/** $\psi$ at distance `d - low` from its zero. */
function around(d: number, low: number): number {
  const slope = (d - low) * polynomial(DIGAMMA_MIDDLE, 2, d - low);
  const first = DIGAMMA_MIDDLE[0];
  return d * first + (d * (DIGAMMA_MIDDLE[1] + slope) - low * (first + slope));
}
