import { ALPHA } from "@belladonna/models/constants";
import { MASS } from "@belladonna/models/constants";
import { requireWithin } from "@belladonna/numerics";
import { exp, integerPower, log, log1p, pow, square } from "@belladonna/numerics/elementary";

/** $\gamma_E$, $\zeta(2)/2$, $\zeta(3)/3$, $\zeta(4)/4$: $\ln\Gamma(1 + a) = -\gamma_E a + \dots$ to $a^4$. */
const [GAMMA, Z2, Z3, Z4] = [
  0.5772156649015329,
  /* @__PURE__ */ square(Math.PI) / 12,
  1.2020569031595942 / 3,
  /* @__PURE__ */ integerPower(Math.PI, 4) / 360,
];

/**
 * Strength of initial-state radiation, $\beta = \frac{2\alpha}{\pi}\left(\ln\frac{s}{m_e^2} - 1\right)$, dimensionless.
 * @param sqrtS - Centre-of-mass energy, GeV, above 2 MeV.
 * @throws RangeError for an energy outside [0.002, 1e30] GeV.
 * @example
 * ```ts
 * radiationStrength(10.58); // ≈ 0.0877
 * ```
 */
export function radiationStrength(sqrtS: number): number {
  requireWithin("radiationStrength: sqrtS, GeV,", sqrtS, 0.002, 1e30);
  return ((2 * ALPHA) / Math.PI) * (2 * log(sqrtS / MASS.e) - 1);
}

/**
 * Structure function of an electron that keeps the fraction $x = 1 - y$ of its energy, over its leading behaviour
 * $\frac\beta2 y^{\beta/2 - 1}$. Leading logarithms, soft photons summed to all orders, hard collinear ones to
 * $\mathcal O(\beta^2)$:
 *
 * $$D(x) = \frac{e^{\frac\beta2(\frac34 - \gamma_E)}}{\Gamma(1 + \frac\beta2)} \frac\beta2 (1-x)^{\frac\beta2 - 1}
 * - \frac\beta4(1 + x) + \frac{\beta^2}{32}\left[-4(1+x)\ln(1-x) - \frac{1+3x^2}{1-x}\ln x - 5 - x\right].$$
 *
 * Its integral is 1 up to $\mathcal O(\beta^3)$, $10^{-5}$ at 10.58 GeV.
 *
 * ```ts
 * structureRatio(0.05, 0.1); // ≈ 0.9228
 * ```
 * @param beta - Strength from {@link radiationStrength}.
 * @param y - Fraction of energy radiated, in (0, 1).
 * @returns The ratio, dimensionless; near 1 for small $y$.
 * @throws RangeError for a strength outside [1e-6, 1] or a fraction outside [0, 1].
 * @see E. A. Kuraev, V. S. Fadin, Sov. J. Nucl. Phys. 41 (1985) 466; M. Skrzypek, S. Jadach, Z. Phys. C 49 (1991) 577.
 */
export function structureRatio(beta: number, y: number): number {
  requireWithin("structureRatio: beta", beta, 1e-6, 1);
  requireWithin("structureRatio: y", y, 0, 1);
  const a = beta / 2;
  const logGamma = a * (-GAMMA + a * (Z2 + a * (-Z3 + a * Z4)));
  const soft = exp(a * (0.75 - GAMMA) - logGamma);
  const x = 1 - y;
  // Below, a quotient by y would overflow; the rest is far below the last digit.
  if (!(y > 1e-300 && x > 0)) return soft;
  const first = (-beta / 4) * (1 + x);
  const inner = -4 * (1 + x) * log(y) - ((1 + 3 * x * x) / y) * log1p(-y) - 5 - x;
  return soft + ((first + (beta * beta * inner) / 32) * pow(y, 1 - a)) / a;
}
