// Closure: injected signal comes out at its rate, and excesses of background alone are as rare as their significance says.
import { counting, fit } from "@belladonna/stats";
import { describe, expect, it } from "vitest";
import { darkPhotonToInvisible } from "../../src/dark-photon-to-invisible/search.js";
import { quietWork } from "../../src/work.js";
import { expectCalibrated, expectUnbiased } from "../closure.js";

const options = { ...darkPhotonToInvisible.defaults, events: 200_000, seed: 4, toys: 0 };

describe.each([1, 7])("dark-photon-to-invisible at %d GeV", (mass) => {
  it("counts without bias, with calibrated significance", async () => {
    const { measured } = await darkPhotonToInvisible.run({ ...options, masses: { from: mass, to: mass } }, quietWork);
    const { background } = measured[0].masses[0];
    const model = counting({ observed: background, background });
    const theta = fit(model).minimum.theta.slice();
    expectUnbiased(model, theta, 1000);
    expectCalibrated(model, theta, 1000);
  }, 600_000);

  it("finds a signal put into the pseudo-data, at its rate", async () => {
    const rate = mass < 3 ? 15 : 200;
    const { measured } = await darkPhotonToInvisible.run(
      { ...options, masses: { from: mass, to: mass }, inject: { mass, rate } },
      quietWork,
    );
    const { significance, observed, expected } = measured[0].masses[0];
    expect(significance).toBeGreaterThan(4);
    expect(observed).toBeGreaterThan(rate - 2 * expected);
    expect(observed).toBeLessThan(rate + 5 * expected);
  }, 600_000);
});
