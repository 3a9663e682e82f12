// Closure of the search for e+e- → μμX, X → ττ: pulls of an injected signal, and excesses of background alone.
import { fit, type Likelihood } from "@belladonna/stats";
import { beforeAll, describe, it } from "vitest";
import { hypotheses, type ScanRules, windowOf } from "../../src/bump-hunt/scan.js";
import { ascending, type Simulated } from "../../src/bump-hunt/simulated.js";
import { backgroundAsimov, countsIn } from "../../src/bump-hunt/window-fit.js";
import { beams } from "../../src/zprime-to-taus/samples.js";
import { order, step, window as fitWindow } from "../../src/zprime-to-taus/selection.js";
import { simulateBackground, simulateSignal } from "../../src/zprime-to-taus/tasks.js";
import { expectCalibrated, expectUnbiased } from "../closure.js";

const EVENTS = 40_000;
const LUMINOSITY = 62.8;
const TOYS = 1000;

const rules: ScanRules = {
  observable: (mass) => mass,
  massAt: (mass) => mass,
  step: step.value,
  window: fitWindow.value,
  ends: [0, beams.sqrtS - 0.2],
  order: () => order.value,
  excluded: () => false,
};

describe("zprime-to-taus", () => {
  let background: Pick<Simulated, "values" | "weights">;
  beforeAll(async () => {
    background = ascending(
      await simulateBackground.run({ source: "tautau-muon", index: 0, events: EVENTS, of: EVENTS, seed: 1 }),
    );
  }, 600_000);

  describe.each([4, 6, 8])("at %d GeV", (mass) => {
    let model: Likelihood;
    let theta: Float64Array;
    beforeAll(async () => {
      const peak = await simulateSignal.run({ model: "z-prime", mass, seed: 1 });
      if ("reason" in peak) throw new Error(peak.reason);
      const window = windowOf(hypotheses({ from: mass, to: mass }, [peak], rules)[0]);
      const counts = countsIn(window, background.values, background.weights).map((w) => LUMINOSITY * w);
      const asimov = backgroundAsimov(window, counts, 1);
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
