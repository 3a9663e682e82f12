import { crossSection, ffX } from "@belladonna/events";
import { leptophilicScalar, muonphilicScalar, zPrime, alp } from "@belladonna/models";
import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import { fewEvents } from "../src/bump-hunt/facts.js";
import { interpolated, interpolatePeak, type SignalPeak, signalPeak } from "../src/bump-hunt/peak.js";
import { radiatedCrossSection } from "../src/bump-hunt/radiated-coupling.js";
import { pseudoData } from "../src/bump-hunt/run-scan.js";
import { hypotheses, inConstantRatio, type ScanRules, windowOf } from "../src/bump-hunt/scan.js";
import { ascending, joined, mostLuminosity, thinned } from "../src/bump-hunt/simulated.js";
import { testHypotheses } from "../src/bump-hunt/test-hypotheses.js";
import { countsIn, expectedNear, nearRange } from "../src/bump-hunt/window-fit.js";

const peak: SignalPeak = {
  mass: 5,
  efficiency: 0.4,
  triggerEfficiency: 0.9,
  offset: 0,
  sigma: 0.01,
  alphaLow: 1.5,
  nLow: 3,
  alphaHigh: 2,
  nHigh: 4,
};
const rules: ScanRules = {
  observable: (mass) => mass,
  massAt: (x) => x,
  step: 0.5,
  window: [-15, 15],
  ends: [0, 10],
  order: () => 2,
  excluded: (mass) => mass > 5.1 && mass < 5.2,
};

describe("the scan", () => {
  it("goes in half widths and leaves out what is excluded", () => {
    const list = hypotheses({ from: 5, to: 5.3 }, [peak], rules).map(({ mass }) => mass);
    // 0.3 in steps of 0.005, 61 masses, but 19 between 5.1 and 5.2; both ends may go either way by rounding.
    expect(Math.abs(list.length - 42)).toBeLessThanOrEqual(2);
    expect(list.filter((m) => m > 5.1001 && m < 5.1999)).toEqual([]);
    expect(list[1] - list[0]).toBeCloseTo(0.005, 12);
  });

  it("interpolates straight between simulated masses and holds the ends", () => {
    const nodes = [peak, { ...peak, mass: 7, efficiency: 0.2, sigma: 0.03 }];
    expect(interpolatePeak(nodes, 6)).toMatchObject({ mass: 6, offset: 0 });
    expect(interpolatePeak(nodes, 6).efficiency).toBeCloseTo(0.3, 12);
    expect(interpolated(nodes, 4, (p) => p.sigma)).toBe(0.01);
    expect(interpolated(nodes, 8, (p) => p.sigma)).toBe(0.03);
    expect(inConstantRatio(1, 8, 2).map((m) => m.toFixed(9))).toEqual(
      ["1", "2", "4", "8"].map((m) => `${m}.000000000`),
    );
  });
});

describe("the peak", () => {
  it("is found where it was put, with its width, in the tails of a two-sided Crystal Ball", () => {
    const density = windowOf({ mass: 5, at: 5, peak, range: [4.85, 5.15], order: 2 }).peak;
    const values = density.sample(new Float64Array(), 20_000, random(3));
    const found = signalPeak(5, 5, { values, beforeTrigger: 25_000, generated: 40_000 }, [-15, 15]);
    if ("reason" in found) throw new Error(found.reason);
    // Errors of 20 000 events: 1 % of the width on the position, about 2 % on the width with its tails free.
    expect(Math.abs(found.offset)).toBeLessThan(5e-4);
    expect(Math.abs(found.sigma / 0.01 - 1)).toBeLessThan(0.06);
    expect(found.triggerEfficiency).toBe(0.8);
    expect(found.efficiency).toBeGreaterThan(0.49);
    expect(found.efficiency).toBeLessThanOrEqual(0.5);
  });

  it("says when there are too few events", () => {
    const few = signalPeak(5, 5, { values: new Float64Array(10), beforeTrigger: 10, generated: 99 }, [-15, 15]);
    expect(few).toEqual({ reason: "only 10 of 99 signal events pass at 5 GeV; 50 are wanted" });
  });
});

