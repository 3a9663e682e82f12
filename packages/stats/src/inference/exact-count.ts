import { normalCdf, poissonQuantile } from "@belladonna/numerics";
import { poissonInterval } from "../counting/feldman-cousins-poisson.js";
import type { Interval } from "../counting/interval.js";
import { countingUpperLimit } from "../counting/upper-limit.js";
import type { KnownCount, Likelihood } from "../likelihood/likelihood.js";
import { BAND } from "./asymptotic.js";
import type { FoundLimit } from "./limit-goal.js";

/** Events above which a count is Gaussian enough for the asymptotic formulae, and the construction long. */
const MANY = 1e6;

/** The count that a likelihood is, where exact constructions exist for it: see {@link Likelihood.count}. */
export function exactCountOf(likelihood: Likelihood, poi: string): KnownCount | undefined {
  const { count } = likelihood;
  if (count === undefined || likelihood.poi !== poi) return undefined;
  const strength = likelihood.parameters.find((p) => p.name === poi);
  // The constructions are those of a signal that is free from zero upwards.
  if (strength === undefined || strength.fixed === true || (strength.min ?? 0) > 0) return undefined;
  return Number.isInteger(count.observed) && Math.max(count.observed, count.background) <= MANY ? count : undefined;
}

/** Exact unified interval of the signal strength. */
export function exactInterval({ observed, background, signal }: KnownCount, level: number): Interval {
  const { low, high } = poissonInterval(observed, background, level);
  return { low: low / signal, high: high / signal };
}

/** Exact limits on the signal strength, those expected at the quantiles of the count that background alone gives. */
export function exactLimit(
  count: KnownCount,
  level: number,
  method: "cls" | "feldman-cousins",
  wanted: boolean,
): FoundLimit & { readonly muHat: number } {
  const { observed, background, signal } = count;
  const limit = (n: number): number =>
    method === "cls"
      ? countingUpperLimit(n, { background, level }) / signal
      : exactInterval({ observed: n, background, signal }, level).high;
  const found = limit(observed);
  const expected = wanted ? BAND.map((z) => limit(poissonQuantile(normalCdf(z), background))) : [];
  const reason = [found, ...expected].every((x) => x < Infinity)
    ? ""
    : `a limit is beyond the range of numbers: a strength of 1 means ${signal} events`;
  return { observed: found, expected, scan: [], muHat: Math.max(0, observed - background) / signal, reason };
}
