import { productError } from "../elementary/rounding.js";
import { ERF_INVERSE, ERFC_INVERSE } from "./fits.js";
import { logPair, polynomial } from "./two-doubles.js";

const log = /* @__PURE__ */ new Float64Array(2);

/**
 * Inverse complementary error function: the $x$ with $\mathrm{erfc}(x) = y$, within 2 ulp.
 *
 * Between 1/2 and 3/2 $1 - y$ times a polynomial in its square; in the tails $x = s + D(s)$ with
 * $s = \sqrt{-\ln y}$ in two doubles and polynomials for $D$, which is small.
 * @param y - In 0 … 2; `NaN` outside, infinities at the ends.
 * @see J. M. Blair, C. A. Edwards and J. H. Johnson, [Math. Comp. 30 (1976) 827](https://doi.org/10.1090/S0025-5718-1976-0421040-7), for the variable
 * @example
 * ```ts
 * erfcInverse(1e-300); // ≈ 26.2088
 * ```
 */
export function erfcInverse(y: number): number {
  if (y >= 0.5 && y <= 1.5) {
    const z = 1 - y;
    const w = z * z;
    return z * ERF_INVERSE[0] + z * (ERF_INVERSE[1] + w * polynomial(ERF_INVERSE, 2, w));
  }
  if (!(y > 0 && y < 2)) return y === 0 ? Infinity : y === 2 ? -Infinity : Number.NaN;
  return y < 1 ? tail(y) : -tail(2 - y);
}

function tail(y: number): number {
  logPair(y, log);
  const s = Math.sqrt(-log[0]);
  const low = (-log[0] - s * s - productError(s, s) - log[1]) / (2 * s);
  const c = ERFC_INVERSE[s < 3.25 ? (s < 1.25 ? 0 : s < 2 ? 1 : 2) : s < 5.5 ? 3 : s < 10 ? 4 : 5];
  return s + (low + polynomial(c, 1, s - c[0]));
}
