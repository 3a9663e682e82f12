import {
  add,
  boostFromRestOf,
  boostToRestOf,
  type FourVector,
  fourVector,
  phi,
  rotateY,
  rotateZ,
  subtract,
  theta,
} from "@belladonna/kinematics";
import type { RandomStream } from "@belladonna/numerics";
import { drawPhotons, type RadiatingLepton } from "./lepton-photons.js";

/** A dipole that has radiated. */
export interface RadiatedDipole {
  /** The lepton. */
  readonly lepton: FourVector;
  /** What takes the recoil, in the order given. */
  readonly others: readonly FourVector[];
  /** The photons. */
  readonly photons: readonly FourVector[];
  /** Whether each of them flies with the lepton rather than with what is opposite. */
  readonly ahead: readonly boolean[];
}

/** How often photons are drawn again because they take more energy than there is. */
const TRIALS = 100;

/**
 * Radiation of a lepton and what it recoils against. Their sum keeps its momentum; in the frame of what the photons leave,
 * lepton and recoil are back to back along the direction they had.
 *
 * @param lepton - The lepton.
 * @param others - Its antiparticle, or the other products of its mother; those keep their momenta in their common frame.
 * @param other - Which of the two.
 * @param leastEnergy - Energy in the common frame below which photons are left out, GeV.
 * @param random - Stream.
 * @returns Momenta after radiation; nothing where there is none.
 */
export function radiateDipole(
  lepton: FourVector,
  others: readonly FourVector[],
  other: RadiatingLepton["other"],
  leastEnergy: number,
  random: RandomStream,
): RadiatedDipole | undefined {
  const rest = others.length === 1 ? others[0] : add(...others);
  const total = add(lepton, rest);
  const atRest = boostToRestOf(lepton, total);
  const [polar, azimuth] = [theta(atRest), phi(atRest)];
  const turned = (v: FourVector): FourVector => rotateZ(rotateY(v, polar), azimuth);
  const toLab = (v: FourVector): FourVector => boostFromRestOf(v, total);
  for (let trial = 0; trial < TRIALS; trial++) {
    const drawn = drawPhotons({ energy: atRest.e, mass: lepton.m, other }, leastEnergy, random);
    if (drawn.length === 0) return undefined;
    const left = subtract(fourVector({ px: 0, py: 0, pz: 0, m: total.m }), add(...drawn));
    const [sum, gap, m] = [lepton.m + rest.m, lepton.m - rest.m, left.m];
    if (!(left.e > 0 && m > sum)) continue;
    const p = Math.sqrt((m - sum) * (m + sum) * (m - gap) * (m + gap)) / (2 * m);
    const along = (pz: number, mass: number): FourVector =>
      toLab(turned(boostFromRestOf(fourVector({ px: 0, py: 0, pz, m: mass }), left)));
    const recoil = along(-p, rest.m);
    return {
      lepton: along(p, lepton.m),
      others: others.length === 1 ? [recoil] : others.map((v) => boostFromRestOf(boostToRestOf(v, rest), recoil)),
      photons: drawn.map((v) => toLab(turned(v))),
      ahead: drawn.map(({ pz }) => pz > 0),
    };
  }
  return undefined;
}
