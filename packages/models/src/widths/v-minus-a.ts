import type { DecayDynamics } from "../decay-dynamics.js";
import { dot } from "./products.js";

/**
 * Whether the charged lepton, or the neutrino, has the lepton number of the $N$ (`1`) or, from a Majorana $N$, the opposite
 * one (`-1`): the CP conjugate, in which the spin counts the other way round.
 */
export type LeptonNumber = 1 | -1;

/** $(p_N-n\,m_Ns)\cdot p_a/m_N$ of a product, in the rest frame of the $N$. */
const towards = (p: Float64Array, a: number, spin: Float64Array, n: LeptonNumber): number =>
  p[4 * a + 3] + n * (spin[0] * p[4 * a] + spin[1] * p[4 * a + 1] + spin[2] * p[4 * a + 2]);

/** A neutral current of charged leptons beside the neutrino of one flavour. */
export interface LeptonCurrent {
  /** Mixing $|U_\alpha|^2$ with that flavour. */
  readonly mixing: number;
  /** Coupling $g_L$ of the left-handed leptons. */
  readonly left: number;
  /** Coupling $g_R$ of the right-handed ones. */
  readonly right: number;
}

/**
 * $N\to\nu\ell^-\ell^+$, products in this order, with $X=(p_N-m_Ns)/m_N$ and $k$ the neutrino,
 * $$|M|^2\propto g_L^2\,(X\cdot p_{\ell^+})(k\cdot p_{\ell^-})+g_R^2\,(X\cdot p_{\ell^-})(k\cdot p_{\ell^+})
 *   +g_Lg_R\,m_\ell^2\,(X\cdot k).$$
 * That of a Majorana $N$ has the antineutrino too, with $\ell^-\leftrightarrow\ell^+$ and $s\to-s$. It is that of $\nu e$
 * scattering crossed, and integrates to the width of arXiv:1805.08567, sec. 3.
 * @param lepton - Mass of the charged lepton, GeV.
 * @param currents - One a flavour of the neutrino.
 * @param majorana - Whether $N$ is its own antiparticle.
 */
export function neutralCurrentDynamics(
  lepton: number,
  currents: readonly LeptonCurrent[],
  majorana: boolean,
): DecayDynamics {
  const total = (of: (current: LeptonCurrent) => number): number =>
    currents.reduce((sum, current) => sum + current.mixing * of(current), 0);
  const left = total((c) => c.left * c.left);
  const right = total((c) => c.right * c.right);
  const both = total((c) => c.left * c.right) * lepton * lepton;
  const rate = (p: Float64Array, spin: Float64Array, n: LeptonNumber, minus: number, plus: number): number =>
    left * towards(p, plus, spin, n) * dot(p, 0, minus) +
    right * towards(p, minus, spin, n) * dot(p, 0, plus) +
    both * towards(p, 0, spin, n);
  return {
    value: (p, spin) => rate(p, spin, 1, 1, 2) + (majorana ? rate(p, spin, -1, 2, 1) : 0),
  };
}

/**
 * $N\to\ell_a\ell_b\nu_b$ by the charged current, products in this order:
 * $|M|^2\propto\bigl((p_N-m_Ns)\cdot p_{\ell_b}\bigr)(p_{\ell_a}\cdot p_\nu)$; and $\tau\to\ell\bar\nu_\ell\nu_\tau$.
 * @param n - Lepton number of $\ell_a$.
 */
export function chargedCurrentDynamics(n: LeptonNumber): DecayDynamics {
  return {
    value: (p, spin) => towards(p, 1, spin, n) * dot(p, 0, 2),
  };
}

/**
 * $N\to\ell P$ or $\nu P$ by the current $q$ of a pseudoscalar, products in this order:
 * $2(k\cdot q)(X\cdot q)-q^2\,(k\cdot X)$ with $k$ the lepton.
 */
export function pseudoscalarDynamics(n: LeptonNumber): DecayDynamics {
  return {
    value: (p, spin) => 2 * dot(p, 0, 1) * towards(p, 1, spin, n) - dot(p, 1, 1) * towards(p, 0, spin, n),
  };
}

/** $N\to\ell V$ or $\nu V$, summed over the spins of the vector meson: $(k\cdot X)+2(k\cdot q)(X\cdot q)/m_V^2$. */
export function vectorMesonDynamics(n: LeptonNumber): DecayDynamics {
  return {
    value: (p, spin) => towards(p, 0, spin, n) + (2 * dot(p, 0, 1) * towards(p, 1, spin, n)) / dot(p, 1, 1),
  };
}

/**
 * $N\to\pi\pi\ell$ or $\pi\pi\nu$, products in this order, by the vector current
 * $v=q_1-q_2-Q\,\frac{Q\cdot(q_1-q_2)}{Q^2}$, $Q=q_1+q_2$, times the pion form factor: $2(k\cdot v)(X\cdot v)-v^2\,(k\cdot X)$.
 * @param n - Lepton number of the lepton.
 * @param formFactor2 - $|F_\pi|^2$ at the mass of the pair, GeV.
 */
export function twoPionDynamics(n: LeptonNumber, formFactor2: (mass: number) => number): DecayDynamics {
  return {
    value(p, spin) {
      const [first, second, between] = [dot(p, 0, 0), dot(p, 1, 1), dot(p, 0, 1)];
      const square = first + second + 2 * between;
      // v = f q₁ + g q₂.
      const f = 1 - (first - second) / square;
      const g = f - 2;
      const lepton = f * dot(p, 2, 0) + g * dot(p, 2, 1);
      const heavy = f * towards(p, 0, spin, n) + g * towards(p, 1, spin, n);
      const v2 = f * f * first + g * g * second + 2 * f * g * between;
      return formFactor2(Math.sqrt(square)) * (2 * lepton * heavy - v2 * towards(p, 2, spin, n));
    },
  };
}

/** The same whatever the spin: a Majorana $N$ that decays to a neutrino, of either lepton number. */
export function spinless(dynamics: DecayDynamics): DecayDynamics {
  return { value: (p) => dynamics.value(p, NONE) };
}

const NONE = /* @__PURE__ */ new Float64Array(3);
