import { requireChoice } from "@belladonna/numerics";

/** What a search for couplings is told. */
export interface SearchOptions {
  /** Couplings searched. */
  readonly range?: readonly [number, number];
  /** How the signal goes with the coupling. */
  readonly scaling?: "general" | "quadratic";
  /** Masses, GeV. */
  readonly masses?: readonly number[];
  /** Number of couplings sampled. */
  readonly samples?: number;
}

/**
 * Throws unless range, scaling, masses and number of samples of a search can be used.
 * @param caller - Name of the function whose options they are.
 * @param options - Its options.
 */
export function requireSearch(caller: string, options: SearchOptions): void {
  const { range, scaling, masses, samples } = options;
  if (scaling !== undefined) requireChoice(`${caller}: scaling`, scaling, ["general", "quadratic"]);
  if (range !== undefined) {
    const [low, high] = range;
    if (!((range as readonly number[]).length === 2 && low > 0 && high > low && high < Infinity)) {
      throw new RangeError(`${caller}: range must be 0 < low < high < Infinity, got [${range.join(", ")}]`);
    }
  }
  if (masses !== undefined && !(masses.length > 0 && masses.every((m) => m >= 0 && m < Infinity))) {
    throw new RangeError(`${caller}: masses must be finite and >= 0 GeV, got [${masses.join(", ")}]`);
  }
  if (samples !== undefined && !(Number.isInteger(samples) && samples >= 3 && samples <= 1e6)) {
    throw new RangeError(`${caller}: samples must be an integer from 3 to 1e6, got ${String(samples)}`);
  }
}

/**
 * The couplings of a range that a model allows at all masses: those it makes a particle of, which it refuses by a RangeError.
 * @param model - The particle at a mass and a coupling.
 * @param masses - Masses, GeV.
 * @param range - Couplings wanted.
 * @returns The range, or the part of it from its middle on in both directions that is allowed, to the last bit.
 */
export function withinModel(
  model: (mass: number, coupling: number) => unknown,
  masses: readonly number[],
  range: readonly [number, number],
): readonly [number, number] {
  let [low, high] = range;
  const allows = (mass: number, coupling: number): boolean => {
    try {
      model(mass, coupling);
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  };
  // A model that refuses the middle too has another reason, which the search will meet.
  const middle = Math.sqrt(low * high);
  for (const mass of masses) {
    if (!allows(mass, middle)) continue;
    const end = (wanted: number): number => (allows(mass, wanted) ? wanted : lastAllowed(mass, wanted));
    high = end(high);
    low = end(low);
  }
  return [low, high];

  function lastAllowed(mass: number, refused: number): number {
    let good = middle;
    let bad = refused;
    for (;;) {
      const ratio = bad / good;
      const next = ratio > 2 || ratio < 0.5 ? Math.sqrt(good * bad) : (good + bad) / 2;
      if (next === good || next === bad) return good;
      if (allows(mass, next)) good = next;
      else bad = next;
    }
  }
}
