/**
 * Event tables as Parquet files.
 *
 * @packageDocumentation
 */
import { parquetReadObjects, type AsyncBuffer, type SchemaElement } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { eventTableBuilder } from "./event-builder.js";
import type { EventTable } from "./event-table.js";
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
 * The event table in a Parquet file of the form {@link toParquet} writes.
 *
 * @param file - The bytes, or hyparquet's asynchronous buffer over a file or address (`asyncBufferFromUrl`).
 * @throws RangeError when a column is missing.
 */
export async function fromParquet(file: ArrayBuffer | AsyncBuffer): Promise<EventTable> {
  const rows = await parquetReadObjects({ file });
  const builder = eventTableBuilder(Math.max(1, rows.length));
  for (const row of rows) {
    const [pdgId, status, mother, px, py, pz, e, m, vx, vy, vz, vt] = arrowParticleFields.map(([name]) => {
      const list: unknown = row[name];
      if (!Array.isArray(list)) throw new RangeError(`fromParquet: the file must have a list column ${name}`);
      return list as number[];
    });
    if (typeof row.weight !== "number") throw new RangeError("fromParquet: the file must have a number column weight");
    builder.event(row.weight);
    for (let i = 0; i < pdgId.length; i++) {
      builder.row(pdgId[i], status[i], mother[i], px[i], py[i], pz[i], e[i], m[i], vx[i], vy[i], vz[i], vt[i]);
    }
  }
  return builder.finish();
}
