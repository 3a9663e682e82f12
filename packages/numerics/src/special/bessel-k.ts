import { exp } from "../elementary/exp.js";
import { log } from "../elementary/log.js";
import { square } from "../elementary/powers.js";

/** Step of the trapezoidal rule for arguments above 5. */
const STEP = 0.4;
/** Below it two terms of the series are enough. */
const SMALL = 1e-4;
const EULER = 0.5772156649015329;
/** Beyond it the integrand is below $e^{-40}$. */
const END = 6.4;
const gauss = /* @__PURE__ */ Float64Array.from({ length: 17 }, (_, k) => exp(-square(k * STEP)));

/**
 * Modified Bessel function of the second kind times $e^x$, $e^xK_n(x)$, for $n=1,2$: to a few roundings.
 *
 * The trapezoidal rule, which converges exponentially, on
 * $$e^xK_n(x)=\int_0^\infty e^{-x(\cosh t-1)}\cosh nt\,dt,\qquad u=\sqrt{2x}\,\sinh\tfrac t2,$$
 * a Gaussian in $u$ times an algebraic function.
 * @param n - Order.
 * @param x - Argument, > 0.
 * @returns The scaled value; `NaN` for an argument that is not > 0 or another order.
 * @see [DLMF 10.32.9](https://dlmf.nist.gov/10.32.E9)
 * @example
 * ```ts
 * besselKScaled(1, 5) * Math.exp(-5); // ≈ 0.0040446
 * ```
 */
export function besselKScaled(n: 1 | 2, x: number): number {
  const order: number = n;
  if (!(x > 0) || (order !== 1 && order !== 2)) return Number.NaN;
  if (x < SMALL) {
    // The next terms are of relative order x^4 ln x.
    const value = n === 1 ? 1 / x + (x / 2) * (log(x / 2) + EULER - 0.5) : 2 / (x * x) - 0.5;
    return value * exp(x);
  }
  // The nearest singularity, u = iy with y = sqrt(2x), leaves an error of exp(y^2 - 2 pi y / h).
  const fine = x >= 5;
  const h = fine ? STEP : (2 * Math.PI * Math.sqrt(2 * x)) / (38 + 2 * x);
  const steps = fine ? 16 : Math.ceil(END / h);
  let sum = 0.5 / Math.sqrt(2 * x);
  for (let k = 1; k <= steps; k++) {
    const u2 = square(k * h);
    const cosh = 1 + u2 / x;
    const weight = (fine ? gauss[k] : exp(-u2)) / Math.sqrt(2 * x + u2);
    sum += weight * (n === 1 ? cosh : 2 * cosh * cosh - 1);
  }
  return 2 * h * sum;
}
