import { cube, integerPower, log as ln, square } from "@belladonna/numerics/elementary";
import { constants, G_FERMI } from "../constants.js";
import { integrateEnds } from "@belladonna/numerics";

/** Width $G_F^2m^5/192\pi^3$ that three-body decays are measured in, GeV. */
export function threeBodyUnit(m: number): number {
  return (square(G_FERMI) * integerPower(m, 5)) / (192 * cube(Math.PI));
}

const kallen = (a: number, b: number, c: number): number => a * a + b * b + c * c - 2 * (a * b + a * c + b * c);

/**
 * Phase-space integral of a charged-current three-body decay,
 * $$I(x_u,x_d,x_l)=12\int_{(x_d+x_l)^2}^{(1-x_u)^2}\frac{dx}{x}\,(x-x_l^2-x_d^2)(1+x_u^2-x)
 * \sqrt{\lambda(x,x_l^2,x_d^2)\,\lambda(1,x,x_u^2)} ,$$
 * symmetric in its arguments, $I(0,0,0)=1$.
 *
 * @param xu - first mass over the decaying mass
 * @param xd - second mass over the decaying mass
 * @param xl - third mass over the decaying mass
 * @returns dimensionless; 0 when closed. Relative error below $10^{-8}$
 * @see Bondarenko et al., arXiv:1805.08567, sec. 3
 *
 * @example
 * ```ts
 * threeBodyIntegral(0, 0, 0.1); // ≈ 0.9255
 * ```
 */
export function threeBodyIntegral(xu: number, xd: number, xl: number): number {
  const low = square(xd + xl);
  const high = square(1 - xu);
  if (xu + xd + xl >= 1) return 0;
  const [u2, d2, l2] = [xu * xu, xd * xd, xl * xl];
  const integrand = (x: number): number =>
    ((x - l2 - d2) / x) * (1 + u2 - x) * Math.sqrt(Math.max(0, kallen(x, l2, d2)) * Math.max(0, kallen(1, x, u2)));
  // Light particles make the integrand turn near x = 0: split at a tenth.
  const middle = Math.min(high, Math.max(2 * low, 0.1 * high));
  return 12 * (integrateEnds(integrand, low, middle) + integrateEnds(integrand, middle, high));
}

/** Which fermion pair a neutral current makes with the neutrino. */
export type NeutralPair = "same lepton" | "other lepton" | "up" | "down";

/** Couplings of the left- and right-handed fermions of a pair to the neutral current, at $s=\sin^2\theta_W$. */
export function neutralCouplings(
  pair: NeutralPair,
  s: number = constants.sin2ThetaW.value,
): { readonly left: number; readonly right: number } {
  switch (pair) {
    case "other lepton":
      return { left: s - 1 / 2, right: s };
    case "same lepton":
      return { left: s + 1 / 2, right: s };
    case "up":
      return { left: 1 / 2 - (2 * s) / 3, right: (-2 * s) / 3 };
    case "down":
      return { left: s / 3 - 1 / 2, right: s / 3 };
  }
}

/**
 * $N\to\nu_\alpha f\bar f$ at $|U_\alpha|^2=1$ and for a Dirac $N$, in units of $G_F^2m^5/192\pi^3$, without colours:
 * with $C_1=g_L^2+g_R^2$ and $C_2=g_Lg_R$ of the couplings of the pair to the neutral current,
 * $$C_1[(1-14x^2-2x^4-12x^6)\sqrt{1-4x^2}+12x^4(x^4-1)L]+4C_2[x^2(2+10x^2-12x^4)\sqrt{1-4x^2}+6x^4(1-2x^2+2x^4)L].$$
 * `"same lepton"` ($\ell=\alpha$) includes the charged current.
 *
 * @param x - mass of the fermion over that of the $N$
 * @param pair - which fermions
 * @param sin2 - $\sin^2\theta_W$; the effective one at the Z pole when absent
 * @returns dimensionless; 0 when closed
 * @see Bondarenko et al., arXiv:1805.08567, sec. 3
 */
export function neutralCurrent(x: number, pair: NeutralPair, sin2: number = constants.sin2ThetaW.value): number {
  if (x >= 0.5) return 0;
  const { left, right } = neutralCouplings(pair, sin2);
  const x2 = x * x;
  const x4 = x2 * x2;
  const root = Math.sqrt(1 - 4 * x2);
  // The logarithm's argument is x^4 (1 + O(x^2)) and cancels below x = 0.02.
  const log = x < 0.02 ? 4 * ln(Math.max(x, 1e-300)) : ln((1 - 3 * x2 - (1 - x2) * root) / (x2 * (1 + root)));
  const first = (1 - 14 * x2 - 2 * x4 - 12 * x4 * x2) * root + 12 * x4 * (x4 - 1) * log;
  const second = x2 * (2 + 10 * x2 - 12 * x4) * root + 6 * x4 * (1 - 2 * x2 + 2 * x4) * log;
  return Math.max(0, (left * left + right * right) * first + 4 * left * right * second);
}
