// The models of data/fits.json, by name.
import {
  argus,
  binned,
  chebyshev,
  constrain,
  crystalBall,
  exponential,
  gaussian,
  leastSquares,
  parameter,
  simultaneous,
  sum,
  templates,
  unbinned,
  voigt,
} from "../src/index.js";
import type { Likelihood, Parameter, TemplateMethod } from "../src/index.js";
import { generate } from "./datagen.js";
import type { Recipe } from "./datagen.js";

export interface ReferenceFit {
  readonly name: string;
  readonly errordef_up: number;
  readonly params: readonly { name: string; start: number; lower: number | null; upper: number | null }[];
  readonly model: { readonly range: [number, number] };
  readonly data: {
    readonly recipe?: Recipe;
    readonly sum?: number;
    readonly first5?: number[];
    readonly counts: number[];
    readonly templates: number[][];
    readonly x: number[];
    readonly y: number[];
    readonly yerr: number;
  };
  readonly reference: {
    readonly values: Record<string, number>;
    readonly fval: number;
    readonly hesse_errors: Record<string, number>;
    readonly covariance: { params: string[]; matrix: number[][] };
    readonly minos: Record<string, [number | null, number | null]>;
  };
  readonly tolerances: { hesse_rel: number; fval_abs: number; values_in_sigma: number; minos_rel: number };
}

export function parametersOf(row: ReferenceFit): Record<string, Parameter> {
  return Object.fromEntries(
    row.params.map((p) => [
      p.name,
      parameter(p.name, p.start, { min: p.lower ?? -Infinity, max: p.upper ?? Infinity }),
    ]),
  );
}

export function dataOf(row: ReferenceFit): Float64Array {
  if (row.data.recipe === undefined) throw new Error(`${row.name} has no recipe`);
  return generate(row.data.recipe);
}

type Model = (row: ReferenceFit) => Likelihood;

const gaussExp: Model = (row) => {
  const { z, mu, sigma, lambda } = parametersOf(row);
  const { range } = row.model;
  const shapes = [gaussian({ mean: mu, sigma, range }), exponential({ lambda, range })];
  return unbinned(sum(shapes, { fractions: [z] }), dataOf(row));
};

const gaussExpExtended: Model = (row) => {
  const { ns, nb, mu, sigma, lambda } = parametersOf(row);
  const { range } = row.model;
  const shapes = [gaussian({ mean: mu, sigma, range }), exponential({ lambda, range })];
  return unbinned(sum(shapes, { yields: [ns, nb] }), dataOf(row));
};

const gaussExpBinned: Model = (row) => {
  const { ns, nb, mu, sigma, lambda } = parametersOf(row);
  const { range } = row.model;
  const shapes = [gaussian({ mean: mu, sigma, range }), exponential({ lambda, range })];
  const bins = row.data.counts.length;
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) => range[0] + ((range[1] - range[0]) * i) / bins);
  return binned(sum(shapes, { yields: [ns, nb] }), row.data.counts, edges);
};

const template =
  (method: TemplateMethod): Model =>
  (row) => {
    const { y0, y1 } = parametersOf(row);
    const [t0, t1] = row.data.templates;
    return templates(
      row.data.counts,
      [
        { counts: t0, yield: y0 },
        { counts: t1, yield: y1 },
      ],
      { method },
    );
  };

/** The constant by which our value differs from the reference's objective over `errordef_up`. */
export function offset(row: ReferenceFit): number {
  if (!row.name.includes("binned_ext")) return 0;
  // Saturated term: sum of n - n ln n.
  return 2 * row.data.counts.reduce((s, n) => s + (n > 0 ? n * Math.log(n) - n : 0), 0);
}

export const models: Record<string, Model> = {
  gaussexp_1000: gaussExp,
  gaussexp_10000: gaussExp,
  gaussexp_ext_1000: gaussExpExtended,
  constrained_gaussexp(row) {
    const { mu, sigma } = parametersOf(row);
    const auxiliary = constrain(
      [mu, sigma],
      [3.002, 0.049],
      [
        [1e-4, 1.2e-5],
        [1.2e-5, 1.6e-5],
      ],
    );
    return simultaneous([gaussExpExtended(row), auxiliary]);
  },
  gaussexp_binned_ext_1000: gaussExpBinned,
  gaussexp_binned_ext_10000: gaussExpBinned,
  template_a_asy: template("asy"),
  template_a_da: template("da"),
  template_a_jsc: template("jsc"),
  lsq_exp(row) {
    const { x, y, yerr } = row.data;
    return leastSquares(
      { x, y, errors: yerr },
      Object.values(parametersOf(row)),
      (t, [a, b, c]) => a * Math.exp(-b * t) + c,
    );
  },
  argus_gauss(row) {
    const { ns, nb, mu, sigma, c } = parametersOf(row);
    const { range } = row.model;
    const shapes = [gaussian({ mean: mu, sigma, range }), argus({ endPoint: 5.2895, slope: c, range })];
    return unbinned(sum(shapes, { yields: [ns, nb] }), dataOf(row));
  },
  voigt_linear(row) {
    const { z, mu, sigma, gamma, c1 } = parametersOf(row);
    const { range } = row.model;
    const shapes = [voigt({ mean: mu, sigma, gamma, range }), chebyshev({ coefficients: [c1], range })];
    return unbinned(sum(shapes, { fractions: [z] }), dataOf(row));
  },
  lowstat_free(row) {
    const { ns, nb, lambda } = parametersOf(row);
    const { range } = row.model;
    const shapes = [gaussian({ mean: 1.38, sigma: 0.03, range }), exponential({ lambda, range })];
    return unbinned(sum(shapes, { yields: [ns, nb] }), dataOf(row));
  },
  cb_cheb(row) {
    const { ns, nb, mu, sigma, alpha, c1, c2 } = parametersOf(row);
    const { range } = row.model;
    const shapes = [crystalBall({ mean: mu, sigma, alpha, n: 3, range }), chebyshev({ coefficients: [c1, c2], range })];
    return unbinned(sum(shapes, { yields: [ns, nb] }), dataOf(row));
  },
};
