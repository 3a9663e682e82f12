import { requireChoice, requireOptions } from "@belladonna/numerics";
import { mergeParameters } from "../parameter.js";
import type { Parameter } from "../parameter.js";
import type { RandomStream } from "@belladonna/numerics";
import type { Value } from "../densities/density.js";
import type { Likelihood } from "./likelihood.js";
import { templateTerm } from "./template-term.js";
import type { TemplateMethod, TemplateTerm } from "./template-term.js";
import { onePass } from "./one-pass.js";

/** One template of a {@link templates} fit. */
export interface Template {
  /** Simulated entries of each bin. */
  readonly counts: ArrayLike<number>;
  /** Sums of squared weights; the counts when absent. */
  readonly variances?: ArrayLike<number>;
  /** Expected events of this component in the data. */
  readonly yield: Value;
}

/** Options of {@link templates}. */
export interface TemplatesOptions {
  /** How the templates' own statistics enter; default `"da"`. */
  readonly method?: TemplateMethod;
  /** Name of the parameter of interest. */
  readonly poi?: string;
}

interface Component {
  readonly shape: Float64Array;
  readonly variance: Float64Array;
  readonly index: number;
  readonly constant: number;
}

/**
 * Fit of yields to a histogram by templates that are themselves histograms of finite statistics (Barlow–Beeston, with one
 * nuisance a bin that is profiled or marginalised in closed form):
 *
 * $$\mu_b = \sum_k y_k t_{kb}, \qquad V_b = \sum_k y_k^2 v_{kb}, \qquad \sum_b t_{kb} = 1$$
 *
 * The variance counts the bins of a template as independent, its total included: the errors are those of data events per
 * simulated event. Where the total says nothing (templates cut from a sample of fixed size) they are too large.
 *
 * Bins in which no template has entries are left out. Methods `"da"` and `"jsc"` are deviances, so that the minimum is a
 * goodness-of-fit statistic; `"asy"` is $-2\ln L$ with all its constants.
 *
 * ```ts
 * const signal = { counts: [2, 20, 3], yield: parameter("signal", 10) };
 * const background = { counts: [80, 75, 70], yield: parameter("background", 100) };
 * const fitted = fit(templates([40, 52, 36], [signal, background], { poi: "signal" }));
 * fitted.parameters.signal; // ≈ 20
 * fitted.errors.signal; // ≈ 14.97
 * ```
 * @param counts - Data of each bin.
 * @param components - Templates with their yields.
 * @param options - Method and parameter of interest.
 * @returns The likelihood; exact gradient, Hessian from differences of exact first derivatives in each bin. Pseudo-data
 *   fluctuate the data at fixed templates.
 * @throws RangeError when numbers of bins differ, entries are negative, or a template is empty.
 * @see R. Barlow, C. Beeston, Comput. Phys. Commun. 77 (1993) 219
 */
export function templates(
  counts: ArrayLike<number>,
  components: readonly Template[],
  options: TemplatesOptions = {},
): Likelihood {
  requireOptions("templates", options, ["method", "poi"]);
  requireChoice("templates: method", options.method ?? "da", ["da", "jsc", "asy"]);
  for (const template of components) requireOptions("templates: component", template, ["counts", "variances", "yield"]);
  const data = Float64Array.from(counts);
  const parameters = mergeParameters(
    "templates",
    components.map((c) => (typeof c.yield === "number" ? [] : [c.yield])),
  );
  const parts = components.map((c, k) => component(c, k, data.length, parameters));
  data.forEach((n, b) => {
    if (!(n >= 0 && n < Infinity)) throw new RangeError(`templates: counts must be >= 0, got ${n} in bin ${b}`);
    if (n > 0 && parts.every((p) => p.shape[b] === 0)) {
      throw new RangeError(`templates: bin ${b} has ${n} entries where every template is empty`);
    }
  });
  return templatesOf(data, parts, parameters, options);
}

