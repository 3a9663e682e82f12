import { HBAR_GEV_NS, SECOND } from "@belladonna/kinematics";
import { requireWithin } from "@belladonna/numerics";
import { cube, integerPower, pow, square } from "@belladonna/numerics/elementary";
import { constants, G_FERMI } from "../constants.js";
import { bToKaonMasses } from "./b-form-factors.js";

/** The numbers of the paper, as a public program of its users has them: 1/α at m_Z, X_t, sin²θ_W, |V_tb V_ts*|. */
const ELECTROWEAK = { inverseAlpha: 127.952, xt: 1.468, sin2Theta: 0.23124, ckm: 0.04185 } as const;

/** Fit of $f_+$ on the lattice: coefficients, the logarithm of chiral perturbation theory, mass of the pole in GeV. */
const LATTICE = { coefficients: [0.2545, -0.71, 0.32], logarithm: 1.304, pole: 5.4158 } as const;

/** $f_+(q^2)$ of $B\to K$ by a modified expansion in $z$ with $t_0=0$. */
function vectorFormFactor(q2: number): number {
  const [mB, mK] = bToKaonMasses("+", "K");
  const plus = square(mB + mK);
  const [a, b] = [Math.sqrt(plus - q2), Math.sqrt(plus)];
  const z = (a - b) / (a + b);
  const { coefficients, logarithm, pole } = LATTICE;
  const n = coefficients.length;
  const sum = coefficients.reduce((total, c, k) => total + c * (pow(z, k) - (k / n) * pow(-1, k - n) * pow(z, n)), 0);
  return (logarithm * sum) / (1 - q2 / square(pole));
}

/**
 * Spectrum of $B^+\to K^+\nu\bar\nu$ in the Standard Model, all three neutrinos, without $B\to\tau\nu$, $\tau\to K\nu$:
 * $$\frac{d\mathcal B}{dq^2}=\tau_B\frac{G_F^2\alpha^2X_t^2|V_{tb}V_{ts}^*|^2}{32\pi^5\sin^4\theta_W}\,p_K^3\,f_+^2(q^2),$$
 * $p_K$ the momentum of the kaon in the rest frame of the $B$. It integrates to $4.97\cdot10^{-6}$; the error of the theory
 * is 7 %.
 *
 * @param q2 - squared mass of the pair of neutrinos, GeV², within [0, 30]
 * @returns GeV⁻²; 0 above $(m_B-m_K)^2$
 * @throws `RangeError` for a $q^2$ outside its range
 * @see W. G. Parrott, C. Bouchard, C. T. H. Davies (HPQCD), arXiv:2207.13371, eq. 16, and arXiv:2207.12468 for $f_+$
 *
 * @example
 * ```ts
 * bToKaonNeutrinos(0); // ≈ 2.941e-7
 * ```
 */
export function bToKaonNeutrinos(q2: number): number {
  requireWithin("bToKaonNeutrinos: q2, GeV²,", q2, 0, 30);
  const [mB, mK] = bToKaonMasses("+", "K");
  const mass = Math.sqrt(q2);
  if (mass >= mB - mK) return 0;
  const p = Math.sqrt((mB - mK - mass) * (mB - mK + mass) * (mB + mK - mass) * (mB + mK + mass)) / (2 * mB);
  const { inverseAlpha, xt, sin2Theta, ckm } = ELECTROWEAK;
  const coupling = (G_FERMI * xt * ckm) / (inverseAlpha * sin2Theta);
  const lifetime = (constants.tauBPlus.value * SECOND) / HBAR_GEV_NS;
  return ((lifetime * square(coupling)) / (32 * integerPower(Math.PI, 5))) * cube(p) * square(vectorFormFactor(q2));
}
