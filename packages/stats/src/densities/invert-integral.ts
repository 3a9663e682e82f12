import type { Density } from "./density.js";

const point = new Float64Array(1);
const value = new Float64Array(1);

/** The point below which a part `u` in (0, 1) of a density lies: Newton steps inside a bracket. */
export function invertIntegral(density: Density, theta: Float64Array, u: number): number {
  let [low, high] = density.range;
  const total = density.integral(theta, low, high);
  const start = low;
  let x = low + u * (high - low);
  for (let i = 0; i < 200 && high - low > 1e-15 * (Math.abs(low) + Math.abs(high)); i++) {
    const excess = density.integral(theta, start, x) / total - u;
    if (excess > 0) high = x;
    else low = x;
    point[0] = x;
    density.evaluate(theta, point, 1, value);
    const next = x - (excess * total) / value[0];
    const inside = next > low && next < high;
    if (inside && Math.abs(next - x) < 1e-14 * Math.abs(high - low)) return next;
    x = inside ? next : 0.5 * (low + high);
  }
  return x;
}
