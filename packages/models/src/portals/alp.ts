import { requireCoupling, requirePositive } from "../border.js";
import { references } from "../data/references.js";
import { channel, mediator, type Mediator } from "../mediator.js";
import { alpToPhotons } from "../widths/photons.js";

/** Parameters of {@link alp}: at least one coupling. */
export interface AlpParameters {
  /** Mass, GeV, > 0. */
  readonly mass: number;
  /** Photon coupling $g_{a\gamma\gamma}$ of $-\tfrac g4\,aF\tilde F$, GeV⁻¹. */
  readonly gPhoton?: number;
}

/**
 * An axion-like particle.
 *
 * @param parameters - mass (GeV) and couplings
 * @returns the mediator
 * @throws `RangeError` for a mass that is not > 0 or no coupling at all
 *
 * @example
 * ```ts
 * alp({ mass: 1, gPhoton: 1e-3 }).ctau; // ≈ 3.967e-6
 * ```
 */
export const alp = (parameters: AlpParameters): Mediator => {
  const { mass, gPhoton } = parameters;
  requirePositive("alp: mass", mass, "GeV");
  if (gPhoton === undefined) throw new RangeError("alp: at least one coupling must be given, got none");
  requireCoupling("alp: gPhoton", gPhoton, Number.MAX_VALUE);
  return mediator({
    name: "axion-like particle",
    kind: "pseudoscalar",
    mass,
    couplings: { photon: gPhoton },
    channels: () => [channel("gamma gamma", [22, 22], alpToPhotons(mass, gPhoton), "photons", references.Dolan2017)],
  });
};
