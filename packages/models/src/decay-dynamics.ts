/** The squared matrix element of a decay, up to a constant. */
export interface DecayDynamics {
  /** No value is larger, whatever the momenta; searched for with a fixed random stream when absent. */
  readonly bound?: number;
  /**
   * Squared matrix element.
   * @param momenta - $p_x, p_y, p_z, E$ of each product in the rest frame of the parent, GeV.
   * @param spin - Polarisation vector of the parent in its rest frame, of length 0 (unpolarised) to 1.
   */
  value(momenta: Float64Array, spin: Float64Array): number;
}
