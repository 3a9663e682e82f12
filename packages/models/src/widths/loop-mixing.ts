import { atan, log, square } from "@belladonna/numerics/elementary";
import { ALPHA } from "../constants.js";
import { MASS } from "../masses.js";
import type { Lepton } from "../mediator.js";

/** A complex number. */
export type Complex = readonly [re: number, im: number];

/**
 * $\int_0^1 x(1-x)\ln[1-x(1-x)\,y-i0]\,dx$, the vacuum polarisation of a fermion with $y=q^2/m^2$.
 *
 * Power series for $|y|<1$, where the closed form cancels; relative error below $10^{-13}$.
 */
function polarisation(y: number): Complex {
  if (Math.abs(y) < 1) {
    // -sum y^n/n B(n+2, n+2); B(3,3) = 1/30
    let beta = 1 / 30;
    let power = y;
    let sum = 0;
    for (let n = 1; n < 40; n++) {
      sum -= (power / n) * beta;
      power *= y;
      beta *= ((n + 2) * (n + 2)) / ((2 * n + 4) * (2 * n + 5));
    }
    return [sum, 0];
  }
  const r = 4 / y;
  const factor = 1 + r / 2;
  const f =
    r >= 1
      ? 2 * Math.sqrt(r - 1) * atan(1 / Math.sqrt(r - 1))
      : Math.sqrt(1 - r) * log(Math.abs((Math.sqrt(1 - r) + 1) / (Math.sqrt(1 - r) - 1)));
  const imaginary = r > 0 && r < 1 ? (-Math.PI / 6) * factor * Math.sqrt(1 - r) : 0;
  return [(-5 / 3 - r + factor * f) / 6, imaginary];
}

/**
 * Charge that two oppositely charged leptons in the loop give, at one loop, to anything of electric charge $-1$:
 * $$x(q^2) = -\frac{e^2}{2\pi^2}\int_0^1 x(1-x)\ln\frac{m_2^2-x(1-x)q^2}{m_1^2-x(1-x)q^2}\,dx .$$
 *
 * @param q2 - squared momentum transfer, GeV²; $m^2$ for the decay of a vector of mass $m$
 * @param first - lepton of charge +1 under the new symmetry
 * @param second - lepton of charge −1
 * @param masses - lepton masses, GeV; those of PDG 2024 when absent
 * @returns the effective charge, complex above the lepton thresholds
 * @see Amaral et al., arXiv:2006.11225, eq. (7)
 *
 * @example
 * ```ts
 * Math.abs(loopCharge(1e-12, "mu", "tau")[0]); // ≈ 4.3707e-3
 * ```
 */
export function loopCharge(
  q2: number,
  first: Lepton,
  second: Lepton,
  masses: Readonly<Record<Lepton, number>> = MASS,
): Complex {
  const one = polarisation(q2 / square(masses[first]));
  const two = polarisation(q2 / square(masses[second]));
  const factor = (-2 * ALPHA) / Math.PI;
  const logarithm = log(masses[second] / masses[first]) / 3;
  return [factor * (logarithm + two[0] - one[0]), factor * (two[1] - one[1])];
}
