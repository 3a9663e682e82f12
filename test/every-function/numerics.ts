import { random } from "@belladonna/numerics";
import type { Example, Table } from "./walk.js";

/** A function of real numbers alone, which has the values that mathematics gives it, `NaN` outside its domain. */
const real = (...args: number[]): Example[] => [{ args, open: true }];
const matrix = (): Float64Array => Float64Array.of(2, 0.5, 0.5, 1);

export const numerics: Table = {
  adaptiveIntegral: [
    {
      args: [
        1,
        (_p: Float64Array, x: Float64Array, n: number, s: Float64Array) => {
          s.set(x.subarray(0, n));
        },
        () => [],
      ],
      open: true,
    },
  ],
  aliasTable: [{ args: [[1, 2, 3]], use: (draw: (r: unknown) => number) => draw(random(1)) }],
  aroundPeak: [{ args: [1, 2], open: true }],
  besselKScaled: real(1, 5),
  betaI: real(0.3, 2, 3),
  betaIInverse: real(0.3, 2, 3),
  betaIUpper: real(0.3, 2, 3),
  betaIUpperInverse: real(0.3, 2, 3),
  // Asked for a library, which it changes.
  boundArrays: [{ args: [{ TBuffer: { prototype: {} }, addUserStreamer: () => undefined }], open: true }],
  chi2Cdf: real(1, 2),
  chi2Quantile: real(0.3, 2),
  chi2Sf: real(1, 2),
  chi2UpperQuantile: real(0.3, 2),
  cholesky: [{ args: [matrix(), 2] }],
  choleskyInverse: [{ args: [matrix(), 2] }],
  choleskySolve: [{ args: [matrix(), 2, Float64Array.of(1, 2)] }],
  didYouMean: [{ args: ["wrod", ["word"]] }],
  digamma: real(1),
  efficiencyInterval: [
    // No trial has no fraction: documented.
    { args: [3, 5, { method: "wilson", level: 0.9 }], options: [[2]], choices: [[2, "method"]], open: true },
    { args: [3, 5, { method: "jeffreys", level: 0.9 }], open: true },
    { args: [3, 5], open: true },
  ],
  erf: real(1),
  erfc: real(1),
  erfcInverse: real(0.5),
  erfcx: real(1),
  faddeeva: [{ args: [1, 2, new Float64Array(2)] }],
  findRoot: [{ args: [(x: number) => x - 0.3, 0, 1, { relative: 1e-9, absolute: 1e-9 }], options: [[3]] }],
  firstAbove: [{ args: [[1, 2, 3], 2] }],
  firstAtOrAbove: [{ args: [[1, 2, 3], 2] }],
  fraction: [{ args: [1, 3, 2], open: true }],
  gammaP: real(2, 1),
  gammaPInverse: real(2, 0.3),
  gammaQ: real(2, 1),
  gammaQInverse: real(2, 0.3),
  gaussLegendre: [{ args: [5] }],
  integrate: [
    {
      args: [(x: number) => Math.exp(-x * x), 0, 1, { relative: 1e-9, absolute: 1e-9, breaks: [0.5] }],
      options: [[3]],
    },
  ],
  integrateEnds: [{ args: [Math.sqrt, 0, 1, 20], open: true }],
  integrateGauss: [{ args: [Math.exp, 0, 1, 20], open: true }],
  lastAtOrBelow: [{ args: [[1, 2, 3], 2] }],
  linearInterpolate: [{ args: [[1, 2, 3], [1, 4, 9], 2.5], open: true }],
  logBetaI: real(0.3, 2, 3),
  logGamma: real(3),
  logGammaP: real(2, 1),
  logGammaQ: real(2, 1),
  logLogInterpolate: [{ args: [[1, 2, 3], [1, 4, 9], 2.5, { extrapolate: true }], options: [[3]], open: true }],
  logNormalCdf: real(1),
  logNormalSf: real(1),
  logPoissonPmf: real(3, 2),
  normalCdf: real(1),
  normalPdf: real(1),
  normalQuantile: real(0.3),
  normalSf: real(1),
  normalUpperQuantile: real(0.3),
  normalUpperQuantileLog: real(-3),
  philox4x32: [{ args: [new Int32Array(4), 1, 2, 3, 4, 5, 6] }],
  poissonCdf: real(3, 2),
  poissonPmf: real(3, 2),
  poissonQuantile: real(0.3, 2),
  poissonSf: real(3, 2),
  random: [
    { args: [7], use: (r: ReturnType<typeof random>) => r.stream(3).uniform() },
    { args: [7], use: (r: ReturnType<typeof random>) => [r.poisson(1e5), r.integer(7), r.discrete([1, 2])] },
  ],
  requireChoice: [{ args: ["f: word", "a", ["a", "b"]], choices: [[1]] }],
  requireCoupling: [{ args: ["f: g", 0.5, 1] }],
  requireOptions: [{ args: ["f", { a: 1 }, ["a"]], options: [[1]] }],
  requirePositive: [{ args: ["f: mass", 1] }],
  requireWithin: [{ args: ["f: x", 1, 0, 2] }],
  segment: [{ args: [1, 1, 3, 9, 2], open: true }],
  symmetricEigen: [{ args: [matrix(), 2] }],
  xMinusLog1p: real(0.3),
};
