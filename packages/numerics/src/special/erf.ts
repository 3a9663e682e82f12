import { exp } from "../elementary/exp.js";
import { productError } from "../elementary/rounding.js";
import { ERFCX } from "./coefficients.js";
import { ERF, ERFC, ERFC_TAIL, INVERSE_ROOT_PI, INVERSE_ROOT_PI_LOW } from "./fits.js";
import { expTimes, polynomial } from "./two-doubles.js";

/**
 * Error function $\mathrm{erf}(x) = \frac{2}{\sqrt\pi}\int_0^x \mathrm{e}^{-t^2}\mathrm{d}t$, within 1.5 ulp.
 * @param x - Any real number.
 * @example
 * ```ts
 * erf(0.5); // ≈ 0.5205
 * ```
 */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (!(a >= 1)) return x + x * polynomial(ERF, 0, x * x);
  const value = a < 6 ? 1 - erfc(a) : 1;
  return x < 0 ? -value : value;
}

/**
 * Complementary error function $1 - \mathrm{erf}(x)$ without cancellation, within 1.5 ulp; 0 beyond $x \approx 27.2$.
 *
 * Polynomials on [0.25, 2), then $\frac{\mathrm{e}^{-x^2}}{\sqrt\pi\,x}\bigl(1 - x^{-2}G(x^{-2})\bigr)$ with polynomials
 * for $G$ and $x^2$ in two doubles.
 * @param x - Any real number.
 * @see W. J. Cody, [Math. Comp. 23 (1969) 631](https://doi.org/10.1090/S0025-5718-1969-0247736-4), for the forms
 * @example
 * ```ts
 * erfc(10); // ≈ 2.0885e-45
 * ```
 */
export function erfc(x: number): number {
  if (!(x >= 0.25)) return x <= -1 ? 2 - erfc(-x) : 1 - erf(x);
  if (x < 2) {
    const c = ERFC[Math.floor(8 * x) - 2];
    const d = x - (Math.floor(8 * x) + 0.5) / 8;
    return c[0] + (c[1] + d * polynomial(c, 2, d));
  }
  if (x > 27.5) return 0;
  const c = ERFC_TAIL[x < 3.5 ? (x < 2.5 ? 0 : 1) : x < 6 ? 2 : 3];
  const inverse = 1 / x;
  const t = inverse * inverse;
  const f = INVERSE_ROOT_PI * inverse;
  const g = (INVERSE_ROOT_PI - f * x - productError(f, x) + INVERSE_ROOT_PI_LOW) * inverse;
  const short = Math.fround(x);
  return expTimes(-short * short, (short - x) * (short + x), f, g - f * (t * polynomial(c, 1, t - c[0])));
}

/**
 * Scaled complementary error function $\mathrm{e}^{x^2}\,\mathrm{erfc}(x)$, relative error below 1e-15 for $x \ge 0$.
 *
 * One Chebyshev series of $(1 + 2x)\,\mathrm{erfcx}(x)$ in $t = (x - 3.75)/(x + 3.75)$ covers $[0, \infty)$.
 * @param x - Any real number; the result overflows to `Infinity` below -26.6.
 * @see [Shepherd and Laframboise, Math. Comp. 36 (1981) 249](https://doi.org/10.1090/S0025-5718-1981-0595058-X)
 * @example
 * ```ts
 * erfcx(100); // ≈ 0.0056416
 * ```
 */
export function erfcx(x: number): number {
  if (x < -27) return Infinity;
  if (x < 0) return 2 * expSquare(x) - erfcx(-x);
  if (x === Infinity) return 0;
  const t = (x - 3.75) / (x + 3.75);
  let b0 = 0;
  let b1 = 0;
  for (let k = ERFCX.length - 1; k > 0; k--) {
    const b = 2 * t * b0 - b1 + ERFCX[k];
    b1 = b0;
    b0 = b;
  }
  return (t * b0 - b1 + ERFCX[0]) / (1 + 2 * x);
}

/** $\mathrm{e}^{x^2}$ with the rounding error of the square taken along. */
function expSquare(x: number): number {
  const high = Math.round(x * 64) / 64;
  return exp(high * high) * exp((x - high) * (x + high));
}
