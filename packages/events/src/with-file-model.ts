import { requireOptions } from "@belladonna/numerics";
import type { FileModel, VertexOf } from "@belladonna/models/file";
import { checkModel, type Field, type Model, type Vertex, withMediator } from "./amplitude/fields.js";

/** Where in its plane a model of a file is taken. */
export interface FileModelPoint {
  /** Mass of the mediator, GeV. */
  readonly mass: number;
  /** Its coupling. */
  readonly coupling: number;
}

/**
 * Add the model of a file: its mediator as by `withMediator`, its further fields, and the vertices among all fields that the
 * model then has. A vertex of two different fermions brings its conjugate. Vertices of quarks and neutrinos are left out: a
 * model of amplitudes has none of them unless you add their fields.
 *
 * ```ts
 * const file = parseModelFile(`{"format":"belladonna-model/1","name":"mine","mediator":{"kind":"vector"},
 *   "coupling":{"name":"g","typical":1e-3},"vertices":[{"kind":"vector","fermions":["mu","mu"],"coupling":"g"}]}`);
 * const model = withFileModel(qed(), file, { mass: 1, coupling: 1e-3 });
 * const { pdgId } = model.fields.find(({ name }) => name === "mine");
 * treeProcess({ model, outgoing: [13, -13, pdgId] }).outgoing.length; // 3
 * ```
 * @param model - A model with the charged leptons and the photon, such as `qed()`.
 * @param file - What `parseModelFile` gives.
 * @param point - Mass and coupling.
 * @throws RangeError when a vertex does not fit its fields or does not conserve charge.
 */
export function withFileModel(model: Model, file: FileModel, point: FileModelPoint): Model {
  requireOptions("withFileModel: point", point, ["mass", "coupling"]);
  const { mass, coupling } = point;
  const mediator = file.make(mass, coupling);
  const { fields, vertices } = file.content(mass, coupling);
  const base = withMediator(model, mediator);
  const all: readonly Field[] = [...base.fields, ...fields];
  const named = (name: string): string => (name === "mediator" ? mediator.name : name);
  const there = (name: string): boolean => all.some((field) => field.name === named(name));
  const further = vertices
    .filter((one) => !isOfMediator(one) && partsOf(one).every(there))
    .flatMap((one): Vertex[] => {
      const boson = named(one.boson);
      if ("vector" in one) return [{ kind: one.kind, vector: named(one.vector), boson, coupling: one.coupling }];
      const [a, b] = one.fermions;
      const vertex: Vertex = { kind: one.kind, fermions: [a, b], boson, coupling: one.coupling };
      return a === b ? [vertex] : [vertex, { ...vertex, fermions: [b, a] }];
    });
  const whole = { fields: all, vertices: [...base.vertices, ...further] };
  checkModel(whole);
  return whole;

  /** Whether the mediator has it already: what it couples to one charged lepton, or to photons. */
  function isOfMediator(one: VertexOf<number>): boolean {
    if (one.boson !== "mediator") return false;
    if ("vector" in one) return one.kind === "axion" && one.vector === "photon";
    return one.fermions[0] === one.fermions[1] && model.fields.some((field) => field.name === one.fermions[0]);
  }
}

const partsOf = (one: VertexOf<number>): string[] =>
  "vector" in one ? [one.vector, one.boson] : [...one.fermions, one.boson];
