import type { FourVectors } from "@belladonna/kinematics";

/**
 * A set of phase-space maps ("channels") for one process, each flattening some of its peaks.
 *
 * A channel turns uniforms into final momenta in the centre-of-mass frame with $e^-$ along $+z$; `densities` says how
 * densely every channel fills phase space at given momenta, so that all of them together can be reweighted
 * (multichannel Monte Carlo).
 * @see R. Kleiss, R. Pittau, Comput. Phys. Commun. 83 (1994) 141.
 */
export interface Sampler {
  /** Number of channels. */
  readonly channels: number;
  /** Uniforms a channel takes per event. */
  readonly dimensions: number;
  /**
   * Make the final momenta of one event.
   * @param channel - Index of the channel.
   * @param u - Uniforms in (0, 1), `dimensions` of them.
   * @param sqrtS - Centre-of-mass energy, GeV.
   * @param momenta - Columns of the final particles, GeV.
   * @param i - Row to write.
   * @returns False where the uniforms fall outside phase space.
   */
  sample(channel: number, u: Float64Array, sqrtS: number, momenta: readonly FourVectors[], i: number): boolean;
  /**
   * Density of each channel at given momenta: events per unit of
   * $\mathrm{d}\Phi_n = (2\pi)^4 \delta^4(P - \sum k) \prod \mathrm{d}^3 k / ((2\pi)^3 2 E)$.
   * @param sqrtS - Centre-of-mass energy, GeV.
   * @param momenta - Columns of the final particles, GeV.
   * @param i - Row to read.
   * @param out - Receives one density a channel.
   */
  densities(sqrtS: number, momenta: readonly FourVectors[], i: number, out: Float64Array): void;
}
