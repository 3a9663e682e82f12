import { bench, describe } from "vitest";
import { counting, exponential, fit, gaussian, parameter, sum, toyStatistics, unbinned } from "../src/index.js";
import { random } from "@belladonna/numerics";

describe("a hundred pseudo-experiments", () => {
  const range = [0, 1] as const;
  const density = sum(
    [
      gaussian({ mean: parameter("mu", 0.5), sigma: parameter("sigma", 0.08, { min: 0.005, max: 0.5 }), range }),
      exponential({ lambda: parameter("lambda", 1.5), range }),
    ],
    { yields: [parameter("s", 600, { min: 0 }), parameter("b", 1400, { min: 0 })] },
  );
  const truth = Float64Array.from(density.parameters, (p) => p.start);
  const likelihood = unbinned(density, density.sample(truth, 2000, random(1)), { poi: "s" });
  let seed = 0;
  bench("generate and fit 2000 events, five free parameters", () => {
    const stream = random(seed++);
    for (let k = 0; k < 100; k++) fit(likelihood.sample(truth, stream.stream(k)));
  });
  const onOff = counting({ observed: 10, background: 8 });
  const theta = Float64Array.from(onOff.parameters, (p) => p.start);
  bench("test statistic of a count", () => {
    toyStatistics(onOff, 4, theta, { seed: seed++, count: 100 });
  });
});
