import { exp } from "../elementary/exp.js";
import { erfcx } from "./erf.js";

const SQRT_2PI = 2.5066282746310002;

/** Both shapes above this: the expansion of {@link largeShapesTail} is at full precision, the continued fraction long. */
export const LARGE_SHAPE = 1e8;

/**
 * $I_x(a, b)$ of two large shapes: $\frac12\operatorname{erfc}(\mp\sqrt D)$ and the first term of Temme's uniform
 * expansion, whose rest is of the order of $\min(a, b)^{-3/2}$.
 * @param distance - $x(a + b) - a$, without cancellation.
 * @param deviance - $D = a\ln\frac{a}{x(a + b)} + b\ln\frac{b}{(1 - x)(a + b)} \ge 0$.
 * @see [DLMF 8.18.9](https://dlmf.nist.gov/8.18.E9)
 */
export function largeShapesTail(distance: number, deviance: number, a: number, b: number): number {
  const n = a + b;
  const sd = Math.sqrt((a / n) * b);
  const delta = distance / sd;
  const sign = delta < 0 ? -1 : 1;
  // 1/eta - sqrt(x0 (1 - x0))/(x - x0) over sqrt(n); near the mean its limit, for there the two cancel.
  const difference = Math.abs(delta) < 1e-4 ? (b / n - a / n) / (3 * sd) : sign / Math.sqrt(2 * deviance) - 1 / delta;
  const scale = exp(-deviance);
  const rest = (scale * difference) / SQRT_2PI;
  const tail = 0.5 * scale * erfcx(Math.sqrt(deviance)) - sign * rest;
  return delta < 0 ? tail : 1 - tail;
}
