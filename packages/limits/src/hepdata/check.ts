import { Ajv, type ValidateFunction } from "ajv";
import { parse, parseAllDocuments } from "yaml";
import { recordSchema, submissionSchema, tableSchema } from "./schema.js";
import type { HepDataTable } from "./tables.js";

const ajv = /* @__PURE__ */ new Ajv({ allErrors: true, allowUnionTypes: true });

/** Schemas are compiled once. */
function validator(schema: object): ValidateFunction {
  return ajv.compile(schema);
}

/**
 * Check the files of a HEPData submission against the format, read as YAML 1.1, and that columns of a table have equal
 * lengths.
 * @param files - File names with their texts.
 * @returns What is wrong, in words; empty for a good submission.
 */
export function checkHepData(files: Readonly<Record<string, string>>): string[] {
  const problems: string[] = [];
  const check = (schema: object, data: unknown, where: string): void => {
    const validate = validator(schema);
    if (validate(data)) return;
    for (const e of validate.errors ?? []) problems.push(`${where}${e.instancePath}: ${e.message ?? e.keyword}`);
  };
  const names = new Map<string, number>();
  const submission = files["submission.yaml"] as string | undefined;
  if (submission === undefined) return ["submission.yaml: missing"];
  for (const [i, document] of parseAllDocuments(submission, { version: "1.1" }).entries()) {
    const data = document.toJS() as { data_file?: string } | null;
    if (i === 0 && data?.data_file === undefined) {
      check(recordSchema, data, "submission.yaml, record ");
      continue;
    }
    check(submissionSchema, data, `submission.yaml, document ${i + 1} `);
    const name = String((data as { name?: unknown } | null)?.name);
    const before = names.get(name);
    if (before !== undefined)
      problems.push(`submission.yaml, document ${i + 1}: name is that of document ${before}: ${name}`);
    else names.set(name, i + 1);
    const file = data?.data_file ?? "";
    if (!(file in files)) {
      problems.push(`${file}: missing`);
      continue;
    }
    const table = parse(files[file], { version: "1.1" }) as HepDataTable;
    const found = problems.length;
    check(tableSchema, table, `${file} `);
    if (problems.length > found) continue;
    const lengths = [...table.independent_variables, ...table.dependent_variables].map((v) => v.values.length);
    if (new Set(lengths).size > 1) problems.push(`${file}: columns must have equal lengths, got ${lengths.join(", ")}`);
  }
  return problems;
}
