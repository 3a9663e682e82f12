import type { Candidates } from "../selection/cut.js";

/**
 * Combinations of a prompt kaon (and pion) with two tracks of opposite charge that have the identity of the pair: one
 * candidate a combination, many an event.
 */
export interface Columns extends Candidates {
  /** Number of the two tracks of the scalar within the sample: combinations that differ in the prompt hadrons only share it. */
  readonly pair: Int32Array;
  /** Smaller transverse momentum of the two tracks of the scalar, GeV. */
  readonly pairPt: Float64Array;
  /** Probability of a worse common vertex. */
  readonly vertexProbability: Float64Array;
  /** Distance of the vertex from the axis, cm. */
  readonly displacement: Float64Array;
  /** Cosine of the angle between momentum and flight of the scalar, in the transverse plane. */
  readonly pointing: Float64Array;
  /** Mass of the prompt kaon and pion, GeV; `NaN` without a pion. */
  readonly kStarMass: Float64Array;
  /** $|\Delta E|$, GeV. */
  readonly deltaE: Float64Array;
  /** Beam-constrained mass, GeV; `NaN` where the momentum exceeds half the energy. */
  readonly mBc: Float64Array;
  /** Second Fox–Wolfram ratio of the event. */
  readonly r2: Float64Array;
  /** Reduced mass of the pair, GeV. */
  readonly reducedMass: Float64Array;
  /** Chance that the trigger keeps the event: prescales of the high level. */
  readonly trigger: Float64Array;
  /** Chance that none of the hadrons decays before it is measured. */
  readonly survival: Float64Array;
}
