import { cube, square } from "@belladonna/numerics/elementary";
import { G_FERMI } from "../constants.js";

/** $\sqrt{\lambda(1,a^2,b^2)}$ in product form; 0 when closed. */
export function rootLambda(a: number, b: number): number {
  return a + b >= 1 ? 0 : Math.sqrt((1 - a - b) * (1 + a + b) * (1 - a + b) * (1 + a - b));
}

/**
 * $N\to\ell^-P^+$ at $|U_\ell|^2=1$: $\Gamma=\frac{G_F^2f^2|V|^2m^3}{16\pi}[(1-x_\ell^2)^2-x_P^2(1+x_\ell^2)]\sqrt{\lambda(1,x_P^2,x_\ell^2)}$.
 *
 * @param m - mass of the $N$, GeV
 * @param ml - mass of the lepton, GeV
 * @param mP - mass of the meson, GeV
 * @param fV - decay constant times CKM element, GeV
 * @returns width, GeV; 0 when closed
 * @see Bondarenko et al., arXiv:1805.08567, sec. 3
 */
export function hnlToChargedPseudoscalar(m: number, ml: number, mP: number, fV: number): number {
  const [l, p] = [square(ml / m), square(mP / m)];
  return (
    ((square(G_FERMI * fV) * cube(m)) / (16 * Math.PI)) * (square(1 - l) - p * (1 + l)) * rootLambda(mP / m, ml / m)
  );
}

/**
 * $N\to\nu P^0$ for a Dirac $N$ at $\sum|U|^2=1$: $\Gamma=\frac{G_F^2f^2m^3}{32\pi}(1-x_P^2)^2$.
 *
 * @param m - mass of the $N$, GeV
 * @param mP - mass of the meson, GeV
 * @param f - decay constant, GeV
 * @returns width, GeV; 0 when closed
 * @see Bondarenko et al., arXiv:1805.08567, sec. 3
 */
export function hnlToNeutralPseudoscalar(m: number, mP: number, f: number): number {
  return m <= mP ? 0 : ((square(G_FERMI * f) * cube(m)) / (32 * Math.PI)) * square(1 - square(mP / m));
}

/**
 * $N\to\ell^-V^+$ at $|U_\ell|^2=1$:
 * $\Gamma=\frac{G_F^2g^2|V|^2m^3}{16\pi m_V^2}[(1-x_\ell^2)^2+x_V^2(1+x_\ell^2)-2x_V^4]\sqrt{\lambda(1,x_V^2,x_\ell^2)}$.
 *
 * @param m - mass of the $N$, GeV
 * @param ml - mass of the lepton, GeV
 * @param mV - mass of the meson, GeV
 * @param gV - vector decay constant $g=f_Vm_V$ times CKM element, GeV²
 * @returns width, GeV; 0 when closed
 * @see Bondarenko et al., arXiv:1805.08567, sec. 3
 */
export function hnlToChargedVector(m: number, ml: number, mV: number, gV: number): number {
  const [l, v] = [square(ml / m), square(mV / m)];
  const dynamics = square(1 - l) + v * (1 + l) - 2 * v * v;
  return ((square(G_FERMI * gV) * cube(m)) / (16 * Math.PI * mV * mV)) * dynamics * rootLambda(mV / m, ml / m);
}

/**
 * $N\to\nu V^0$ for a Dirac $N$ at $\sum|U|^2=1$: $\Gamma=\frac{\kappa^2G_F^2g^2m^3}{32\pi m_V^2}(1+2x_V^2)(1-x_V^2)^2$.
 *
 * @param m - mass of the $N$, GeV
 * @param mV - mass of the meson, GeV
 * @param kappaG - neutral-current factor times vector decay constant, GeV²
 * @returns width, GeV; 0 when closed
 * @see Bondarenko et al., arXiv:1805.08567, sec. 3
 */
export function hnlToNeutralVector(m: number, mV: number, kappaG: number): number {
  if (m <= mV) return 0;
  const v = square(mV / m);
  return ((square(G_FERMI * kappaG) * cube(m)) / (32 * Math.PI * mV * mV)) * (1 + 2 * v) * square(1 - v);
}
