/** How the distributions of a test statistic are known; see {@link asymptotic} and {@link toys}. */
export type Calculator = AsymptoticCalculator | ToyCalculator;

/** Asymptotic formulae with Asimov data. */
export interface AsymptoticCalculator {
  /** The kind. */
  readonly kind: "asymptotic";
}

/** Pseudo-experiments. */
export interface ToyCalculator {
  /** The kind. */
  readonly kind: "toys";
  /** Number of pseudo-experiments of each hypothesis. */
  readonly toys: number;
  /** Seed of the streams. */
  readonly seed: number;
}

/**
 * The large-sample formulae: no pseudo-experiments, two fits a tested value. Not to be trusted for a few events.
 * @returns A calculator for {@link hypothesisTest}, {@link upperLimit} and {@link significance}.
 */
export function asymptotic(): AsymptoticCalculator {
  return { kind: "asymptotic" };
}

/**
 * Pseudo-experiments, drawn at the conditional fits to the data. Experiment `k` is a function of `seed` and `k` alone.
 * @param options - Number of pseudo-experiments of each hypothesis, and seed.
 * @returns A calculator for {@link hypothesisTest}, {@link upperLimit} and {@link significance}.
 * @throws RangeError when the number is not a positive integer.
 */
export function toys(options: {
  /** Number of pseudo-experiments of each hypothesis, positive. */
  readonly toys: number;
  /** Seed of the streams, integer not negative. */
  readonly seed: number;
}): ToyCalculator {
  if (!(Number.isSafeInteger(options.toys) && options.toys > 0)) {
    throw new RangeError(`toys: the number must be a positive integer, got ${options.toys}`);
  }
  return { kind: "toys", toys: options.toys, seed: options.seed };
}
