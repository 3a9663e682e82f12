import * as stats from "@belladonna/stats";
import { numerics } from "./numerics.js";
import type { Example, Table } from "./walk.js";

const { binned, counting, gaussian, parameter, unbinned } = stats;
const range: stats.Range = [0, 10];
const mean = parameter("mean", 5, { min: 0, max: 10 });
const peak = gaussian({ mean, sigma: 1, range });
const flat = stats.uniform({ range });
const events = [1.2, 4.4, 4.9, 5.1, 5.3, 6.2, 8.1];
const yields = [parameter("s", 5, { min: 0 }), parameter("b", 3, { min: 0 })];
const model = stats.sum([peak, flat], { yields });
const line = counting({ observed: 5, background: 3, knowledge: { kind: "normal", sigma: 1 } });
const theta = Float64Array.of(1, 3);
const toys = { kind: "toys" as const, toys: 5, seed: 1 };

/** Value, integral and a draw of a density without parameters: `NaN` where a constant makes no shape, as documented. */
const used = (density: stats.Density): unknown => {
  const values = new Float64Array(2);
  const at = Float64Array.from(density.parameters, (p) => p.start);
  density.evaluate(at, Float64Array.of(2, 5), 2, values);
  return [...values, density.integral(at, 1, 2)];
};
const shape = (options: Record<string, unknown>): Example[] => [
  { args: [{ ...options, range }], options: [[0]], open: true, use: used },
];

