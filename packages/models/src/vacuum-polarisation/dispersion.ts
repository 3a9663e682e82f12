import { log } from "@belladonna/numerics/elementary";
import { ALPHA } from "../constants.js";

/**
 * $-\frac{\alpha s}{3\pi}\,P\!\int\frac{R(s')\,ds'}{s'(s'-s)}$ with $R$ straight in $s'$ between its points: each piece in
 * closed form, so that the principal value is exact. Above the last point $R$ is held.
 *
 * @param s - $q^2$, GeV², > 0, not one of the points
 * @param squares - points $s'$, rising, GeV²
 * @param ratios - $R$ there
 * @returns the real part of $\Delta\alpha$
 */
export function dispersionIntegral(s: number, squares: Float64Array, ratios: Float64Array): number {
  let integral = 0;
  for (let k = 0; k + 1 < squares.length; k++) {
    const [a, b] = [squares[k], squares[k + 1]];
    if (a === b) continue;
    const slope = (ratios[k + 1] - ratios[k]) / (b - a);
    const pole = log(Math.abs((b - s) / (a - s)));
    // R/(s'(s'−s)) = slope/(s'−s) + R(0) [1/(s'−s) − 1/s'] / s.
    integral += slope * pole + ((ratios[k] - slope * a) / s) * (pole - log(b / a));
  }
  const last = squares.length - 1;
  integral -= (ratios[last] / s) * log(Math.abs(1 - s / squares[last]));
  return -((ALPHA * s) / (3 * Math.PI)) * integral;
}
