import { crossSection, crossSectionInside, gammaX, generate } from "@belladonna/events";
import { superKekb } from "@belladonna/kinematics";
import { excludedAt } from "@belladonna/limits";
import { darkPhoton } from "@belladonna/models";
import { square } from "@belladonna/numerics/elementary";
import { beforeAll, describe, expect, it } from "vitest";
import { displaceDecays, lifetimeEfficiency } from "../src/events/displaced.js";
import { channels } from "../src/long-lived-dark-photon/channels.js";
import { longLivedDarkPhoton } from "../src/long-lived-dark-photon/search.js";
import { DARK_PHOTON, generateSignal } from "../src/long-lived-dark-photon/samples.js";
import { cutsIn } from "../src/long-lived-dark-photon/selection.js";
import { lifetimes, measureSignal, meansOf } from "../src/long-lived-dark-photon/signal-efficiency.js";
import type { SearchOptions, SearchResult } from "../src/search.js";
import { factOf } from "../src/selection/quantity.js";
import { expectToFall } from "./cut-flow.js";
import { expectKept } from "./kept.js";
import { rememberingWork } from "./remembering-work.js";

const options: SearchOptions = {
  ...longLivedDarkPhoton.defaults,
  masses: { from: 0.3, to: 0.36, step: 0.06 },
  events: 1000,
  seed: 2,
  toys: 0,
};

describe("the flights of long-lived-dark-photon", () => {
  it("have the decays in a volume that the integral over all angles has, from one sample at every lifetime", () => {
    const mass = 0.3;
    const volume = { rMin: 0.2, rMax: 60, zMin: -55, zMax: 140 };
    const sharp = { electron: superKekb.electron, positron: superKekb.positron };
    const process = gammaX(darkPhoton({ mass, epsilon: 1e-3 }));
    const muons = { ...darkPhotonDecays(mass), ctau: 0 };
    const events = generate(process, { beams: sharp, events: 10_000, seed: 4, decays: [muons] });
    const means = meansOf(mass);
    const { proper, events: flown } = displaceDecays(events, DARK_PHOTON, means, 5);
    const { offsets, particles: p } = flown;
    const selected = Array.from({ length: flown.length }, (_, i) => i).flatMap((i) => {
      // The muons start where the dark photon, particle 3, decays.
      const k = offsets[i] + 4;
      const radius = Math.hypot(p.vx[k], p.vy[k]);
      const inside = radius > volume.rMin && radius < volume.rMax && p.vz[k] > volume.zMin && p.vz[k] < volume.zMax;
      return inside ? [{ proper: proper[i], weight: events.weights[i] }] : [];
    });
    const all = events.weights.reduce((sum, weight) => sum + weight, 0);
    const whole = crossSection(process, { sqrtS: superKekb.sqrtS }).value;
    const tried = [0.01, 0.1, 1, 10, 100];
    const { efficiency, error } = lifetimeEfficiency(selected, all, tried, means);
    tried.forEach((ctau, l) => {
      const exact = crossSectionInside(process, { beams: sharp, volume, ctau }) / whole;
      // Four standard errors at five lifetimes: one seed in three thousand.
      expect(Math.abs(efficiency[l] - exact), `ctau = ${ctau} cm`).toBeLessThan(4 * error[l]);
      expect(error[l] / exact).toBeLessThan(0.1);
    });
  });
});

const darkPhotonDecays = (mass: number) => ({
  pdgId: DARK_PHOTON,
  mass,
  channels: [{ name: "mu mu", products: [-13, 13], fraction: 1 }],
  branchingFraction: 1,
  source: darkPhoton({ mass, epsilon: 1e-3 }).citations[0],
});

describe("the selection of long-lived-dark-photon", () => {
  const points = [
    { channel: channels[0], mass: 0.3 },
    { channel: channels[1], mass: 0.4 },
    { channel: channels[2], mass: 0.6 },
  ].map(({ channel, mass }) => measureSignal(generateSignal(channel, mass, 1500, 3), DARK_PHOTON, channel, mass, 3));

  it("keeps what it kept", async () => {
    const at = [0.01, 0.1, 10].map((ctau) => lifetimes.indexOf(ctau));
    const numbers = points.map(({ efficiency, resolution, triggerEfficiency }) => ({
      efficiency: at.map((l) => efficiency[l]),
      resolution,
      triggerEfficiency: triggerEfficiency[0],
    }));
    await expectKept("long-lived-dark-photon", numbers);
  });

  it("prints each number it cuts on, with its standing", () => {
    for (const number of channels.flatMap((one) => cutsIn(one, [0, 1])).flatMap(({ numbers }) => numbers)) {
      expect(longLivedDarkPhoton.facts).toContainEqual(factOf(number));
    }
  });

  it("has a cut flow that only falls", () => {
    for (const { cutFlow } of points) expectToFall(cutFlow);
  });

  it("sees one over the lifetime of what lives long, and nothing of what is prompt", () => {
    for (const { efficiency } of points) {
      const [early, late] = [100, 1000].map((ctau) => efficiency[lifetimes.indexOf(ctau)]);
      // All flights that count are then short against the lifetime: a hundredth of it at most.
      expect(early / late / 10).toBeGreaterThan(0.97);
      expect(early / late / 10).toBeLessThan(1.03);
      expect(efficiency[0]).toBeLessThan(1e-9);
      expect(Math.max(...efficiency)).toBeLessThan(1);
    }
  });

  it("finds muons from 0.2 to 60 cm more often than electrons, of which regions are left out", () => {
    const l = lifetimes.indexOf(1);
    expect(points[0].efficiency[l]).toBeGreaterThan(3 * points[1].efficiency[l]);
  });
});

