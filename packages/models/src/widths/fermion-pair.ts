import { cube, square } from "@belladonna/numerics/elementary";

/** $\beta=\sqrt{1-4m_f^2/m^2}$ in a product form without cancellation at threshold; 0 below. */
export function pairVelocity(m: number, mf: number): number {
  return m <= 2 * mf ? 0 : Math.sqrt((m - 2 * mf) * (m + 2 * mf)) / m;
}

/**
 * Width of a vector to a Dirac fermion and its antiparticle through a vector coupling,
 * $$\Gamma = \frac{N_c\,g^2 m}{12\pi}\Bigl(1+\frac{2m_f^2}{m^2}\Bigr)\sqrt{1-\frac{4m_f^2}{m^2}}.$$
 *
 * @param m - mass of the vector, GeV, > 0
 * @param mf - mass of the fermion, GeV, >= 0
 * @param g - coupling of $g\,\bar f\gamma^\mu f V_\mu$, dimensionless
 * @param colours - $N_c$; 1/2 for a left-handed neutrino
 * @returns width, GeV; 0 below threshold
 * @see Ilten et al., arXiv:1801.04847, eq. (2.13)
 *
 * @example
 * ```ts
 * vectorToFermions(1, 0.1056583755, 1); // ≈ 0.02650
 * ```
 */
export function vectorToFermions(m: number, mf: number, g: number, colours = 1): number {
  const r = square(mf / m);
  return ((colours * g * g * m) / (12 * Math.PI)) * (1 + 2 * r) * pairVelocity(m, mf);
}

/**
 * Width of a vector to a Dirac fermion and the antiparticle of another through a vector coupling; with
 * $S=(m_1+m_2)^2/m^2$ and $D=(m_1-m_2)^2/m^2$
 * $$\Gamma = \frac{g^2 m}{12\pi}\Bigl(1+\frac S2\Bigr)\sqrt{1-S}\,(1-D)^{3/2}.$$
 *
 * @param m - mass of the vector, GeV, > 0
 * @param m1 - mass of the fermion, GeV, >= 0
 * @param m2 - mass of the antifermion, GeV, >= 0
 * @param g - coupling of $g\,\bar f_1\gamma^\mu f_2 V_\mu$, dimensionless
 * @returns width, GeV; 0 below threshold
 *
 * @example
 * ```ts
 * vectorToUnequalFermions(1, 0.1056583755, 0.1056583755, 1); // ≈ 0.02650
 * ```
 */
export function vectorToUnequalFermions(m: number, m1: number, m2: number, g: number): number {
  const sum = m1 + m2;
  if (m <= sum) return 0;
  // Products: no cancellation at threshold.
  const root = Math.sqrt((m - sum) * (m + sum)) / m;
  const rest = ((m - m1 + m2) * (m + m1 - m2)) / (m * m);
  return ((g * g * m) / (12 * Math.PI)) * (1 + square(sum / m) / 2) * root * rest * Math.sqrt(rest);
}

/**
 * Width of a scalar to a Dirac fermion pair through a Yukawa coupling,
 * $$\Gamma = \frac{N_c\,y^2 m}{8\pi}\Bigl(1-\frac{4m_f^2}{m^2}\Bigr)^{3/2}.$$
 *
 * @param m - mass of the scalar, GeV, > 0
 * @param mf - mass of the fermion, GeV, >= 0
 * @param y - coupling of $-y\,\bar f f\phi$, dimensionless; $\sin\theta\,m_f/v$ for Higgs mixing
 * @param colours - $N_c$
 * @returns width, GeV; 0 below threshold
 * @see Winkler, arXiv:1809.01876
 */
export function scalarToFermions(m: number, mf: number, y: number, colours = 1): number {
  return ((colours * y * y * m) / (8 * Math.PI)) * cube(pairVelocity(m, mf));
}

/**
 * Width of a pseudoscalar to a Dirac fermion pair,
 * $$\Gamma = \frac{N_c\,y^2 m}{8\pi}\sqrt{1-\frac{4m_f^2}{m^2}},\qquad y = \frac{c_f m_f}{f}$$
 * for the derivative coupling $\tfrac{c_f}{2f}\,\partial_\mu a\,\bar f\gamma^\mu\gamma_5 f$.
 *
 * @param m - mass of the pseudoscalar, GeV, > 0
 * @param mf - mass of the fermion, GeV, >= 0
 * @param y - coupling of $-iy\,\bar f\gamma_5 f a$, dimensionless
 * @param colours - $N_c$
 * @returns width, GeV; 0 below threshold
 * @see Bauer, Neubert, Thamm, arXiv:1708.00443
 */
export function pseudoscalarToFermions(m: number, mf: number, y: number, colours = 1): number {
  return ((colours * y * y * m) / (8 * Math.PI)) * pairVelocity(m, mf);
}
