import { isTypedArray, packTyped, unpackTyped } from "./typed-arrays.js";

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
  return JSON.stringify(pack(data));
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

/** What JSON has no word for, by the key that stands for it: how it is read from what was packed. */
const words: ReadonlyMap<string, (packed: unknown) => unknown> = /* @__PURE__ */ new Map(
  Object.entries({
    $number: (packed: unknown): number => Number(packed),
    $bigint: (packed: unknown): bigint => BigInt(packed as string),
    $date: (packed: unknown): Date => new Date(unpack(packed) as number),
    $map: (packed: unknown): Map<unknown, unknown> => new Map(unpack(packed) as [unknown, unknown][]),
    $set: (packed: unknown): Set<unknown> => new Set(unpack(packed) as unknown[]),
    $undefined: (): undefined => undefined,
  }),
);

function pack(value: unknown): unknown {
  switch (typeof value) {
    case "number":
      if (Number.isFinite(value) && !Object.is(value, -0)) return value;
      return { $number: Object.is(value, -0) ? "-0" : String(value) };
    case "bigint":
      return { $bigint: String(value) };
    case "undefined":
      return { $undefined: true };
    case "object":
      return value === null ? null : packObject(value);
    case "function":
    case "symbol":
      throw new RangeError(`encode: data must be plain, got a ${typeof value}`);
    default:
      return value;
  }
}

function packObject(value: object): unknown {
  if (Array.isArray(value)) return Array.from(value, pack);
  if (isTypedArray(value)) return packTyped(value, pack);
  if (value instanceof Map) return { $map: Array.from(value, pack) };
  if (value instanceof Set) return { $set: Array.from(value, pack) };
  if (value instanceof Date) return { $date: pack(value.getTime()) };
  const kind = Object.prototype.toString.call(value);
  if (kind !== "[object Object]") throw new RangeError(`encode: data must be plain, got ${kind}`);
  const entries = Object.entries(value);
  const taken = entries.length === 1 && isWord(entries[0][0]) ? entries[0][0] : undefined;
  if (taken !== undefined) throw new RangeError(`encode: an object must not have "${taken}" as its only key`);
  return Object.fromEntries(entries.map(([k, v]) => [k, pack(v)]));
}

/** Whether a key stands for something JSON has no word for. */
function isWord(key: string): boolean {
  return words.has(key) || unpackTyped(key, []) !== undefined;
}

function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  if (entries.length === 1 && entries[0][0].startsWith("$")) {
    const [key, packed] = entries[0];
    const read = words.get(key);
    if (read !== undefined) return read(packed);
    const typed = Array.isArray(packed) ? unpackTyped(key, packed.map(unpack)) : undefined;
    if (typed !== undefined) return typed;
  }
  return Object.fromEntries(entries.map(([k, v]) => [k, unpack(v)]));
}
