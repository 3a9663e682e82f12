import { Ajv, type ValidateFunction } from "ajv";
import { parseAllDocuments, parseDocument } from "yaml";
import type { Document } from "yaml";
import { recordSchema, submissionSchema, tableSchema } from "./schema.js";
import type { HepDataTable } from "./tables.js";

const ajv = /* @__PURE__ */ new Ajv({ allErrors: true, allowUnionTypes: true });

/** Schemas are compiled once. */
function validator(schema: object): ValidateFunction {
  return ajv.compile(schema);
}

// Another's warnings are no problems of the format, and a library does not write on the console.
const YAML = { version: "1.1", logLevel: "silent", prettyErrors: true } as const;

/** What a document says, or what is wrong with it as YAML. */
function contentOf(document: Document): { readonly data: unknown } | { readonly fault: string } {
  if (document.errors.length > 0) return { fault: document.errors[0].message.split("\n")[0].replace(/:$/, "") };
  try {
    return { data: document.toJS() };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
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
  if (!Object.hasOwn(files, "submission.yaml")) return ["submission.yaml: missing"];
  const checkTable = (file: string): void => {
    const content = contentOf(parseDocument(files[file], YAML));
    if ("fault" in content) {
      problems.push(`${file}: not YAML: ${content.fault}`);
      return;
    }
    const found = problems.length;
    check(tableSchema, content.data, `${file} `);
    if (problems.length > found) return;
    const table = content.data as HepDataTable;
    const lengths = [...table.independent_variables, ...table.dependent_variables].map((v) => v.values.length);
    if (new Set(lengths).size > 1) problems.push(`${file}: columns must have equal lengths, got ${lengths.join(", ")}`);
  };
  const names = new Map<string, number>();
  const documents = parseAllDocuments(files["submission.yaml"], YAML) as Document[];
  if (documents.length === 0) problems.push("submission.yaml: has no document");
  for (const [i, document] of documents.entries()) {
    const content = contentOf(document);
    if ("fault" in content) {
      problems.push(`submission.yaml, document ${i + 1}: not YAML: ${content.fault}`);
      continue;
    }
    const data = content.data as { readonly name?: unknown; readonly data_file?: unknown } | null;
    if (i === 0 && data?.data_file === undefined) {
      check(recordSchema, data, "submission.yaml, record ");
      continue;
    }
    check(submissionSchema, data, `submission.yaml, document ${i + 1} `);
    const name = String(data?.name);
    const before = names.get(name);
    if (before !== undefined)
      problems.push(`submission.yaml, document ${i + 1}: name is that of document ${before}: ${name}`);
    else names.set(name, i + 1);
    const file = data?.data_file;
    if (typeof file !== "string") continue;
    if (Object.hasOwn(files, file)) checkTable(file);
    else problems.push(`${file}: missing`);
  }
  return problems;
}
