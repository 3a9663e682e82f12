import { requireOptions } from "@belladonna/numerics";
import { GEV2_FB } from "@belladonna/kinematics";
import { ALPHA } from "@belladonna/models/constants";
import { qed, qedOptions, withMediator } from "../amplitude/fields.js";
import type { QedModelOptions } from "../amplitude/fields.js";
import { MASS } from "@belladonna/models/constants";
import type { Couplings, Mediator } from "@belladonna/models";
import { dalitzIntegral } from "./ffx-kernel.js";
import type { Radiated } from "./ffx-kernel.js";
import { photonDressing } from "../amplitude/photon-dressing.js";
import { mediatorId } from "@belladonna/models";
import type { Process } from "./process.js";
import { treeProcess } from "./tree-process.js";

/** What {@link ffX} takes. */
export interface FfXInput extends QedModelOptions {
  /** The lepton that radiates. */
  readonly lepton: "mu" | "tau";
  /** What it radiates. */
  readonly mediator: Mediator;
}

/**
 * $e^- e^+ \to \ell^- \ell^+ X$ with a vector, scalar or pseudoscalar $X$ radiated off the final leptons, through one
 * photon. Couplings of $X$ to electrons and photons are left out; {@link treeProcess} takes them along.
 *
 * The amplitude is exact at tree level, with the vacuum polarisation of that photon. Without cuts the cross section is
 * the integral of {@link dalitzDensity} for massless electrons, which is exact to order $m_e^4/s^2$. Event weights are
 * those of a zero-width $X$.
 *
 * ```ts
 * ffX({ mediator: zPrime({ mass: 1, gPrime: 1e-3 }), lepton: "mu" }).outgoing.length; // 3
 * ```
 * @param input - Lepton, mediator, and the coupling and masses of QED.
 * @returns The process; final particles are $\ell^-$, $\ell^+$, $X$.
 * @throws RangeError for electrons, whose pairs have a t channel ({@link treeProcess} makes them, with cuts), or when the
 * mediator does not couple to the lepton, or in more than one way.
 */
export function ffX(input: FfXInput): Process {
  requireOptions("ffX", input, ["lepton", "mediator", ...qedOptions]);
  const { lepton, mediator, alpha = ALPHA, masses = {}, vacuumPolarisation = true } = input;
  if (!["mu", "tau"].includes(lepton)) {
    const hint =
      (lepton as string) === "e" ? ": electrons have a t channel too, for which treeProcess takes a model" : "";
    throw new RangeError(`ffX: lepton must be mu or tau, got ${lepton as string}${hint}`);
  }
  const found = (["vector", "scalar", "pseudoscalar"] as const).flatMap((kind): [Radiated, number][] => {
    const coupling = mediator.couplings[kind]?.[lepton] ?? 0;
    return coupling === 0 ? [] : [[kind, coupling]];
  });
  if (found.length !== 1) {
    throw new RangeError(`ffX: ${mediator.name} must couple to ${lepton} in one way, has ${found.length} couplings`);
  }
  const [kind, coupling] = found[0];
  const m = masses[lepton] ?? MASS[lepton];
  const couplings: Couplings = { [kind]: { [lepton]: coupling } };
  const model = withMediator(qed({ alpha, masses, vacuumPolarisation }), { ...mediator, couplings, width: () => 0 });
  const id = lepton === "mu" ? 13 : 15;
  const process = treeProcess({
    model,
    outgoing: [id, -id, mediatorId(mediator)],
    propagating: ["e", "mu", "tau", "photon"],
    mediators: [mediator],
  });
  return {
    ...process,
    closedForm(sqrtS, cuts) {
      if (Object.values(cuts).some((cut) => cut !== undefined)) return undefined;
      const s = sqrtS * sqrtS;
      const integral = dalitzIntegral(kind, s, m, mediator.mass);
      const dressed = vacuumPolarisation ? photonDressing(s) : 1;
      return (GEV2_FB * dressed * alpha * alpha * coupling * coupling * integral) / (48 * Math.PI * s * s * s);
    },
  };
}
