import { log as ln } from "@belladonna/numerics/elementary";
import type { Likelihood } from "../likelihood/likelihood.js";
import { cholesky, requireChoice, requireOptions } from "@belladonna/numerics";
import { hessianOf, marginaliser } from "./marginal.js";
import { Posterior } from "./posterior.js";
import { poiOf } from "./profile.js";
import type { Profile } from "./profile.js";
import { profileFor } from "./test-statistic.js";

/** Options of {@link bayesianUpperLimit}. */
export interface BayesianOptions {
  /** Credibility in 0 … 1; 0.95 by default. */
  readonly level?: number;
  /**
   * Prior of the parameter of interest: `flat` (default), `reference` ($\propto 1/\sigma(\mu)$ from the expected
   * information, the nuisance parameters profiled), or a function proportional to a density.
   */
  readonly prior?: "flat" | "reference" | ((mu: number) => number);
  /** Parameter of interest; the one the likelihood declares by default. */
  readonly poi?: string;
  /**
   * Samples of the nuisance parameters at each value; 1024 by default. With 0 they are integrated over by Laplace's method,
   * as if the likelihood were Gaussian in them: the way where there are dozens, for which samples are too few.
   */
  readonly samples?: number;
  /** Seed of the samples; 1 by default. */
  readonly seed?: number;
}

/** Result of {@link bayesianUpperLimit}. */
export interface BayesianLimit {
  /** Upper limit on the parameter of interest; `NaN` when it was not found. */
  readonly observed: number;
  /** Values at which the posterior was computed. */
  readonly mu: Float64Array;
  /** Normalised posterior density there. */
  readonly density: Float64Array;
  /** Posterior mean. */
  readonly mean: number;
  /** Least effective number of samples of the nuisance parameters where the posterior matters, as a fraction. */
  readonly efficiency: number;
  /** Whether all fits were verified and the samples represent the posterior. */
  readonly valid: boolean;
  /** What failed, or empty. */
  readonly reason: string;
}

/** Rise of $-2\ln L$ at which the posterior ends: $\mathrm{e}^{-20}$ of its height. */
const RISE = 40;
const MAX_STEPS = 60;

/**
 * Bayesian upper limit on a parameter of interest $\mu \ge 0$ (or above its own bound, if higher): the $\mu$ below which
 * the posterior $p(\mu) \propto \pi(\mu)\int L(\mu, \nu)\,\mathrm{d}\nu$ has the probability `level`. The nuisance parameters are
 * integrated over with flat priors within their bounds; what is known of them belongs into the likelihood as a constraint.
 *
 * ```ts
 * const likelihood = counting({ observed: 5, background: 3 });
 * bayesianUpperLimit(likelihood, { level: 0.9 }).observed; // ≈ 6.437
 * ```
 * @param likelihood - Model with data.
 * @param options - Credibility, prior, parameter, samples.
 * @returns Limit and posterior; never throws for a fit that fails, `valid` and `reason` say so.
 * @throws RangeError when the level or the number of samples is out of range, or there is no parameter of interest.
 * @see [L. Demortier, S. Jain and H. Prosper, Phys. Rev. D 82 (2010) 034002](https://arxiv.org/abs/1002.1111) (reference priors)
 */
