import stdlibErf from "@stdlib/math-base-special-erf";
import stdlibErfc from "@stdlib/math-base-special-erfc";
import { ERFCX } from "./coefficients.js";

/**
 * Error function $\mathrm{erf}(x) = \frac{2}{\sqrt\pi}\int_0^x \mathrm{e}^{-t^2}\mathrm{d}t$, relative error below 1e-15.
 * @param x - Any real number.
 * @example
 * ```ts
 * erf(0.5); // ≈ 0.5205
 * ```
 */
export function erf(x: number): number {
  return stdlibErf(x);
}

/**
 * Complementary error function $1 - \mathrm{erf}(x)$ without cancellation; 0 beyond $x \approx 27$.
 * @param x - Any real number.
 * @example
 * ```ts
 * erfc(10); // ≈ 2.0885e-45
 * ```
 */
export function erfc(x: number): number {
  return stdlibErfc(x);
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
  return Math.exp(high * high) * Math.exp((x - high) * (x + high));
}
