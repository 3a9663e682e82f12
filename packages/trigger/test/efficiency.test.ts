import { efficiencyInterval, random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import { bitsOf, triggerEfficiency } from "../src/index.js";

describe("triggerEfficiency", () => {
  const bits = bitsOf(["ffy", "hie", "c4"], [["ffy", "hie"], ["hie", "c4"], ["ffy"], ["ffy", "c4"], []]);

  it("is N(line and reference) / N(reference), by name, by logic, by flags", () => {
    expect(triggerEfficiency({ line: "ffy", reference: "hie", bits }).value).toBe(0.5);
    expect(triggerEfficiency({ line: "ffy", reference: "hie or c4", bits }).value).toBeCloseTo(2 / 3, 15);
    expect(triggerEfficiency({ line: "ffy", bits }).value).toBe(3 / 5);
    expect(triggerEfficiency({ line: Uint8Array.of(1, 0, 1), reference: [true, true, false] }).value).toBe(0.5);
  });

  it("takes names that are not words as they are", () => {
    const lines = bitsOf(["2_loose_tracks_q==0", "L1_trigger"], [["2_loose_tracks_q==0"], ["L1_trigger"]]);
    expect(triggerEfficiency({ line: "2_loose_tracks_q==0", bits: lines }).value).toBe(0.5);
  });

  it("has the interval of the counts", () => {
    const options = { method: "wilson", level: 0.9 } as const;
    expect(triggerEfficiency({ line: "ffy", reference: "hie or c4", bits, ...options })).toEqual(
      efficiencyInterval(2, 3, options),
    );
  });

  it("of weights all alike is that of the counts, of unlike ones less certain", () => {
    const r = random(1);
    const line = Array.from({ length: 1000 }, () => r.uniform() < 0.8);
    const plain = triggerEfficiency({ line });
    const alike = triggerEfficiency({ line, weights: new Float64Array(1000).fill(0.2) });
    expect(Math.abs(alike.low - plain.low) + Math.abs(alike.high - plain.high)).toBeLessThan(1e-9);
    const unlike = triggerEfficiency({ line, weights: line.map((_, i) => (i % 10 === 0 ? 10 : 1)) });
    expect(unlike.high - unlike.low).toBeGreaterThan(1.3 * (plain.high - plain.low));
  });

  it("covers the true efficiency at least as often as it says", () => {
    const [truth, n, trials] = [0.9, 50, 2000];
    let covered = 0;
    for (let t = 0; t < trials; t++) {
      const r = random(2).stream(t);
      const { low, high } = triggerEfficiency({ line: Array.from({ length: n }, () => r.uniform() < truth) });
      if (low <= truth && truth <= high) covered++;
    }
    expect(covered / trials).toBeGreaterThan(0.6827 - 5 * Math.sqrt((0.68 * 0.32) / trials));
  });

  it("of nothing is unknown", () => {
    expect(triggerEfficiency({ line: [true], reference: [false] })).toEqual({ value: NaN, low: 0, high: 1 });
  });

  it("refuses what does not fit", () => {
    expect(() => triggerEfficiency({ line: "ffy" })).toThrow(
      "triggerEfficiency: line is given by name, so bits must be given too",
    );
    expect(() => triggerEfficiency({ line: "nope", bits })).toThrow("there is no input bit named nope");
    expect(() => triggerEfficiency({ line: [true], reference: [] })).toThrow(
      "triggerEfficiency: line has 1 events, reference 0",
    );
    expect(() => triggerEfficiency({ line: [true], weights: [] })).toThrow(
      "triggerEfficiency: there are 1 events and 0 weights",
    );
  });
});
