/**
 * Event tables as apache-arrow tables and IPC bytes.
 *
 * @packageDocumentation
 */
import {
  Field,
  Float64,
  Int32,
  Int8,
  List,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC,
  type Data,
} from "apache-arrow";
import { concatEvents } from "./event-select.js";
import type { EventTable } from "./event-table.js";
import { arrowParticleFields, fromArrow, toArrow, type ArrowColumn } from "./to-arrow.js";

const types = { float64: Float64, int32: Int32, int8: Int8 };

function columnData({ values: data }: ArrowColumn): Data {
  const { length } = data;
  if (data instanceof Float64Array) return makeData({ type: new Float64(), data, length, nullCount: 0 });
  if (data instanceof Int32Array) return makeData({ type: new Int32(), data, length, nullCount: 0 });
  return makeData({ type: new Int8(), data, length, nullCount: 0 });
}

/**
 * An apache-arrow `Table` on the memory of an event table: one row an event, columns `weight` and `particles`.
 *
 * @param table - Events.
 */
export function toArrowTable(table: EventTable): Table {
  const [weight, particles] = toArrow(table).fields;
  const struct = new Struct(particles.children.map(({ name, type }) => new Field(name, new types[type](), false)));
  const list = new List(new Field("item", struct, false));
  const rows = table.particles.px.length;
  const child = makeData({ type: struct, length: rows, nullCount: 0, children: particles.children.map(columnData) });
  const lists = makeData({
    type: list,
    length: table.length,
    nullCount: 0,
    valueOffsets: particles.offsets,
    child,
  });
  const schema = new Schema([new Field("weight", new Float64(), false), new Field("particles", list, false)]);
  const batch = makeData({
    type: new Struct(schema.fields),
    length: table.length,
    nullCount: 0,
    children: [columnData(weight), lists],
  });
  return new Table(new RecordBatch(schema, batch));
}

/**
 * An event table from an apache-arrow `Table` in the shape {@link toArrowTable} makes; on the same memory when the table
 * is one batch, else the batches are joined.
 *
 * @throws RangeError when a column is missing or of another type.
 */
export function fromArrowTable(table: Table): EventTable {
  const tables = table.batches.map(({ data }) => {
    const at = (name: string, within: Data): Data => {
      const fields = (within.type as { children: readonly Field[] }).children;
      const i = fields.findIndex((field) => field.name === name);
      if (i < 0) throw new RangeError(`fromArrowTable: the table must have a column ${name}`);
      return within.children[i];
    };
    const weight = at("weight", data);
    const lists = at("particles", data);
    const struct = lists.children[0];
    return fromArrow({
      length: data.length,
      fields: [
        { name: "weight", type: "float64", values: values(weight) },
        {
          name: "particles",
          type: "list<struct>",
          offsets: (lists.valueOffsets as Int32Array).subarray(0, data.length + 1),
          children: arrowParticleFields.map(([name, type]) => ({ name, type, values: values(at(name, struct)) })),
        },
      ],
    });
  });
  return tables.length === 1 ? tables[0] : concatEvents(...tables);
}

function values(data: Data): ArrowColumn["values"] {
  return (data.values as Float64Array).subarray(0, data.length);
}

/** The bytes of an event table as an Arrow IPC stream, or file where asked. */
export function toIpc(table: EventTable, format: "stream" | "file" = "stream"): Uint8Array {
  return tableToIPC(toArrowTable(table), format);
}

/** The event table in Arrow IPC bytes, stream or file. */
export function fromIpc(bytes: Uint8Array): EventTable {
  return fromArrowTable(tableFromIPC(bytes));
}
