import type { Likelihood } from "../likelihood/likelihood.js";
import { minimiser } from "../minimise/minimise.js";
import type { Minimum } from "../minimise/objective.js";

/** A likelihood seen as a function of one parameter: its fits, each made once, each started from its neighbour's end. */
export interface Profile {
  /** The likelihood. */
  readonly likelihood: Likelihood;
  /** Name of the parameter of interest. */
  readonly poi: string;
  /** Its position in `theta`. */
  readonly index: number;
  /** The fit with the parameter of interest free. */
  best(): Minimum;
  /** The fit at a value of the parameter of interest. */
  at(mu: number): Minimum;
  /**
   * The fit at 0, to rounding: Asimov data are made at its parameters, which the test statistic then feels at first
   * order, where others are felt at second. The limit of fits towards 0 where the data are impossible at 0 itself.
   */
  background(): Minimum;
}

/** How {@link profileOf} fits. */
export interface ProfileOptions {
  /** Where the first fit starts. */
  readonly start?: Float64Array;
  /** Lower bound of the parameter of interest in the free fit; the parameter's own when absent. */
  readonly lowest?: number;
}

/** The name of the parameter of interest, which must be free: the one asked for, else the one declared. */
export function poiOf(caller: string, likelihood: Likelihood, asked?: string): string {
  const poi = asked ?? likelihood.poi;
  if (poi === undefined) {
    throw new RangeError(`${caller}: the likelihood declares no parameter of interest; name one in the option poi`);
  }
  const own = likelihood.parameters.find((p) => p.name === poi);
  if (own === undefined) throw new RangeError(`${caller}: the likelihood has no parameter ${poi}`);
  if (own.fixed === true) {
    throw new RangeError(
      `${caller}: the parameter of interest must be free, but ${poi} is fixed at ${own.start}; withParameters can free it`,
    );
  }
  return poi;
}

/** The profile of a likelihood along `poi`. */
export function profileOf(likelihood: Likelihood, poi: string, options: ProfileOptions = {}): Profile {
  const index = likelihood.parameters.findIndex((p) => p.name === poi);
  const parameters = likelihood.parameters.map((p) =>
    p.name === poi && options.lowest !== undefined
      ? { ...p, min: options.lowest, start: Math.max(p.start, options.lowest) }
      : p,
  );
  const run = minimiser(likelihood, parameters);
  const known = new Map<number, Minimum>();
  let best: Minimum | undefined;
  let last: Float64Array | undefined = options.start;

  /** From a start, and once more from the parameters' own where that fails. */
  function fitFrom(start: Float64Array | undefined, fix: Record<string, number>, tolerance = 1e-10): Minimum {
    const first = run({ fix, covariance: false, tolerance, ...(start && { start }) });
    if (first.valid || start === undefined) return first;
    const again = run({ fix, covariance: false, tolerance });
    return again.valid || again.value < first.value ? again : first;
  }

  /** The nearest fit already made. */
  function nearest(mu: number): Float64Array | undefined {
    let start = last;
    let distance = Infinity;
    for (const [at, fit] of known) {
      if (fit.valid && Math.abs(at - mu) < distance) {
        distance = Math.abs(at - mu);
        start = fit.theta;
      }
    }
    if (best?.valid === true && Math.abs(best.theta[index] - mu) < distance) start = best.theta;
    return start;
  }

  /**
   * Where background alone cannot give the data (events in a bin that it leaves empty), the fits at ever smaller signals
   * still have a limit, which is taken. Nuisance parameters of the signal then follow the events of that bin; those of the
   * background are where the other bins want them.
   */
  function withoutSignal(impossible: Minimum): Minimum {
    const size = Math.abs(best?.theta[index] ?? parameters[index].start);
    const small = fitFrom(nearest(0), { [poi]: 1e-9 * (size > 0 ? size : 1) }, 1e-16);
    if (!small.valid) return impossible;
    const theta = small.theta.slice();
    theta[index] = 0;
    return { ...small, theta };
  }

  return {
    likelihood,
    poi,
    index,
    best() {
      if (best === undefined) {
        best = fitFrom(last, {});
        if (best.valid) last = best.theta;
      }
      return best;
    },
    background() {
      const fit = fitFrom(nearest(0), { [poi]: 0 }, 1e-16);
      known.set(0, fit);
      return fit.valid || fit.value !== Infinity ? fit : withoutSignal(fit);
    },
    at(mu) {
      let fit = known.get(mu);
      if (fit === undefined) {
        fit = fitFrom(nearest(mu), { [poi]: mu });
        known.set(mu, fit);
        // A conditional fit below the free one: that one ended in a local minimum.
        if (best?.valid === true && fit.valid && fit.value < best.value - 1e-7) {
          const better = run({ start: fit.theta, covariance: false });
          if (better.valid && better.value < best.value) best = better;
        }
      }
      return fit;
    },
  };
}
