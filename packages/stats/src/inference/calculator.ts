import { requireChoice, requireOptions } from "@belladonna/numerics";

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
 *
 * ```ts
 * const likelihood = counting({ observed: 5, background: 3 });
 * upperLimit(likelihood, { level: 0.9, calculator: asymptotic() }).observed; // ≈ 5.813
 * ```
 * @returns A calculator for {@link hypothesisTest}, {@link upperLimit} and {@link significance}.
 */
export function asymptotic(): AsymptoticCalculator {
  return { kind: "asymptotic" };
}

/**
 * Pseudo-experiments, drawn at the conditional fits to the data. Experiment `k` is a function of `seed` and `k` alone.
 *
 * ```ts
 * const likelihood = counting({ observed: 5, background: 3 });
 * upperLimit(likelihood, { level: 0.9, calculator: toys({ toys: 500, seed: 1 }) }).observed; // ≈ 6.249
 * ```
 * @param options - Number of pseudo-experiments of each hypothesis, and seed.
 * @returns A calculator for {@link hypothesisTest}, {@link upperLimit} and {@link significance}.
 * @throws RangeError when the number is not a positive integer, or the seed not an integer ≥ 0.
 */
export function toys(options: {
  /** Number of pseudo-experiments of each hypothesis, positive. */
  readonly toys: number;
  /** Seed of the streams, integer not negative. */
  readonly seed: number;
}): ToyCalculator {
  requireOptions("toys", options, ["toys", "seed"]);
  if (!(Number.isSafeInteger(options.seed) && options.seed >= 0)) {
    throw new RangeError(`toys: seed must be an integer from 0 to 2^53 - 1, got ${options.seed}`);
  }
  if (!(Number.isSafeInteger(options.toys) && options.toys > 0)) {
    throw new RangeError(`toys: the number must be a positive integer, got ${options.toys}`);
  }
  return { kind: "toys", toys: options.toys, seed: options.seed };
}

/** Throws unless a calculator is one that {@link asymptotic} or {@link toys} gave. */
export function requireCalculator(caller: string, calculator: Calculator): void {
  requireOptions(`${caller}: calculator`, calculator, ["kind", "toys", "seed"]);
  requireChoice(`${caller}: calculator.kind`, calculator.kind, ["asymptotic", "toys"]);
  if (calculator.kind === "toys") toys({ toys: calculator.toys, seed: calculator.seed });
}
