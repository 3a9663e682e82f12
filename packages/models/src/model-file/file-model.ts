import { logLogInterpolate } from "@belladonna/numerics";
import type { Citation } from "@belladonna/sources";
import { references } from "@belladonna/sources";
import type { JSONPath } from "jsonc-parser";
import { MASS } from "../masses.js";
import { channel, mediator, type Couplings, type Fermion, type Mediator, type PartialWidth } from "../mediator.js";
import { vectorMediator } from "../portals/vector.js";
import { pseudoscalarToFermions, scalarToFermions } from "../widths/fermion-pair.js";
import { alpToPhotons } from "../widths/photons.js";
import type { FieldOf, ModelContent, VertexOf, WidthOf } from "./content.js";
import type { Expression, Values } from "./expression.js";

/** A model from a file. */
export interface FileModel {
  /** Its name. */
  readonly name: string;
  /** Name of its coupling. */
  readonly coupling: string;
  /** A coupling of the size of present limits. */
  readonly typical: number;
  /** Power of the coupling in every width, where the file says one. */
  readonly power?: 1 | 2;
  /** The mediator at a mass in GeV and a coupling. */
  readonly make: (mass: number, coupling: number) => Mediator;
  /** Further fields, and all vertices, at a mass in GeV and a coupling. */
  readonly content: (mass: number, coupling: number) => FileContent;
}

/** Fields and vertices of a model file, as numbers. */
export interface FileContent {
  /** Fields beyond the Standard Model and the mediator. */
  readonly fields: readonly FieldOf<number>[];
  /** Vertices. */
  readonly vertices: readonly VertexOf<number>[];
}

const LEPTONS = [
  ["e", "e+ e-", 11],
  ["mu", "mu+ mu-", 13],
  ["tau", "tau+ tau-", 15],
] as const;

/** Fermions that are there without being declared. */
export const FERMIONS: readonly Fermion[] = ["e", "mu", "tau", "nue", "numu", "nutau", "d", "u", "s", "c", "b"];

/** What a width of a user's file cites. */
const own = (name: string): Citation => ({ key: "model-file", authors: "the model file", title: name });

/** The model of a file's content; `refuse` names the place of a number that is none. */
export function fileModel(
  content: ModelContent,
  about: Pick<FileModel, "typical" | "power">,
  refuse: (path: JSONPath, what: string) => never,
): FileModel {
  const { name, kind, coupling, parameters, fields, vertices, widths } = content;
  const valuesAt = (mass: number, g: number): Values => {
    const values: Record<string, number> = { pi: Math.PI, mass, [coupling]: g };
    for (const [key, one] of parameters) values[key] = finite(one, values, ["parameters", key]);
    return values;
  };
  function finite(one: Expression, values: Values, path: JSONPath): number {
    const x = one.value(values);
    if (Number.isFinite(x)) return x;
    return refuse(path, `must be finite at mass ${values.mass} GeV and ${coupling} ${values[coupling]}, got ${x}`);
  }
  const contentAt = (mass: number, g: number): FileContent => {
    const values = valuesAt(mass, g);
    return {
      fields: fields.map((one, i) => ({
        ...one,
        mass: finite(one.mass, values, ["fields", i, "mass"]),
        width: finite(one.width, values, ["fields", i, "width"]),
      })),
      vertices: vertices.map((one, i) => ({
        ...one,
        coupling: finite(one.coupling, values, ["vertices", i, "coupling"]),
      })),
    };
  };
  const make = (mass: number, g: number): Mediator => {
    const values = valuesAt(mass, g);
    const couplings = couplingsOf(contentAt(mass, g).vertices);
    const given = widths.map((one, i) => {
      const width = widthOf(one, values, i);
      if (!(width >= 0)) refuse(["widths", i], `must not be negative at mass ${mass} GeV, got ${width} GeV`);
      return channel(one.channel, one.products, width, one.group, own(name));
    });
    const channels = (): PartialWidth[] => {
      const replaced = new Set(given.map((one) => one.name));
      return [...implied(kind, mass, couplings).filter((one) => !replaced.has(one.name)), ...given];
    };
    return mediator({ name, kind, mass, couplings, channels });
  };
  function widthOf({ formula, table = [], times }: WidthOf<Expression>, values: Values, i: number): number {
    if (formula !== undefined) return finite(formula, values, ["widths", i, "formula"]);
    const [m, w] = [table.map((row) => row[0]), table.map((row) => row[1])];
    const at = logLogInterpolate(m, w, values.mass);
    // Outside the table there is no width.
    return Number.isNaN(at) || times === undefined ? 0 : at * finite(times, values, ["widths", i, "times"]);
  }
  return { name, coupling, ...about, make, content: contentAt };
}

/** Couplings of the mediator to the Standard Model, diagonal in flavour; vertices of one kind and fermion add. */
function couplingsOf(vertices: readonly VertexOf<number>[]): Couplings {
  const tables: Record<"vector" | "scalar" | "pseudoscalar", Partial<Record<Fermion, number>>> = {
    vector: {},
    scalar: {},
    pseudoscalar: {},
  };
  let photon = 0;
  for (const one of vertices) {
    if (one.boson !== "mediator" || one.coupling === 0) continue;
    if ("vector" in one) photon += one.kind === "axion" && one.vector === "photon" ? one.coupling : 0;
    else {
      const [a, b] = one.fermions;
      const known = FERMIONS.find((f) => f === a);
      if (a !== b || known === undefined) continue;
      const table = tables[one.kind];
      table[known] = (table[known] ?? 0) + one.coupling;
    }
  }
  const filled = Object.entries(tables).filter(([, table]) => Object.keys(table).length > 0);
  return { ...Object.fromEntries(filled), ...(photon === 0 ? {} : { photon }) };
}

/** Channels that the couplings imply. */
function implied(kind: Mediator["kind"], mass: number, couplings: Couplings): readonly PartialWidth[] {
  if (kind === "vector") {
    const { vector } = couplings;
    return vector === undefined ? [] : vectorMediator({ mass, coupling: 1, charges: vector }).channels();
  }
  const { scalar = {}, pseudoscalar = {}, photon = 0 } = couplings;
  const pairs = LEPTONS.map(([f, title, id]) => {
    const width =
      scalarToFermions(mass, MASS[f], scalar[f] ?? 0) + pseudoscalarToFermions(mass, MASS[f], pseudoscalar[f] ?? 0);
    return channel(title, [-id, id], width, "leptons", references.Batell2009);
  });
  return [...pairs, channel("gamma gamma", [22, 22], alpToPhotons(mass, photon), "photons", references.Dolan2017)];
}
