import { requireOptions } from "@belladonna/numerics";
import type { Fit } from "@belladonna/stats";
import { minimiser } from "@belladonna/stats";
import type { HistFactory } from "./model-likelihood.js";
import { constraintWidths } from "./pulls.js";

/** By how much the parameter of interest moves when another is shifted and held. */
export interface Impact {
  /** Name of the shifted parameter. */
  readonly name: string;
  /** Shift of the parameter of interest for one standard deviation up of the fit; NaN where the fit failed. */
  readonly up: number;
  /** The same for one standard deviation down. */
  readonly down: number;
  /** Shift for one standard deviation up of the constraint; NaN for a parameter without constraint. */
  readonly prefitUp: number;
  /** The same for one standard deviation down. */
  readonly prefitDown: number;
}

/** Options of {@link impacts}. */
export interface ImpactOptions {
  /** Name of the parameter whose shift is told; the parameter of interest when absent. */
  readonly of?: string;
  /** Called after each parameter, with how many are done of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

const OPTIONS = { of: true, onProgress: true } satisfies Record<keyof ImpactOptions, true>;

/**
 * Impact of each free nuisance parameter on the parameter of interest: the parameter is held at
 * $\hat\theta\pm\sigma$, all others are fitted again, and the shift of $\hat\mu$ is taken. Shifts stop at bounds. Each fit
 * starts from the best one.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const model = histFactory(uncorrelatedBackground(counts, [3, 7]));
 * impacts(model, fit(model)).length; // 2
 * ```
 * @param likelihood - A HistFactory likelihood.
 * @param fit - Its fit.
 * @param options - See {@link ImpactOptions}.
 * @returns The impacts, the largest first.
 * @throws RangeError when there is no such parameter.
 */
export function impacts(likelihood: HistFactory, fit: Fit, options: ImpactOptions = {}): Impact[] {
  requireOptions("impacts", options, Object.keys(OPTIONS));
  const { parameters } = likelihood;
  const target = options.of ?? likelihood.poi;
  const poi = parameters.findIndex((p) => p.name === target);
  if (poi < 0) throw new RangeError(`impacts: "of" must name a parameter, got ${String(target)}`);
  const run = minimiser(likelihood, parameters);
  const { width } = constraintWidths(likelihood);
  const shift = (i: number, delta: number): number => {
    const { name, min = -Infinity, max = Infinity } = parameters[i];
    const value = Math.min(Math.max(fit.theta[i] + delta, min), max);
    if (!Number.isFinite(delta)) return Number.NaN;
    const held = run({ start: fit.theta, fix: { [name]: value }, covariance: false });
    return held.valid ? held.theta[poi] - fit.theta[poi] : Number.NaN;
  };
  const shifted = [...parameters.keys()].filter((i) => i !== poi && fit.errors[parameters[i].name] > 0);
  const result = shifted.map((i, done): Impact => {
    const { name } = parameters[i];
    const error = fit.errors[name];
    const impact = {
      name,
      up: shift(i, error),
      down: shift(i, -error),
      prefitUp: shift(i, width[i]),
      prefitDown: shift(i, -width[i]),
    };
    options.onProgress?.(done + 1, shifted.length);
    return impact;
  });
  const size = ({ up, down }: Impact): number => Math.max(Math.abs(up) || 0, Math.abs(down) || 0);
  return result.sort((a, b) => size(b) - size(a));
}
