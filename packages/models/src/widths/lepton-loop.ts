import { asin, log, square } from "@belladonna/numerics/elementary";
import { ALPHA } from "../constants.js";
import type { Complex } from "./loop-mixing.js";

/**
 * $B_1(\tau)=1-\tau f^2(\tau)$ with $\tau=4m_f^2/m^2$: 1 for a light fermion, $-m^2/12m_f^2$ for a heavy one.
 *
 * @param m - mass of the pseudoscalar, GeV, > 0
 * @param mf - mass of the fermion, GeV, > 0
 * @returns real and imaginary part
 * @see Bauer, Neubert, Thamm, arXiv:1708.00443
 */
export function pseudoscalarLoop(m: number, mf: number): Complex {
  const tau = square((2 * mf) / m);
  if (tau > 1e3) return [-(1 / 3 + 8 / (45 * tau)) / tau, 0];
  if (tau >= 1) return [1 - tau * square(asin(1 / Math.sqrt(tau))), 0];
  const root = Math.sqrt(1 - tau);
  // f = pi/2 + i/2 ln[(1+root)/(1-root)]
  const half = log((1 + root) / Math.sqrt(tau));
  return [1 - tau * (square(Math.PI) / 4 - half * half), -tau * Math.PI * half];
}

/**
 * Photon coupling that a lepton loop adds, $\Delta g=\frac{\alpha c_\ell}{\pi f}B_1(4m_\ell^2/m^2)$, GeV⁻¹.
 *
 * @param m - mass of the axion-like particle, GeV
 * @param ml - mass of the lepton, GeV
 * @param c - $c_\ell/f$, GeV⁻¹
 * @returns complex coupling, GeV⁻¹
 */
export function leptonLoopCoupling(m: number, ml: number, c: number): Complex {
  const [re, im] = pseudoscalarLoop(m, ml);
  const factor = (ALPHA * c) / Math.PI;
  return [factor * re, factor * im];
}
