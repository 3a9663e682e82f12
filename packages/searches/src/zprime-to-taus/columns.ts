import type { Candidates } from "../selection/cut.js";

/** Pairs of tracks of opposite charge in events with four tracks from the collision point; four pairs an event. */
export interface TrackPairs extends Candidates {
  /** 1 where the pair are the muons that the signal was produced with. */
  readonly right: Uint8Array;
  /** Mass of the four tracks, each taken as a muon if it is called so and as a pion if not, GeV. */
  readonly fourTrackMass: Float64Array;
  /** Probability that the pair is called two muons: between 0 and 1 where pions stand for muons. */
  readonly weight: Float64Array;
  /** 1 where a level-1 line of the search fired. */
  readonly trigger: Uint8Array;
  /** Mass of what recoils against the pair taken as muons, GeV. */
  readonly recoilMass: Float64Array;
}
