// Closure of the search for e+e- → μμX, X → μμ: pulls of an injected signal, and excesses of background alone.
import { fit, type Likelihood } from "@belladonna/stats";
import { beforeAll, describe, it } from "vitest";
import { hypotheses, type ScanRules, windowOf } from "../../src/bump-hunt/scan.js";
import { backgroundAsimov, countsIn } from "../../src/bump-hunt/window-fit.js";
import { massOf, order, reducedMassOf, step, window as fitWindow } from "../../src/zprime-to-muons/selection.js";
import { simulateBackground, simulateSignal } from "../../src/zprime-to-muons/tasks.js";
import { expectCalibrated, expectUnbiased } from "../closure.js";

const EVENTS = 20_000;
const TOYS = 1000;

const rules: ScanRules = {
  observable: reducedMassOf,
  massAt: massOf,
  step: step.value,
  window: fitWindow.value,
  ends: [0, 10.5],
  order: () => order.value,
  excluded: () => false,
};

describe("zprime-to-muons", () => {
  let values: Float64Array;
  let scale: number;
  beforeAll(async () => {
    const made = await simulateBackground.run({ index: 0, events: EVENTS, seed: 1 });
    values = made.values.sort();
    scale = (178 * made.crossSection) / EVENTS;
  }, 600_000);

  describe.each([0.5, 2, 6])("at %d GeV", (mass) => {
    let model: Likelihood;
    let theta: Float64Array;
    beforeAll(async () => {
      const peak = await simulateSignal.run({ model: "z-prime", mass, seed: 1 });
      if ("reason" in peak) throw new Error(peak.reason);
      const window = windowOf(hypotheses({ from: mass, to: mass }, [peak], rules)[0]);
      const asimov = backgroundAsimov(window, countsIn(window, values), scale);
      if ("reason" in asimov) throw new Error(asimov.reason);
      model = asimov;
      theta = fit(model).minimum.theta.slice();
    }, 600_000);

    it("finds an injected signal without bias, with the error it states", () => {
      expectUnbiased(model, theta, TOYS);
    });

    it("sees excesses of background alone as rarely as their significance says", () => {
      expectCalibrated(model, theta, TOYS);
    });
  });
});
