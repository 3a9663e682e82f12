import type { ColumnMetaData, FileMetaData, SchemaTree } from "hyparquet";
import { parquetSchema } from "hyparquet";
import { compressors } from "hyparquet-compressors";

/** A place in bytes; reading past the end throws. */
interface Cursor {
  readonly view: DataView;
  offset: number;
}

/** Numbers and structures of a Thrift structure by the ids of their fields; what else it has is passed over. */
type Fields = Map<number, number | Fields>;

/** Ids of the fields of a page header, as in the format's parquet.thrift. */
const HEADER = { type: 1, uncompressed: 2, compressed: 3, page: 5, pageV2: 8 } as const;
const PAGE = { values: 1, encoding: 2 } as const;
const PAGE_V2 = { values: 1, encoding: 4, definitionBytes: 5, repetitionBytes: 6, isCompressed: 7 } as const;
/** Kinds of pages by their numbers in the format. */
const TYPE = { data: 0, dataV2: 3 } as const;
/** Encodings by their numbers in the format. */
const ENCODING = { plainDictionary: 2, runs: 3, runsOfDictionary: 8 } as const;

/**
 * That no run of the pages of a file's column chunks is longer than the values that its page has left. hyparquet writes a run
 * whole, and a broken length may ask for 2³¹ values of a file of a few bytes.
 *
 * @param metadata - Metadata of the file.
 * @param names - Columns of numbers that will be decoded.
 * @param start - Where in the file the bytes begin.
 * @param bytes - Bytes of the file; column chunks that do not begin among them are left out.
 * @throws RangeError when a page has more values than its chunk or a run more than its page, values are booleans, or a page
 * header is damaged.
 * @see Apache Parquet, Encodings: run-length encoding and bit-packing hybrid.
 */
export function requireRunsOfPages(
  metadata: FileMetaData,
  names: readonly string[],
  start: number,
  bytes: ArrayBuffer,
): void {
  const leaves = leavesOf(parquetSchema(metadata), []);
  for (const { columns } of metadata.row_groups) {
    columns.forEach(({ meta_data: chunk }, i) => {
      if (chunk === undefined || !names.includes(nameOf(chunk))) return;
      const from = Number(chunk.dictionary_page_offset || chunk.data_page_offset) - start;
      if (!(from >= 0 && from < bytes.byteLength)) return;
      // A chunk that says to be longer than the file is decoded as far as it is there.
      const size = Math.min(Number(chunk.total_compressed_size), bytes.byteLength - from);
      requireRuns(new Uint8Array(bytes, from, size), chunk, leaves[i]);
    });
  }
}

/** Values by which packed bits may be padded: seven by the format; more cost hyparquet time only, this many next to none. */
const PADDING = 4096;

/** Widths in bits of the levels of a column. */
interface LevelWidths {
  readonly repetition: number;
  readonly definition: number;
}

/** Widths of the levels of every leaf of a schema, in its order. */
function leavesOf(node: SchemaTree, path: readonly SchemaTree[]): LevelWidths[] {
  if (node.children.length > 0) return node.children.flatMap((child) => leavesOf(child, [...path, child]));
  const count = (kind: (repetition: string | undefined) => boolean): number =>
    32 - Math.clz32(path.filter(({ element }) => kind(element.repetition_type)).length);
  return [{ repetition: count((kind) => kind === "REPEATED"), definition: count((kind) => kind !== "REQUIRED") }];
}

/** {@link requireRunsOfPages} of one column chunk. */
function requireRuns(bytes: Uint8Array, chunk: ColumnMetaData, widths: LevelWidths): void {
  const cursor = { view: viewOf(bytes), offset: 0 };
  while (cursor.offset < bytes.length - 1) {
    const header = readStruct(cursor);
    const size = bytesOf(header, HEADER.compressed, chunk);
    const body = bytes.subarray(cursor.offset, cursor.offset + size);
    cursor.offset += size;
    const uncompressed = numberOf(header, HEADER.uncompressed);
    const type = numberOf(header, HEADER.type);
    if (type === TYPE.data) {
      requireRunsOfPage(plain(body, uncompressed, chunk), fieldsOf(header, HEADER.page), chunk, widths);
    } else if (type === TYPE.dataV2) {
      requireRunsOfPageV2(body, uncompressed, fieldsOf(header, HEADER.pageV2), chunk, widths);
    }
  }
}

/** Levels, each after its length in bytes, then values. */
function requireRunsOfPage(body: Uint8Array, page: Fields, chunk: ColumnMetaData, widths: LevelWidths): void {
  const cursor = { view: viewOf(body), offset: 0 };
  const values = valuesOf(page, PAGE.values, chunk);
  for (const width of [widths.repetition, widths.definition]) {
    if (width === 0) continue;
    const length = cursor.view.getUint32(cursor.offset, true);
    cursor.offset += 4;
    const { offset } = cursor;
    requireRunsWithin(cursor, width, values, chunk);
    cursor.offset = offset + length;
  }
  if (isDictionary(numberOf(page, PAGE.encoding), chunk)) requireRunsOfIndices(cursor, values, chunk);
}