const own: Table = {
  Histogram: "constant",
  andersonDarling: [{ args: [events, (x: number) => x / 10], open: "infinite" }],
  argus: shape({ endPoint: 9, slope: -1, power: 0.5 }),
  asimovSignificance: [{ args: [3, 5, 1] }],
  asymptotic: [{ args: [] }],
  asymptoticBand: [{ args: [4, "qtilde"], choices: [[1]] }],
  asymptoticPValues: [
    { args: [4, 3, "qtilde"], choices: [[2]] },
    { args: [4, 3, "q"] },
    { args: [4, 3, "t"] },
    { args: [4, 3, "ttilde"] },
  ],
  bayesianUpperLimit: [
    {
      args: [line, { level: 0.9, prior: "flat", poi: "mu", samples: 64, seed: 1 }],
      options: [[1]],
      choices: [
        [1, "prior"],
        [1, "poi"],
      ],
    },
  ],
  bernstein: shape({ coefficients: [1, 2] }),
  bifurcatedGaussian: shape({ mean: 5, sigmaLow: 1, sigmaHigh: 2 }),
  binEdges: [{ args: [stats.regularAxis(3, 0, 1)] }],
  binned: [
    {
      args: [peak, [1, 2, 3], [0, 3, 6, 10], { statistic: "poisson", variances: [1, 2, 3], poi: "mean" }],
      options: [[3]],
      choices: [[3, "statistic"]],
    },
  ],
  breitWigner: [
    ...shape({ mass: 5, width: 1, relativistic: false }),
    ...shape({ mass: 5, width: 1, relativistic: true }),
  ],
  categoryAxis: [{ args: [["a", "b"]] }],
  chebyshev: shape({ coefficients: [0.3] }),
  // Bounds may be infinite.
  constrain: [{ args: [[mean], [5], [0.5]], open: "infinite" }],
  convolve: [{ args: [peak, gaussian({ mean: 0, sigma: 0.2, range: [-1, 1] }), { points: 64 }], options: [[2]] }],
  countUpcrossings: [{ args: [[0, 2, 1], 0.5] }],
  counting: [
    {
      args: [{ observed: 5, background: 3, signal: 2, knowledge: { kind: "normal", sigma: 1 }, backgroundName: "b" }],
      options: [[0], [0, "knowledge"]],
      choices: [[0, "knowledge", "kind"]],
      use: (l: stats.Likelihood) => stats.upperLimit(l, { level: 0.9 }),
    },
    {
      args: [{ observed: 5, background: 3, signal: 2, knowledge: { kind: "control", observed: 9, tau: 3 } }],
      options: [[0, "knowledge"]],
      use: (l: stats.Likelihood) => stats.upperLimit(l, { level: 0.9 }),
    },
    {
      args: [{ observed: 5, background: 3, signal: 2, strength: parameter("mu", 1, { min: 0 }) }],
      options: [[0, "strength"]],
      use: (l: stats.Likelihood) => stats.upperLimit(l, { level: 0.9 }),
    },
    {
      args: [{ observed: 5, background: 3 }],
      use: (l: stats.Likelihood) => stats.upperLimit(l, { level: 0.9, method: "feldman-cousins" }),
    },
  ],
  countingSignificance: [{ args: [9, 5, 1] }, { args: [9, 5, 0] }],
  countingUpperLimit: [
    { args: [3, { background: 2, relativeUncertainty: 0.3, level: 0.9 }], options: [[1]] },
    { args: [3, { background: 2 }] },
  ],
  cramerVonMises: [{ args: [events, (x: number) => x / 10] }],
  crystalBall: shape({ mean: 5, sigma: 1, alpha: 1.5, n: 3 }),
  density: [
    {
      args: [
        { parameters: [1], range, shape: (x: number, p: Float64Array) => Math.exp(-x * p[0]), exactGradient: false },
      ],
      options: [[0]],
      use: used,
    },
  ],
  doubleCrystalBall: shape({ mean: 5, sigma: 1, alphaLow: 1.5, nLow: 3, alphaHigh: 2, nHigh: 4 }),
  exponential: shape({ lambda: -0.5 }),
  feldmanCousins: [
    { args: [3, { background: 2, level: 0.9 }], options: [[1]] },
    { args: [3, { sigma: 2, level: 0.9 }], options: [[1]] },
    { args: [line, { level: 0.9, poi: "mu" }], options: [[1]], choices: [[1, "poi"]] },
    { args: [line, { level: 0.9, calculator: { kind: "asymptotic" } }], choices: [[1, "calculator", "kind"]] },
  ],
  fit: [
    { args: [line, { fix: { background: 3 }, maxIterations: 100, tolerance: 1e-9 }], options: [[1], [1, "fix"]] },
    { args: [line], use: (f: stats.Fit) => [f.minos("mu", { rise: 2 }), f.contour("mu", "background", { points: 4 })] },
  ],
  gaussian: shape({ mean: 5, sigma: 1 }),
  goodnessOfFit: [{ args: [[1, 2, 3], [1.5, 2.5, 2], 1] }],
  // Minus infinity where the bound reaches 1: documented.
  grossVitells: [{ args: [4, 5, 0.5], open: true }],
  histogramDensity: [{ args: [{ counts: [1, 2], edges: [0, 5, 10] }], options: [[0]], use: used }],
  hypothesisTest: [
    {
      args: [line, 3, { statistic: "qtilde", calculator: { kind: "asymptotic" }, poi: "mu" }],
      options: [[2], [2, "calculator"]],
      choices: [
        [2, "statistic"],
        [2, "calculator", "kind"],
        [2, "poi"],
      ],
      // With toys there is no Asimov statistic: documented. Here there is one.
    },
    { args: [line, 3, { calculator: toys }], open: true },
  ],
  johnson: shape({ location: 5, scale: 1, gamma: 0.2, delta: 1 }),
  kernelDensity: [{ args: [{ sample: events, range, bandwidth: 0.5, mirror: true }], options: [[0]], use: used }],
  kolmogorovSmirnov: [{ args: [events, (x: number) => x / 10] }],
  leastSquares: [
    {
      args: [{ x: [1, 2], y: [1, 2], errors: 0.1 }, [mean], (x: number, t: Float64Array) => x * t[0], { poi: "mean" }],
      options: [[0], [3]],
      open: "infinite",
    },
  ],
  liMa: [{ args: [9, 5, 0.5] }],
  lookElsewhere: [
    { args: [[0, 9, 1], { threshold: 0.5, method: "upcrossings" }], options: [[1]], choices: [[1, "method"]] },
    { args: [[0, 9, 1], { toys: 3, seed: 1, first: 0, pseudoScan: () => [0, 1, 2] }] },
  ],
  minimise: [
    {
      args: [(t: Float64Array) => (t[0] - 3) ** 2, [mean], { up: 1, tolerance: 1e-9, maxIterations: 50 }],
      options: [[2]],
    },
  ],
  minimiser: [{ args: [(t: Float64Array) => (t[0] - 3) ** 2, [mean]] }],
  parameter: [{ args: ["x", 1, { min: 0, max: 2, fixed: false }], options: [[2]], open: true }],
  product: [{ args: [[peak, flat]], use: used }],
  regularAxis: [{ args: [3, 0, 1] }],
  rolkeInterval: [
    // The upper end is infinite where the efficiency may be none: documented.
    {
      args: [{ nOn: 5, nOff: 6, tau: 3, efficiency: 0.9, efficiencyError: 0.1, level: 0.9 }],
      options: [[0]],
      open: true,
    },
  ],
  runToys: [
    {
      args: [
        { run: (task: stats.ToyTask) => Promise.resolve(stats.toyWorker(() => line)(task)) },
        { config: 1, mu: 1, theta, seed: 1, count: 3, chunk: 2, statistic: "qtilde", poi: "mu" },
      ],
      options: [[1]],
      choices: [[1, "statistic"]],
      open: true,
    },
  ],
  sWeights: [
    {
      args: [
        [
          [0.3, 0.5],
          [0.1, 0.1],
        ],
        [3, 2],
      ],
    },
  ],
  significance: [
    { args: [line, { expectedAt: 3, poi: "mu" }], options: [[1]], choices: [[1, "poi"]] },
    { args: [line, { expectedAt: 3, calculator: { kind: "asymptotic" } }], choices: [[1, "calculator", "kind"]] },
    { args: [line, { expectedAt: 3, calculator: toys }], options: [[1, "calculator"]], open: true },
  ],
  simultaneous: [{ args: [[line], { poi: "mu" }], options: [[1]] }],
  sum: [
    { args: [[peak, flat], { yields }], options: [[1]], open: "infinite" },
    { args: [[peak, flat], { fractions: [0.5] }], options: [[1]], use: used },
  ],
  superposition: [
    { args: [[1, 2], [{ shape: [0.5, 0.5], yield: yields[0] }], { poi: "s" }], options: [[2]], open: "infinite" },
  ],
  templates: [
    {
      args: [[1, 2], [{ counts: [5, 6], yield: yields[0] }], { method: "da", poi: "s" }],
      options: [[1, 0], [2]],
      choices: [[2, "method"]],
      open: "infinite",
    },
  ],
  testStatistic: [
    {
      args: [line, 3, { statistic: "qtilde", poi: "mu" }],
      options: [[2]],
      choices: [
        [2, "statistic"],
        [2, "poi"],
      ],
    },
  ],
  toyPValue: [{ args: [[0, 1, 2], 1] }],
  toyStatistics: [
    {
      args: [line, 1, theta, { seed: 1, first: 0, count: 3, statistic: "qtilde", poi: "mu" }],
      options: [[3]],
      choices: [
        [3, "statistic"],
        [3, "poi"],
      ],
    },
  ],
  toyWorker: [{ args: [() => line] }],
  toys: [{ args: [{ toys: 100, seed: 1 }], options: [[0]] }],
  truncate: [{ args: [peak, [2, 8]], use: used }],
  unbinned: [{ args: [model, events, { weights: events, poi: "s" }], options: [[2]] }],
  uniform: shape({}),
  upperLimit: [
    {
      args: [
        line,
        {
          toys: 5,
          seed: 1,
          executor: {
            run: ({ task, points, done }: Parameters<stats.ToyExecutor["run"]>[0]) => {
              for (const { index, point } of points) done(index, task(point));
              return Promise.resolve();
            },
          },
          level: 0.9,
          method: "cls",
          statistic: "qtilde",
          chunk: 3,
        },
      ],
      options: [[1]],
      choices: [
        [1, "method"],
        [1, "statistic"],
      ],
      open: true,
    },
    {
      args: [line, { level: 0.9, method: "cls", statistic: "qtilde", poi: "mu", expected: true }],
      options: [[1]],
      choices: [
        [1, "method"],
        [1, "statistic"],
        [1, "poi"],
      ],
    },
    { args: [line, { level: 0.9, method: "profile" }] },
    {
      args: [line, { level: 0.9, method: "feldman-cousins", calculator: { kind: "asymptotic" } }],
      choices: [[1, "calculator", "kind"]],
    },
    { args: [unbinned(model, events, { poi: "s" }), { level: 0.9 }] },
    { args: [binned(model, [1, 2, 3], [0, 3, 6, 10], { poi: "s" }), { level: 0.9 }] },
  ],
  variableAxis: [{ args: [[0, 1, 3]] }],
  voigt: shape({ mean: 5, sigma: 1, gamma: 0.5 }),
  withParameters: [{ args: [line, { mu: { min: -1, max: 20, start: 2, fixed: false } }], open: true }],
  zBi: [
    // Where the p-value is 1 to the last digit there is no significance: documented.
    { args: [9, 5, 2], open: true },
  ],
};

/** With what stats hands on of numerics. */
export const table: Table = {
  ...Object.fromEntries(Object.entries(numerics).filter(([name]) => name in stats)),
  ...own,
};
