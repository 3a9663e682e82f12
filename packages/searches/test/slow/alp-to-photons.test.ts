// Closure: an injected signal comes out unbiased with the error the fit states, and excesses of background alone are as
// rare as their significance says.
import { fit, type Likelihood } from "@belladonna/stats";
import { beforeAll, describe, expect, it } from "vitest";
import { backgroundCrossSection } from "../../src/alp-to-photons/samples.js";
import { alpToPhotonsSearch } from "../../src/alp-to-photons/search.js";
import { regionOf } from "../../src/alp-to-photons/regions.js";
import { stretchOf } from "../../src/alp-to-photons/stretches.js";
import { simulateBackground, simulateSignal } from "../../src/alp-to-photons/tasks.js";
import { hypotheses, windowOf } from "../../src/bump-hunt/scan.js";
import { backgroundAsimov, countsIn } from "../../src/bump-hunt/window-fit.js";
import { quietWork } from "../../src/work.js";
import { expectCalibrated, expectUnbiased } from "../closure.js";

const EVENTS = 200_000;
const TOYS = 1000;

describe.each([0.4, 2, 5, 8])("alp-to-photons at %d GeV", (mass) => {
  let model: Likelihood;
  let theta: Float64Array;
  beforeAll(async () => {
    const region = regionOf(mass);
    if (region === undefined) throw new Error("no region");
    const peak = await simulateSignal.run({ mass, region, seed: 1 });
    if ("reason" in peak) throw new Error(peak.reason);
    const {
      values: [values],
      event: [event],
    } = await simulateBackground.run({
      index: 0,
      events: EVENTS,
      seed: 1,
      background: "gamma gamma gamma",
      regions: [region],
    });
    values.sort();
    const scale = (0.445 * backgroundCrossSection("gamma gamma gamma")) / EVENTS;
    const background = { values, weights: new Float64Array(values.length).fill(scale), event };
    const { masses, peaks, rules } = stretchOf(region, { from: mass, to: mass }, [peak], background, undefined);
    const window = windowOf(hypotheses(masses, peaks, rules)[0]);
    const asimov = backgroundAsimov(window, countsIn(window, values), scale);
    if ("reason" in asimov) throw new Error(asimov.reason);
    model = asimov;
    const start = fit(model);
    theta = start.minimum.theta.slice();
  }, 900_000);

  it("finds an injected signal without bias, with the error it states", () => {
    expectUnbiased(model, theta, TOYS);
  });

  it("sees excesses of background alone as rarely as their significance says", () => {
    expectCalibrated(model, theta, TOYS);
  });
});

it("finds a signal put into the pseudo-data, at its rate", async () => {
  const mass = 3;
  const rate = 1500;
  const { measured } = await alpToPhotonsSearch.run(
    { ...alpToPhotonsSearch.defaults, masses: { from: mass, to: mass }, seed: 2, toys: 0, inject: { mass, rate } },
    quietWork,
  );
  const [{ significance: z, expected, observed }] = measured[0].masses;
  expect(z).toBeGreaterThan(5);
  // A limit is the fitted rate and about what is expected without signal.
  expect(observed).toBeGreaterThan(rate - 2 * expected);
  expect(observed).toBeLessThan(rate + 4 * expected);
});
