import { requireOptions } from "@belladonna/numerics";
import { compile } from "../amplitude/compile.js";
import { helicityAmplitudes } from "../amplitude/helicity-amplitudes.js";
import { evaluatorOfMany } from "../amplitude/compiled/evaluator-of-many.js";
import type { Model } from "../amplitude/fields.js";
import type { Plan } from "../amplitude/plan.js";
import { diagramSampler } from "../phase-space/diagram-sampler.js";
import type { Mediator } from "@belladonna/models";
import { mediatorId } from "@belladonna/models";
import type { Process } from "./process.js";

/** A process by its external particles. */
export interface TreeProcessInput {
  /** Fields and vertices. */
  readonly model: Model;
  /** PDG numbers of the final particles. */
  readonly outgoing: readonly number[];
  /** Names of the fields that may be exchanged; all of the model by default. */
  readonly propagating?: readonly string[];
  /** Mediators among the final particles, for their decays. */
  readonly mediators?: readonly Mediator[];
  /** Name of the process; made from the particles by default. */
  readonly name?: string;
}

const INPUT: readonly (keyof TreeProcessInput)[] = ["model", "outgoing", "propagating", "mediators", "name"];

/**
 * A process $e^- e^+ \to$ anything from the vertices of a model, at tree level: all diagrams are found, none is named.
 *
 * ```ts
 * crossSection(treeProcess({ model: qed(), outgoing: [13, -13] }), { sqrtS: 10.58 }).value; // ≈ 834800
 * ```
 * @param input - Model, final particles, what may be exchanged.
 * @returns The process.
 * @throws RangeError when a particle is not in the model, no diagram exists, or a vertex of the model is wrong.
 */
export function treeProcess(input: TreeProcessInput): Process {
  requireOptions("treeProcess", input, INPUT);
  const { model, outgoing, propagating, mediators = [] } = input;
  const plan = compile(model, [11, -11], outgoing, propagating);
  return processOf(plan, outgoing, mediators, input.name);
}

/**
 * The process of a compiled plan.
 * @param plan - The plan, of an electron and a positron.
 * @param outgoing - PDG numbers of the final particles.
 * @param mediators - Mediators among them, for their decays.
 * @param name - Name; made from the particles when absent.
 */
export function processOf(
  plan: Plan,
  outgoing: readonly number[],
  mediators: readonly Mediator[],
  name?: string,
): Process {
  const [electron, positron, ...final] = plan.legs;
  const names = final.map(({ field }, k) => {
    if (field.kind !== "fermion") return field.name;
    return `${field.name}${outgoing[k] > 0 ? "-" : "+"}`;
  });
  const particles = final.map(({ field }, k) => {
    const mediator = mediators.find((one) => mediatorId(one) === field.pdgId);
    const particle = { pdgId: outgoing[k], mass: field.mass };
    return mediator === undefined ? particle : { ...particle, mediator };
  });
  const counts = new Map<number, number>();
  let symmetryFactor = 1;
  for (const id of outgoing) {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    symmetryFactor /= count;
  }
  const evaluate = evaluatorOfMany(plan);
  return {
    name: name ?? `e- e+ > ${names.join(" ")}`,
    incoming: [
      { pdgId: 11, mass: electron.field.mass },
      { pdgId: -11, mass: positron.field.mass },
    ],
    outgoing: particles,
    symmetryFactor,
    squaredAmplitude: evaluate,
    helicityAmplitudes: () => helicityAmplitudes(plan),
    sampler: (cuts) => diagramSampler(plan, cuts),
  };
}
