import { requireOptions, requirePositive } from "@belladonna/numerics";
import { ALPHA, MASS } from "@belladonna/models/constants";
import type { Mediator } from "@belladonna/models";
import { mediatorId } from "@belladonna/models";
import { compile } from "../amplitude/compile.js";
import { qed, withMediator } from "../amplitude/fields.js";
import type { Field, Model, Vertex } from "../amplitude/fields.js";
import type { Process } from "./process.js";
import type { QedOptions } from "./three-photons.js";
import { processOf } from "./tree-process.js";

/** Options of {@link photonFusion}. */
export interface PhotonFusionOptions extends QedOptions {
  /** Electron mass, GeV; default its PDG value. */
  readonly electronMass?: number;
}

const OPTIONS: readonly (keyof PhotonFusionOptions)[] = ["electronMass", "alpha"];

/** Name and number of the field that the positron is of: a lepton of its own, so that the electron cannot annihilate with it. */
const TWIN = { name: "positron line", pdgId: 1000011 };

/**
 * $e^-e^+\to e^-e^+a$ by the fusion of two photons, $\mathcal L=-\frac g4 a F\tilde F$, with both electrons kept down to the
 * smallest angles,
 * $$M = \frac{e^2g}{t_1t_2}\,\varepsilon_{\mu\nu\alpha\beta}\,j_1^\mu j_2^\nu q_1^\alpha q_2^\beta,\qquad
 *   t_i=q_i^2\le-\frac{m_e^2x_i^2}{1-x_i}.$$
 *
 * The amplitude is exact at tree level, the electron mass kept; the coupling does not depend on $t_i$. Untagged electrons
 * need no cut: most of the cross section has both in the beam pipe. What {@link treeProcess} adds to the same final state,
 * $e^+e^-\to\gamma^*\to a\gamma^*$ with $\gamma^*\to e^+e^-$ and its interference, is left out here, as in
 * {@link equivalentPhotons}: at 10.58 GeV 0.1 % of the total at 1 GeV, 0.4 % at 6 GeV, and more at wide angles. Space-like photons have no vacuum polarisation in this package.
 *
 * ```ts
 * const fusion = photonFusion(alp({ mass: 9, gPhoton: 1e-3 }));
 * crossSection(fusion, { sqrtS: 10.58 }).value; // ≈ 16.31
 * ```
 * @param mediator - A pseudoscalar with `couplings.photon`.
 * @param options - Coupling and electron mass.
 * @returns The process; final particles are $e^-$, $e^+$, $a$.
 * @throws RangeError for another mediator, or a coupling or mass that is not > 0.
 */
export function photonFusion(mediator: Mediator, options: PhotonFusionOptions = {}): Process {
  requireOptions("photonFusion", options, OPTIONS);
  const { alpha = ALPHA, electronMass = MASS.e } = options;
  requirePositive("photonFusion: alpha", alpha);
  requirePositive("photonFusion: electronMass", electronMass, "GeV");
  const { kind, name, couplings } = mediator;
  const photon = couplings.photon ?? 0;
  if (kind !== "pseudoscalar" || photon === 0) {
    throw new RangeError(`photonFusion: ${name} must be a pseudoscalar coupled to photons`);
  }
  const bare: Mediator = { ...mediator, couplings: { photon }, width: () => 0 };
  const model = withTwin(withMediator(qed({ alpha, masses: { e: electronMass } }), bare));
  const id = mediatorId(mediator);
  const plan = compile(model, [11, -TWIN.pdgId], [11, -TWIN.pdgId, id], ["e", TWIN.name, "photon"]);
  return processOf(plan, [11, -11, id], [mediator], `e- e+ > e- e+ ${name} by two photons`);
}

/** The model with a second electron that photons couple to as to the first. */
function withTwin({ fields, vertices }: Model): Model {
  const twins = fields.flatMap((field): Field[] => (field.name === "e" ? [{ ...field, ...TWIN }] : []));
  const couplings = vertices.flatMap((vertex): Vertex[] =>
    "fermions" in vertex && vertex.fermions[0] === "e" ? [{ ...vertex, fermions: [TWIN.name, TWIN.name] }] : [],
  );
  return { fields: [...fields, ...twins], vertices: [...vertices, ...couplings] };
}