export function bayesianUpperLimit(likelihood: Likelihood, options: BayesianOptions = {}): BayesianLimit {
  requireOptions("bayesianUpperLimit", options, ["level", "prior", "poi", "samples", "seed"]);
  const { level = 0.95, prior = "flat", samples = 1024, seed = 1 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`bayesianUpperLimit: level must be in (0, 1), got ${level}`);
  if (!(Number.isSafeInteger(samples) && samples >= 0)) {
    throw new RangeError(`bayesianUpperLimit: samples must be an integer >= 0, got ${samples}`);
  }
  if (typeof prior !== "function") requireChoice("bayesianUpperLimit: prior", prior, ["flat", "reference"]);
  const poi = poiOf("bayesianUpperLimit", likelihood, options.poi);
  const profile = profileFor(likelihood, poi, "qtilde");
  const low = Math.max(0, likelihood.parameters[profile.index].min ?? 0);
  const range = support(profile, low);
  if (typeof range === "string") return failure(range);
  const marginal = marginaliser(profile, samples, seed);
  const reasons: string[] = [];
  const efficiencies: [log: number, efficiency: number][] = [];
  const posterior = new Posterior(range, (mu) => {
    const m = marginal(mu);
    if (m.reason !== "") reasons.push(m.reason);
    efficiencies.push([m.log, m.efficiency]);
    const weight = prior === "flat" ? 1 : prior === "reference" ? referencePrior(profile, mu) : prior(mu);
    if (!(weight >= 0)) reasons.push(`the prior must be >= 0, got ${weight} at ${mu}`);
    return m.log + ln(weight);
  });
  if (reasons.length > 0) return failure(reasons[0]);
  const top = Math.max(...efficiencies.map(([log]) => log));
  const efficiency = efficiencies.reduce((e, [log, f]) => (log > top - 5 ? Math.min(e, f) : e), 1);
  const reason =
    efficiency * samples < 20 && efficiency < 1
      ? `only ${(efficiency * samples).toFixed(1)} of ${samples} samples of the nuisance parameters count`
      : "";
  const { mu, density, mean } = posterior;
  return { observed: posterior.quantile(level), mu, density, mean, efficiency, valid: reason === "", reason };
}

function failure(reason: string): BayesianLimit {
  const none = new Float64Array(0);
  const nan = Number.NaN;
  return { observed: nan, mu: none, density: none, mean: nan, efficiency: 0, valid: false, reason };
}

/** Where the posterior lives: from its lower bound, or where it begins to matter, to where it ends. */
function support(profile: Profile, lowest: number): [low: number, high: number] | string {
  const best = profile.best();
  if (!best.valid) return `the fit with ${profile.poi} free failed: ${best.reason}`;
  const centre = best.theta[profile.index];
  const rise = (mu: number): number => {
    const fit = profile.at(mu);
    return fit.valid ? fit.value - best.value : fit.value === Infinity ? Infinity : Number.NaN;
  };
  const { max = Infinity } = profile.likelihood.parameters[profile.index];
  // A scale first: a step over which the likelihood changes, but not by everything.
  let step = Math.abs(profile.likelihood.parameters[profile.index].start) || Math.abs(centre) || 1;
  for (let i = 0; ; i++) {
    const r = rise(centre + step);
    if (i === MAX_STEPS || r !== r) return `the likelihood does not depend on ${profile.poi} up to ${centre + step}`;
    if (r >= 0.5 && r <= RISE) break;
    step *= r > RISE ? 0.3 : 2.5;
  }
  let high = centre + step;
  while (rise(high) < RISE && high < max) high += step;
  let low = centre;
  while (low > lowest && rise(low) < RISE) low -= step;
  return [Math.max(low, lowest), Math.min(high, max)];
}

/** $1/\sigma(\mu)$ from the Hessian of the Asimov data, the nuisance parameters eliminated. */
function referencePrior(profile: Profile, mu: number): number {
  const { likelihood, index } = profile;
  const { theta } = profile.at(mu);
  const n = theta.length;
  const hessian = hessianOf(likelihood.asimov(theta), theta);
  const free = [...theta.keys()].filter((i) => i !== index && likelihood.parameters[i].fixed !== true);
  // With the parameter of interest last, the square of the last pivot is what the others leave of its information.
  const order = [...free, index];
  const k = order.length;
  const factor = new Float64Array(k * k);
  for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) factor[a * k + b] = 0.5 * hessian[order[a] * n + order[b]];
  return cholesky(factor, k) < 0 ? factor[k * k - 1] : Number.NaN;
}
