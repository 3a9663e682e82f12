// Closure: an injected signal comes out unbiased with the error the fit states, excesses of background alone are as rare
// as their significance says, and limits on few events cover.
import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import { bToLongLivedScalar } from "../../src/b-to-long-lived-scalar/search.js";
import { testWindows } from "../../src/b-to-long-lived-scalar/tasks.js";
import { peakDensity, SIGNAL, windowsAsimov } from "../../src/b-to-long-lived-scalar/windows.js";
import { quietWork } from "../../src/work.js";
import { expectCalibrated, expectUnbiased } from "../closure.js";

const shape = { mean: -0.1, sigma: 0.9, alpha: [1.2, 1.6] } as const;

describe.each([1, 2])("windows of %d channels", (channels) => {
  const share = 1 / channels;
  const model = windowsAsimov(Array.from({ length: channels }, () => ({ shape, share, background: 400 })));
  const theta = Float64Array.from(model.parameters, ({ name, start }) => (name === SIGNAL ? 0 : start));

  it("give back an injected signal without bias, with the error the fit states", () => {
    // Asimov data with signal: a fit that ends at no signal states no error.
    const some = theta.map((x, j) => (model.parameters[j].name === SIGNAL ? 100 : x));
    expectUnbiased(model.asimov(some), theta, 1000);
  }, 900_000);

  it("see excesses of background alone as rarely as their significance says", () => {
    expectCalibrated(model, theta, 1000);
  }, 900_000);
});

it("limits on few events cover: a signal of 3 events on a background of 0.1 is excluded in 5 % of experiments at most", async () => {
  const peak = peakDensity(shape);
  const toys = 80;
  let excluded = 0;
  for (let k = 0; k < toys; k++) {
    const stream = random(8).stream(k);
    const signal = peak.sample(new Float64Array(), stream.poisson(3.2), stream);
    const flat = Array.from({ length: stream.poisson(0.1) }, () => 20 * stream.uniform() - 10);
    const entries = [...signal, ...flat].sort((a, b) => a - b);
    const windows = [{ shape, share: 1, background: 0.1, entries }];
    const result = await testWindows.run({ windows, method: "cls", level: 0.95, toys: 0, seed: 3, asymptotic: false });
    if ("reason" in result) throw new Error(result.reason);
    if ((result.observed ?? 0) < 3.2) excluded++;
  }
  expect(excluded / toys).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / toys));
}, 600_000);

it("finds a signal put into the pseudo-data, at its rate", async () => {
  const mass = 1.2;
  const rate = 4e-7;
  const { measured } = await bToLongLivedScalar.run(
    { ...bToLongLivedScalar.defaults, masses: { from: mass, to: mass }, seed: 2, toys: 0, inject: { mass, rate } },
    quietWork,
  );
  const [{ significance: z, observed }] = measured[0].masses;
  expect(z).toBeGreaterThan(5);
  expect(observed).toBeGreaterThan(0.8 * rate);
  expect(observed).toBeLessThan(3 * rate);
}, 900_000);
