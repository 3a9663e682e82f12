import { atan2 } from "@belladonna/numerics/elementary";
import { components, type Momenta } from "./momenta.js";

/** Fox–Wolfram moments of an event. */
export interface FoxWolfram {
  /** $H_l$, GeV², for $l = 0 \ldots l_{\max}$. */
  readonly moments: readonly number[];
  /** $R_l = H_l/H_0$. */
  readonly ratios: readonly number[];
}

/**
 * Fox–Wolfram moments $H_l = \sum_{ij}|\vec p_i||\vec p_j|P_l(\cos\theta_{ij})$ over all pairs, each particle with itself
 * too, and their ratios $R_l = H_l/H_0$ (G. C. Fox, S. Wolfram, Phys. Rev. Lett. 41 (1978) 1581, without its division by
 * $s$).
 *
 * @param momenta - Momenta of the event, GeV.
 * @param lMax - Highest $l$, 4 when absent.
 * @returns Ratios are `NaN` when there is no momentum at all.
 * @throws RangeError when `lMax` is not an integer ≥ 0, or a component is no number up to 1e70 GeV in size.
 * @example
 * ```ts
 * foxWolfram([{ px: 1, py: 0, pz: 0 }, { px: 0, py: 1, pz: 0 }]).ratios[2]; // ≈ 0.25
 * ```
 */
export function foxWolfram(momenta: Momenta, lMax = 4): FoxWolfram {
  if (!(Number.isInteger(lMax) && lMax >= 0 && lMax <= 1000))
    throw new RangeError(`foxWolfram: lMax must be >= 0, got ${lMax} (1000 at most)`);
  const { px, py, pz } = components("foxWolfram", momenta);
  const p = px.map((x, i) => Math.sqrt(x * x + py[i] * py[i] + pz[i] * pz[i]));
  const moments = Array<number>(lMax + 1).fill(0);
  for (let i = 0; i < px.length; i++) {
    if (p[i] === 0) continue;
    for (let l = 0; l <= lMax; l++) moments[l] += p[i] * p[i];
    for (let j = 0; j < i; j++) {
      if (p[j] === 0) continue;
      const sizes = p[i] * p[j];
      const cosine = (px[i] * px[j] + py[i] * py[j] + pz[i] * pz[j]) / sizes;
      addLegendre(moments, cosine, 2 * sizes);
    }
  }
  return { moments, ratios: moments.map((h) => h / moments[0]) };
}

/** Adds $w P_l(x)$ for all $l$, by $(l+1)P_{l+1} = (2l+1)xP_l - lP_{l-1}$. */
function addLegendre(sums: number[], x: number, w: number): void {
  let below = 0;
  let value = 1;
  for (let l = 0; l < sums.length; l++) {
    sums[l] += w * value;
    [below, value] = [value, ((2 * l + 1) * x * value - l * below) / (l + 1)];
  }
}

/**
 * Momentum flow in cones around an axis (CLEO, Phys. Rev. D 53 (1996) 1039): the sum of $|\vec p|$ in `count` equal
 * intervals of the angle to the axis from 0 to 90 degrees, both directions of the axis taken together.
 *
 * ```ts
 * const momenta = [{ px: 0, py: 0, pz: 2 }, { px: 0, py: 0, pz: -1 }, { px: 0.5, py: 0, pz: 0 }];
 * cleoCones(momenta, [0, 0, 1], 3); // [3, 0, 0.5]
 * ```
 * @param momenta - Momenta to be counted, GeV; for a continuum veto those of the rest of the event.
 * @param axis - Unit vector, usually the thrust axis of the signal candidate.
 * @param count - Number of cones; 9 of 10 degrees when absent.
 * @returns Sums of momenta, GeV, from the axis outwards.
 * @throws RangeError when `count` is not an integer > 0, or a component is no number up to 1e70 GeV in size.
 */
export function cleoCones(momenta: Momenta, axis: readonly [number, number, number], count = 9): number[] {
  if (!(Number.isInteger(count) && count > 0 && count <= 1000))
    throw new RangeError(`cleoCones: count must be > 0, got ${count} (1000 at most)`);
  const { px, py, pz } = components("cleoCones", momenta);
  const [ax, ay, az] = axis;
  const cones = Array<number>(count).fill(0);
  for (let i = 0; i < px.length; i++) {
    const along = Math.abs(px[i] * ax + py[i] * ay + pz[i] * az);
    const cx = py[i] * az - pz[i] * ay;
    const cy = pz[i] * ax - px[i] * az;
    const cz = px[i] * ay - py[i] * ax;
    const angle = atan2(Math.sqrt(cx * cx + cy * cy + cz * cz), along);
    const cone = Math.min(count - 1, Math.floor((angle / (Math.PI / 2)) * count));
    cones[cone] += Math.sqrt(px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i]);
  }
  return cones;
}
