/** The kinds of typed arrays, each by the key that stands for it in JSON. */
const kinds = {
  $float64: Float64Array,
  $float32: Float32Array,
  $int8: Int8Array,
  $uint8: Uint8Array,
  $uint8clamped: Uint8ClampedArray,
  $int16: Int16Array,
  $uint16: Uint16Array,
  $int32: Int32Array,
  $uint32: Uint32Array,
  $bigint64: BigInt64Array,
  $biguint64: BigUint64Array,
};

type NumberKind = Exclude<keyof typeof kinds, "$bigint64" | "$biguint64">;
/** The arrays of numbers that are kept. */
export type TypedArray =
  | Float64Array
  | Float32Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

const keys = new Map(Object.entries(kinds).map(([key, kind]) => [kind.name, key]));

/** Whether something is a typed array; a `DataView` is not. */
export function isTypedArray(value: object): value is TypedArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/**
 * The kind of a typed array, as it is called in JSON.
 * @throws RangeError for a kind that is not known here.
 */
export function kindOf(array: TypedArray): string {
  // By name and not by constructor, so that arrays of another realm (a test's sandbox, a frame) are known too.
  const name = Object.prototype.toString.call(array).slice("[object ".length, -1);
  const key = keys.get(name);
  if (key === undefined) throw new RangeError(`encode: data must be plain, got a ${name}`);
  return key;
}

/** Bytes as a typed array of a kind; undefined where there is no such kind. */
export function ofBytes(kind: string, bytes: ArrayBuffer): TypedArray | undefined {
  return kind in kinds ? new kinds[kind as keyof typeof kinds](bytes) : undefined;
}

/**
 * A typed array as JSON.
 * @param array - The array.
 * @param pack - How a number is put into JSON; big integers go as their digits.
 * @returns An object whose one key tells the kind.
 * @throws RangeError for a kind that is not known here.
 */
export function packTyped(array: TypedArray, pack: (value: number) => unknown): object {
  return {
    [kindOf(array)]: Array.from<number | bigint, unknown>(array, (v) => (typeof v === "bigint" ? String(v) : pack(v))),
  };
}

/**
 * A typed array from JSON.
 * @param key - What {@link packTyped} called its kind.
 * @param values - Numbers, or digits of big integers.
 * @returns The array; undefined where the key is of no kind.
 */
export function unpackTyped(key: string, values: readonly unknown[]): TypedArray | undefined {
  if (key === "$bigint64") return BigInt64Array.from(values as string[], BigInt);
  if (key === "$biguint64") return BigUint64Array.from(values as string[], BigInt);
  return key in kinds ? kinds[key as NumberKind].from(values as number[]) : undefined;
}
