// The submission format as its documentation describes it: https://hepdata-submission.readthedocs.io, version 1.1.1.
const text = { type: "string" } as const;
const scalar = { type: ["string", "number"] } as const;

/** An object with the properties given, no others, some of them required. */
function object(properties: Record<string, object>, ...required: string[]): object {
  return { type: "object", properties, required, additionalProperties: false };
}

function list(items: object): object {
  return { type: "array", items };
}

const header = object({ name: text, units: text }, "name");
const signed = object({ minus: scalar, plus: scalar }, "minus", "plus");
const error = {
  anyOf: [
    object({ symerror: scalar, label: text }, "symerror"),
    object({ asymerror: signed, label: text }, "asymerror"),
  ],
};
const bin = { type: "number" } as const;

/** JSON schema of a table file. */
export const tableSchema: object = object(
  {
    independent_variables: list(
      object(
        {
          header,
          values: list({
            anyOf: [object({ value: scalar }, "value"), object({ value: bin, low: bin, high: bin }, "low", "high")],
          }),
        },
        "header",
        "values",
      ),
    ),
    dependent_variables: list(
      object(
        {
          header,
          qualifiers: list(object({ name: text, value: scalar, units: text }, "name", "value")),
          values: list(object({ value: scalar, errors: list(error) }, "value")),
        },
        "header",
        "values",
      ),
    ),
  },
  "independent_variables",
  "dependent_variables",
);

const resource = object(
  { location: text, description: text, type: text, license: { type: "object" } },
  "location",
  "description",
);
const keyword = object(
  {
    name: { enum: ["cmenergies", "observables", "reactions", "phrases"] },
    values: list({ type: ["string", "number"], maxLength: 128 }),
  },
  "name",
  "values",
);

/** JSON schema of the document of one table in `submission.yaml`. */
export const submissionSchema: object = object(
  {
    name: { type: "string", maxLength: 64 },
    location: { type: "string", maxLength: 256 },
    description: text,
    keywords: list(keyword),
    data_file: text,
    data_schema: text,
    data_license: object({ name: text, url: text, description: text }, "name", "url"),
    additional_resources: list(resource),
    table_doi: text,
    related_to_table_dois: list({ type: "string", pattern: "^10\\.17182/hepdata\\.\\d+\\.v\\d+/t\\d+$" }),
  },
  "name",
  "description",
  "keywords",
  "data_file",
);

/** JSON schema of the first document of `submission.yaml`, about the whole submission. */
export const recordSchema: object = {
  type: "object",
  properties: {
    comment: text,
    record_ids: list(object({ type: text, id: scalar }, "type", "id")),
    dateupdated: text,
    additional_resources: list(resource),
  },
};
