import { subtract } from "./arithmetic.js";
import type { Beams } from "./beams.js";
import type { FourVector } from "./four-vector.js";

/**
 * What is left of the initial state when `vs` are taken away: $p_\text{recoil} = P - \sum_i p_i$, in the frame all are
 * given in. The missing four-momentum of an event is the recoil against everything seen.
 *
 * Its signed mass is that of the resulting components without cancellation ({@link subtract}).
 *
 * @param initial - Beams, for the lab frame, or the total four-momentum in any frame.
 * @param vs - What was detected; nothing gives the initial state itself.
 * @example
 * ```ts
 * recoil(fourVector({ px: 0, py: 0, pz: 0, m: 10 }), fromPThetaPhi(4, 1, 2, 0)).m; // ≈ 4.4721
 * ```
 */
export function recoil(initial: Beams | FourVector, ...vs: readonly FourVector[]): FourVector {
  let rest = "total" in initial ? initial.total : initial;
  if (vs.length === 0) return rest;
  let px = 0;
  let py = 0;
  let pz = 0;
  let e = 0;
  for (const v of vs) {
    px += v.px;
    py += v.py;
    pz += v.pz;
    e += v.e;
  }
  rest = subtract(rest, { px, py, pz, e, m: 0 });
  return rest;
}

/**
 * Recoil mass squared from the energy the detected system has in the centre-of-mass frame:
 * $m^2_\text{recoil} = s + m^2 - 2\sqrt{s}\,E^*$, GeV².
 *
 * ```ts
 * recoilMassSquared(10.58, 5.29, 0); // 0
 * ```
 * @param sqrtS - Centre-of-mass energy, GeV.
 * @param eCms - Energy of the detected system in the centre-of-mass frame, GeV.
 * @param m - Mass of the detected system, GeV.
 */
export function recoilMassSquared(sqrtS: number, eCms: number, m: number): number {
  return sqrtS * (sqrtS - 2 * eCms) + m * m;
}
