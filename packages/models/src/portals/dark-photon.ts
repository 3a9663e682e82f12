import { requireCoupling, requireOptions, requirePositive } from "@belladonna/numerics";
import { E_CHARGE } from "../constants.js";
import { references } from "@belladonna/sources";
import type { HadronicOptions } from "../hadronic/vector-hadrons.js";
import type { Mediator } from "../mediator.js";
import { requireDarkMatter, type DarkMatter } from "../widths/dark.js";
import { electricCharge } from "./charges.js";
import { vectorMediator } from "./vector.js";

/** Parameters of {@link darkPhoton}. */
export interface DarkPhotonParameters {
  /** Mass, GeV, > 0. */
  readonly mass: number;
  /** Kinetic mixing $\varepsilon$, dimensionless, not 0, at most 1 in size. */
  readonly epsilon: number;
  /** Dark matter it may decay to. */
  readonly dark?: DarkMatter;
  /** Source and matching points of the hadronic width. */
  readonly hadrons?: HadronicOptions;
}

const PARAMETERS: readonly (keyof DarkPhotonParameters)[] = ["mass", "epsilon", "dark", "hadrons"];

/**
 * A dark photon that mixes kinetically with the photon: $\mathcal L=\varepsilon e\,J^\mu_{\rm em}A'_\mu$, the hadronic
 * width being $\Gamma=\varepsilon^2\alpha m R(m)/3$.
 *
 * @param parameters - mass (GeV) and kinetic mixing; optionally dark matter and hadronic options
 * @returns the mediator
 * @throws `RangeError` for a mass that is not > 0 or a mixing that is 0 or above 1
 *
 * @example
 * ```ts
 * darkPhoton({ mass: 0.1, epsilon: 1e-3 }).width("e+ e-"); // ≈ 2.432e-10
 * darkPhoton({ mass: 3, epsilon: 1e-3 }).branchingFraction("hadrons"); // ≈ 0.5198
 * ```
 */
export function darkPhoton(parameters: DarkPhotonParameters): Mediator {
  requireOptions("darkPhoton", parameters, PARAMETERS);
  const { mass, epsilon, ...rest } = parameters;
  requirePositive("darkPhoton: mass", mass, "GeV");
  requireCoupling("darkPhoton: epsilon", epsilon, 1);
  requireDarkMatter("darkPhoton", rest.dark);
  const citations = [references.Batell2009];
  return vectorMediator({
    name: "dark photon",
    mass,
    coupling: epsilon * E_CHARGE,
    charges: electricCharge,
    citations,
    ...rest,
  });
}
