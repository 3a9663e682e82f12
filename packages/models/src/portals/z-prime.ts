import { requireCoupling, requireOptions, requirePositive } from "@belladonna/numerics";
import { references } from "@belladonna/sources";
import type { HadronicOptions } from "../hadronic/vector-hadrons.js";
import type { Mediator } from "../mediator.js";
import { requireDarkMatter, type DarkMatter } from "../widths/dark.js";
import { lmuMinusLtau } from "./charges.js";
import { vectorMediator } from "./vector.js";

/** Parameters of {@link zPrime}. */
export interface ZPrimeParameters {
  /** Mass, GeV, > 0. */
  readonly mass: number;
  /** Gauge coupling $g'$, dimensionless, not 0. */
  readonly gPrime: number;
  /** Dark matter it may decay to. */
  readonly dark?: DarkMatter;
  /** Source and matching points of the (loop-induced) hadronic width. */
  readonly hadrons?: HadronicOptions;
}

const PARAMETERS: readonly (keyof ZPrimeParameters)[] = ["mass", "gPrime", "dark", "hadrons"];

/**
 * The gauge boson of $L_\mu-L_\tau$, with the electron and quark couplings that muon and tau loops induce at $q^2=m^2$.
 *
 * @param parameters - mass (GeV) and gauge coupling; optionally dark matter (the "fully invisible" $Z'$)
 * @returns the mediator
 * @throws `RangeError` for a mass that is not > 0 or a coupling that is 0 or above $\sqrt{4\pi}$
 *
 * @example
 * ```ts
 * zPrime({ mass: 1, gPrime: 1e-3 }).branchingFraction("invisible"); // ≈ 0.5
 * ```
 */
export function zPrime(parameters: ZPrimeParameters): Mediator {
  requireOptions("zPrime", parameters, PARAMETERS);
  const { mass, gPrime, ...rest } = parameters;
  requirePositive("zPrime: mass", mass, "GeV");
  requireCoupling("zPrime: gPrime", gPrime, Math.sqrt(4 * Math.PI));
  requireDarkMatter("zPrime", rest.dark);
  const citations = [references.He1991, references.Amaral2020];
  return vectorMediator({
    name: "Lmu-Ltau Z'",
    mass,
    coupling: gPrime,
    charges: lmuMinusLtau,
    citations,
    ...rest,
  });
}