describe("pseudo-data", () => {
  const sample = {
    values: Float64Array.from({ length: 40_000 }, (_, k) => k),
    weights: new Float64Array(40_000).fill(0.01),
    event: Float64Array.from({ length: 40_000 }, (_, k) => k >> 2),
  };

  it("are whole events, each kept with its probability", () => {
    const kept = thinned(sample, 30, random(7)) ?? new Float64Array();
    expect(kept.length % 4).toBe(0);
    kept.forEach((x, k) => {
      expect(x % 4).toBe(k % 4);
    });
    // Binomial: 10 000 events at 0.3, within four standard deviations.
    expect(Math.abs(kept.length / 4 - 3000)).toBeLessThan(4 * Math.sqrt(10_000 * 0.3 * 0.7));
  });

  it("are not made where an event would have to be taken more than once", () => {
    expect(mostLuminosity(sample)).toBeCloseTo(100, 9);
    expect(thinned(sample, 101, random(7))).toBeUndefined();
  });

  it("are replaced by a sentence in a search whose simulation is too small", () => {
    const options = {
      luminosity: 178,
      level: 0.9,
      method: "cls",
      masses: { from: 1, to: 1 },
      seed: 1,
      events: 1,
    } as const;
    const { data, note } = pseudoData(sample, { ...options, toys: 0 }, () => new Float64Array());
    expect(data).toBeUndefined();
    expect(note).toContain("no pseudo-data at 178 fb^-1: the simulated background is enough for 100 fb^-1 (--events)");
  });

  it("hold the signal that is injected, as often as its rate says", () => {
    const options = {
      luminosity: 50,
      level: 0.9,
      method: "cls",
      masses: { from: 1, to: 1 },
      seed: 1,
      events: 1,
    } as const;
    const asked: number[] = [];
    const { data } = pseudoData(sample, { ...options, toys: 0, inject: { mass: 2, rate: 8 } }, (mass, events) => {
      asked.push(mass, events);
      return new Float64Array(events).fill(-1);
    });
    const [mass, events] = asked;
    expect(mass).toBe(2);
    // Poisson of mean 400, within four standard deviations.
    expect(Math.abs(events - 400)).toBeLessThan(80);
    expect(data?.filter((x) => x === -1)).toHaveLength(events);
  });

  it("keep events of joined samples apart, and their weights with their values", () => {
    const two = joined([sample, { ...sample, weights: new Float64Array(40_000).fill(0.02) }]);
    expect(new Set(two.event).size).toBe(20_000);
    const { values, weights } = ascending(two);
    expect([...values.slice(0, 4)]).toEqual([0, 0, 1, 1]);
    expect(weights[0] + weights[1]).toBeCloseTo(0.03, 12);
  });
});

describe("limits", () => {
  /** A flat background of so many events within two widths of 5 GeV, and its limit. */
  const limitAt = async (events: number): Promise<number> => {
    const [hypothesis] = hypotheses({ from: 5, to: 5 }, [peak], rules);
    const window = windowOf(hypothesis);
    const flat = countsIn(window, new Float64Array()).fill(1);
    flat.fill(events / expectedNear(window, flat, 1));
    const options = { method: "cls", level: 0.9, toys: 0, seed: 1 } as const;
    const [tested] = await testHypotheses.run({ ...options, points: [{ hypothesis, background: flat }] });
    if ("reason" in tested) throw new Error(tested.reason);
    return tested.expected[2];
  };

  it("are those of a count where background is rare: ln 10 without any, over the part of the peak that is counted", async () => {
    const window = windowOf(hypotheses({ from: 5, to: 5 }, [peak], rules)[0]);
    const inside = window.peak.integral(new Float64Array(), ...nearRange(window));
    expect((await limitAt(1e-6)) * inside).toBeCloseTo(Math.log(10), 3);
  });

  it("go over from counting to the fit without a large step", async () => {
    const [below, above] = [await limitAt(0.99 * fewEvents.value), await limitAt(1.01 * fewEvents.value)];
    // The fit knows the shape, which the count does not, and the count is of whole events.
    expect(below / above).toBeGreaterThan(0.85);
    expect(below / above).toBeLessThan(1.5);
  });
});

it("radiated cross sections are those of the process with its amplitudes", () => {
  for (const mediator of [
    zPrime({ mass: 2, gPrime: 0.01 }),
    muonphilicScalar({ mass: 0.3, g: 0.01 }),
    leptophilicScalar({ mass: 8, xi: 10 }),
    alp({ mass: 6, cLepton: 1, decayConstant: 1000 }),
  ]) {
    const full = crossSection(ffX({ lepton: "mu", mediator }), { sqrtS: 10.58 }).value;
    expect(radiatedCrossSection(mediator, 10.58) / full).toBeCloseTo(1, 8);
  }
});
