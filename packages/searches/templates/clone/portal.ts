import { requireCoupling, requirePositive } from "@belladonna/numerics";
import { references } from "@belladonna/sources";
import { MASS } from "../masses.js";
import { channel, mediator, type Mediator } from "../mediator.js";
import { scalarToFermions } from "../widths/fermion-pair.js";

/** Parameters of {@link templateName}. */
export interface TemplateNameParameters {
  /** Mass, GeV, > 0. */
  readonly mass: number;
  /** Yukawa coupling to the muon, dimensionless, not 0, at most $\sqrt{4\pi}$ in size. */
  readonly coupling: number;
}

/**
 * What it is, with its Lagrangian: $\mathcal L=-g\,\bar\mu\mu\,S$.
 *
 * @param parameters - mass (GeV) and coupling
 * @returns the mediator
 * @throws `RangeError` for a mass that is not > 0, or a coupling that is 0 or above $\sqrt{4\pi}$
 * @see the paper and its equation
 */
export function templateName(parameters: TemplateNameParameters): Mediator {
  const { mass, coupling } = parameters;
  requirePositive("templateName: mass", mass, "GeV");
  requireCoupling("templateName: coupling", coupling, Math.sqrt(4 * Math.PI));
  return mediator({
    name: "template-name",
    kind: "scalar",
    mass,
    couplings: { scalar: { mu: coupling } },
    channels: () => [
      channel("mu+ mu-", [-13, 13], scalarToFermions(mass, MASS.mu, coupling), "leptons", references.Batell2017),
    ],
  });
}
