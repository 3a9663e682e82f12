import type { Candidates } from "../selection/cut.js";

/** Events with two muons of opposite charge and no other track: one candidate an event. */
export interface Columns extends Candidates {
  /** Mass of the muon pair, GeV. */
  readonly mass: Float64Array;
  /** Squared mass of what recoils against it, GeV²; negative by resolution. */
  readonly recoilSquared: Float64Array;
  /** $|\cos\theta|$ of the muons in the frame of the pair, against its direction in the centre-of-mass frame. */
  readonly helicity: Float64Array;
  /** Larger transverse impact parameter of the two tracks, cm. */
  readonly d0: Float64Array;
  /** Larger distance of the two from the interaction point along the beams, cm. */
  readonly z0: Float64Array;
  /** Smaller polar angle of the two muons in the laboratory, rad. */
  readonly forwardTheta: Float64Array;
  /** Larger one, rad. */
  readonly backwardTheta: Float64Array;
  /** Cosine of the angle between the muons in the transverse plane. */
  readonly openingCosine: Float64Array;
  /** Transverse momentum of the pair in the centre-of-mass frame, GeV. */
  readonly pairPt: Float64Array;
  /** Polar angle of the missing momentum in the laboratory, rad. */
  readonly recoilTheta: Float64Array;
  /** Largest energy of a cluster that belongs to a muon, GeV. */
  readonly muonCluster: Float64Array;
  /** Largest cosine of the angle between a photon and the missing momentum; −1 without photons. */
  readonly photonCosine: Float64Array;
  /** Energy of all photons, GeV. */
  readonly photonSum: Float64Array;
  /** 1 where the trigger fired. */
  readonly fired: Uint8Array;
}
