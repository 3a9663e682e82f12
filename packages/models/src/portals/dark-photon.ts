import { requireCoupling, requirePositive } from "../border.js";
import { E_CHARGE } from "../constants.js";
import { references } from "../data/references.js";
import type { Fermion, Mediator } from "../mediator.js";
import { requireDarkMatter, type DarkMatter } from "../widths/dark.js";
import { vectorPortal } from "./vector.js";

/** Electric charges of the charged fermions, in units of $e$. */
export const electricCharge: Readonly<Partial<Record<Fermion, number>>> = {
  e: -1,
  mu: -1,
  tau: -1,
  d: -1 / 3,
  u: 2 / 3,
  s: -1 / 3,
  c: 2 / 3,
  b: -1 / 3,
};

/** Parameters of {@link darkPhoton}. */
export interface DarkPhotonParameters {
  /** Mass, GeV, > 0. */
  readonly mass: number;
  /** Kinetic mixing $\varepsilon$, dimensionless, not 0, at most 1 in size. */
  readonly epsilon: number;
  /** Dark matter it may decay to. */
  readonly dark?: DarkMatter;
}

/** The charged fermions' couplings $g_f=\varepsilon e Q_f$. */
const photonLike = (coupling: number): Partial<Record<Fermion, number>> => {
  const vector: Partial<Record<Fermion, number>> = {};
  for (const [f, q] of Object.entries(electricCharge)) vector[f as Fermion] = coupling * q;
  return vector;
};

/**
 * A dark photon that mixes kinetically with the photon: $\mathcal L=\varepsilon e\,J^\mu_{\rm em}A'_\mu$.
 *
 * @param parameters - mass (GeV) and kinetic mixing; optionally dark matter
 * @returns the mediator
 * @throws `RangeError` for a mass that is not > 0 or a mixing that is 0 or above 1
 *
 * @example
 * ```ts
 * darkPhoton({ mass: 0.1, epsilon: 1e-3 }).width("e+ e-"); // ≈ 2.432e-10
 * ```
 */
export const darkPhoton = (parameters: DarkPhotonParameters): Mediator => {
  const { mass, epsilon, dark } = parameters;
  requirePositive("darkPhoton: mass", mass, "GeV");
  requireCoupling("darkPhoton: epsilon", epsilon, 1);
  requireDarkMatter("darkPhoton", dark);
  const vector = photonLike(epsilon * E_CHARGE);
  return vectorPortal({ name: "dark photon", mass, vector, dark, citations: [references.Batell2009] });
};
