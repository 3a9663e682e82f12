import type { FourVectors } from "@belladonna/kinematics";
import type { Leg } from "./plan.js";

/**
 * $p_i \cdot p_j - m_i m_j \ge 0$ for a pair of on-shell momenta, without cancellation however close they are:
 *
 * $$m_i m_j (\cosh\Delta y - 1) + |p_i||p_j|(1 - \cos\theta_{ij}), \quad
 * E + |p| = m e^y, \quad \cosh\Delta y - 1 = \frac{(r - 1)^2}{2r}, \ r = e^{\Delta y}.$$
 *
 * With a massless partner the first term is $m_i^2 |p_j| / (E_i + |p_i|)$.
 */
export function pairExcess(
  ax: number,
  ay: number,
  az: number,
  ma: number,
  bx: number,
  by: number,
  bz: number,
  mb: number,
): number {
  const p = Math.sqrt(ax * ax + ay * ay + az * az);
  const q = Math.sqrt(bx * bx + by * by + bz * bz);
  const inner = ax * bx + ay * by + az * bz;
  let angular: number;
  if (inner > 0.5 * p * q) {
    const cx = ay * bz - az * by;
    const cy = az * bx - ax * bz;
    const cz = ax * by - ay * bx;
    angular = (cx * cx + cy * cy + cz * cz) / (p * q + inner);
  } else {
    angular = p * q - inner;
  }
  const lead = Math.sqrt(p * p + ma * ma) + p;
  const other = Math.sqrt(q * q + mb * mb) + q;
  if (ma === 0 && mb === 0) return angular;
  if (mb === 0) return angular + (ma * ma * q) / lead;
  if (ma === 0) return angular + (mb * mb * p) / other;
  const numerator = lead * mb - other * ma;
  return angular + (numerator * numerator) / (2 * lead * other);
}

/**
 * $p_i \cdot p_j - m_i m_j$ of all pairs of legs for a block of events.
 * @param out - Receives the pair $(i, j)$, $i < j$, at `(i n + j) B`.
 */
export function pairExcesses(
  legs: readonly Leg[],
  momenta: readonly FourVectors[],
  from: number,
  n: number,
  out: Float64Array,
  B: number,
): void {
  for (let a = 0; a < legs.length; a++) {
    for (let b = a + 1; b < legs.length; b++) {
      const at = (a * legs.length + b) * B;
      const ma = legs[a].field.mass;
      const mb = legs[b].field.mass;
      const p = momenta[a];
      const q = momenta[b];
      for (let i = 0; i < n; i++) {
        const k = from + i;
        out[at + i] = pairExcess(p.px[k], p.py[k], p.pz[k], ma, q.px[k], q.py[k], q.pz[k], mb);
      }
    }
  }
}

/**
 * $q^2 - m^2$ of a set of legs with all momenta incoming,
 * $(\sum \pm m_k)^2 - m^2 + 2 \sum_{i<j} \pm\pm (p_i \cdot p_j - m_i m_j)$: the masses cancel exactly.
 *
 * All other legs have the same $q^2$; the smaller of the two sets is taken, as its sum cancels less: a photon exchanged
 * next to the positron has $q^2$ from the two legs there.
 */
export function denominators(
  legs: readonly Leg[],
  set: number,
  mass: number,
  excesses: Float64Array,
  n: number,
  out: Float64Array,
  at: number,
  B: number,
): void {
  let sum = 0;
  const members = smallerSide(legs.length, set);
  for (const k of members) sum += legs[k].direction * legs[k].field.mass;
  out.fill((sum - mass) * (sum + mass), at, at + n);
  for (let x = 0; x < members.length; x++) {
    for (let y = x + 1; y < members.length; y++) {
      const from = (members[x] * legs.length + members[y]) * B;
      const sign = 2 * legs[members[x]].direction * legs[members[y]].direction;
      for (let i = 0; i < n; i++) out[at + i] += sign * excesses[from + i];
    }
  }
}

/** Legs of a set, or the legs that are not in it where these are fewer. */
export function smallerSide(legs: number, set: number): number[] {
  const inside: number[] = [];
  const outside: number[] = [];
  for (let k = 0; k < legs; k++) ((set & (1 << k)) !== 0 ? inside : outside).push(k);
  return outside.length < inside.length ? outside : inside;
}
