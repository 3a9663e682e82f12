import { log, square } from "@belladonna/numerics/elementary";
import type { Parameter } from "@belladonna/stats";
import type { CustomUse } from "./custom-model.js";
import type { HistFactory } from "./model-likelihood.js";
import type { ParameterSet } from "./parameter-set.js";
import type { Workspace } from "./workspace.js";

/** A model in which factors of bins are functions of custom parameters. */
export interface CustomModel {
  readonly workspace: Workspace;
  readonly poi: string;
  /** Visible parameters of the inner model, then the custom ones. */
  readonly parameters: readonly Parameter[];
  readonly sets: readonly ParameterSet[];
  /** Index in the inner model of each visible parameter. */
  readonly visible: readonly number[];
  /** Each use, with the index in the inner model of the first of its hidden factors. */
  readonly uses: readonly (CustomUse & { readonly first: number })[];
  /** Constrained custom parameters: index among all, and width. */
  readonly constraints: readonly { readonly index: number; readonly sigma: number }[];
}

/**
 * The likelihood of a model with custom modifiers: that of the inner model at $\theta'(\theta)$, whose hidden factors are
 * functions of the custom parameters, with their constraint terms. Gradient and Hessian by the chain rule,
 * $J^Tg$ and $J^THJ+\sum_kg_k\nabla^2\theta'_k$.
 * @param aux - Auxiliary measurements of the constrained custom parameters.
 */
