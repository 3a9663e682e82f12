import { cube, integerPower, log as ln, square } from "@belladonna/numerics/elementary";
import { constants } from "../constants.js";
import { MASS } from "../masses.js";

const ZETA3 = 1.2020569031595942;

/** Coefficients of $d\alpha_s/d\ln\mu^2=-\alpha_s^2(b_0+b_1\alpha_s+b_2\alpha_s^2+b_3\alpha_s^3)$, PDG 2024, review of Quantum Chromodynamics. */
const betaCoefficients = (nf: number): readonly [number, number, number, number] => [
  (33 - 2 * nf) / (12 * Math.PI),
  (153 - 19 * nf) / (24 * square(Math.PI)),
  (2857 - (5033 / 9) * nf + (325 / 27) * square(nf)) / (128 * cube(Math.PI)),
  (149753 / 6 +
    3564 * ZETA3 -
    (1078361 / 162 + (6508 / 27) * ZETA3) * nf +
    (50065 / 162 + (6472 / 81) * ZETA3) * square(nf) +
    (1093 / 729) * cube(nf)) /
    integerPower(4 * Math.PI, 4),
];

/** Evolves `start` over `log` = ln(mu^2/mu0^2) with Runge-Kutta steps of at most 0.1 in the logarithm. */
function evolve(start: number, log: number, nf: number): number {
  const [b0, b1, b2, b3] = betaCoefficients(nf);
  const slope = (a: number): number => -a * a * (b0 + a * (b1 + a * (b2 + a * b3)));
  const steps = Math.max(1, Math.ceil(Math.abs(log) / 0.1));
  const h = log / steps;
  let a = start;
  for (let i = 0; i < steps; i++) {
    const k1 = slope(a);
    const k2 = slope(a + (h / 2) * k1);
    const k3 = slope(a + (h / 2) * k2);
    const k4 = slope(a + h * k3);
    a += (h / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
  }
  return a;
}

/** Three-loop decoupling of a quark at its own MS-bar mass; `light` flavours remain. */
function decouple(alpha: number, light: number): number {
  const a = alpha / Math.PI;
  return alpha * (1 + a * a * (11 / 72 + a * (564731 / 124416 - (82043 / 27648) * ZETA3 - (2633 / 31104) * light)));
}

let atThresholds: readonly [bottom4: number, charm3: number] | undefined;

function thresholds(): readonly [number, number] {
  const bottom5 = evolve(constants.alphaSMZ.value, 2 * ln(MASS.b / MASS.Z), 5);
  const bottom4 = decouple(bottom5, 4);
  const charm4 = evolve(bottom4, 2 * ln(MASS.c / MASS.b), 4);
  return [bottom4, decouple(charm4, 3)];
}

/** Scale, GeV, below which {@link alphaS} is held. */
const LOWEST = 1;

/**
 * The strong coupling at four loops with three-loop matching at $m_c$ and $m_b$ ($\overline{\rm MS}$), from
 * $\alpha_s(m_Z)=0.1180$. Below 1 GeV, where perturbation theory ends, the value at 1 GeV is held.
 *
 * @param mu - scale, GeV, > 0
 * @returns $\alpha_s(\mu)$ with the number of flavours lighter than $\mu$ (at most 5)
 * @see PDG 2024, review of Quantum Chromodynamics
 *
 * @example
 * ```ts
 * alphaS(91.188); // ≈ 0.118
 * alphaS(1.77693); // ≈ 0.3196
 * ```
 */
export function alphaS(mu: number): number {
  const [bottom4, charm3] = (atThresholds ??= thresholds());
  if (mu >= MASS.b) return evolve(constants.alphaSMZ.value, 2 * ln(mu / MASS.Z), 5);
  if (mu >= MASS.c) return evolve(bottom4, 2 * ln(mu / MASS.b), 4);
  return evolve(charm3, 2 * ln(Math.max(mu, LOWEST) / MASS.c), 3);
}
