// Closure: an injected signal comes out unbiased with the error the fit states, and excesses of background alone are as
// rare as their significance says.
import type { HistFactory } from "@belladonna/histfactory";
import { beforeAll, describe, expect, it } from "vitest";
import { likelihoodOf, RATIO } from "../../src/tau-to-lepton-alpha/likelihood.js";
import { tauToLeptonAlpha } from "../../src/tau-to-lepton-alpha/search.js";
import { type Lepton, leptons } from "../../src/tau-to-lepton-alpha/selection.js";
import {
  type Background,
  type Signal,
  simulatedBackground,
  simulatedSignals,
} from "../../src/tau-to-lepton-alpha/simulated-samples.js";
import { quietWork } from "../../src/work.js";
import { expectCalibrated, expectUnbiased } from "../closure.js";

const MASSES = [0, 1.5];
const TOYS = 400;
const options = { events: 100_000, seed: 1 };

describe("tau-to-lepton-alpha", () => {
  let backgrounds: Readonly<Record<Lepton, Background>>;
  let signals: Record<Lepton, Signal[]>;
  beforeAll(async () => {
    backgrounds = (await simulatedBackground(options, quietWork)).spectra;
    signals = await simulatedSignals(MASSES, options, quietWork);
  }, 900_000);

  const cases = leptons.flatMap((lepton) => MASSES.map((mass) => [lepton, mass] as const));

  /** The likelihood, and its parameters where there is no signal. */
  const modelOf = (lepton: Lepton, mass: number): [HistFactory, Float64Array] => {
    const alpha = signals[lepton][MASSES.indexOf(mass)].spectrum;
    const model = likelihoodOf({ alpha, ...backgrounds[lepton] }, 62.8, "experiment");
    return [model, Float64Array.from(model.parameters, ({ name, start }) => (name === RATIO ? 0 : start))];
  };

  it.each(cases)("finds injected signal with %s at %d GeV without bias, with the error it states", (lepton, mass) => {
    expectUnbiased(...modelOf(lepton, mass), TOYS);
  });

  it.each(cases)("sees excesses with %s at %d GeV as rarely as their significance says", (lepton, mass) => {
    expectCalibrated(...modelOf(lepton, mass), TOYS);
  });
});

it("has a limit of every method, not far from each other", async () => {
  const limits = await Promise.all(
    (["cls", "profile", "feldman-cousins"] as const).map(async (method) => {
      const { measured } = await tauToLeptonAlpha.run(
        { ...tauToLeptonAlpha.defaults, ...options, method, masses: { from: 1.5, to: 1.5 }, toys: 0 },
        quietWork,
      );
      return measured[0].masses[0].expected;
    }),
  );
  for (const limit of limits) {
    expect(limit / limits[0]).toBeGreaterThan(0.75);
    expect(limit / limits[0]).toBeLessThan(1.3);
  }
}, 900_000);
