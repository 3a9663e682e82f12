import { requireOptions } from "@belladonna/numerics";
import { square } from "@belladonna/numerics/elementary";
import { mergeParameters, parameterIndices } from "../parameter.js";
import type { RandomStream } from "@belladonna/numerics";
import type { Likelihood } from "./likelihood.js";

/** Options of {@link simultaneous}. */
export interface SimultaneousOptions {
  /** Name of the parameter of interest; that of the first part that declares one when absent. */
  readonly poi?: string;
}

/**
 * Product of likelihoods that share parameters by name: channels of one analysis, and constraints from elsewhere.
 *
 * $$-2\ln L(\theta) = \sum_k -2\ln L_k(\theta)$$
 *
 * ```ts
 * simultaneous([counting({ observed: 5, background: 3 }), counting({ observed: 2, background: 3 })]).parameters.length; // 1
 * ```
 * @param likelihoods - The parts.
 * @param options - Parameter of interest.
 * @returns The joint likelihood. Its Hessian is exact when those of all parts are, and absent when a part has none.
 * @throws RangeError when there is no part, or two parts define one parameter differently.
 */
export function simultaneous(likelihoods: readonly Likelihood[], options: SimultaneousOptions = {}): Likelihood {
  requireOptions("simultaneous", options, ["poi"]);
  if (likelihoods.length === 0) throw new RangeError("simultaneous: needs at least one likelihood, got none");
  const parameters = mergeParameters(
    "simultaneous",
    likelihoods.map((l) => l.parameters),
  );
  const n = parameters.length;
  const where = likelihoods.map((l) => parameterIndices(l.parameters, parameters));
  const own = where.map((w) => new Float64Array(w.length));
  const gradients = where.map((w) => new Float64Array(w.length));
  const hessians = where.map((w) => new Float64Array(square(w.length)));
  const poi = options.poi ?? likelihoods.find((l) => l.poi !== undefined)?.poi;
  const exact = likelihoods.every((l) => l.hessianKind !== "gauss-newton");
  const kinks = [...new Set(likelihoods.flatMap((l, k) => (l.kinks ?? []).map((a) => where[k][a])))];
  const valleys = likelihoods.every((l) => l.valleys !== undefined)
    ? [...new Set(likelihoods.flatMap((l, k) => (l.valleys ?? []).map((a) => where[k][a])))]
    : undefined;
  const hasHessian = likelihoods.every((l) => l.hessian !== undefined || l.evaluate !== undefined);

  function part(k: number, theta: Float64Array): Float64Array {
    for (let a = 0; a < own[k].length; a++) own[k][a] = theta[where[k][a]];
    return own[k];
  }

  function evaluate(theta: Float64Array, gradient?: Float64Array, hessian?: Float64Array): number {
    gradient?.fill(0);
    hessian?.fill(0);
    let value = 0;
    for (let k = 0; k < likelihoods.length; k++) {
      const l = likelihoods[k];
      const t = part(k, theta);
      const g = gradient === undefined ? undefined : gradients[k];
      const h = hessian === undefined ? undefined : hessians[k];
      if (l.evaluate !== undefined) value += l.evaluate(t, g, h);
      else {
        value += l.value(t);
        if (g !== undefined) l.gradient(t, g);
        if (h !== undefined) l.hessian?.(t, h);
      }
      if (gradient !== undefined && g !== undefined) for (let a = 0; a < g.length; a++) gradient[where[k][a]] += g[a];
      if (hessian !== undefined && h !== undefined) addBlock(h, where[k], hessian, n);
    }
    return value;
  }

  const covariance = (theta: Float64Array, out: Float64Array = new Float64Array(n * n)): Float64Array => {
    out.fill(0);
    likelihoods.forEach((l, k) => {
      const t = part(k, theta);
      // A part that is not weighted: the gradient's covariance is twice the Hessian.
      if (l.gradientCovariance !== undefined) l.gradientCovariance(t, hessians[k]);
      else {
        l.hessian?.(t, hessians[k]);
        for (let i = 0; i < hessians[k].length; i++) hessians[k][i] *= 2;
      }
      addBlock(hessians[k], where[k], out, n);
    });
    return out;
  };

  return {
    parameters,
    ...(poi !== undefined && { poi }),
    ...(kinks.length > 0 && { kinks }),
    ...(valleys !== undefined && { valleys }),
    ...(hasHessian && {
      hessianKind: exact ? ("exact" as const) : ("gauss-newton" as const),
      evaluate,
      hessian(theta: Float64Array, out: Float64Array = new Float64Array(n * n)): Float64Array {
        evaluate(theta, undefined, out);
        return out;
      },
      ...(likelihoods.some((l) => l.gradientCovariance !== undefined) && { gradientCovariance: covariance }),
    }),
    value: (theta) => evaluate(theta),
    gradient(theta, out = new Float64Array(n)) {
      evaluate(theta, out);
      return out;
    },
    expected(theta) {
      const parts = likelihoods.map((l, k) => l.expected(part(k, theta)));
      const out = new Float64Array(parts.reduce((s, p) => s + p.length, 0));
      let at = 0;
      for (const p of parts) {
        out.set(p, at);
        at += p.length;
      }
      return out;
    },
    sample(theta, random: RandomStream) {
      const again = likelihoods.map((l, k) => l.sample(part(k, theta), random));
      return simultaneous(again, poi === undefined ? {} : { poi });
    },
    asimov(theta) {
      const again = likelihoods.map((l, k) => l.asimov(part(k, theta)));
      return simultaneous(again, poi === undefined ? {} : { poi });
    },
  };
}

function addBlock(block: Float64Array, where: Int32Array, out: Float64Array, n: number): void {
  const m = where.length;
  for (let a = 0; a < m; a++) for (let b = 0; b < m; b++) out[where[a] * n + where[b]] += block[a * m + b];
}