describe("long-lived-dark-photon", () => {
  const work = rememberingWork();
  let result: SearchResult;
  beforeAll(async () => {
    result = await longLivedDarkPhoton.run(options, work);
  }, 900_000);

  it("excludes a region of mixings: below it too few are made and decay too late, above it too early", () => {
    const [{ limit, published }] = result.interpreted;
    const [{ lower, upper }] = excludedAt(limit, 0.36);
    expect(lower).toBeGreaterThan(4e-6);
    expect(lower).toBeLessThan(1e-5);
    expect(upper).toBeGreaterThan(3e-5);
    expect(upper).toBeLessThan(1e-4);
    // With electrons it holds the region without.
    const [wider] = excludedAt(published[0], 0.36);
    expect(wider.lower).toBeLessThan(lower);
    expect(wider.upper).toBeGreaterThanOrEqual(upper);
  });

  it("limits a rate at 2.30 events over luminosity and efficiency where none is seen", () => {
    const [{ masses, limit }] = result.measured;
    expect(result.measured.map(({ name }) => name)).toEqual([
      "cross-section-mumu-1mm",
      "cross-section-mumu-10mm",
      "cross-section-ee-1mm",
      "cross-section-ee-10mm",
      "cross-section-pipi-1mm",
      "cross-section-pipi-10mm",
    ]);
    expect(limit.unit).toBe("fb");
    for (const { expected, efficiency, background } of masses) {
      expect(expected * efficiency * options.luminosity).toBeCloseTo(Math.log(10), 6);
      expect(background).toBe(0);
    }
  });

  it("has the lower edge fall with the fourth root of the luminosity where decays come late", async () => {
    const one = { ...options, masses: { from: 0.36, to: 0.36 } };
    const lower = async (luminosity: number): Promise<number> => {
      const { interpreted } = await longLivedDarkPhoton.run({ ...one, luminosity }, work);
      return excludedAt(interpreted[0].limit, 0.36)[0].lower;
    };
    // N goes with the square of the mixing by the rate, and once more by the lifetime.
    const ratio = (await lower(16e8)) / (await lower(1e8));
    expect(Math.abs(ratio / 0.5 - 1)).toBeLessThan(0.05);
  }, 900_000);

  it("excludes nothing with what has been taken, and says from which luminosity on", async () => {
    const { interpreted, notes } = await longLivedDarkPhoton.run({ ...options, luminosity: 500 }, work);
    expect(excludedAt(interpreted[0].limit, 0.36)).toEqual([]);
    expect(notes[1]).toMatch(/no mixing is excluded; nothing below [\d.]+ ab⁻¹/);
  }, 900_000);

  it("counts the pairs of a file in the windows of their masses", async () => {
    const bytes = new TextEncoder().encode("mass,pair\n0.36,13\n0.3601,13\n0.36,211\n0.33,13\n");
    const { measured, notes } = await longLivedDarkPhoton.run({ ...options, data: { name: "pairs.csv", bytes } }, work);
    expect(notes[0]).toBe("observed: 4 pairs of pairs.csv");
    const [low, high] = measured[0].masses;
    expect(low.observed).toBe(low.expected);
    // Two events on none: 5.32.
    expect(high.observed / high.expected).toBeCloseTo(5.3223 / Math.log(10), 3);
  }, 900_000);

  it("finds an injected signal at its mass", async () => {
    const { masses } = result.measured[0];
    const rate = 4 * masses[1].expected;
    const injected = await longLivedDarkPhoton.run({ ...options, inject: { mass: 0.36, rate } }, work);
    const [low, high] = injected.measured[0].masses;
    expect(low.observed).toBe(low.expected);
    expect(high.observed).toBeGreaterThan(0.8 * rate);
    expect(high.significance).toBeGreaterThan(3.5);
    await expect(longLivedDarkPhoton.run({ ...options, inject: { mass: 0.5, rate } }, work)).rejects.toThrow(
      "--inject: 0.5 GeV is not a mass of this run",
    );
  }, 900_000);

  it("takes its cross section from the process", () => {
    // Within |cos θ*| < 0.97 at √s = 10.58 GeV, without radiation, massless electrons: 2πα²/s · (2 artanh c · 2 − 2c) at M = 0.
    const s = square(10.58);
    const c = 0.97;
    const expected = ((2 * Math.PI) / square(137.036) / s) * (4 * Math.atanh(c) - 2 * c) * 3.8938e11;
    const made = generateSignal(channels[0], 0.3, 200, 1);
    // Radiation moves it by some percent.
    expect(Math.abs(made.crossSection.value / 1e-6 / expected - 1)).toBeLessThan(0.1);
  });
});
