import type { Candidates } from "../selection/cut.js";

/** Kaons, or pairs of a kaon and a pion, of which one $B$ is made: one or several an event. */
export interface Columns extends Candidates {
  /** Largest transverse impact parameter of the tracks, cm. */
  readonly d0: Float64Array;
  /** Largest distance of them from the interaction point along the beams, cm. */
  readonly z0: Float64Array;
  /** Least transverse momentum of them, GeV. */
  readonly pt: Float64Array;
  /** Mass of kaon and pion, GeV; `NaN` for a kaon alone. */
  readonly mass: Float64Array;
  /** Tracks of the event. */
  readonly tracks: Float64Array;
  /** Energy of tracks and photons of the event in the centre-of-mass frame, GeV. */
  readonly energy: Float64Array;
  /** Polar angle of what is missing to momentum balance in the centre-of-mass frame, degrees. */
  readonly missing: Float64Array;
  /** Reconstructed $q^2$, GeV². */
  readonly q2: Float64Array;
  /** 1 where all tracks come from the decay that was generated; everywhere where none was. */
  readonly right: Uint8Array;
  /** 1 where the trigger fired. */
  readonly fired: Uint8Array;
}
