import { describe, expect, it } from "vitest";
import {
  columns,
  fourVector,
  fromPThetaPhi,
  genbodMaximum,
  insidePhaseSpace,
  phaseSpace,
  phaseSpaceVolume,
  subtract,
  superKekb,
  unweight,
  type FourVector,
  type FourVectors,
  type PhaseSpaceOptions,
} from "../src/index.js";
import { cases, relativeError } from "./reference.js";
import { stream } from "./streams.js";

type Row = { M: number; masses: number[]; mean_weight_TGenPhaseSpace: number; wmax_TGenPhaseSpace: number };
const atRest = (m: number): FourVector => fourVector({ px: 0, py: 0, pz: 0, m });
const moving = fromPThetaPhi(7, 1, 2, 5.28);
const points = (momenta: readonly FourVectors[], i: number): FourVector[] =>
  momenta.map((v) => columns.fourVectorAt(v, i));

function mean(values: ArrayLike<number>): { mean: number; error: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i];
    squares += values[i] ** 2;
  }
  const average = sum / values.length;
  return { mean: average, error: Math.sqrt((squares / values.length - average ** 2) / values.length) };
}

describe("phaseSpace", () => {
  it.each(cases<Row>("phase_space"))("$tag: weights have mean 1 and TGenPhaseSpace's mean, to 4 sigma", (row) => {
    const { M, masses } = row;
    const { weight, maxWeight, volume } = phaseSpace(atRest(M), masses, stream(5), 20_000, { method: "raubold-lynch" });
    const { mean: average, error } = mean(weight);
    expect(Math.abs(average - 1)).toBeLessThan(4 * error + 1e-12);
    expect(volume).toBe(phaseSpaceVolume(M, masses));
    expect(weight.every((w) => w > 0 && w <= maxWeight)).toBe(true);
    // TGenPhaseSpace's weight is this one times its known mean; here the sampled one must agree.
    const scaled = average * row.mean_weight_TGenPhaseSpace;
    expect(Math.abs(scaled - row.mean_weight_TGenPhaseSpace)).toBeLessThan(
      4 * error * row.mean_weight_TGenPhaseSpace + 1e-12,
    );
    expect(relativeError(genbodMaximum(M, masses), row.wmax_TGenPhaseSpace)).toBeLessThan(1e-12);
  });

  const kinds: [string, number[], PhaseSpaceOptions][] = [
    ["two bodies", [0.5, 1], {}],
    ["three bodies", [0.1, 0, 2], {}],
    ["six bodies", [0.1, 0.1, 0.5, 0, 0.3, 1], {}],
    ["six massless bodies", [0, 0, 0, 0, 0, 0], {}],
    ["three massless bodies, nested", [0, 0, 0], { method: "raubold-lynch" }],
  ];

  it.each(kinds)("%s: every event is inside phase space, of a system in flight", (_name, masses, options) => {
    const { momenta } = phaseSpace(moving, masses, stream(6), 300, options);
    for (let i = 0; i < 300; i++) {
      expect(insidePhaseSpace(moving, masses, points(momenta, i), 1e-13)).toBe(true);
      momenta.forEach((v, k) => {
        expect(v.m[i]).toBe(masses[k]);
      });
    }
  });

  it.each(kinds)("%s: is isotropic and the same for every observer", (_name, masses, options) => {
    // Mean direction of the first particle in the rest frame of the system is zero.
    const n = 20_000;
    const { weight, momenta } = phaseSpace(moving, masses, stream(7), n, options);
    const rest = columns.boostToRestOf(momenta[0], moving);
    for (const column of [rest.px, rest.py, rest.pz]) {
      const { mean: average, error } = mean(column.map((x, i) => x * weight[i]));
      expect(Math.abs(average)).toBeLessThan(4 * error);
    }
  });

  it("treats particles of one mass alike", () => {
    const { weight, momenta } = phaseSpace(atRest(3), [0.4, 0.4, 0.4, 0.4], stream(8), 50_000);
    for (const k of [1, 2, 3]) {
      const difference = weight.map((w, i) => w * (momenta[0].e[i] - momenta[k].e[i]));
      const { mean: average, error } = mean(difference);
      expect(Math.abs(average)).toBeLessThan(4 * error);
    }
  });

  it("gives RAMBO and nested decays the same mean of s12 and the same spectrum", () => {
    // Massless four-body decay: <s_12> = M^2 / 6 for each of six pairs.
    for (const method of ["rambo", "raubold-lynch"] as const) {
      const { weight, momenta } = phaseSpace(atRest(3), [0, 0, 0, 0], stream(9), 40_000, { method });
      const s12 = columns.invariantMass(momenta[0], momenta[1]).map((m, i) => weight[i] * (m * m - 1.5));
      const { mean: average, error } = mean(s12);
      expect(Math.abs(average)).toBeLessThan(4 * error);
    }
  });

  it("event i does not depend on how many are made, nor on how the stream hands out numbers", () => {
    const masses = [0.1, 0.2, 0.3];
    const few = phaseSpace(moving, masses, stream(10), 700);
    const many = phaseSpace(moving, masses, stream(10), 2000);
    const plain = stream(10);
    const filled = {
      uniform: () => plain.uniform(),
      fill: (out: Float64Array) => {
        for (let i = 0; i < out.length; i++) out[i] = plain.uniform();
      },
    };
    expect(many.weight.slice(0, 700)).toEqual(few.weight);
    expect(columns.slice(many.momenta[1], 0, 700)).toEqual(few.momenta[1]);
    expect(phaseSpace(moving, masses, filled, 2000)).toEqual(many);
  });

  it("writes into columns handed in", () => {
    const out = [columns.fourVectors(10), columns.fourVectors(10)];
    expect(phaseSpace(moving, [1, 1], stream(1), 10, { out }).momenta).toBe(out);
    expect(out[1].m[9]).toBe(1);
  });

  it("says so when there is no room", () => {
    const { weight, momenta, volume } = phaseSpace(atRest(1), [0.6, 0.6], stream(1), 2);
    expect([volume, ...weight]).toEqual([0, 0, 0]);
    expect(momenta[0].px[1]).toBeNaN();
  });

  it("refuses what cannot decay so", () => {
    expect(() => phaseSpace(fromPThetaPhi(1, 1, 1, 0), [0, 0], stream(1), 1)).toThrow("total must be time-like");
    expect(() => phaseSpace(moving, [1, 1], stream(1), 1, { method: "rambo" })).toThrow("rambo needs massless");
    expect(() => phaseSpace(moving, [1], stream(1), 1)).toThrow("phaseSpace: needs a finite M");
    expect(() => phaseSpace(moving, [1, 1], stream(1), -1)).toThrow("n must be an integer >= 0, got -1");
  });
});

