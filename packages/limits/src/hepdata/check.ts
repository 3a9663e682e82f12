import { Ajv, type ValidateFunction } from "ajv";
import { faultsOfEnergies, faultsOfFile, faultsOfResources, faultsOfTable } from "./rules.js";
import type { TableDocument } from "./rules.js";
import { recordSchema, submissionSchema, tableSchema } from "./schema.js";
import type { HepDataTable } from "./tables.js";
import { yamlDocuments } from "./yaml-documents.js";

// `.inf` is a number to HEPData: the open end of a bin.
const ajv = /* @__PURE__ */ new Ajv({ allErrors: true, allowUnionTypes: true, strictNumbers: false });

/** Schemas are compiled once. */
function validator(schema: object): ValidateFunction {
  return ajv.compile(schema);
}

/**
 * Check the files of a HEPData submission against the format, read as YAML 1.1, and its rules beyond the schemas: equal
 * lengths of columns, one name and one file a table, no file unnamed or missing, energies, errors and bins that can be.
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
    const [content = { data: null }, ...more] = yamlDocuments(files[file]);
    if (more.length > 0) {
      problems.push(`${file}: must be one YAML document, got ${more.length + 1}`);
      return;
    }
    if ("fault" in content) {
      problems.push(`${file}: not YAML: ${content.fault}`);
      return;
    }
    const found = problems.length;
    check(tableSchema, content.data, `${file} `);
    if (problems.length > found) return;
    for (const fault of faultsOfTable(content.data as HepDataTable)) problems.push(`${file}: ${fault}`);
  };
  const named = new Set(["submission.yaml"]);
  /** Files beside the tables, named for good or bad. */
  const beside = (about: TableDocument, say: (fault: string) => void): void => {
    for (const { location } of about.additional_resources ?? []) named.add(String(location));
    faultsOfResources(about, files).forEach(say);
  };
  let tables = 0;
  const names = new Map<string, number>();
  const documents = yamlDocuments(files["submission.yaml"]);
  if (documents.length === 0) problems.push("submission.yaml: has no document");
  for (const [i, content] of documents.entries()) {
    if ("fault" in content) {
      problems.push(`submission.yaml, document ${i + 1}: not YAML: ${content.fault}`);
      continue;
    }
    const data = content.data as { readonly name?: unknown; readonly data_file?: unknown } | null;
    const about = (data ?? {}) as TableDocument;
    const say = (fault: string): void => void problems.push(`submission.yaml, document ${i + 1}: ${fault}`);
    const found = problems.length;
    if (i === 0 && data?.data_file === undefined) {
      check(recordSchema, data, "submission.yaml, record ");
      if (problems.length === found) beside(about, say);
      continue;
    }
    tables++;
    check(submissionSchema, data, `submission.yaml, document ${i + 1} `);
    if (problems.length === found) {
      beside(about, say);
      faultsOfEnergies(about).forEach(say);
    }
    const name = String(data?.name);
    const before = names.get(name);
    if (before !== undefined)
      problems.push(`submission.yaml, document ${i + 1}: name is that of document ${before}: ${name}`);
    else names.set(name, i + 1);
    const file = data?.data_file;
    if (typeof file !== "string") continue;
    if (named.has(file)) say(`data_file must be of one table, got ${file} again`);
    named.add(file);
    if (!Object.hasOwn(files, file)) {
      problems.push(`${file}: missing`);
      continue;
    }
    for (const fault of faultsOfFile(file, files[file])) problems.push(`${file}: ${fault}`);
    checkTable(file);
  }
  if (documents.length > 0 && tables === 0) problems.push("submission.yaml: must have a document about a table");
  for (const file of Object.keys(files)) {
    if (!named.has(file)) problems.push(`${file}: is not named in submission.yaml`);
  }
  return problems;
}
