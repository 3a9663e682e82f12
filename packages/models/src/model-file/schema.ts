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
    format: { const: "belladonna-model/1" },
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
          group: { enum: ["leptons", "hadrons", "photons", "invisible", "dark", "semileptonic"] },
          formula: number,
          table: {
            type: "array",
            minItems: 2,
            items: { type: "array", items: { type: "number" }, minItems: 2, maxItems: 2 },
          },
          times: number,
        },
      },
    },
  },
};