function component(c: Template, k: number, bins: number, parameters: readonly Parameter[]): Component {
  const entries = Float64Array.from(c.counts);
  const variances = c.variances === undefined ? entries : Float64Array.from(c.variances);
  if (entries.length !== bins || variances.length !== bins) {
    throw new RangeError(`templates: template ${k} needs ${bins} bins, got ${entries.length} and ${variances.length}`);
  }
  const total = entries.reduce((a, b) => a + b, 0);
  if (!(total > 0 && entries.every((n) => n >= 0))) {
    throw new RangeError(`templates: entries of template ${k} must be >= 0 and not all 0, got a sum of ${total}`);
  }
  const y = c.yield;
  return {
    shape: entries.map((n) => n / total),
    variance: variances.map((v) => v / (total * total)),
    index: typeof y === "number" ? -1 : parameters.findIndex((p) => p.name === y.name),
    constant: typeof y === "number" ? y : 0,
  };
}

function templatesOf(
  data: Float64Array,
  parts: readonly Component[],
  parameters: readonly Parameter[],
  options: TemplatesOptions,
): Likelihood {
  const { method = "da", poi } = options;
  const n = parameters.length;
  const term: TemplateTerm = { value: 0, byMean: 0, byVariance: 0 };
  const term2: TemplateTerm = { value: 0, byMean: 0, byVariance: 0 };
  const mean = new Float64Array(n);
  const spread = new Float64Array(n);
  const bend = new Float64Array(n);
  const yieldOf = (p: Component, theta: Float64Array): number => (p.index < 0 ? p.constant : theta[p.index]);

  function evaluate(theta: Float64Array, gradient?: Float64Array, hessian?: Float64Array): number {
    gradient?.fill(0);
    hessian?.fill(0);
    let value = 0;
    for (let b = 0; b < data.length; b++) {
      let mu = 0;
      let v = 0;
      mean.fill(0);
      spread.fill(0);
      bend.fill(0);
      for (const p of parts) {
        const y = yieldOf(p, theta);
        mu += y * p.shape[b];
        v += y * y * p.variance[b];
        if (p.index < 0) continue;
        mean[p.index] += p.shape[b];
        spread[p.index] += 2 * y * p.variance[b];
        bend[p.index] += 2 * p.variance[b];
      }
      if (parts.every((p) => p.shape[b] === 0)) continue;
      templateTerm(method, data[b], mu, v, term);
      value += term.value;
      if (!(value < Infinity)) return Infinity;
      if (gradient !== undefined) {
        for (let j = 0; j < n; j++) gradient[j] += term.byMean * mean[j] + term.byVariance * spread[j];
      }
      if (hessian !== undefined) addCurvature(data[b], mu, v, hessian);
    }
    return value;
  }

  /** Second derivatives of a bin's term by mean and variance, by differences of the exact first ones. */
  function addCurvature(count: number, mu: number, v: number, hessian: Float64Array): void {
    const hm = 1e-5 * mu;
    const hv = 1e-5 * v;
    templateTerm(method, count, mu + hm, v, term2);
    let mm = term2.byMean;
    let mv = term2.byVariance;
    templateTerm(method, count, mu - hm, v, term2);
    mm = (mm - term2.byMean) / (2 * hm);
    mv = (mv - term2.byVariance) / (2 * hm);
    templateTerm(method, count, mu, v + hv, term2);
    let vv = term2.byVariance;
    templateTerm(method, count, mu, v - hv, term2);
    vv = (vv - term2.byVariance) / (2 * hv);
    for (let j = 0; j < n; j++) {
      hessian[j * n + j] += term.byVariance * bend[j];
      for (let k = 0; k < n; k++) {
        hessian[j * n + k] +=
          mm * mean[j] * mean[k] + mv * (mean[j] * spread[k] + spread[j] * mean[k]) + vv * spread[j] * spread[k];
      }
    }
  }

  const expected = (theta: Float64Array): Float64Array =>
    data.map((_, b) => parts.reduce((s, p) => s + yieldOf(p, theta) * p.shape[b], 0));
  const again = (counts: Float64Array): Likelihood => templatesOf(counts, parts, parameters, options);

  return {
    parameters,
    ...(poi !== undefined && { poi }),
    hessianKind: "exact",
    ...onePass(evaluate, n),
    expected,
    sample: (theta, random: RandomStream) => again(expected(theta).map((mu) => random.poisson(mu))),
    asimov: (theta) => again(expected(theta)),
  };
}
