// Every density with parameters at which the contract is checked.
import {
  argus,
  bernstein,
  bifurcatedGaussian,
  breitWigner,
  chebyshev,
  convolve,
  crystalBall,
  density,
  doubleCrystalBall,
  exponential,
  gaussian,
  histogramDensity,
  johnson,
  kernelDensity,
  parameter,
  product,
  sum,
  truncate,
  uniform,
  voigt,
} from "../src/index.js";
import type { Density } from "../src/index.js";

const p = parameter;
const range = [0, 2] as const;
const shared = p("w", 0.3);

export const cases: Record<string, Density> = {
  uniform: uniform({ range }),
  gaussian: gaussian({ mean: p("m", 0.9), sigma: p("s", 0.25), range }),
  "gaussian wider than the range": gaussian({ mean: p("m", 3), sigma: p("s", 2), range }),
  "gaussian with mean and width shared": gaussian({ mean: shared, sigma: shared, range }),
  "gaussian of constant width": gaussian({ mean: p("m", 0.9), sigma: 0.2, range }),
  exponential: exponential({ lambda: p("l", 1.3), range }),
  "exponential that rises": exponential({ lambda: p("l", -2.2), range }),
  "exponential, nearly flat": exponential({ lambda: p("l", 1e-5), range }),
  crystalBall: crystalBall({ mean: p("m", 1.2), sigma: p("s", 0.1), alpha: p("a", 1.1), n: p("n", 2.5), range }),
  "crystalBall with its tail above": crystalBall({
    mean: p("m", 0.7),
    sigma: p("s", 0.1),
    alpha: p("a", -1.3),
    n: p("n", 3),
    range,
  }),
  "crystalBall at n = 1": crystalBall({
    mean: p("m", 1.2),
    sigma: p("s", 0.1),
    alpha: p("a", 0.9),
    n: p("n", 1),
    range,
  }),
  "crystalBall below its core": crystalBall({
    mean: p("m", 2.4),
    sigma: p("s", 0.2),
    alpha: p("a", 1),
    n: p("n", 2),
    range,
  }),
  doubleCrystalBall: doubleCrystalBall({
    mean: p("m", 0.9),
    sigma: p("s", 0.1),
    alphaLow: p("al", 1.2),
    nLow: p("nl", 2.2),
    alphaHigh: p("ah", 1.7),
    nHigh: p("nh", 3.1),
    range,
  }),
  voigt: voigt({ mean: p("m", 0.9), sigma: p("s", 0.1), gamma: p("g", 0.07), range }),
  "voigt that is nearly normal": voigt({ mean: p("m", 0.9), sigma: p("s", 0.1), gamma: p("g", 1e-3), range }),
  breitWigner: breitWigner({ mass: p("m", 0.8), width: p("g", 0.2), range }),
  "breitWigner, relativistic": breitWigner({ mass: p("m", 0.8), width: p("g", 0.2), range, relativistic: true }),
  argus: argus({ endPoint: 2, slope: p("c", -3), range }),
  "argus with all parameters, end point outside": argus({
    endPoint: p("e", 2.3),
    slope: p("c", -3),
    power: p("p", 0.7),
    range,
  }),
  johnson: johnson({ location: p("x", 1), scale: p("l", 0.3), gamma: p("g", 0.4), delta: p("d", 1.5), range }),
  bifurcatedGaussian: bifurcatedGaussian({
    mean: p("m", 0.9),
    sigmaLow: p("sl", 0.3),
    sigmaHigh: p("sh", 0.15),
    range,
  }),
  histogramDensity: histogramDensity({ counts: [3, 5, 1, 8], edges: [0, 0.3, 1, 1.2, 2] }),
  kernelDensity: kernelDensity({ sample: [0.1, 0.5, 0.6, 0.9, 1.4, 1.8], range, bandwidth: 0.15 }),
  "kernelDensity without mirrors": kernelDensity({ sample: [0.1, 0.5, 0.6, 1.4, 1.8], range, mirror: false }),
  "one of the user's own": density({
    parameters: [p("a", 0.7), p("b", 1.9)],
    range,
    shape: (x, [a, b]) => Math.exp(-a * x) * (1 + Math.sin(b * x) ** 2),
  }),
  "one of the user's own, with its gradient": density({
    parameters: [p("a", 0.7)],
    range,
    exactGradient: true,
    shape: (x, [a], gradient) => {
      const f = Math.exp(-a * x * x);
      if (gradient !== undefined) gradient[0] = -x * x * f;
      return f;
    },
  }),
  truncated: truncate(gaussian({ mean: p("m", 0.9), sigma: p("s", 0.4), range }), [0.5, 1.7]),
  "truncated with yields": truncate(
    sum([gaussian({ mean: p("m", 0.9), sigma: p("s", 0.4), range }), uniform({ range })], {
      yields: [p("ns", 30), p("nb", 50)],
    }),
    [0.5, 1.7],
  ),
  convolve: convolve(
    exponential({ lambda: p("l", 1.2), range: [0, 4] }),
    gaussian({ mean: 0, sigma: p("s", 0.2), range: [-1.6, 1.6] }),
    { range: [-0.5, 3] },
  ),
  product: product([
    gaussian({ mean: p("m", 0.9), sigma: p("s", 0.3), range }),
    exponential({ lambda: p("l", 0.8), range }),
    chebyshev({ coefficients: [p("c1", 0.4)], range }),
  ]),
  "product with a shared parameter": product([
    gaussian({ mean: shared, sigma: 0.3, range }),
    exponential({ lambda: shared, range }),
  ]),
  chebyshev: chebyshev({ coefficients: [p("c1", 0.3), p("c2", -0.2), p("c3", 0.1)], range }),
  bernstein: bernstein({ coefficients: [1, p("b1", 0.7), p("b2", 0.4), p("b3", 1.2)], range }),
  "sum with yields": sum(
    [gaussian({ mean: p("m", 0.9), sigma: p("s", 0.2), range }), exponential({ lambda: p("l", 0.8), range })],
    { yields: [p("ns", 40), p("nb", 160)] },
  ),
  "sum with one rate for two components": sum(
    [
      gaussian({ mean: p("m", 0.9), sigma: p("s", 0.25), range }),
      uniform({ range }),
      exponential({ lambda: 0.4, range }),
    ],
    { yields: [p("rate", 12), p("rate", 12), 30], factors: [3.5, 0.5, 2] },
  ),
  "sum with fractions": sum(
    [
      gaussian({ mean: p("m", 0.9), sigma: p("s", 0.2), range }),
      gaussian({ mean: p("m", 0.9), sigma: p("s2", 0.5), range }),
      uniform({ range }),
    ],
    { fractions: [p("z1", 0.3), p("z2", 0.25)] },
  ),
  "sum of sums": sum(
    [
      sum([gaussian({ mean: p("m", 1), sigma: 0.1, range }), exponential({ lambda: p("l", 0.4), range })], {
        fractions: [p("z", 0.6)],
      }),
      uniform({ range }),
    ],
    { yields: [p("n1", 30), 12] },
  ),
};
