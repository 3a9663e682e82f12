import type { DecayDynamics } from "./decay-table.js";

/**
 * Whether the charged lepton, or the neutrino, has the lepton number of the $N$ (`1`) or, from a Majorana $N$, the opposite
 * one (`-1`): the CP conjugate, in which the spin counts the other way round.
 */
export type LeptonNumber = 1 | -1;

/** $p_a\cdot p_b$ of two products. */
const dot = (p: Float64Array, a: number, b: number): number =>
  p[4 * a + 3] * p[4 * b + 3] - p[4 * a] * p[4 * b] - p[4 * a + 1] * p[4 * b + 1] - p[4 * a + 2] * p[4 * b + 2];

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
 * That of a Majorana $N$ has the antineutrino too, with $\ell^-\leftrightarrow\ell^+$ and $s\to-s$.
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
 * $|M|^2\propto\bigl((p_N-m_Ns)\cdot p_{\ell_b}\bigr)(p_{\ell_a}\cdot p_\nu)$.
 * @param n - Lepton number of $\ell_a$.
 */
export const chargedCurrentDynamics = (n: LeptonNumber): DecayDynamics => ({
  value: (p, spin) => towards(p, 1, spin, n) * dot(p, 0, 2),
});

/** $2(k\cdot v)(X\cdot v)-v^2(k\cdot X)$: a lepton beside a real current $v$, which is a combination of products. */
function besideCurrent(
  p: Float64Array,
  spin: Float64Array,
  n: LeptonNumber,
  lepton: number,
  v: readonly (readonly [product: number, factor: number])[],
): number {
  let [kv, xv, square] = [0, 0, 0];
  for (const [a, f] of v) {
    kv += f * dot(p, lepton, a);
    xv += f * towards(p, a, spin, n);
    for (const [b, g] of v) square += f * g * dot(p, a, b);
  }
  return 2 * kv * xv - square * towards(p, lepton, spin, n);
}

/** $N\to\ell P$ or $\nu P$ by the current $q_P$ of a pseudoscalar; products in this order. */
export const pseudoscalarDynamics = (n: LeptonNumber): DecayDynamics => ({
  value: (p, spin) => besideCurrent(p, spin, n, 0, [[1, 1]]),
});

/** $N\to\ell V$ or $\nu V$, summed over the spins of the vector meson: $(k\cdot X)+2(k\cdot q)(X\cdot q)/m_V^2$. */
export const vectorMesonDynamics = (n: LeptonNumber): DecayDynamics => ({
  value: (p, spin) => towards(p, 0, spin, n) + (2 * dot(p, 0, 1) * towards(p, 1, spin, n)) / dot(p, 1, 1),
});

/**
 * $N\to\pi\pi\ell$ or $\pi\pi\nu$, products in this order, by the vector current
 * $v=q_1-q_2-Q\,\frac{Q\cdot(q_1-q_2)}{Q^2}$, $Q=q_1+q_2$, times the pion form factor.
 * @param n - Lepton number of the lepton.
 * @param formFactor2 - $|F_\pi|^2$ at the mass of the pair, GeV.
 */
export const twoPionDynamics = (n: LeptonNumber, formFactor2: (mass: number) => number): DecayDynamics => ({
  value(p, spin) {
    const [first, second, between] = [dot(p, 0, 0), dot(p, 1, 1), dot(p, 0, 1)];
    const square = first + second + 2 * between;
    const along = (first - second) / square;
    const current = [[0, 1 - along] as const, [1, -1 - along] as const];
    return formFactor2(Math.sqrt(square)) * besideCurrent(p, spin, n, 2, current);
  },
});

/** The same whatever the spin: a Majorana $N$ that decays to a neutrino, of either lepton number. */
export const spinless = (dynamics: DecayDynamics): DecayDynamics => ({ value: (p) => dynamics.value(p, NONE) });

const NONE = /* @__PURE__ */ new Float64Array(3);
