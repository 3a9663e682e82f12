import { cube, square } from "@belladonna/numerics/elementary";
import { G_FERMI } from "../constants.js";
import type { Pole } from "../tables/semileptonic.js";
import { integrateEnds } from "@belladonna/numerics";

/** Form factors of one $P\to P'$ or $P\to V$ transition at $q^2$, as helicity amplitudes squared, GeV². */
export interface Helicities {
  /** Sum over the transverse and longitudinal ones, $\sum|H_{\pm,0}|^2$. */
  readonly spin1: number;
  /** Time-like one, $|H_t|^2$. */
  readonly spin0: number;
}

/** A transition: $\lambda(m_P^2,m^2,q^2)$ and $q^2$ to helicities. */
export type Transition = (lambda: number, q2: number) => Helicities;

/** $P\to P'$ with single poles: $H_0=\sqrt{\lambda/q^2}f_+$, $H_t=(m_P^2-m^2)f_0/\sqrt{q^2}$. */
export function pseudoscalarTransition(
  mP: number,
  m: number,
  atZero: number,
  vectorPole: number,
  scalarPole: number,
): Transition {
  return (lambda, q2) => {
    const plus = atZero / (1 - q2 / square(vectorPole));
    const zero = atZero / (1 - q2 / square(scalarPole));
    return { spin1: (lambda * plus * plus) / q2, spin0: square((mP * mP - m * m) * zero) / q2 };
  };
}

function double(q2: number, pole: number, [f, s1, s2]: Pole): number {
  const r = q2 / square(pole);
  return f / (1 - s1 * r + s2 * r * r);
}

/** $P\to V$ with the pole forms of Melikhov and Stech. */
export function vectorTransition(
  mP: number,
  m: number,
  pole0: number,
  poleV: number,
  forms: readonly [A0: Pole, V: Pole, A1: Pole, A2: Pole],
): Transition {
  return (lambda, q2) => {
    const a0 = double(q2, pole0, forms[0]) / (1 - q2 / square(pole0));
    const v = double(q2, poleV, forms[1]) / (1 - q2 / square(poleV));
    const a1 = double(q2, poleV, forms[2]);
    const a2 = double(q2, poleV, forms[3]);
    const sum = mP + m;
    const longitudinal = ((mP * mP - m * m - q2) * sum * a1 - (lambda * a2) / sum) / (2 * m);
    // |H+|^2 + |H-|^2 = 2 [(m_P+m)^2 A_1^2 + lambda V^2/(m_P+m)^2]
    const transverse = 2 * (square(sum * a1) + (lambda * v * v) / square(sum));
    return { spin1: transverse + square(longitudinal) / q2, spin0: (lambda * a0 * a0) / q2 };
  };
}

/**
 * Width of $P\to M\,\ell\,N$ at $|V|=|U|=1$, all masses kept; with $x=m_\ell^2/q^2$, $y=m_N^2/q^2$,
 * $$\frac{d\Gamma}{dq^2}=\frac{G_F^2\,q^2\sqrt{\lambda\,\lambda(1,x,y)}}{192\pi^3m_P^3}\Bigl\lbrace \sum|H_{\pm,0}|^2\,
 * \frac{2-x-y-(x-y)^2}{2}+\frac32|H_t|^2[x+y-(x-y)^2]\Bigr\rbrace ,$$
 * which for $m_N=0$ is the usual semileptonic rate.
 *
 * @param mP - mass of the parent, GeV
 * @param m - mass of the daughter, GeV
 * @param ml - mass of the lepton, GeV
 * @param mN - mass of the $N$, GeV
 * @param transition - form factors
 * @returns width, GeV; 0 when closed
 * @see Bondarenko et al., arXiv:1805.08567, app. C (the same in another form)
 */
export function semileptonicWidth(mP: number, m: number, ml: number, mN: number, transition: Transition): number {
  if (m + ml + mN >= mP) return 0;
  const spectrum = (q2: number): number => {
    const q = Math.sqrt(q2);
    const lambda = (mP - m - q) * (mP - m + q) * (mP + m - q) * (mP + m + q);
    const lepton = (q - ml - mN) * (q - ml + mN) * (q + ml - mN) * (q + ml + mN);
    if (lambda <= 0 || lepton <= 0) return 0;
    const [x, y] = [(ml * ml) / q2, (mN * mN) / q2];
    const { spin1, spin0 } = transition(lambda, q2);
    const weight = (spin1 * (2 - x - y - square(x - y))) / 2 + 1.5 * spin0 * (x + y - square(x - y));
    return Math.sqrt(lambda * lepton) * weight;
  };
  const integral = integrateEnds(spectrum, square(ml + mN), square(mP - m), 64);
  return (square(G_FERMI) * integral) / (192 * cube(Math.PI) * cube(mP));
}
