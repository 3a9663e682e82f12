import type { ChannelGroup } from "../mediator.js";
import type { FieldOf, ModelContent, VertexOf, WidthOf } from "./content.js";

/** Version mark of a model file. */
export const MODEL_FORMAT = "belladonna-model/1";

/** What has a default may be left out. */
type With<T, Optional extends PropertyKey> = T extends unknown
  ? Omit<T, Optional> & Partial<Pick<T, Extract<Optional, keyof T>>>
  : never;

/** A number, or an expression. */
export type Numeral = number | string;

/** A model file as the schema has it. */
export interface ModelDocument {
  /** Version mark. */
  readonly format: typeof MODEL_FORMAT;
  /** Name of the model. */
  readonly name: string;
  /** The mediator. */
  readonly mediator: Pick<ModelContent, "kind">;
  /** Its coupling. */
  readonly coupling: { readonly name: string; readonly typical: number; readonly power?: 1 | 2 };
  /** Parameters in their order. */
  readonly parameters?: Readonly<Record<string, Numeral>>;
  /** Fields. */
  readonly fields?: readonly With<FieldOf<Numeral>, "width" | "charge">[];
  /** Vertices. */
  readonly vertices: readonly With<VertexOf<Numeral>, "boson">[];
  /** Widths. */
  readonly widths?: readonly With<WidthOf<Numeral>, "products">[];
}

const groups: readonly ChannelGroup[] = ["leptons", "hadrons", "photons", "invisible", "dark", "semileptonic"];

const number = { type: ["number", "string"], description: "a number, or an expression" } as const;
const text = { type: "string", minLength: 1 } as const;
const closed = { type: "object", additionalProperties: false } as const;

/** JSON schema of a model file, for editors; `parseModelFile` checks more, and says the line. */
export const modelFileSchema: Readonly<Record<string, unknown>> = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "belladonna model file",
  ...closed,
  required: ["format", "name", "mediator", "coupling", "vertices"],
  properties: {
    format: { const: MODEL_FORMAT },
    name: text,
    mediator: {
      ...closed,
      required: ["kind"],
      properties: { kind: { enum: ["vector", "scalar", "pseudoscalar"] } },
    },
    coupling: {
      ...closed,
      required: ["name", "typical"],
      properties: { name: text, typical: { type: "number", exclusiveMinimum: 0 }, power: { enum: [1, 2] } },
    },
    parameters: { type: "object", additionalProperties: number },
    fields: {
      type: "array",
      items: {
        ...closed,
        required: ["name", "kind", "mass", "pdgId"],
        properties: {
          name: text,
          kind: { enum: ["fermion", "vector", "scalar"] },
          mass: number,
          width: number,
          charge: { type: "number" },
          pdgId: { type: "integer" },
        },
      },
    },
    vertices: {
      type: "array",
      minItems: 1,
      items: {
        ...closed,
        required: ["kind", "coupling"],
        if: { properties: { kind: { enum: ["axion", "higgs"] } } },
        then: { required: ["vector"], properties: { fermions: false } },
        else: { required: ["fermions"], properties: { vector: false } },
        properties: {
          kind: { enum: ["vector", "scalar", "pseudoscalar", "axion", "higgs"] },
          fermions: { type: "array", items: text, minItems: 2, maxItems: 2 },
          vector: text,
          boson: text,
          coupling: number,
        },
      },
    },
    widths: {
      type: "array",
      items: {
        ...closed,
        required: ["channel", "group"],
        oneOf: [{ required: ["formula"] }, { required: ["table"] }],
        properties: {
          channel: text,
          products: { type: "array", items: { type: "integer" } },
          group: { enum: groups },
          formula: number,
          table: {
            type: "array",
            minItems: 2,
            items: {
              type: "array",
              items: { type: "number", minimum: 0 },
              minItems: 2,
              maxItems: 2,
              description: "[mass, width], GeV",
            },
          },
          times: number,
        },
      },
    },
  },
};
