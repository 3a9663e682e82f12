import { isTypedArray, packTyped, type TypedArray, unpackTyped } from "./typed-arrays.js";

/**
 * Data as JSON that keeps every number and what JSON has no word for: infinities, NaN and −0 as `{"$number": "…"}`, typed
 * arrays as `{"$float64": […]}`, `{"$int32": […]}` and so on, big integers, dates, maps, sets and `undefined` likewise.
 * Objects of classes are kept as their own properties, as between threads.
 * @param data - Plain data.
 * @returns One line of JSON.
 * @throws RangeError for what would be lost: functions, symbols, buffers, errors and the like, and objects with a key that
 * is one of these words.
 */
export function encode(data: unknown): string {
  return JSON.stringify(pack(data, asNumbers));
}

/**
 * Data from {@link encode}, or from any JSON.
 * @param text - JSON.
 * @returns The data.
 * @throws SyntaxError when the text is no JSON.
 */
export function decode(text: string): unknown {
  return unpack(JSON.parse(text));
}

/** How a typed array is put into JSON. */
export type PackColumn = (array: TypedArray) => object;

const asNumbers: PackColumn = (array) => packTyped(array, packNumber);

/** How a column that stands outside the JSON is found. */
type FindColumn = (packed: unknown) => unknown;
type Word = (packed: unknown, column?: FindColumn) => unknown;

/** What JSON has no word for, by the key that stands for it: how it is read from what was packed. */
const words: ReadonlyMap<string, Word> = /* @__PURE__ */ new Map(
  Object.entries({
    $number: (packed: unknown): number => Number(packed),
    $bigint: (packed: unknown): bigint => BigInt(packed as string),
    $date: (packed: unknown): Date => new Date(unpack(packed) as number),
    $map: (packed: unknown, column): Map<unknown, unknown> => new Map(unpack(packed, column) as [unknown, unknown][]),
    $set: (packed: unknown, column): Set<unknown> => new Set(unpack(packed, column) as unknown[]),
    $undefined: (): undefined => undefined,
    $column: (packed: unknown, column): unknown => (column === undefined ? { $column: packed } : column(packed)),
  } satisfies Record<string, Word>),
);

function packNumber(value: number): unknown {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return { $number: Object.is(value, -0) ? "-0" : String(value) };
}

/** Data as JSON has it, with typed arrays as `column` puts them. */
export function pack(value: unknown, column: PackColumn): unknown {
  switch (typeof value) {
    case "number":
      return packNumber(value);
    case "bigint":
      return { $bigint: String(value) };
    case "undefined":
      return { $undefined: true };
    case "object":
      return value === null ? null : packObject(value, column);
    case "function":
    case "symbol":
      throw new RangeError(`encode: data must be plain, got a ${typeof value}`);
    default:
      return value;
  }
}

function packObject(value: object, column: PackColumn): unknown {
  const each = (one: unknown): unknown => pack(one, column);
  if (Array.isArray(value)) return Array.from(value, each);
  if (isTypedArray(value)) return column(value);
  if (value instanceof Map) return { $map: Array.from(value, each) };
  if (value instanceof Set) return { $set: Array.from(value, each) };
  if (value instanceof Date) return { $date: packNumber(value.getTime()) };
  const kind = Object.prototype.toString.call(value);
  if (kind !== "[object Object]") throw new RangeError(`encode: data must be plain, got ${kind}`);
  const entries = Object.entries(value);
  const taken = entries.length === 1 && isWord(entries[0][0]) ? entries[0][0] : undefined;
  if (taken !== undefined) throw new RangeError(`encode: an object must not have "${taken}" as its only key`);
  return Object.fromEntries(entries.map(([k, v]) => [k, each(v)]));
}

/** Whether a key stands for something JSON has no word for. */
function isWord(key: string): boolean {
  return words.has(key) || unpackTyped(key, []) !== undefined;
}

/** Data from JSON, with columns that stand outside it as `column` finds them. */
export function unpack(value: unknown, column?: FindColumn): unknown {
  if (Array.isArray(value)) return value.map((one) => unpack(one, column));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  if (entries.length === 1 && entries[0][0].startsWith("$")) {
    const [key, packed] = entries[0];
    const read = words.get(key);
    if (read !== undefined) return read(packed, column);
    const typed = Array.isArray(packed)
      ? unpackTyped(
          key,
          packed.map((one) => unpack(one)),
        )
      : undefined;
    if (typed !== undefined) return typed;
  }
  return Object.fromEntries(entries.map(([k, v]) => [k, unpack(v, column)]));
}
