/**
 * HEPData submissions, written and read. Needs `yaml`, and `ajv` for the check.
 *
 * `hepDataFiles`, `readHepData`, `readTable` and `checkHepData` work on texts and run anywhere; `writeHepData` writes to
 * a folder in Node.
 *
 * @packageDocumentation
 */
import { hepDataFiles } from "./hepdata/files.js";
import type { HepDataOptions } from "./hepdata/files.js";
import type { Limit } from "./limit.js";
import { writeFiles } from "./node/write-files.js";

export { checkHepData } from "./hepdata/check.js";
export { hepDataFiles } from "./hepdata/files.js";
export type { HepDataOptions } from "./hepdata/files.js";
export { readHepData, readTable } from "./hepdata/read.js";
export type { ReadTableOptions } from "./hepdata/read.js";
export { recordSchema, submissionSchema, tableSchema } from "./hepdata/schema.js";
export type { HepDataCell, HepDataTable, HepDataVariable } from "./hepdata/tables.js";

/** A place for files other than a folder of Node's file system. */
export type FileSink = (folder: string, files: Readonly<Record<string, string>>) => Promise<string[]>;

/**
 * Write a HEPData submission into a folder: `submission.yaml` and one table a limit.
 * @param limits - One limit or several.
 * @param folder - Path of the folder, made when it does not exist.
 * @param options - What the record says beyond the limits; `sink` writes elsewhere than Node's file system.
 * @returns Paths of the files written.
 * @throws RangeError when two limits have one identifier.
 */
export async function writeHepData(
  limits: Limit | readonly Limit[],
  folder: string,
  options: HepDataOptions & { readonly sink?: FileSink } = {},
): Promise<string[]> {
  const { sink = writeFiles, ...record } = options;
  return sink(folder, hepDataFiles(limits, record));
}
