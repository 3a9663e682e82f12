/** Throws unless `value` is finite and > 0; `what` reads `"darkPhoton: mass"`. */
export function requirePositive(what: string, value: number, unit = ""): void {
  if (!(value > 0 && Number.isFinite(value))) {
    throw new RangeError(`${what} must be finite and > 0${unit === "" ? "" : ` ${unit}`}, got ${String(value)}`);
  }
}

/** Throws unless `value` is within [low, high]. */
export function requireWithin(what: string, value: number, low: number, high: number): void {
  if (!(value >= low && value <= high)) {
    throw new RangeError(`${what} must be in [${String(low)}, ${String(high)}], got ${String(value)}`);
  }
}

/** Throws unless the coupling is not 0 and at most `most` in size. */
export function requireCoupling(what: string, value: number, most: number): void {
  if (!(Math.abs(value) > 0 && Math.abs(value) <= most)) {
    throw new RangeError(`${what} must be non-zero and at most ${String(most)} in size, got ${String(value)}`);
  }
}
