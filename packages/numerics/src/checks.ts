/**
 * Throws unless `value` is finite and > 0; `what` reads `"darkPhoton: mass"`.
 *
 * ```ts
 * requirePositive("mass", 1, "GeV") === undefined; // true
 * ```
 */
export function requirePositive(what: string, value: number, unit = ""): void {
  if (!(value > 0 && Number.isFinite(value))) {
    throw new RangeError(`${what} must be finite and > 0${unit === "" ? "" : ` ${unit}`}, got ${String(value)}`);
  }
}

/**
 * Throws unless `value` is within [low, high].
 *
 * ```ts
 * requireWithin("level", 0.9, 0, 1) === undefined; // true
 * ```
 */
export function requireWithin(what: string, value: number, low: number, high: number): void {
  if (!(value >= low && value <= high)) {
    throw new RangeError(`${what} must be in [${String(low)}, ${String(high)}], got ${String(value)}`);
  }
}

/**
 * Throws unless the coupling is not 0 and at most `most` in size; nor may it be below 1e-100 or above 1e100, whose squares
 * no rate can be computed with.
 *
 * ```ts
 * requireCoupling("epsilon", 1e-3, 1) === undefined; // true
 * ```
 */
export function requireCoupling(what: string, value: number, most: number): void {
  const size = Math.abs(value);
  if (!(size >= 1e-100 && size <= Math.min(most, 1e100))) {
    const rule = size > 0 && size <= most ? ", from 1e-100 to 1e100" : "";
    throw new RangeError(`${what} must be non-zero and at most ${String(most)} in size${rule}, got ${String(value)}`);
  }
}
