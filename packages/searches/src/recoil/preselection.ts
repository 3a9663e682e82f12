import type { Beams } from "@belladonna/kinematics";
import { type CutTable, leastAt } from "./cut-table.js";
import { across, boost, square } from "./recoil-momenta.js";

/** Share of each cut on the momenta of the recoil that true momenta have to reach. */
const SHARE = 0.85;

/** Squared masses around the true one at which an event may be reconstructed: some resolutions either way, GeV². */
const SHIFTS = [-0.9, 0, 0.9] as const;

/** Two leptons: $p_x, p_y, p_z, E$ of one and then of the other, GeV. */
type LeptonMomenta = Float64Array;

/** Bounds on true momenta that no selected event is outside of. */
export interface Preselection {
  /** Least transverse momentum of a lepton, GeV. */
  readonly leptonPt: number;
  /** Least transverse momentum of the recoil, GeV. */
  readonly recoilPt: number;
  /** Whether an event with these true leptons, in the lab, can be selected. */
  readonly mayPass: (beams: Beams, leptons: LeptonMomenta) => boolean;
}

/**
 * What events have to have to be worth their simulation.
 *
 * @param leastPt - Least transverse momentum of a reconstructed lepton, GeV.
 * @param recoilPt - Least momentum of a reconstructed recoil across the beam, GeV.
 * @param tables - Cuts on the momenta of the recoil; an event is to pass one of them.
 */
export function preselection(leastPt: number, recoilPt: number, tables: readonly CutTable[]): Preselection {
  const leptonPt = 0.97 * leastPt;
  const loosePt = SHARE * recoilPt;
  const mayPass = ({ total, boostVector, sqrtS }: Beams, m: LeptonMomenta): boolean => {
    const a2 = m[0] * m[0] + m[1] * m[1];
    const b2 = m[4] * m[4] + m[5] * m[5];
    const least = leptonPt * leptonPt;
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
    if (beam < loosePt) return false;
    boost(boostVector, gamma, m[0], m[1], m[2], m[3], one);
    boost(boostVector, gamma, m[4], m[5], m[6], m[7], two);
    const first = across(recoil, one);
    const second = across(recoil, two);
    const swapped = square(two) > square(one);
    const [fast, slow] = swapped ? [second, first] : [first, second];
    const mass2 = e * e - x * x - y * y - z * z;
    return tables.some((table) => SHIFTS.some((shift) => above(table, mass2 + shift, beam, fast, slow)));
  };
  return { leptonPt, recoilPt: loosePt, mayPass };
}

const recoil = new Float64Array(3);
const one = new Float64Array(3);
const two = new Float64Array(3);

/** Whether the momenta of a recoil are above {@link SHARE} of what a table asks for. */
function above(table: CutTable, mass2: number, beam: number, fast: number, slow: number): boolean {
  return (
    beam > SHARE * leastAt(table, "beam", mass2) &&
    fast > SHARE * leastAt(table, "fast", mass2) &&
    slow > SHARE * leastAt(table, "slow", mass2)
  );
}
