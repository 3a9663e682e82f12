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
  Type,
  type Data,
} from "apache-arrow";
import { checkIpcStructure } from "./arrow-structure.js";
import { concatEvents } from "./event-select.js";
import type { EventTable } from "./event-table.js";
import { checkedEventTable } from "./read-particles.js";
import { arrowParticleFields, fromArrow, toArrow, type ArrowColumn } from "./to-arrow.js";

const types = { float64: Float64, int32: Int32, int8: Int8 };
const arrays = { float64: Float64Array, int32: Int32Array, int8: Int8Array };

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
 * is one batch of the same types, else converted and joined. Numbers may be of any width, lists short or large.
 *
 * @throws RangeError when a column is missing, is of another type or holds nulls, or a value does not fit its column.
 */
export function fromArrowTable(table: Table): EventTable {
  for (const name of ["weight", "particles"]) {
    if (table.schema.fields.every((field) => field.name !== name)) {
      throw new RangeError(`fromArrowTable: the table must have a column ${name}`);
    }
  }
  const tables = table.batches.map(({ data }) => {
    const weight = childOf(data, "weight");
    const lists = childOf(data, "particles");
    if (lists.nullCount > 0) throw new RangeError("fromArrowTable: column particles must not hold nulls");
    const [struct] = lists.children as readonly (Data | undefined)[];
    if (struct !== undefined && struct.nullCount > 0) {
      throw new RangeError("fromArrowTable: lists of particles must not hold nulls");
    }
    const { valueOffsets } = lists as { valueOffsets?: Int32Array | BigInt64Array };
    if (struct === undefined || valueOffsets === undefined) {
      throw new RangeError(`fromArrowTable: column particles must be a list of structs, got ${Type[lists.typeId]}`);
    }
    const offsets = valueOffsets instanceof Int32Array ? valueOffsets : Int32Array.from(valueOffsets, Number);
    const layout = fromArrow({
      length: data.length,
      fields: [
        { name: "weight", type: "float64", values: values(weight, "weight", "float64") },
        {
          name: "particles",
          type: "list<struct>",
          offsets: offsets.subarray(0, data.length + 1),
          children: arrowParticleFields.map(([name, type]) => ({
            name,
            type,
            values: values(childOf(struct, name), name, type),
          })),
        },
      ],
    });
    return checkedEventTable(layout, "fromArrowTable");
  });
  return tables.length === 1 ? tables[0] : concatEvents(...tables);
}

function childOf(within: Data, name: string): Data {
  const fields = (within.type as { children?: readonly Field[] | null }).children ?? [];
  const i = fields.findIndex((field) => field.name === name);
  if (i < 0) throw new RangeError(`fromArrowTable: the table must have a column ${name}`);
  return within.children[i];
}

/** Values of a column as the type it should have: the same memory where it has. */
function values(data: Data, name: string, type: ArrowColumn["type"]): ArrowColumn["values"] {
  if (data.nullCount > 0) throw new RangeError(`fromArrowTable: column ${name} must not hold nulls`);
  const given: unknown = data.values;
  const wanted = arrays[type];
  if (given instanceof wanted) return given.subarray(0, data.length);
  if (!(ArrayBuffer.isView(given) && "length" in given) || given instanceof Uint16Array) {
    throw new RangeError(`fromArrowTable: column ${name} must hold numbers, got ${Type[data.typeId]}`);
  }
  const numbers = Float64Array.from(given as unknown as ArrayLike<number>, Number).subarray(0, data.length);
  if (type === "float64") return numbers;
  const whole = wanted.from(numbers);
  const odd = whole.findIndex((value, i) => value !== numbers[i]);
  if (odd < 0) return whole;
  throw new RangeError(`fromArrowTable: ${name} must be whole numbers of type ${type}, got ${numbers[odd]}`);
}

/** The bytes of an event table as an Arrow IPC stream, or file where asked. */
export function toIpc(table: EventTable, format: "stream" | "file" = "stream"): Uint8Array {
  return tableToIPC(toArrowTable(table), format);
}

/**
 * The event table in Arrow IPC bytes, stream or file.
 *
 * @throws RangeError when the bytes are not Arrow's or damaged, or the table is none of {@link fromArrowTable}.
 */
export function fromIpc(bytes: Uint8Array): EventTable {
  let table: Table;
  try {
    checkIpcStructure(bytes);
    table = tableFromIPC(bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new RangeError(`fromIpc: the bytes must be a whole Arrow stream or file: ${why}`, { cause: error });
  }
  return fromArrowTable(table);
}
