import type { Beams } from "@belladonna/kinematics";
import { across, boost, square } from "./recoil-momenta.js";
import { type CutTable, leastAt, MUON_PT, TABLES } from "./selection.js";

/** Bounds on true momenta that no selected event is outside of, GeV. */
export const loose = {
  /** Transverse momentum of a muon. */
  muonPt: 0.97 * MUON_PT.value,
  /** Transverse momentum of the recoil. */
  recoilPt: 0.85 * Math.min(...TABLES.counting.map(([, beam]) => beam)),
  /** Share of each cut on the momenta of the recoil. */
  share: 0.85,
} as const;

/** Squared masses around the true one at which an event may be reconstructed: some resolutions either way, GeV². */
const SHIFTS = [-0.9, 0, 0.9] as const;

/** Two muons: $p_x, p_y, p_z, E$ of one and then of the other, GeV. */
export type MuonPair = Float64Array;

/** Whether an event with these true muons, in the lab, can be selected in either analysis. */
export function mayPass({ total, boostVector, sqrtS }: Beams, m: MuonPair): boolean {
  const a2 = m[0] * m[0] + m[1] * m[1];
  const b2 = m[4] * m[4] + m[5] * m[5];
  const least = loose.muonPt * loose.muonPt;
  if (!(a2 > least && b2 > least) || m[0] * m[4] + m[1] * m[5] > 0.02 * Math.sqrt(a2 * b2)) return false;
  const x = total.px - m[0] - m[4];
  const y = total.py - m[1] - m[5];
  const z = total.pz - m[2] - m[6];
  const t = Math.sqrt(x * x + y * y);
  // The barrel with a margin of two degrees: cot 30.2° and cot 130.7°.
  if (!(t > 0 && z < 1.72 * t && z > -0.86 * t)) return false;
  const e = total.e - m[3] - m[7];
  const gamma = total.e / sqrtS;
  boost(boostVector, gamma, x, y, z, e, recoil);
  const beam = Math.sqrt(recoil[0] * recoil[0] + recoil[1] * recoil[1]);
  if (beam < loose.recoilPt) return false;
  boost(boostVector, gamma, m[0], m[1], m[2], m[3], one);
  boost(boostVector, gamma, m[4], m[5], m[6], m[7], two);
  const first = across(recoil, one);
  const second = across(recoil, two);
  const swapped = square(two) > square(one);
  const [fast, slow] = swapped ? [second, first] : [first, second];
  const mass2 = e * e - x * x - y * y - z * z;
  for (const table of [TABLES.template, TABLES.counting]) {
    for (const shift of SHIFTS) if (above(table, mass2 + shift, beam, fast, slow, loose.share)) return true;
  }
  return false;
}

const recoil = new Float64Array(3);
const one = new Float64Array(3);
const two = new Float64Array(3);

/** Whether the momenta of a recoil are above a share of what a table asks for. */
function above(table: CutTable, mass2: number, beam: number, fast: number, slow: number, share: number): boolean {
  return (
    beam > share * leastAt(table, "beam", mass2) &&
    fast > share * leastAt(table, "fast", mass2) &&
    slow > share * leastAt(table, "slow", mass2)
  );
}