describe("unweight", () => {
  it("accepts the share 1 / maxWeight and leaves a flat sample", () => {
    const n = 40_000;
    const { weight, momenta, maxWeight } = phaseSpace(atRest(5), [0.5, 1, 0.1], stream(12), n);
    const rows = unweight(weight, maxWeight, stream(13));
    const share = 1 / maxWeight;
    expect(Math.abs(rows.length / n - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / n));
    const flat = mean(columns.take(momenta[1], rows).e);
    const weighted = mean(momenta[1].e.map((e, i) => e * weight[i]));
    expect(Math.abs(flat.mean - weighted.mean)).toBeLessThan(4 * (flat.error + weighted.error));
  });

  it("has a tight bound for three bodies: the largest weight seen comes within 1 %", () => {
    const { weight, maxWeight } = phaseSpace(superKekb.total, [0.1057, 0.1057, 2], stream(14), 20_000);
    expect(weight.reduce((a, b) => Math.max(a, b)) / maxWeight).toBeGreaterThan(0.99);
  });

  it("will not take a bound that is none", () => {
    expect(() => unweight(Float64Array.of(2), 1, stream(1))).toThrow("weights must be <= maxWeight = 1, got 2");
  });
});

describe("insidePhaseSpace", () => {
  const { momenta } = phaseSpace(moving, [0.1, 0.2, 0.3], stream(15), 1);
  const point = points(momenta, 0);

  it("tells a point from what is off shell, incomplete, or in another order", () => {
    expect(insidePhaseSpace(moving, [0.1, 0.2, 0.3], point)).toBe(true);
    expect(insidePhaseSpace(moving, [0.1, 0.2, 0.31], point)).toBe(false);
    expect(insidePhaseSpace(moving, [0.1, 0.2], point.slice(0, 2))).toBe(false);
    expect(insidePhaseSpace(moving, [0.1, 0.2], point)).toBe(false);
    expect(insidePhaseSpace(subtract(moving, superKekb.total), [0.1, 0.2, 0.3], point)).toBe(false);
  });
});
