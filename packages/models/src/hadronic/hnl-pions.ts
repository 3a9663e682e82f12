import { cube, square } from "@belladonna/numerics/elementary";
import { constants, G_FERMI } from "../constants.js";
import { MASS } from "../masses.js";
import { integrateEnds } from "@belladonna/numerics";
import { rootLambda } from "../widths/hnl-mesons.js";
import { pionPairR } from "./pion-pairs.js";

/** $\int f(q^2)\,R_{\pi\pi}\,dq^2$ from threshold to `end`, split at the $\rho$ so that its peak is resolved. */
function overPions(f: (s: number) => number, threshold: number, end: number): number {
  if (end <= threshold) return 0;
  const edges = [threshold, 0.6, 0.7, 0.77, 0.79, 0.9, 1.2, 2].filter((q, i) => i === 0 || (q > threshold && q < end));
  edges.push(end);
  let sum = 0;
  for (let i = 1; i < edges.length; i++) {
    sum += integrateEnds((q) => 2 * q * f(q * q) * pionPairR(q, threshold), edges[i - 1], edges[i], 24);
  }
  return sum;
}

/**
 * $N\to\ell^-\pi^+\pi^0$ at $|U_\ell|^2=1$ from the measured pion form factor, which conservation of the vector current
 * relates to $e^+e^-\to\pi^+\pi^-$,
 * $$\Gamma=\frac{G_F^2|V_{ud}|^2m^3}{96\pi^3}\int\! ds\,\bigl[(1-x_\ell^2)^2+x(1+x_\ell^2)-2x^2\bigr]\sqrt{\lambda(1,x,x_\ell^2)}\;R_{\pi\pi}(\sqrt s),
 * \qquad x=s/m^2 ,$$
 * $R_{\pi\pi}=\beta^3|F_\pi|^2/4$. For a narrow $\rho$ it is {@link hnlToChargedVector}; below the mass of the $\rho$ it
 * is what that formula leaves out.
 *
 * @param m - mass of the $N$, GeV
 * @param ml - mass of the lepton, GeV
 * @returns width, GeV; 0 when closed
 * @see Bondarenko et al., arXiv:1805.08567, sec. 3.2; form factor: Ilten et al., arXiv:1801.04847
 */
export function hnlToChargedPions(m: number, ml: number): number {
  const l = square(ml / m);
  const dynamics = (s: number): number => {
    const x = s / (m * m);
    return (square(1 - l) + x * (1 + l) - 2 * x * x) * rootLambda(Math.sqrt(x), ml / m);
  };
  const strength = (square(G_FERMI * constants.vud.value) * cube(m)) / (96 * cube(Math.PI));
  return strength * overPions(dynamics, MASS["pi+"] + MASS.pi0, m - ml);
}

/**
 * $N\to\nu\pi^+\pi^-$ for a Dirac $N$ at $\sum|U|^2=1$,
 * $$\Gamma=\frac{G_F^2(1-2\sin^2\theta_W)^2m^3}{192\pi^3}\int\! ds\,(1-x)^2(1+2x)\,R_{\pi\pi}(\sqrt s),\qquad x=s/m^2 .$$
 * The neutral vector current has, beside the isovector part of {@link hnlToChargedPions}, none that makes two pions.
 *
 * @param m - mass of the $N$, GeV
 * @returns width, GeV; 0 when closed
 * @see Bondarenko et al., arXiv:1805.08567, sec. 3.2
 */
export function hnlToNeutralPions(m: number): number {
  const current = 1 - 2 * constants.sin2ThetaW.value;
  const strength = (square(G_FERMI * current) * cube(m)) / (192 * cube(Math.PI));
  const dynamics = (s: number): number => {
    const x = s / (m * m);
    return square(1 - x) * (1 + 2 * x);
  };
  return strength * overPions(dynamics, 2 * MASS["pi+"], m);
}
