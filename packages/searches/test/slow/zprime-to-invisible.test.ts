// Closure: an injected signal comes out unbiased with the error the fit states, and excesses of background alone are as
// rare as their significance says.
import { histFactory } from "@belladonna/histfactory";
import { type Likelihood } from "@belladonna/stats";
import { beforeAll, describe, it } from "vitest";
import { quietWork } from "../../src/work.js";
import { simulatedBackgrounds } from "../../src/zprime-to-invisible/backgrounds.js";
import type { Backgrounds } from "../../src/zprime-to-invisible/events.js";
import { narrow } from "../../src/zprime-to-invisible/hypothesis.js";
import { signalNodes } from "../../src/zprime-to-invisible/signal-masses.js";
import { templatesOf } from "../../src/zprime-to-invisible/template-analysis.js";
import { workspaceOf } from "../../src/zprime-to-invisible/workspace.js";
import { expectCalibrated, expectUnbiased } from "../closure.js";

const EVENTS = 30_000;
const TOYS = 400;

let backgrounds: Backgrounds;
beforeAll(async () => {
  ({ backgrounds } = await simulatedBackgrounds(EVENTS, 1, quietWork));
}, 900_000);

describe.each([0.3, 0.9, 7.9])("zprime-to-invisible at %d GeV", (mass) => {
  let model: Likelihood;
  let theta: Float64Array;
  beforeAll(async () => {
    const nodes = await signalNodes({ from: mass, to: mass }, 1, quietWork);
    const { templates } = templatesOf(narrow(nodes, mass, "template"), backgrounds, 79.7);
    model = histFactory(workspaceOf(templates));
    theta = Float64Array.from(model.parameters, ({ name, start }) => (name === model.poi ? 0 : start));
  }, 900_000);

  it("finds an injected signal without bias, with the error it states", () => {
    // The size of the error is taken from data with a signal: at the bound of zero there is none.
    const signal = theta.map((x, k) => (model.parameters[k].name === model.poi ? 4 : x));
    expectUnbiased(model.asimov(signal), theta, TOYS);
  }, 900_000);

  it("sees excesses of background alone as rarely as their significance says", () => {
    expectCalibrated(model, theta, TOYS);
  }, 900_000);
});
