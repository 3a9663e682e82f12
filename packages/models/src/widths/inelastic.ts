import { integrateEnds } from "@belladonna/numerics";
import { cube, square } from "@belladonna/numerics/elementary";
import type { DecayDynamics } from "../decay-dynamics.js";
import { dot } from "./products.js";

/** What the decay $\chi_2\to\chi_1A'^*$ depends on. */
export interface InelasticPair {
  /** Mass $m_1$ of the lighter state, GeV. */
  readonly mass: number;
  /** $\Delta=(m_2-m_1)/m_1$. */
  readonly splitting: number;
  /** Mass of the vector, GeV. */
  readonly mediatorMass: number;
  /** Dark fine-structure constant. */
  readonly alphaD: number;
}

/**
 * Spectrum of the virtual vector in $\chi_2\to\chi_1A'^*\to\chi_1F$ over its mass $q$,
 * $$\frac{d\Gamma}{dq}=\frac{2q^2}{\pi}\frac{\Gamma_{A'^*\to F}(q)}{(q^2-m_{A'}^2)^2}\cdot
 * \frac{\alpha_D\lambda^{1/2}(m_2^2,m_1^2,q^2)}{4m_2^3}\frac{[2q^2+(m_1+m_2)^2][(m_2-m_1)^2-q^2]}{q^2},$$
 * per width of the vector at $q$.
 *
 * @param pair - the two states and the vector
 * @param q - mass of the virtual vector, GeV, within (0, m₂ − m₁)
 * @returns GeV⁻¹
 */
export function inelasticSpectrum(pair: InelasticPair, q: number): number {
  const { mass, splitting, mediatorMass, alphaD } = pair;
  const m2 = (1 + splitting) * mass;
  const sum = mass + m2;
  const difference = (gap(pair) - q) * (gap(pair) + q);
  const root = Math.sqrt(difference * (sum - q) * (sum + q));
  const emission = ((alphaD * root) / (4 * cube(m2))) * (2 * q * q + sum * sum) * difference;
  return (2 * emission) / (Math.PI * square((q - mediatorMass) * (q + mediatorMass)));
}

/** Mass difference, GeV. */
const gap = ({ mass, splitting }: InelasticPair): number => splitting * mass;

/**
 * $\Gamma(\chi_2\to\chi_1F)$ for one final state $F$ of the virtual vector.
 *
 * @param pair - the two states and the vector
 * @param widthAt - width of the vector to $F$ at mass $q$, GeV
 * @param threshold - mass of $F$ at rest, GeV
 * @returns width, GeV; 0 below threshold
 *
 * @example
 * ```ts
 * inelasticWidth({ mass: 1, splitting: 0.1, mediatorMass: 3, alphaD: 0.1 }, (q) => q / 100, 0); // ≈ 2.739e-11
 * ```
 */
export function inelasticWidth(pair: InelasticPair, widthAt: (q: number) => number, threshold: number): number {
  const end = gap(pair);
  if (end <= threshold) return 0;
  return integrateEnds((q) => widthAt(q) * inelasticSpectrum(pair, q), threshold, end, 192);
}

/**
 * $\chi_2\to\chi_1f\bar f$, products in this order, by a vector current on both sides; with the momenta $p_1$, $k$,
 * $\bar k$ and $p_2$ their sum,
 * $$|M|^2\propto\frac{(p_1k)(p_2\bar k)+(p_1\bar k)(p_2k)-m_1m_2(k\bar k+m_f^2)+m_f^2(p_1p_2-m_1m_2)}
 * {(q^2-m_{A'}^2)^2},\qquad q=k+\bar k,$$
 * of an unpolarised $\chi_2$.
 *
 * @param pair - the two states and the vector
 * @param mf - mass of the fermion, GeV
 */
export function inelasticDynamics(pair: InelasticPair, mf: number): DecayDynamics {
  const { mass: m1, splitting, mediatorMass } = pair;
  const mm = m1 * m1 * (1 + splitting);
  return {
    value: (p) => {
      const first = dot(p, 0, 1);
      const second = dot(p, 0, 2);
      const kk = dot(p, 1, 2);
      const q2 = 2 * (kk + mf * mf);
      const product = first * (second + kk + mf * mf) + second * (first + kk + mf * mf);
      const masses = mf * mf * (m1 * m1 + first + second - mm) - mm * (kk + mf * mf);
      return (product + masses) / square(q2 - mediatorMass * mediatorMass);
    },
  };
}
