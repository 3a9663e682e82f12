import { cube, integerPower, square } from "@belladonna/numerics/elementary";
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
  return (g * g * cube(m)) / (64 * Math.PI);
}

/** Coefficients of $(m/m_e)^{2k}$ in the width of a vector to three photons, over that of $k=0$. */
const threePhotons = [
  1,
  335 / 714,
  128941 / 839664,
  44787 / 1026256,
  1249649333 / 108064756800,
  36494147 / 12382420050,
  867635449 / 1614300688000,
] as const;

/**
 * Width of a vector below $2m_e$ to three photons through the electron loop,
 * $$\Gamma = \frac{g^2\alpha^3}{4\pi}\,\frac{17}{2^7 3^6 5^3\pi^3}\,\frac{m^9}{m_e^8}\sum_{k=0}^{6}c_k\Bigl(\frac{m}{m_e}\Bigr)^{2k},
 *   \qquad c_{1,2}=\tfrac{335}{714},\tfrac{128941}{839664}.$$
 * The series is cut after seven terms. At $m_e$ the last is 3e-4 of the sum, at $1.5m_e$ 2.5 %; at $2m_e$ all terms from the
 * third on are alike and the width is a lower bound, 16 times that of the first term.
 *
 * @param m - mass, GeV
 * @param g - vector coupling to electrons, dimensionless
 * @returns width, GeV; 0 from $2m_e$ on, where the pair takes over
 * @see McDermott, Patel, Ramani, arXiv:1705.00619
 */
export function vectorToThreePhotons(m: number, g: number): number {
  if (m >= 2 * MASS.e) return 0;
  const x = square(m / MASS.e);
  const series = threePhotons.reduceRight((sum, c) => sum * x + c, 0);
  // e^6/(4 pi)^4 = alpha^3/(4 pi)
  const first = (17 * integerPower(x, 4) * m) / (2 ** 7 * integerPower(3, 6) * cube(5) * cube(Math.PI));
  return ((g * g * cube(ALPHA)) / (4 * Math.PI)) * first * series;
}

/**
 * Highest ratio to {@link vectorToThreePhotons} that the terms left out of its series allow: from the sixth on they go on
 * in the ratio $m^2/4m_e^2$ at most; within 1 % of $2m_e$, where that sum has no end, fifty of them are counted.
 *
 * @param m - mass, GeV, below $2m_e$
 * @returns ratio >= 1
 */
export function threePhotonsAtMost(m: number): number {
  const x = square(m / MASS.e);
  const series = threePhotons.reduceRight((sum, c) => sum * x + c, 0);
  const seventh = (threePhotons[5] * integerPower(x, 7)) / 16;
  return 1 + seventh / Math.max(1 - x / 4, 0.02) / series;
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
  return ((square(ALPHA) * cube(m)) / (256 * cube(Math.PI))) * (re * re + im * im);
}