/** Levels, whose lengths are in the header, then values, which alone are compressed. */
function requireRunsOfPageV2(
  body: Uint8Array,
  uncompressed: number,
  page: Fields,
  chunk: ColumnMetaData,
  widths: LevelWidths,
): void {
  const [repetition, definition] = [PAGE_V2.repetitionBytes, PAGE_V2.definitionBytes].map((id) =>
    bytesOf(page, id, chunk),
  );
  const values = valuesOf(page, PAGE_V2.values, chunk);
  const view = viewOf(body);
  if (widths.repetition > 0) requireRunsWithin({ view, offset: 0 }, widths.repetition, values, chunk);
  if (widths.definition > 0) requireRunsWithin({ view, offset: repetition }, widths.definition, values, chunk);
  if (!isDictionary(numberOf(page, PAGE_V2.encoding), chunk)) return;
  const rest = body.subarray(repetition + definition);
  const isCompressed = numberOf(page, PAGE_V2.isCompressed, 1) !== 0;
  const indices = isCompressed ? plain(rest, uncompressed - repetition - definition, chunk) : rest;
  requireRunsOfIndices({ view: viewOf(indices), offset: 0 }, values, chunk);
}

/** Whether values are indices into a dictionary. */
function isDictionary(encoding: number, chunk: ColumnMetaData): boolean {
  // Runs without a dictionary are those of booleans.
  if (encoding === ENCODING.runs) throw new RangeError(`${nameOf(chunk)}: values must be numbers, got booleans`);
  return encoding === ENCODING.plainDictionary || encoding === ENCODING.runsOfDictionary;
}

/** Indices into a dictionary: their width, then runs. */
function requireRunsOfIndices(cursor: Cursor, values: number, chunk: ColumnMetaData): void {
  if (cursor.offset >= cursor.view.byteLength) return;
  requireRunsWithin(cursor, cursor.view.getUint8(cursor.offset++), values, chunk);
}

/** Runs until all values of the page are there or its bytes end (nulls have no index, so there may be fewer). */
function requireRunsWithin(cursor: Cursor, width: number, values: number, chunk: ColumnMetaData): void {
  let left = values;
  while (left > 0 && cursor.offset < cursor.view.byteLength) {
    const header = readVarint(cursor);
    const packed = header % 2 === 1;
    const length = Math.floor(header / 2) * (packed ? 8 : 1);
    if (length > left + (packed ? PADDING : 0)) {
      throw new RangeError(`${nameOf(chunk)}: a run must not be longer than the ${left} values left, got ${length}`);
    }
    cursor.offset += packed ? (length / 8) * width : Math.ceil(width / 8);
    left -= length;
  }
}

/** Number of values of a page. */
function valuesOf(page: Fields, field: number, chunk: ColumnMetaData): number {
  const values = numberOf(page, field);
  if (values >= 0 && values <= Number(chunk.num_values)) return values;
  throw new RangeError(
    `${nameOf(chunk)}: a page must not have more than the ${chunk.num_values} values of its column, got ${values}`,
  );
}

/** Number of bytes of a page or a part of it. */
function bytesOf(fields: Fields, id: number, chunk: ColumnMetaData): number {
  const bytes = numberOf(fields, id);
  if (bytes >= 0) return bytes;
  throw new RangeError(`${nameOf(chunk)}: a part of a page must have at least 0 bytes, got ${bytes}`);
}

/** A page without its compression. */
function plain(body: Uint8Array, length: number, { codec }: ColumnMetaData): Uint8Array {
  return compressors[codec]?.(body, length) ?? body;
}

function nameOf({ path_in_schema: [name] }: ColumnMetaData): string {
  return name;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function numberOf(fields: Fields, id: number, otherwise?: number): number {
  const value = fields.get(id) ?? otherwise;
  if (typeof value === "number") return value;
  throw new RangeError(
    `a page header must have a number in field ${id}, got ${value === undefined ? "none" : "fields"}`,
  );
}

function fieldsOf(fields: Fields, id: number): Fields {
  const value = fields.get(id);
  if (value instanceof Map) return value;
  throw new RangeError(`a page header must have fields in field ${id}, got ${value ?? "none"}`);
}

/** A structure of Thrift's compact protocol. */
function readStruct(cursor: Cursor): Fields {
  const fields: Fields = new Map();
  let id = 0;
  for (;;) {
    const byte = cursor.view.getUint8(cursor.offset++);
    const kind = byte & 15;
    if (kind === 0) return fields;
    id = byte >> 4 === 0 ? readZigzag(cursor) : id + (byte >> 4);
    const value = readValue(cursor, kind);
    if (value !== undefined) fields.set(id, value);
  }
}

/** Kinds of Thrift's compact protocol. */
const KIND = { true: 1, false: 2, byte: 3, int64: 6, double: 7, binary: 8, list: 9, struct: 12 } as const;

/** A number or structure; undefined for what no page header needs. */
function readValue(cursor: Cursor, kind: number): number | Fields | undefined {
  if (kind === KIND.true || kind === KIND.false) return kind === KIND.true ? 1 : 0;
  if (kind > KIND.byte && kind <= KIND.int64) return readZigzag(cursor);
  if (kind === KIND.struct) return readStruct(cursor);
  if (kind === KIND.byte || kind === KIND.double) {
    cursor.offset += kind === KIND.byte ? 1 : 8;
    return undefined;
  }
  if (kind === KIND.binary) {
    const length = readVarint(cursor);
    cursor.offset += length;
    return undefined;
  }
  throw new RangeError(`a page header must have fields of numbers, texts or structures, got one of kind ${kind}`);
}

/** A whole number of which seven bits are in each byte. */
function readVarint(cursor: Cursor): number {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = cursor.view.getUint8(cursor.offset++);
    value += (byte & 127) * scale;
    if (byte < 128) return value;
  }
}

/** A number with its sign in the lowest bit. */
function readZigzag(cursor: Cursor): number {
  const value = readVarint(cursor);
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
