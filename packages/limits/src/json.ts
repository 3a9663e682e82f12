import { requireLimitFacts } from "./limit-facts.js";
import { requireLimit } from "./require-limit.js";
import { limit } from "./limit.js";
import type { Limit } from "./limit.js";

/** Version mark of the JSON form of a {@link Limit}. */
export const LIMIT_FORMAT = "belladonna-limit/1";

/**
 * A limit as JSON text, with a version mark. Infinite edges become `null`, values not given in a grid `"nan"`.
 *
 * ```ts
 * limitFromJson(limitToJson(limit({ id: "mine", observable: "epsilon", unit: "1", cl: 0.9, kind: "observed", shape: "curve", mass: [1], value: [1e-3] }))).id; // "mine"
 * ```
 * @param data - Any limit.
 * @returns JSON, one line.
 * @throws RangeError when it is no limit.
 */
export function limitToJson(data: Limit): string {
  requireLimit("limitToJson", data);
  return JSON.stringify({ format: LIMIT_FORMAT, ...data }, (_key, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? (Number.isNaN(value) ? "nan" : null) : value,
  );
}

/**
 * Read a limit back from {@link limitToJson}; a mark `madeBy` of what made the file is left aside.
 *
 * ```ts
 * limitFromJson(limitToJson(limit({ id: "mine", observable: "epsilon", unit: "1", cl: 0.9, kind: "observed", shape: "curve", mass: [1], value: [1e-3] }))).value[0]; // ≈ 0.001
 * ```
 * @param json - The text, or the object it parses to.
 * @returns The checked, frozen limit.
 * @throws RangeError when the version mark is missing or another, or the data are not those of a limit.
 */
export function limitFromJson(json: unknown): Limit {
  const raw = objectOf(json);
  const { format, madeBy, ...rest } = raw;
  if (format !== LIMIT_FORMAT) {
    throw new RangeError(`limitFromJson: format must be "${LIMIT_FORMAT}", got ${JSON.stringify(format)}`);
  }
  if (madeBy !== undefined && typeof madeBy !== "string")
    throw new RangeError(`limitFromJson: madeBy must be text, got ${JSON.stringify(madeBy)}`);
  requireLimitFacts("limitFromJson", rest);
  return limit(numbers(rest) as Limit);
}

/** The object that a text or a value is. */
function objectOf(json: unknown): Record<string, unknown> {
  let value = json;
  try {
    if (typeof json === "string") value = JSON.parse(json);
  } catch (error) {
    throw new RangeError(`limitFromJson: must be JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new RangeError(`limitFromJson: must be an object, got ${JSON.stringify(value)}`);
}

/** `null` and `"nan"` inside lists back to the numbers they stand for. */
function numbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((v) => (v === null ? Infinity : v === "nan" ? Number.NaN : numbers(v)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, numbers(v)]));
}
