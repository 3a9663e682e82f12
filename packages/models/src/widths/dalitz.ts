import { cube, exp, log } from "@belladonna/numerics/elementary";
import { ALPHA } from "../constants.js";
import { integrateEnds } from "@belladonna/numerics";

/**
 * Ratio of a spin-0 particle's decay to $\gamma\,\ell^+\ell^-$ to that to $\gamma\gamma$, the internal conversion of a photon,
 * $$\frac{\Gamma_{\gamma\ell\ell}}{\Gamma_{\gamma\gamma}}=\frac{2\alpha}{3\pi}\int_{4m_\ell^2}^{m^2}\frac{dq^2}{q^2}
 * \Bigl(1-\frac{q^2}{m^2}\Bigr)^3\Bigl(1+\frac{2m_\ell^2}{q^2}\Bigr)\sqrt{1-\frac{4m_\ell^2}{q^2}} .$$
 *
 * @param m - mass of the decaying particle, GeV
 * @param ml - mass of the lepton, GeV
 * @returns dimensionless; 0 below $2m_\ell$
 * @see Kroll and Wada, Phys. Rev. 98 (1955) 1355, with a constant form factor
 *
 * @example
 * ```ts
 * dalitzRatio(0.1349768, 0.51099895e-3); // ≈ 0.01185
 * ```
 */
export function dalitzRatio(m: number, ml: number): number {
  if (m <= 2 * ml) return 0;
  const low = 4 * ml * ml;
  const integrand = (logQ2: number): number => {
    const q2 = exp(logQ2);
    return cube(1 - q2 / (m * m)) * (1 + low / (2 * q2)) * Math.sqrt(Math.max(0, 1 - low / q2));
  };
  return ((2 * ALPHA) / (3 * Math.PI)) * integrateEnds(integrand, log(low), 2 * log(m));
}