export function customLikelihood(model: CustomModel, inner: HistFactory, aux: Float64Array): HistFactory {
  const { parameters, visible, uses, constraints } = model;
  const n = parameters.length;
  const v = visible.length;
  const m = inner.parameters.length;
  const own = (theta: Float64Array, use: CustomUse): Float64Array =>
    Float64Array.from(use.parameters, (p) => theta[v + p]);
  const insideOf = (theta: Float64Array): Float64Array => {
    if (theta.length !== n) throw new RangeError(`histFactory: theta must have ${n} elements, got ${theta.length}`);
    const out = new Float64Array(m);
    visible.forEach((i, k) => (out[i] = theta[k]));
    for (const use of uses) out.set(Array.from(use.factors.value(own(theta, use))), use.first);
    return out;
  };
  /** Rows of the inner model by the outer parameters: $\partial\theta'/\partial\theta$, row-major. */
  const jacobianOf = (theta: Float64Array): Float64Array => {
    const j = new Float64Array(m * n);
    visible.forEach((i, k) => (j[i * n + k] = 1));
    for (const use of uses) {
      const slopes = use.factors.slopes(own(theta, use));
      const width = use.parameters.length;
      for (let b = 0; b * width < slopes.length; b++) {
        use.parameters.forEach((p, a) => (j[(use.first + b) * n + v + p] += slopes[b * width + a]));
      }
    }
    return j;
  };
  const norm = constraints.reduce((sum, c) => sum + 2 * log(c.sigma) + log(2 * Math.PI), 0);
  const renewed = (to: HistFactory, other: Float64Array): HistFactory => customLikelihood(model, to, other);
  const split = (theta: Float64Array): Float64Array => Float64Array.from(constraints, (c) => theta[c.index]);

  return {
    ...inner,
    // The user's modifiers are functions, which no plain data holds.
    recipe: undefined,
    parameters,
    ...(model.poi === "" ? {} : { poi: model.poi }),
    workspace: model.workspace,
    parameterSets: model.sets,
    kinks: visible.flatMap((i, k) => (inner.kinks?.includes(i) === true ? [k] : [])),
    // Of the factors' dependence on custom parameters nothing is known.
    valleys: parameters.flatMap((_, k) => (k >= v || inner.valleys?.includes(visible[k]) === true ? [k] : [])),
    data: Float64Array.of(...inner.data, ...aux),
    value(theta) {
      let sum = inner.value(insideOf(theta)) + norm;
      constraints.forEach((c, k) => (sum += square((aux[k] - theta[c.index]) / c.sigma)));
      return sum;
    },
    gradient(theta, out = new Float64Array(n)) {
      const g = inner.gradient(insideOf(theta));
      const j = jacobianOf(theta);
      out.fill(0);
      for (let i = 0; i < m; i++) if (g[i] !== 0) for (let k = 0; k < n; k++) out[k] += g[i] * j[i * n + k];
      constraints.forEach((c, k) => (out[c.index] += (2 * (theta[c.index] - aux[k])) / square(c.sigma)));
      return out;
    },
    hessian(theta, out = new Float64Array(n * n)) {
      const inside = insideOf(theta);
      const g = inner.gradient(inside);
      const h = inner.hessian(inside);
      const j = jacobianOf(theta);
      const half = new Float64Array(m * n);
      for (let i = 0; i < m; i++) {
        for (let l = 0; l < m; l++) {
          const x = h[i * m + l];
          if (x !== 0) for (let k = 0; k < n; k++) half[i * n + k] += x * j[l * n + k];
        }
      }
      out.fill(0);
      for (let i = 0; i < m; i++) {
        for (let k = 0; k < n; k++) {
          const x = j[i * n + k];
          if (x !== 0) for (let l = 0; l < n; l++) out[k * n + l] += x * half[i * n + l];
        }
      }
      for (const use of uses) {
        const curvatures = use.factors.curvatures(own(theta, use));
        const width = use.parameters.length;
        for (let b = 0; b * width * width < curvatures.length; b++) {
          for (let a = 0; a < width; a++) {
            for (let c = 0; c < width; c++) {
              out[(v + use.parameters[a]) * n + v + use.parameters[c]] +=
                g[use.first + b] * curvatures[(b * width + a) * width + c];
            }
          }
        }
      }
      for (const c of constraints) out[c.index * n + c.index] += 2 / square(c.sigma);
      return out;
    },
    expected: (theta) => Float64Array.of(...inner.expected(insideOf(theta)), ...split(theta)),
    asimov: (theta) => renewed(inner.asimov(insideOf(theta)), split(theta)),
    sample(theta, random) {
      const drawn = inner.sample(insideOf(theta), random);
      return renewed(
        drawn,
        Float64Array.from(constraints, (c) => theta[c.index] + c.sigma * random.normal()),
      );
    },
    withParameters: (changed) => customLikelihood({ ...model, parameters: changed }, inner, aux),
    softened(events) {
      const soft = inner.softened?.(events);
      return soft === undefined ? undefined : renewed(inner.withData((soft as HistFactory).data), aux);
    },
    fault: (theta) => inner.fault?.(insideOf(theta)) ?? "",
    withData(other) {
      const bins = inner.binCount;
      if (other.length !== bins && other.length !== inner.data.length + aux.length) {
        throw new RangeError(
          `withData: data must have ${bins} or ${inner.data.length + aux.length} elements, got ${other.length}`,
        );
      }
      const all = Array.from(other);
      const whole = all.length > bins;
      const centres = model.sets.slice(v === 0 ? 0 : model.sets.length - (n - v)).flatMap((s) => s.auxdata);
      return renewed(
        inner.withData(whole ? all.slice(0, inner.data.length) : all),
        Float64Array.from(whole ? all.slice(inner.data.length) : centres),
      );
    },
    sampleYields: (theta, channel) => inner.sampleYields(insideOf(theta), channel),
    rateJacobian(theta, sample) {
      const rates = inner.rateJacobian(insideOf(theta), sample);
      const j = jacobianOf(theta);
      const out = new Float64Array(inner.binCount * n);
      for (let b = 0; b < inner.binCount; b++) {
        for (let i = 0; i < m; i++) {
          const x = rates[b * m + i];
          if (x !== 0) for (let k = 0; k < n; k++) out[b * n + k] += x * j[i * n + k];
        }
      }
      return out;
    },
  };
}
