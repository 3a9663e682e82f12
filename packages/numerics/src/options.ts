import { didYouMean } from "./did-you-mean.js";

/**
 * Throws unless `options` is an object whose keys are all known: a misspelt option must not mean its default.
 *
 * ```ts
 * requireOptions("fit", { seed: 1 }, ["seed"]) === undefined; // true
 * ```
 * @param caller - Name of the function whose options they are; `"counting: knowledge"` for an object within.
 * @param options - What was given.
 * @param known - Names of all options there are.
 * @throws RangeError with the names that there are.
 */
export function requireOptions(caller: string, options: object, known: readonly string[]): void {
  if (typeof options !== "object" || (options as unknown) === null) {
    throw new RangeError(
      `${caller}: options must be an object, got ${(options as unknown) === null ? "null" : typeof options}`,
    );
  }
  // Not Object.keys, whose list would be made in every call of an interpolation.
  for (const key in options) {
    if (!known.includes(key)) {
      throw new RangeError(
        `${caller}: option must be one of ${known.join(", ")}, got "${key}"${didYouMean(key, known)}`,
      );
    }
  }
}

/**
 * Throws unless a choice is one of those that there are.
 *
 * ```ts
 * requireChoice("method", "cls", ["cls", "bayesian"]) === undefined; // true
 * ```
 * @param what - Name of the function and of the option, `"upperLimit: method"`.
 * @param value - What was given.
 * @param choices - All choices.
 * @throws RangeError with the choices that there are.
 */
export function requireChoice(what: string, value: unknown, choices: readonly string[]): void {
  if (typeof value !== "string" || !choices.includes(value)) {
    const got = typeof value === "string" ? `"${value}"${didYouMean(value, choices)}` : String(value);
    throw new RangeError(`${what} must be one of ${choices.join(", ")}, got ${got}`);
  }
}
