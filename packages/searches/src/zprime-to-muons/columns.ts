import type { Candidates } from "../selection/cut.js";

/** Pairs of tracks of opposite charge in events with four tracks from the collision point; four pairs an event. */
export interface MuonPairs extends Candidates {
  /** 1 where the pair is the one the signal decayed to. */
  readonly right: Uint8Array;
  /** Number of identified muons among the four tracks. */
  readonly muons: Uint8Array;
  /** Mass of the four tracks taken as muons, GeV. */
  readonly fourTrackMass: Float64Array;
  /** Energy of the clusters of the event that have no track, GeV. */
  readonly neutralEnergy: Float64Array;
  /** 1 where a level-1 line of the search fired. */
  readonly trigger: Uint8Array;
  /** Reduced mass $M_R = \sqrt{M^2(\mu\mu) - 4m_\mu^2}$ of the pair, GeV. */
  readonly reducedMass: Float64Array;
}
