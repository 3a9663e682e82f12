/**
 * Plain data as JSON that keeps every number: infinities, NaN and −0 as `{"$number": "…"}`, `Float64Array` as
 * `{"$float64": […]}`.
 * @param data - Plain data.
 * @returns One line of JSON.
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

function pack(value: unknown): unknown {
  if (typeof value === "number") {
    if (Number.isFinite(value) && !Object.is(value, -0)) return value;
    return { $number: Object.is(value, -0) ? "-0" : String(value) };
  }
  if (value instanceof Float64Array) return { $float64: Array.from(value, pack) };
  if (Array.isArray(value)) return value.map(pack);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, pack(v)]));
}

function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack);
  if (typeof value !== "object" || value === null) return value;
  const { $number, $float64 } = value as { $number?: unknown; $float64?: unknown };
  if (typeof $number === "string") return Number($number);
  if (Array.isArray($float64)) return Float64Array.from($float64.map((v) => unpack(v) as number));
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, unpack(v)]));
}
