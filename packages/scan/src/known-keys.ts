/** Throws unless all keys of an object of options are known: a misspelt option must not mean its default. */
export function requireKeys(caller: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new RangeError(`${caller}: option must be one of ${known.join(", ")}, got "${unknown}"`);
  }
}
