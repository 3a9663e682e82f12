import type { Candidates } from "../selection/cut.js";

/** Pairs of photons in events with three photons, each with the photon that recoils against it; three pairs an event. */
export interface PhotonPairs extends Candidates {
  /** 1 where the pair is the one the signal decayed to. */
  readonly right: Uint8Array;
  /** Shower-shape classifier of the more isolated of the two softer photons, in (0, 1). */
  readonly shape: Float64Array;
  /** Invariant mass of the three photons over the centre-of-mass energy. */
  readonly threePhotonMass: Float64Array;
  /** 1 where the level-1 input of the search is set. */
  readonly trigger: Uint8Array;
  /** $M^2$ of the pair, GeV². */
  readonly diphoton: Float64Array;
  /** $M^2$ of what recoils against the third photon, GeV². */
  readonly recoil: Float64Array;
}

/** The quantity a hypothesis is fitted in: the squared mass of a photon pair, or of what recoils against a photon. */
export type Observable = "diphoton" | "recoil";
