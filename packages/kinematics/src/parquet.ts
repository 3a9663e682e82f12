/**
 * Event tables as Parquet files.
 *
 * @packageDocumentation
 */
import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type SchemaElement,
  type SchemaTree,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { parquetWriteBuffer } from "hyparquet-writer";
import { eventTableBuilder } from "./event-builder.js";
import type { EventTable } from "./event-table.js";
import { requireRunsOfPages } from "./parquet-pages.js";
import { addReadParticle, checkedEventTable } from "./read-particles.js";
import { arrowParticleFields } from "./to-arrow.js";

/** The three schema elements of a required list of required numbers. */
function listOf(name: string, element: Omit<SchemaElement, "name">): SchemaElement[] {
  return [
    { name, repetition_type: "REQUIRED", converted_type: "LIST", num_children: 1 },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", repetition_type: "REQUIRED", ...element },
  ];
}

const element = {
  float64: { type: "DOUBLE" },
  int32: { type: "INT32" },
  int8: { type: "INT32", converted_type: "INT_8" },
} as const;

/**
 * An event table as the bytes of a Parquet file: one row an event, a column `weight`, and a list column for each particle
 * quantity (what uproot, awkward and pandas read as ragged columns). Snappy compressed.
 *
 * @param table - Events.
 */
export function toParquet(table: EventTable): ArrayBuffer {
  const { length, offsets, particles, weights } = table;
  const schema: SchemaElement[] = [
    { name: "events", num_children: 1 + arrowParticleFields.length },
    { name: "weight", type: "DOUBLE", repetition_type: "REQUIRED" },
    ...arrowParticleFields.flatMap(([name, type]) => listOf(name, element[type])),
  ];
  const columnData = arrowParticleFields.map(([name]) => {
    const column = particles[name];
    return { name, data: Array.from({ length }, (_, i) => Array.from(column.subarray(offsets[i], offsets[i + 1]))) };
  });
  return parquetWriteBuffer({ schema, columnData: [{ name: "weight", data: weights }, ...columnData] });
}

/**
 * The event table in a Parquet file of the form {@link toParquet} writes, or polars, pyarrow and awkward of such a table:
 * compressed by snappy, gzip, brotli, lz4 or zstd, with integers of any width.
 *
 * @param file - The bytes, or hyparquet's asynchronous buffer over a file or address (`asyncBufferFromUrl`).
 * @throws RangeError when the bytes are no Parquet file or damaged, a column is missing, a value is null or no number, or the
 * lists of an event have different lengths.
 */
export async function fromParquet(file: ArrayBuffer | AsyncBuffer): Promise<EventTable> {
  const columns = ["weight", ...arrowParticleFields.map(([name]) => name)];
  const rows = await parquetRows(file, columns);
  const builder = eventTableBuilder(Math.max(1, rows.length));
  rows.forEach((row, k) => {
    const lists = arrowParticleFields.map(([name]) => {
      const list: unknown = row[name];
      if (isList(list)) return list;
      throw new RangeError(
        `fromParquet: row ${k}: ${name} must be a list, got ${list === undefined || list === null ? "null" : typeof list}`,
      );
    });
    if (typeof row.weight !== "number" && typeof row.weight !== "bigint") {
      throw new RangeError(`fromParquet: row ${k}: weight must be a number, got ${String(row.weight)}`);
    }
    builder.event(Number(row.weight));
    const [{ length }] = lists;
    const odd = lists.findIndex((list) => list.length !== length);
    if (odd >= 0) {
      const [[first], [name]] = [arrowParticleFields[0], arrowParticleFields[odd]];
      throw new RangeError(
        `fromParquet: row ${k}: lists must be equally long, got ${length} ${first} and ${lists[odd].length} ${name}`,
      );
    }
    for (let i = 0; i < length; i++) {
      const values = lists.map((list) => list[i]);
      addReadParticle(builder, values, `fromParquet: row ${k}`);
    }
  });
  return checkedEventTable(builder.finish(), "fromParquet");
}

/** Rows of the columns asked for; what is wrong with a file as one kind of error. */
async function parquetRows(file: ArrayBuffer | AsyncBuffer, columns: string[]): Promise<Record<string, unknown>[]> {
  let names: string[];
  try {
    // Looking for maps, hyparquet would go back and forth in a schema with a negative number of children for ever.
    const metadata = await parquetMetadataAsync(file, { geoparquet: false });
    names = parquetSchema(metadata).children.map(({ element: { name } }) => name);
    requireColumnsOfSchema(metadata);
    if (columns.every((name) => names.includes(name))) {
      return await decodedRows(file, metadata, columns);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new RangeError(`fromParquet: the file must be a whole Parquet file: ${why}`, { cause: error });
  }
  const missing = columns.find((name) => !names.includes(name)) ?? "";
  const kind = missing === "weight" ? "number" : "list";
  throw new RangeError(`fromParquet: the file must have a ${kind} column ${missing}, got ${names.join(", ")}`);
}

/** Rows of the columns asked for, when their pages hold what they say. */
async function decodedRows(
  file: ArrayBuffer | AsyncBuffer,
  metadata: FileMetaData,
  columns: string[],
): Promise<Record<string, unknown>[]> {
  const { byteLength } = file;
  let damage: Error | undefined;
  const slice = async (start: number, end?: number): Promise<ArrayBuffer> => {
    const bytes = await file.slice(start, end);
    try {
      requireRunsOfPages(metadata, columns, start, bytes);
      return bytes;
    } catch (error) {
      // hyparquet does not wait for every part that it asks for: an error in one would end the process.
      damage ??= error instanceof Error ? error : new Error(String(error));
      return new ArrayBuffer(0);
    }
  };
  const checked = { byteLength, slice };
  const rows = await parquetReadObjects({ file: checked, metadata, columns, compressors }).catch((error: unknown) => {
    throw damage ?? error;
  });
  if (damage !== undefined) throw damage;
  return rows;
}

/**
 * The chunks of each row group must be the schema's columns in its order, as the format has it: hyparquet reads those that are
 * not, and waits for none of them, so that an error in one would end the process.
 */
function requireColumnsOfSchema(metadata: FileMetaData): void {
  const leaves = (node: SchemaTree): string[] =>
    node.children.length === 0 ? [node.path.join(".")] : node.children.flatMap(leaves);
  const wanted = leaves(parquetSchema(metadata));
  metadata.row_groups.forEach(({ columns }, i) => {
    const got = columns.map(({ meta_data: chunk }) => chunk?.path_in_schema.join("."));
    const at = [...(got.length > wanted.length ? got : wanted).keys()].findIndex((k) => got[k] !== wanted[k]);
    if (at < 0) return;
    const [right, wrong] = [wanted[at] ?? "none", got[at] ?? "none"];
    throw new RangeError(`row group ${i} must have column ${at} of the schema, ${right}, got ${wrong}`);
  });
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}
