import { didYouMean } from "@belladonna/numerics";
import type { JSONPath } from "jsonc-parser";
import { portals } from "../portals/registry.js";
import type { FieldOf, ModelContent, VertexOf, WidthOf } from "./content.js";
import { type Expression, expression } from "./expression.js";
import { FERMIONS, type FileModel, fileModel } from "./file-model.js";
import { documentOf, shown } from "./form.js";
import { type Located, located } from "./located.js";
import type { ModelDocument, Numeral } from "./schema.js";

const QUARKS: readonly string[] = ["d", "u", "s", "c", "b"];

type Refuse = Located["refuse"];

/** Reads a number or an expression at a path. */
type Reader = (one: Numeral, path: JSONPath) => Expression;

/**
 * A model from a file: JSON with the mediator, its coupling, parameters, further fields, vertices and widths, in which every
 * number may be an expression of `mass`, of the coupling and of the parameters before it.
 *
 * Widths to pairs of fermions of the Standard Model and to photons follow from the vertices, with hadrons for a vector;
 * all others are given, by a formula or a table. UFO models are Python programs and are not read.
 *
 * @param text - The file.
 * @param file - Its name, for messages.
 * @returns The model, ready for `constrainModel` of `@belladonna/limits`.
 * @throws ModelFileError with file, line and path of what is wrong.
 *
 * @example
 * ```ts
 * parseModelFile('{"format":"belladonna-model/1","name":"mine","mediator":{"kind":"vector"},"coupling":{"name":"g","typical":1e-4},"vertices":[{"kind":"vector","fermions":["mu","mu"],"coupling":"g"}]}').make(1, 1e-3).width("mu+ mu-"); // ≈ 2.65e-8
 * ```
 */
export function parseModelFile(text: string, file = "model file"): FileModel {
  const document = located(text, file);
  const { refuse } = document;
  const whole = documentOf(document);
  const { name, mediator, coupling } = whole;
  if (portals.some((portal) => portal.name === name)) refuse(["name"], `must be none of a portal's, got "${name}"`);
  const known = ["pi", "mass", coupling.name];
  const read: Reader = (one, path) => {
    if (typeof one === "number") return { names: [], value: () => one };
    try {
      return expression(one, known);
    } catch (error) {
      return refuse(path, error instanceof Error ? error.message : String(error));
    }
  };
  const parameters = Object.entries(whole.parameters ?? {}).map(([key, one]) => {
    if (known.includes(key)) refuse(["parameters", key], `must have a name of its own, got "${key}"`);
    const parsed = read(one, ["parameters", key]);
    known.push(key);
    return [key, parsed] as const;
  });
  const fields = fieldsOf(whole, read, refuse);
  const content: ModelContent = {
    ...{ name, kind: mediator.kind, coupling: coupling.name, parameters, fields },
    vertices: verticesOf(whole, fields, read, refuse),
    widths: widthsOf(whole, read, refuse),
  };
  requireHadrons(content, refuse);
  const { typical, power } = coupling;
  return fileModel(content, { typical, ...(power !== undefined && { power }) }, refuse);
}

function fieldsOf({ fields = [] }: ModelDocument, read: Reader, refuse: Refuse): FieldOf<Expression>[] {
  return fields.map(({ width = 0, charge = 0, ...one }, i) => {
    const taken = [...FERMIONS, "photon", "mediator", ...fields.slice(0, i).map((other) => other.name)];
    if (taken.includes(one.name)) refuse(["fields", i, "name"], `must be new, got "${one.name}"`);
    return { ...one, charge, mass: read(one.mass, ["fields", i, "mass"]), width: read(width, ["fields", i, "width"]) };
  });
}

function verticesOf(
  { mediator, vertices }: ModelDocument,
  fields: readonly FieldOf<Expression>[],
  read: Reader,
  refuse: Refuse,
): VertexOf<Expression>[] {
  const named = (kind: FieldOf<Expression>["kind"]): string[] =>
    fields.filter((one) => one.kind === kind).map((one) => one.name);
  const fermions = [...FERMIONS, ...named("fermion")];
  const vectors = ["photon", ...named("vector")];
  const bosons = ["mediator", ...vectors, ...named("scalar")];
  const requireOne = (name: string, of: readonly string[], path: JSONPath): void => {
    if (!of.includes(name)) refuse(path, `must be one of ${of.join(", ")}, got ${shown(name)}${didYouMean(name, of)}`);
  };
  return vertices.map((one, i) => {
    const at = (...keys: JSONPath): JSONPath => ["vertices", i, ...keys];
    const { boson = "mediator" } = one;
    requireOne(boson, bosons, at("boson"));
    const common = { boson, coupling: read(one.coupling, at("coupling")) };
    if ("vector" in one) {
      requireOne(one.vector, [...vectors, "mediator"], at("vector"));
      return { ...common, kind: one.kind, vector: one.vector };
    }
    one.fermions.forEach((fermion, k) => {
      requireOne(fermion, fermions, at("fermions", k));
    });
    const fits = (one.kind === "vector") === (mediator.kind === "vector");
    if (boson === "mediator" && !fits) {
      refuse(at("kind"), `must fit a ${mediator.kind} mediator, got ${shown(one.kind)}`);
    }
    return { ...common, kind: one.kind, fermions: one.fermions };
  });
}

function widthsOf({ widths = [] }: ModelDocument, read: Reader, refuse: Refuse): WidthOf<Expression>[] {
  return widths.map(({ products = [], formula, table, times = 1, ...one }, i) => {
    const at = (...keys: JSONPath): JSONPath => ["widths", i, ...keys];
    if (formula !== undefined) return { ...one, products, formula: read(formula, at("formula")) };
    (table ?? []).forEach(([mass], k, rows) => {
      if (!(mass > (k === 0 ? 0 : rows[k - 1][0])))
        refuse(at("table", k), `must be [mass, width] with ascending masses > 0, got ${shown(rows[k])}`);
    });
    return { ...one, products, ...(table !== undefined && { table }), times: read(times, at("times")) };
  });
}

/** Throws where quarks couple to a spinless mediator whose width to hadrons nobody gives. */
function requireHadrons({ kind, vertices, widths }: ModelContent, refuse: Refuse): void {
  if (kind === "vector" || widths.some(({ group }) => group === "hadrons")) return;
  const at = vertices.findIndex(
    (one) => "fermions" in one && one.boson === "mediator" && one.fermions.some((f) => QUARKS.includes(f)),
  );
  if (at < 0) return;
  const what = "must have a width of group hadrons in widths: hadrons of a spinless mediator are not known here";
  refuse(["vertices", at], what);
}
