import type { Candidates } from "../selection/cut.js";

/** Events with four tracks of no net charge of which one is a lepton: one candidate an event. */
export interface Columns extends Candidates {
  /** Largest transverse impact parameter of the four tracks, cm. */
  readonly d0: Float64Array;
  /** Largest distance of the four from the interaction point along the beams, cm. */
  readonly z0: Float64Array;
  /** Energy of the hardest photon in the laboratory, GeV. */
  readonly hardestPhoton: Float64Array;
  /** Number of pairs of photons that are taken for a neutral pion. */
  readonly neutralPions: Float64Array;
  /** Thrust of tracks and photons in the centre-of-mass frame. */
  readonly thrust: Float64Array;
  /** Energy of tracks and photons in the centre-of-mass frame, GeV. */
  readonly visibleEnergy: Float64Array;
  /** 1 where the thrust axis has one track on one side and three on the other. */
  readonly oneAgainstThree: Uint8Array;
  /** 1 where that one track is the lepton. */
  readonly loneLepton: Uint8Array;
  /** Invariant mass of the three tracks as pions, GeV; `NaN` where they are not three. */
  readonly tagMass: Float64Array;
  /** Laboratory momentum of the lepton, GeV; `NaN` where it is not alone, as the next three. */
  readonly momentum: Float64Array;
  /** $x = 2E^*_\ell/m_\tau$ in the pseudo-rest frame. */
  readonly x: Float64Array;
  /** The same with the momenta of all tracks scaled up by their uncertainty. */
  readonly xUp: Float64Array;
  /** The same with them scaled down. */
  readonly xDown: Float64Array;
  /** 1 where the trigger fired; it is only asked about what passes all other cuts. */
  readonly fired: Uint8Array;
}
