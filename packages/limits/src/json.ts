import { standings } from "@belladonna/sources";
import { limit } from "./limit.js";
import type { Limit } from "./limit.js";

/** Version mark of the JSON form of a {@link Limit}. */
export const LIMIT_FORMAT = "belladonna-limit/1";

/**
 * A limit as JSON text, with a version mark. Infinite edges become `null`, values not given in a grid `"nan"`.
 * @param data - Any limit.
 * @returns JSON, one line.
 */
export function limitToJson(data: Limit): string {
  return JSON.stringify({ format: LIMIT_FORMAT, ...data }, (_key, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? (Number.isNaN(value) ? "nan" : null) : value,
  );
}

/**
 * Read a limit back from {@link limitToJson}.
 * @param json - The text, or the object it parses to.
 * @returns The checked, frozen limit.
 * @throws RangeError when the version mark is missing or another, or the data are not those of a limit.
 */
export function limitFromJson(json: unknown): Limit {
  const raw = objectOf(json);
  const { format, ...rest } = raw;
  if (format !== LIMIT_FORMAT) {
    throw new RangeError(`limitFromJson: format must be "${LIMIT_FORMAT}", got ${JSON.stringify(format)}`);
  }
  if (!["curve", "interval", "contour", "grid"].includes(String(rest.shape))) {
    throw new RangeError(
      `limitFromJson: shape must be curve, interval, contour or grid, got ${JSON.stringify(rest.shape)}`,
    );
  }
  for (const name of ["id", "observable", "unit", "kind"]) {
    if (typeof rest[name] !== "string") throw new RangeError(`limitFromJson: ${name} must be a string`);
  }
  checkSources(rest);
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

/** The citation and the provenance must be of the form of `@belladonna/sources`. */
function checkSources({ reference, provenance }: Record<string, unknown>): void {
  if (reference !== undefined) {
    const { key, authors } = (reference ?? {}) as Record<string, unknown>;
    if (typeof key !== "string" || typeof authors !== "string") {
      throw new RangeError(
        `limitFromJson: reference must be a Citation { key, authors, journal, year, eprint }, got ${JSON.stringify(reference)}`,
      );
    }
  }
  if (provenance !== undefined) {
    const { standing } = (provenance ?? {}) as Record<string, unknown>;
    if (!standings.some((s) => s === standing)) {
      throw new RangeError(
        `limitFromJson: provenance must have a standing (${standings.join(", ")}), got ${JSON.stringify(provenance)}`,
      );
    }
  }
}

/** `null` and `"nan"` inside lists back to the numbers they stand for. */
function numbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((v) => (v === null ? Infinity : v === "nan" ? Number.NaN : numbers(v)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, numbers(v)]));
}
