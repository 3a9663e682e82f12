import { requireCoupling, requireOptions, requirePositive } from "@belladonna/numerics";
import { square } from "@belladonna/numerics/elementary";
import { ALPHA, G_FERMI } from "../constants.js";
import { references } from "@belladonna/sources";
import { alphaS } from "./alpha-s.js";
import type { InclusiveRate } from "./b-to-strange.js";
import { quarkonia } from "./r-ratio.js";

/** A radiative decay $\Upsilon(nS)\to\gamma S$. */
export interface UpsilonToPhotonParameters {
  /** Mass of the scalar, GeV, > 0. */
  readonly mass: number;
  /** Higgs mixing. */
  readonly sinTheta: number;
  /** Which state, $n$; 1 when absent. */
  readonly level?: 1 | 2 | 3;
}

const PARAMETERS: readonly (keyof UpsilonToPhotonParameters)[] = ["mass", "sinTheta", "level"];

/** $a_H(1)=7+6\ln2-\pi^2/8$ of the QCD correction for a light scalar; recalled. */
const LIGHT = 7 + 6 * Math.LN2 - /* @__PURE__ */ square(Math.PI) / 8;

/**
 * Branching fraction of $\Upsilon(nS)\to\gamma S$ for a Higgs-mixed scalar,
 * $$\frac{{\cal B}(\Upsilon\to\gamma S)}{{\cal B}(\Upsilon\to\ell\ell)}
 *   =\sin^2\theta\,\frac{G_Fm_b^2}{\sqrt2\,\pi\alpha}\Bigl(1-\frac{m^2}{M_\Upsilon^2}\Bigr)\Bigl[1-\frac{4\alpha_s}{3\pi}a_H\Bigr],
 * \qquad m_b=\tfrac12M_\Upsilon .$$
 *
 * The value is without the bracket, as in the published programs. The correction is three quarters of the rate for a
 * light scalar, too large for a first order: the low end of the range has the bracket with $a_H=7+6\ln2-\pi^2/8$, its
 * value for $m\to0$, and $\alpha_s(M_\Upsilon)$ at all masses. Next below $M_\Upsilon$, where the photon is soft and the
 * bound state matters, neither holds.
 *
 * @param parameters - mass, mixing, state
 * @returns value and range; 0 above the mass of the $\Upsilon$
 * @throws `RangeError` for a mass that is not > 0, a mixing of 0 or above 1, or another state
 * @see Wilczek, Phys. Rev. Lett. 39 (1977) 1304; correction: Vysotsky 1980, Nason 1986
 *
 * @example
 * ```ts
 * upsilonToPhoton({ mass: 1, sinTheta: 1 }).value; // ≈ 1.974e-4
 * ```
 */
export function upsilonToPhoton(parameters: UpsilonToPhotonParameters): InclusiveRate {
  requireOptions("upsilonToPhoton", parameters, PARAMETERS);
  const { mass, sinTheta, level = 1 } = parameters;
  requirePositive("upsilonToPhoton: mass", mass, "GeV");
  requireCoupling("upsilonToPhoton: sinTheta", sinTheta, 1);
  const state = quarkonia.filter(({ quark }) => quark === "b")[level - 1];
  if (![1, 2, 3].includes(level))
    throw new RangeError(`upsilonToPhoton: level must be 1, 2 or 3, got ${String(level)}`);
  const M = state.mass;
  const wilczek = (G_FERMI * M * M) / (4 * Math.SQRT2 * Math.PI * ALPHA);
  const phaseSpace = mass >= M ? 0 : (1 - mass / M) * (1 + mass / M);
  const value = square(sinTheta) * (state.electronic / state.total) * wilczek * phaseSpace;
  const bracket = 1 - ((4 * alphaS(M)) / (3 * Math.PI)) * LIGHT;
  return { value, range: [value * bracket, value], source: references.Wilczek1977 };
}
