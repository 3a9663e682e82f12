import { flatBuffer, type FlatTable } from "./flat-buffer.js";

// Arrow's Message.fbs, Schema.fbs and File.fbs, format version 1.5: fields by their number in a table.
const HEADERS = { schema: 1, dictionary: 2, records: 3 } as const;
const UNION = 14;
const TIMESTAMP = 10;
const MAGIC = "ARROW1";

/**
 * Throws unless an Arrow stream or file is whole: every message, table, list and buffer in it lies within the bytes, and no
 * column has more rows than its buffers have bits. The library that reads it trusts such numbers, and would go through
 * billions of rows of a file of a few damaged bytes.
 *
 * @param bytes - Arrow IPC bytes.
 * @throws RangeError with what does not fit.
 */
export function checkIpcStructure(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (textAt(bytes, 0) === MAGIC) checkFile(bytes, view);
  else for (let at: number | undefined = 0; at !== undefined && at < bytes.length;) at = checkMessage(bytes, view, at);
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + MAGIC.length));
}

function fail(what: string): never {
  throw new RangeError(what);
}

/** A file has its schema and the places of its batches at the end. */
function checkFile(bytes: Uint8Array, view: DataView): void {
  const end = bytes.length - MAGIC.length - 4;
  if (end < 8 || textAt(bytes, bytes.length - MAGIC.length) !== MAGIC) fail("the file has no end");
  const size = view.getInt32(end, true);
  if (!(size > 0 && size <= end - 8)) fail(`the footer has ${size} bytes`);
  const footer = flatBuffer(bytes.subarray(end - size, end));
  footer.root.table(1, checkSchema);
  for (const [field, kind] of [
    [2, HEADERS.dictionary],
    [3, HEADERS.records],
  ]) {
    footer.root.structs(field, 24, (block) => {
      const [offset, metadata, body] = [block.int64(0), block.int32(8), block.int64(16)];
      if (!(offset >= 8 && metadata > 0 && body >= 0 && offset + metadata + body <= end - size)) {
        fail(`a block of ${metadata} + ${body} bytes at ${offset} is not in the file`);
      }
      // The library would look for a batch in another message for ever.
      checkMessage(bytes, view, offset, kind);
    });
  }
}

/** A message from its length on, of any or one kind; where the next begins, nothing after the end of a stream. */
function checkMessage(bytes: Uint8Array, view: DataView, from: number, wanted?: number): number | undefined {
  let at = from;
  const int = (): number => {
    if (at + 4 > bytes.length) fail(`the message at byte ${from} is cut off`);
    at += 4;
    return view.getInt32(at - 4, true);
  };
  let size = int();
  if (size === -1) size = int();
  if (size === 0 && wanted === undefined) return undefined;
  if (!(size > 0 && size <= bytes.length - at)) fail(`the message at byte ${from} has ${size} bytes`);
  const { root } = flatBuffer(bytes.subarray(at, at + size));
  const body = root.int64(3);
  const next = at + size + body;
  if (!(body >= 0 && next <= bytes.length)) fail(`the message at byte ${from} has a body of ${body} bytes`);
  const kind = root.uint8(1);
  if (wanted !== undefined && kind !== wanted) fail(`the message at byte ${from} is of kind ${kind} and not ${wanted}`);
  if (kind === HEADERS.schema) root.table(2, checkSchema);
  else if (kind === HEADERS.records)
    root.table(2, (batch) => {
      checkRecords(batch, body);
    });
  else if (kind === HEADERS.dictionary)
    root.table(2, (batch) => {
      batch.table(1, (data) => {
        checkRecords(data, body);
      });
    });
  else fail(`the message at byte ${from} is of the unknown kind ${kind}`);
  checkMetadata(root, 4);
  return next;
}

function checkSchema(schema: FlatTable): void {
  schema.tables(1, checkField);
  checkMetadata(schema, 2);
  schema.scalars(3, 8);
}

function checkField(field: FlatTable): void {
  field.text(0);
  const type = field.uint8(2);
  field.table(3, (table) => {
    if (type === UNION) table.scalars(1, 4);
    if (type === TIMESTAMP) table.text(1);
  });
  field.table(4, (dictionary) => {
    dictionary.table(1, () => undefined);
  });
  field.tables(5, checkField);
  checkMetadata(field, 6);
}

function checkMetadata(table: FlatTable, field: number): void {
  table.tables(field, (pair) => {
    pair.text(0);
    pair.text(1);
  });
}

function checkRecords(batch: FlatTable, body: number): void {
  // Compressed buffers hold more than their bytes.
  const most = batch.has(3) ? 2 ** 31 : 8 * body;
  const rows = batch.int64(0);
  if (!(rows >= 0 && rows <= most)) fail(`a batch has ${rows} rows in ${body} bytes`);
  batch.structs(1, 16, (node) => {
    const [length, nulls] = [node.int64(0), node.int64(8)];
    if (!(length >= 0 && length <= most && nulls >= 0 && nulls <= length)) {
      fail(`a column has ${length} rows, ${nulls} of them null, in ${body} bytes`);
    }
  });
  batch.structs(2, 16, (buffer) => {
    const [offset, length] = [buffer.int64(0), buffer.int64(8)];
    if (!(offset >= 0 && length >= 0 && offset + length <= body)) {
      fail(`a buffer of ${length} bytes at ${offset} is not in a body of ${body}`);
    }
  });
  batch.table(3, () => undefined);
  batch.scalars(4, 8);
}
