import { vacuumPolarisationFactor } from "@belladonna/models";

/**
 * Least width of a resonance in the vacuum polarisation of amplitudes, GeV. To make a $J/\psi$ or $\Upsilon$ is another process,
 * which the processes here leave to themselves; of those narrow peaks only the tails belong to a photon.
 */
const NARROWEST = 0.02;

/**
 * What the vacuum polarisation of one time-like photon does to a rate, $|1-\Delta\alpha(q^2)|^{-2}$, without narrow peaks.
 *
 * ```ts
 * photonDressing(100); // ≈ 1.064
 * ```
 * @param q2 - $q^2$, GeV², >= 0.
 */
export function photonDressing(q2: number): number {
  return vacuumPolarisationFactor(q2, NARROWEST);
}
