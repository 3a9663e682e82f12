import { requireOptions } from "@belladonna/numerics";
import { parameter } from "../parameter.js";
import type { Parameter, ParameterOptions } from "../parameter.js";
import type { Likelihood } from "./likelihood.js";

/** What is to change of a parameter; the rest stays. */
export interface ParameterChange extends ParameterOptions {
  /** Value a fit starts from; moved into new bounds when only those are given. */
  readonly start?: number;
}

/** Lower and upper bounds by name of the parameter. */
export type Bounds = Readonly<Record<string, readonly [min: number, max: number]>>;

function changed(caller: string, old: Parameter, change: ParameterChange): Parameter {
  requireOptions(`${caller}: ${old.name}`, change, ["start", "min", "max", "fixed"]);
  const { min = old.min ?? -Infinity, max = old.max ?? Infinity, fixed = old.fixed ?? false } = change;
  // A parameter held outside its bounds stays there.
  const start = change.start ?? (fixed ? old.start : Math.min(Math.max(old.start, min), max));
  if (fixed && Number.isFinite(start) && min < max) return Object.freeze({ name: old.name, start, min, max, fixed });
  return parameter(old.name, start, { min, max });
}

/**
 * The same likelihood with other starts, bounds or fixed parameters; its pseudo-data and Asimov data have them too.
 * @param likelihood - A likelihood; it is not changed.
 * @param changes - What changes, by name of the parameter.
 * @throws RangeError when there is no such parameter, or its start and bounds do not agree.
 * @example
 * ```ts
 * fit(withParameters(constrain([parameter("mu", 1)], [3], [0.5]), { mu: { max: 2 } })).parameters.mu; // ≈ 2
 * ```
 */
export function withParameters<L extends Likelihood>(
  likelihood: L,
  changes: Readonly<Record<string, ParameterChange>>,
): L {
  return renewed(likelihood, newParameters("withParameters", likelihood, changes));
}

function newParameters(
  caller: string,
  { parameters }: Likelihood,
  changes: Readonly<Record<string, ParameterChange>>,
): Parameter[] {
  for (const name of Object.keys(changes)) {
    if (!parameters.some((p) => p.name === name)) {
      throw new RangeError(`${caller}: the likelihood has no parameter ${name}`);
    }
  }
  return parameters.map((p) => (Object.hasOwn(changes, p.name) ? changed(caller, p, changes[p.name]) : p));
}

function renewed<L extends Likelihood>(likelihood: L, parameters: readonly Parameter[]): L {
  if (likelihood.withParameters !== undefined) return likelihood.withParameters(parameters) as L;
  return {
    ...likelihood,
    parameters,
    sample: (theta, random) => renewed(likelihood.sample(theta, random), parameters),
    asimov: (theta) => renewed(likelihood.asimov(theta), parameters),
  };
}

/** A likelihood with the bounds that a caller gave in its options, if any. */
export function withBounds(caller: string, likelihood: Likelihood, bounds: Bounds | undefined): Likelihood {
  if (bounds === undefined) return likelihood;
  const changes: Record<string, ParameterChange> = {};
  for (const [name, pair] of Object.entries(bounds)) {
    if (!Array.isArray(pair) || (pair as readonly unknown[]).length !== 2) {
      throw new RangeError(`${caller}: bounds of ${name} must be a lower and an upper one, got ${String(pair)}`);
    }
    changes[name] = { min: pair[0], max: pair[1] };
  }
  return renewed(likelihood, newParameters(caller, likelihood, changes));
}
