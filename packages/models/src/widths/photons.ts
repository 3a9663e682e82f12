import { ALPHA } from "../constants.js";
import { MASS } from "../masses.js";
import { bosonLoop, fermionLoop } from "./loops.js";

/**
 * Width of an axion-like particle to two photons, $\Gamma = g^2 m^3/(64\pi)$ for $\mathcal L=-\tfrac g4\,aF\tilde F$.
 *
 * @param m - mass, GeV, > 0
 * @param g - coupling, GeV⁻¹
 * @returns width, GeV
 * @see Dolan et al., arXiv:1709.00009
 *
 * @example
 * ```ts
 * alpToPhotons(1, 1e-3); // ≈ 4.974e-9
 * ```
 */
export function alpToPhotons(m: number, g: number): number {
  return (g * g * m ** 3) / (64 * Math.PI);
}

/**
 * Width of a vector below $2m_e$ to three photons through the electron loop,
 * $$\Gamma = \frac{g^2\alpha^3}{4\pi}\,\frac{1}{2^7 3^6 5^2\pi^3}\,\frac{m^9}{m_e^8}\Bigl(\frac{17}{5}+\frac{67}{42}\frac{m^2}{m_e^2}+\frac{128941}{246960}\frac{m^4}{m_e^4}\Bigr).$$
 * The series in $m/m_e$ is cut after three terms: 20 % low at $m=2m_e$.
 *
 * @param m - mass, GeV
 * @param g - vector coupling to electrons, dimensionless
 * @returns width, GeV; 0 from $2m_e$ on, where the pair takes over
 * @see McDermott, Patel, Ramani, arXiv:1705.00619
 */
export function vectorToThreePhotons(m: number, g: number): number {
  if (m >= 2 * MASS.e) return 0;
  const x = (m / MASS.e) ** 2;
  const series = 17 / 5 + (67 / 42) * x + (128941 / 246960) * x * x;
  // e^6/(4 pi)^4 = alpha^3/(4 pi)
  return (((g * g * ALPHA ** 3) / (4 * Math.PI)) * x ** 4 * m * series) / (2 ** 7 * 3 ** 6 * 5 ** 2 * Math.PI ** 3);
}

/** A charged fermion in the loop: its mass (GeV), $N_cQ^2$ and Yukawa coupling over mass (GeV⁻¹). */
export interface LoopFermion {
  /** Mass, GeV. */
  readonly mass: number;
  /** $N_c Q^2$. */
  readonly weight: number;
  /** Yukawa coupling over mass, GeV⁻¹; $\sin\theta/v$ for Higgs mixing. */
  readonly yukawaOverMass: number;
}

/**
 * Width of a scalar to two photons through loops of charged fermions, and of the $W$ for Higgs mixing,
 * $$\Gamma = \frac{\alpha^2 m^3}{256\pi^3}\Bigl|\sum_f N_cQ_f^2\,\frac{y_f}{m_f}\,2r(\tau_f)+\frac{\sin\theta}{v}A_1(\tau_W)\Bigr|^2 .$$
 *
 * @param m - mass of the scalar, GeV, > 0
 * @param fermions - the fermions in the loop
 * @param boson - $\sin\theta/v$, GeV⁻¹, of the $W$ loop; 0 for none
 * @returns width, GeV
 * @see Spira, Fortsch. Phys. 46 (1998) 203, hep-ph/9705337
 */
export function scalarToPhotons(m: number, fermions: readonly LoopFermion[], boson = 0): number {
  let re = boson === 0 ? 0 : boson * bosonLoop(m, MASS.W);
  let im = 0;
  for (const { mass, weight, yukawaOverMass } of fermions) {
    const [a, b] = fermionLoop(m, mass);
    re += 2 * weight * yukawaOverMass * a;
    im += 2 * weight * yukawaOverMass * b;
  }
  return ((ALPHA ** 2 * m ** 3) / (256 * Math.PI ** 3)) * (re * re + im * im);
}
