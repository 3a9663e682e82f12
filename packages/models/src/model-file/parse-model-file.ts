import { didYouMean } from "@belladonna/numerics";
import type { JSONPath } from "jsonc-parser";
import type { ChannelGroup } from "../mediator.js";
import { portals } from "../portals/registry.js";
import { type Expression, expression } from "./expression.js";
import { FERMIONS, type FileModel, fileModel } from "./file-model.js";
import { located } from "./located.js";
import type { FieldLine, ModelContent, VertexLine, WidthLine } from "./content.js";

/** Version mark of a model file. */
export const MODEL_FORMAT = "belladonna-model/1";

const GROUPS: readonly ChannelGroup[] = ["leptons", "hadrons", "photons", "invisible", "dark", "semileptonic"];

const QUARKS: readonly string[] = ["d", "u", "s", "c", "b"];

const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

type Entry = Readonly<Record<string, unknown>>;

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
  const { value, refuse } = located(text, file);
  const root = entry(
    value,
    [],
    ["format", "name", "mediator", "coupling", "parameters", "fields", "vertices", "widths"],
  );
  if (root.format !== MODEL_FORMAT) refuse(["format"], `must be "${MODEL_FORMAT}", got ${shown(root.format)}`);
  const name = textAt(root, ["name"]);
  if (portals.some((portal) => portal.name === name)) refuse(["name"], `must be none of a portal's, got "${name}"`);
  const mediator = entry(root.mediator, ["mediator"], ["kind"]);
  const kind = choice(mediator, ["mediator", "kind"], ["vector", "scalar", "pseudoscalar"] as const);
  const given = entry(root.coupling, ["coupling"], ["name", "typical", "power"]);
  const coupling = textAt(given, ["coupling", "name"]);
  const typical = numberAt(given, ["coupling", "typical"]);
  if (!(typical > 0)) refuse(["coupling", "typical"], `must be > 0, got ${typical}`);
  const power = given.power === undefined ? undefined : choice(given, ["coupling", "power"], [1, 2] as const);
  const names = ["pi", "mass", coupling];
  const parameters = Object.entries(entry(root.parameters ?? {}, ["parameters"])).map(([key, one]) => {
    if (names.includes(key)) refuse(["parameters", key], `must have a name of its own, got "${key}"`);
    const parsed = numberLike(one, ["parameters", key]);
    names.push(key);
    return [key, parsed] as const;
  });
  const fields = list(root, "fields", ["name", "kind", "mass", "width", "charge", "pdgId"]).map((one, i): FieldLine => {
    const at = (key: string): JSONPath => ["fields", i, key];
    const own = textAt(one, at("name"));
    if ([...FERMIONS, "photon", "mediator"].includes(own)) refuse(at("name"), `must be new, got "${own}"`);
    return {
      name: own,
      kind: choice(one, at("kind"), ["fermion", "vector", "scalar"] as const),
      mass: numberLike(one.mass, at("mass")),
      width: numberLike(one.width ?? 0, at("width")),
      charge: numberAt({ charge: 0, ...one }, at("charge")),
      pdgId: numberAt(one, at("pdgId")),
    };
  });
  const fermions = [...FERMIONS, ...fields.filter((one) => one.kind === "fermion").map((one) => one.name)];
  const vectors = ["photon", ...fields.filter((one) => one.kind === "vector").map((one) => one.name)];
  const bosons = ["mediator", ...vectors, ...fields.filter((one) => one.kind === "scalar").map((one) => one.name)];
  const vertices = list(root, "vertices", ["kind", "fermions", "vector", "boson", "coupling"]).map(
    (one, i): VertexLine => {
      const at = (...keys: JSONPath): JSONPath => ["vertices", i, ...keys];
      const structure = choice(one, at("kind"), ["vector", "scalar", "pseudoscalar", "axion", "higgs"] as const);
      const boson = one.boson === undefined ? "mediator" : choice(one, at("boson"), bosons);
      const strength = numberLike(one.coupling, at("coupling"));
      if (structure === "axion" || structure === "higgs") {
        return {
          kind: structure,
          vector: choice(one, at("vector"), [...vectors, "mediator"]),
          boson,
          coupling: strength,
        };
      }
      const pair: unknown = one.fermions;
      if (!Array.isArray(pair) || pair.length !== 2) refuse(at("fermions"), `must be two names, got ${shown(pair)}`);
      const two = [0, 1].map((k) => choice(pair as Entry, at("fermions", k), fermions));
      const spin = structure === "vector" ? kind === "vector" : kind !== "vector";
      if (boson === "mediator" && !spin) refuse(at("kind"), `must fit a ${kind} mediator, got "${structure}"`);
      return { kind: structure, fermions: [two[0], two[1]], boson, coupling: strength };
    },
  );
  const widths = list(root, "widths", ["channel", "products", "group", "formula", "table", "times"]).map(
    (one, i): WidthLine => {
      const at = (key: string): JSONPath => ["widths", i, key];
      const products: unknown = one.products ?? [];
      if (!Array.isArray(products) || !products.every(Number.isInteger)) {
        refuse(at("products"), `must be PDG numbers, got ${shown(products)}`);
      }
      const about = {
        channel: textAt(one, at("channel")),
        products: products as number[],
        group: choice(one, at("group"), GROUPS),
      };
      if ((one.formula === undefined) === (one.table === undefined))
        refuse(["widths", i], "must have either formula or table");
      if (one.formula !== undefined) return { ...about, formula: numberLike(one.formula, at("formula")) };
      return { ...about, table: tableOf(one.table, at("table")), times: numberLike(one.times ?? 1, at("times")) };
    },
  );
  const hadronic = widths.some((one) => one.group === "hadrons");
  vertices.forEach((one, i) => {
    const quarks = "fermions" in one && one.boson === "mediator" && one.fermions.some((f) => QUARKS.includes(f));
    if (kind !== "vector" && quarks && !hadronic) {
      refuse(
        ["vertices", i],
        "must have a width of group hadrons in widths: hadrons of a spinless mediator are not known here",
      );
    }
  });
  if (vertices.length === 0) refuse(["vertices"], "must have one vertex at least, got none");
  const content: ModelContent = { name, kind, coupling, parameters, fields, vertices, widths };
  return fileModel(content, { typical, ...(power === undefined ? {} : { power }) }, refuse);

  /** An object with no other keys than these. */
  function entry(one: unknown, path: JSONPath, keys?: readonly string[]): Entry {
    if (typeof one !== "object" || one === null || Array.isArray(one)) {
      return refuse(path, `must be an object, got ${shown(one)}`);
    }
    for (const key of Object.keys(one)) {
      if (keys !== undefined && !keys.includes(key)) {
        refuse([...path, key], `must be one of ${keys.join(", ")}${didYouMean(key, keys)}`);
      }
    }
    return one as Entry;
  }
  function list(of: Entry, key: string, keys: readonly string[]): Entry[] {
    const all: unknown = of[key] ?? [];
    if (!Array.isArray(all)) return refuse([key], `must be a list, got ${shown(all)}`);
    return all.map((one, i) => entry(one, [key, i], keys));
  }
  function last(of: Entry, path: JSONPath): unknown {
    return of[path[path.length - 1]];
  }
  function textAt(of: Entry, path: JSONPath): string {
    const one = last(of, path);
    return typeof one === "string" && one !== "" ? one : refuse(path, `must be a text, got ${shown(one)}`);
  }
  function numberAt(of: Entry, path: JSONPath): number {
    const one = last(of, path);
    return typeof one === "number" ? one : refuse(path, `must be a number, got ${shown(one)}`);
  }
  function choice<T extends string | number>(of: Entry, path: JSONPath, from: readonly T[]): T {
    const one = last(of, path);
    const found = from.find((each) => each === one);
    if (found !== undefined) return found;
    const hint = typeof one === "string" ? didYouMean(one, from.map(String)) : "";
    return refuse(path, `must be one of ${from.join(", ")}, got ${shown(one)}${hint}`);
  }
  function numberLike(one: unknown, path: JSONPath): Expression {
    if (typeof one === "number") return { names: [], value: () => one };
    if (typeof one !== "string") return refuse(path, `must be a number or an expression, got ${shown(one)}`);
    try {
      return expression(one, names);
    } catch (error) {
      return refuse(path, error instanceof Error ? error.message : String(error));
    }
  }
  function tableOf(one: unknown, path: JSONPath): NonNullable<WidthLine["table"]> {
    const rows = Array.isArray(one) ? (one as unknown[]) : [];
    if (rows.length < 2) refuse(path, "must be two rows [mass, width] or more");
    return rows.map((row, i) => {
      const [m, w] = Array.isArray(row) && row.length === 2 ? (row as unknown[]) : [];
      const before = i === 0 ? 0 : (rows[i - 1] as number[])[0];
      if (typeof m !== "number" || typeof w !== "number" || !(m > before && w >= 0)) {
        refuse([...path, i], `must be [mass, width] with ascending masses > 0 and widths >= 0, got ${shown(row)}`);
      }
      return [m as number, w as number] as const;
    });
  }
}
