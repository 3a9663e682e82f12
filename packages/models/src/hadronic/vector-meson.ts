import { cube, square } from "@belladonna/numerics/elementary";
import { vectorMesonTables } from "../tables/vector-meson.js";
import { MASS } from "../masses.js";

/** Charges of the light quarks under the new symmetry, absolute couplings $g\,x_q$. */
export interface LightQuarkCouplings {
  /** Up. */
  readonly u: number;
  /** Down. */
  readonly d: number;
  /** Strange. */
  readonly s: number;
}

/** Largest mass of the tables, GeV. */
export const VECTOR_MESON_END = 2;

/**
 * Partial width of a vector to an exclusive hadronic state by mixing with $\rho,\omega,\phi$,
 * $$\Gamma_F=\frac{m}{12\pi}\Bigl\lbrace \sum_V\bigl[r_V\,{\rm Tr}(Q\,T_V)\bigr]^2R_\mu^{F,V}(m)
 * + 2\,r_\omega r_\phi\,{\rm Tr}(Q\,T_\omega)\,{\rm Tr}(Q\,T_\phi)\,R_\mu^{F,\omega\phi}(m)\Bigr\rbrace ,$$
 * $r_{\rho,\omega,\phi}=2,6,3\sqrt2$, $T_\rho={\rm diag}(1,-1,0)/2$, $T_\omega={\rm diag}(1,1,0)/2$,
 * $T_\phi={\rm diag}(0,0,1)/\sqrt2$.
 *
 * Where the tables dip below 0 near a threshold, as the source does for $\pi^+\pi^-2\pi^0$ from 0.80 to 0.865 GeV, the
 * width is 0. The source opens $\pi^0\gamma$ at 0.14 GeV; here it opens at $m_{\pi^0}$. Above 2 GeV the last value of $R$ is held, as the source does.
 *
 * @param m - mass, GeV, > 0
 * @param state - key of the final state, as `pi+_pi-`
 * @param q - couplings of the light quarks
 * @returns width, GeV, >= 0
 * @see Ilten et al., arXiv:1801.04847, eqs. (2.15) to (2.18)
 */
export function vectorMesonWidth(m: number, state: string, q: LightQuarkCouplings): number {
  const rho = q.u - q.d;
  const omega = 3 * (q.u + q.d);
  const phi = 3 * q.s;
  const held = Math.min(m, VECTOR_MESON_END);
  const rise = state === "pi0_gamma" ? held * held * cube(Math.max(0, 1 - square(MASS.pi0 / held))) : 1;
  const of = (meson: string): number => rise * (vectorMesonTables[`${state}.${meson}`]?.(m) ?? 0);
  const r = rho * rho * of("rho0") + omega * omega * of("omega") + phi * phi * of("phi");
  // Every table ends with the interference held at its edge, 1.478 GeV, where it has died out.
  const interference = 2 * omega * phi * of("omega_phi");
  return Math.max(0, (m / (12 * Math.PI)) * (r + interference));
}
