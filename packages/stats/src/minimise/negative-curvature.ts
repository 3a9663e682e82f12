import type { Descent, Surface } from "./descent.js";
import { symmetricEigen } from "@belladonna/numerics";

/**
 * At a point whose gradient vanishes but whose Hessian is not positive definite: step along the direction of most
 * negative curvature, in units of the diagonal, to a lower value.
 * @returns `"down"` when `d.theta` was moved, `"flat"` when the curvature is not negative but zero, else `"stuck"`.
 */
export function downhill(s: Surface, d: Descent, range: number): "down" | "flat" | "stuck" {
  const n = d.theta.length;
  const { working, size: m } = d.box;
  const a = new Float64Array(m * m);
  for (let k = 0; k < m; k++) {
    for (let l = 0; l < m; l++) {
      const i = working[k];
      const j = working[l];
      a[k * m + l] = d.metric[i * n + j] / Math.sqrt(d.scale[i] * d.scale[j]);
    }
  }
  const { values, vectors } = symmetricEigen(a, m);
  let low = 0;
  for (let k = 1; k < m; k++) if (values[k] < values[low]) low = k;
  if (values[low] > -1e-7) return "flat";
  const best = d.theta.slice();
  let value = d.value - 1e-3 * Math.abs(values[low]) * range;
  let found = false;
  for (let length = 1; length > 1e-6 && !found; length *= 0.25) {
    for (const sign of [1, -1]) {
      d.trial.set(d.theta);
      for (let k = 0; k < m; k++) {
        const i = working[k];
        const move = sign * length * vectors[k * m + low] * Math.sqrt((2 * range) / d.scale[i]);
        d.trial[i] = Math.min(Math.max(d.theta[i] + move, d.low[i]), d.high[i]);
      }
      const f = s.value(d.trial);
      if (f < value) {
        value = f;
        best.set(d.trial);
        found = true;
      }
    }
    value = found ? value : d.value - 1e-3 * Math.abs(values[low]) * range * length * length * 0.0625;
  }
  if (!found) return "stuck";
  d.theta.set(best);
  return "down";
}
