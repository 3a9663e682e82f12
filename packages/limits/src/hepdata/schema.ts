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
  oneOf: [
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

const short = { type: "string", maxLength: 256 } as const;
const license = object({ name: short, url: short, description: text }, "name", "url");
const resource = object(
  { location: short, description: text, type: { type: "string", maxLength: 64 }, license },
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
    data_license: license,
    additional_resources: list(resource),
    table_doi: text,
    related_to_table_dois: {
      ...list({ type: "string", maxLength: 128, pattern: "^10\\.17182/hepdata\\.\\d+\\.v\\d+/t\\d+$" }),
      uniqueItems: true,
    },
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
    preprintyear: text,
    publicationyear: text,
    modifications: list({
      type: "object",
      properties: { action: text, who: text },
      required: ["action", "who"],
    }),
    related_to_hepdata_records: { ...list({ type: "integer", minimum: 1 }), uniqueItems: true },
    additional_resources: list(resource),
  },
};
