import { requireChoice, requireOptions } from "@belladonna/numerics";
import { parameter } from "../parameter.js";
import type { Parameter } from "../parameter.js";
import type { RandomStream } from "@belladonna/numerics";
import { binTerm, poissonDeviance } from "./bin-statistic.js";
import type { BinTerm } from "./bin-statistic.js";
import type { Likelihood } from "./likelihood.js";
import { onePass } from "./one-pass.js";

/** How well the background of a counting experiment is known. */
export type BackgroundKnowledge = ControlRegion | NormalBackground;

/** A control region that counted events of the background alone. */
export interface ControlRegion {
  /** Tells it from other kinds of knowledge. */
  readonly kind: "control";
  /** Events counted in it. */
  readonly observed: number;
  /** Expected events in it for each expected background event in the signal region, $\tau > 0$. */
  readonly tau: number;
}

/** A normal measurement of the expected background. */
export interface NormalBackground {
  /** Tells it from other kinds of knowledge. */
  readonly kind: "normal";
  /** Its standard deviation, events. */
  readonly sigma: number;
}

/** Arguments of {@link counting}. */
export interface CountingOptions {
  /** Events seen. */
  readonly observed: number;
  /** Expected background $b$ (the start of its parameter when it is uncertain). */
  readonly background: number;
  /** Expected signal $s$ at signal strength 1; default 1, so that the strength is the number of signal events. */
  readonly signal?: number;
  /** Signal strength $\mu$, the parameter of interest; default `parameter("mu", 1, { min: 0 })`. */
  readonly strength?: Parameter;
  /** How the background is known; exactly when absent. */
  readonly knowledge?: BackgroundKnowledge;
  /** Name of the background's parameter; default `"background"`. */
  readonly backgroundName?: string;
}

/**
 * Counting experiment: $n$ events seen where $\mu s + b$ are expected, with $b$ known exactly, from a control region, or
 * with a normal error.
 *
 * $$-2\ln L = 2\left[\lambda - n + n\ln\frac{n}{\lambda}\right] + \begin{cases}
 * 2\left[\tau b - m + m \ln\frac{m}{\tau b}\right] & \text{control region} \\
 * (b - b_0)^2/\sigma_b^2 & \text{normal} \end{cases}, \qquad \lambda = \mu s + b$$
 *
 * @param options - Counts and knowledge of the background.
 * @returns The likelihood, with the strength as parameter of interest and an exact Hessian.
 * @throws RangeError when a count, yield or error is negative or NaN.
 * @see R. Cousins, J. Linnemann, J. Tucker, Nucl. Instrum. Meth. A 595 (2008) 480
 * @example
 * ```ts
 * fit(counting({ observed: 12, background: 5 })).parameters.mu; // ≈ 7
 * fit(counting({ observed: 12, background: 5 })).minos("mu").upper; // ≈ 3.811
 * ```
 */
export function counting(options: CountingOptions): Likelihood {
  const { observed, background, signal = 1, knowledge, backgroundName = "background" } = options;
  requireOptions("counting", options, ["observed", "background", "signal", "strength", "knowledge", "backgroundName"]);
  if (knowledge !== undefined) {
    requireChoice("counting: knowledge.kind", knowledge.kind, ["control", "normal"]);
    const known = knowledge.kind === "control" ? ["kind", "observed", "tau"] : ["kind", "sigma"];
    requireOptions("counting: knowledge", knowledge, known);
  }
  const strength = options.strength ?? parameter("mu", 1, { min: 0 });
  const check = (name: string, x: number, positive: boolean): void => {
    if (!(positive ? x > 0 : x >= 0) || x === Infinity) {
      throw new RangeError(`counting: ${name} must be ${positive ? "> 0" : ">= 0"}, got ${x}`);
    }
  };
  check("observed", observed, false);
  check("background", background, false);
  check("signal", signal, true);
  requireOptions("counting: strength", strength, ["name", "start", "min", "max", "fixed"]);
  if (knowledge?.kind === "control") {
    check("tau", knowledge.tau, true);
    check("control-region count", knowledge.observed, false);
  }
  if (knowledge?.kind === "normal") check("sigma", knowledge.sigma, true);
  const parameters =
    knowledge === undefined ? [strength] : [strength, parameter(backgroundName, background, { min: 0 })];
  const auxiliary = knowledge?.kind === "control" ? knowledge.observed : background;
  return countingOf(parameters, observed, auxiliary, background, signal, knowledge);
}

function countingOf(
  parameters: readonly Parameter[],
  observed: number,
  auxiliary: number,
  background: number,
  signal: number,
  knowledge: BackgroundKnowledge | undefined,
): Likelihood {
  const n = parameters.length;
  const term: BinTerm = { value: 0, first: 0, second: 0 };
  const again = (count: number, aux: number): Likelihood =>
    countingOf(parameters, count, aux, background, signal, knowledge);
  const rate = (theta: Float64Array): number => theta[0] * signal + (n > 1 ? theta[1] : background);
  const auxiliaryMean = (theta: Float64Array): number =>
    knowledge?.kind === "control" ? knowledge.tau * theta[1] : n > 1 ? theta[1] : 0;

  function evaluate(theta: Float64Array, gradient?: Float64Array, hessian?: Float64Array): number {
    binTerm("poisson", observed, observed, rate(theta), term);
    let { value } = term;
    if (gradient !== undefined) {
      gradient[0] = term.first * signal;
      if (n > 1) gradient[1] = term.first;
    }
    if (hessian !== undefined) {
      hessian[0] = term.second * signal * signal;
      if (n > 1) {
        hessian[1] = hessian[2] = term.second * signal;
        hessian[3] = term.second;
      }
    }
    if (knowledge?.kind === "control") {
      const { tau } = knowledge;
      const m = tau * theta[1];
      value += m > 0 || auxiliary === 0 ? poissonDeviance(auxiliary, m) : Infinity;
      if (gradient !== undefined) gradient[1] += 2 * tau * (1 - (auxiliary === 0 ? 0 : auxiliary / m));
      if (hessian !== undefined && auxiliary > 0) hessian[3] += (2 * tau * tau * auxiliary) / (m * m);
    } else if (knowledge?.kind === "normal") {
      const pull = (theta[1] - auxiliary) / knowledge.sigma;
      value += pull * pull;
      if (gradient !== undefined) gradient[1] += (2 * pull) / knowledge.sigma;
      if (hessian !== undefined) hessian[3] += 2 / (knowledge.sigma * knowledge.sigma);
    }
    return value;
  }

  return {
    parameters,
    poi: parameters[0].name,
    hessianKind: "exact",
    ...(n === 1 && { count: { observed, background, signal } }),
    ...onePass(evaluate, n),
    expected: (theta) => (n > 1 ? Float64Array.of(rate(theta), auxiliaryMean(theta)) : Float64Array.of(rate(theta))),
    sample(theta, random: RandomStream) {
      const count = random.poisson(rate(theta));
      if (knowledge?.kind === "control") return again(count, random.poisson(auxiliaryMean(theta)));
      if (knowledge?.kind === "normal") return again(count, theta[1] + knowledge.sigma * random.normal());
      return again(count, auxiliary);
    },
    asimov: (theta) => again(rate(theta), n > 1 ? auxiliaryMean(theta) : auxiliary),
  };
}
