import { pack, unpack } from "./codec.js";
import { kindOf, ofBytes, type TypedArray } from "./typed-arrays.js";

/** Bytes before the JSON: its length. */
const HEAD = 4;

/**
 * Plain data as bytes: what is not columns as JSON, after it every typed array as it lies in memory. Little-endian machines
 * alone, which are all that Node runs on but two.
 * @param data - Plain data.
 * @returns The bytes.
 * @throws RangeError for what would be lost, as {@link encode}.
 */
export function encodeBytes(data: unknown): Uint8Array {
  const columns: Uint8Array[] = [];
  let at = 0;
  const column = (array: TypedArray): object => {
    const { buffer, byteOffset, byteLength } = array;
    columns.push(new Uint8Array(buffer, byteOffset, byteLength));
    const start = at;
    at += byteLength;
    return { $column: [kindOf(array), start, byteLength] };
  };
  const json = new TextEncoder().encode(JSON.stringify(pack(data, column)));
  const bytes = new Uint8Array(HEAD + json.length + at);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, HEAD);
  let end = HEAD + json.length;
  for (const one of columns) {
    bytes.set(one, end);
    end += one.length;
  }
  return bytes;
}

/**
 * Data from {@link encodeBytes}.
 * @param bytes - Its bytes, whole.
 * @returns The data; its columns have memory of their own.
 * @throws SyntaxError or RangeError when these are other bytes.
 */
export function decodeBytes(bytes: Uint8Array): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const start = HEAD + length;
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, start)));
  return unpack(json, (packed) => {
    const [kind, from, size] = packed as readonly [string, number, number];
    // Copied by hand: the slice of one of Node's buffers would be a view of memory it shares.
    const own = new Uint8Array(size);
    own.set(bytes.subarray(start + from, start + from + size));
    const array = ofBytes(kind, own.buffer);
    if (array === undefined) throw new RangeError(`decodeBytes: column must be of a known kind, got ${kind}`);
    return array;
  });
}
