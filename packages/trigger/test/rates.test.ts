import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import {
  bitsOf,
  emptyBits,
  keepProbability,
  l1Menu,
  parseHltMenu,
  parseMenu,
  prescaleKeeps,
  rates,
  type Bits,
} from "../src/index.js";
import reference from "./data/prescales-rates.json";

const inputs = ["a", "b", "c"];
/** Events in which the inputs are set independently with given probabilities. */
function sample(n: number, probabilities: readonly number[], seed = 1): Bits {
  const r = random(seed);
  return bitsOf(
    inputs,
    Array.from({ length: n }, () => inputs.filter((_, k) => r.uniform() < probabilities[k])),
  );
}
const menu = parseMenu("x = a\ny = b prescale 4\nz = c prescale 10\noff = a prescale 0\nboth = a and b", inputs);

describe("rates", () => {
  const n = 40_000;
  const one = { name: "process", crossSection: 1e6, inputs: sample(n, [0.2, 0.5, 0.1]) };
  // 1 nb at 6e35: 600 Hz.
  const all = 600;

  it("are those of the cross section times the shares of events, prescaled", () => {
    const r = rates(menu, [one]);
    const [x, y, z, off, both] = r.lines;
    for (const [line, share] of [
      [x, 0.2],
      [y, 0.5 / 4],
      [z, 0.1 / 10],
      [both, 0.1],
    ] as const) {
      expect(Math.abs(line.total.value - all * share)).toBeLessThan(5 * line.total.error);
      expect(line.total.error).toBeLessThan(0.02 * all * share + 0.3);
    }
    expect([off.total.value, off.pure.value]).toEqual([0, 0]);
    // x holds whenever both does.
    expect(both.pure.value).toBe(0);
    expect(Math.abs(x.pure.value - all * 0.2 * 0.5 * 0.99)).toBeLessThan(5 * x.pure.error);
    expect(Math.abs(y.pure.value - all * 0.8 * (0.5 / 4) * 0.99)).toBeLessThan(5 * y.pure.error);
    const any = 0.2 + 0.8 * (1 - (1 - 0.5 / 4) * 0.99);
    expect(Math.abs(r.total.value - all * any)).toBeLessThan(5 * r.total.error);
    expect(r.budgetFraction).toBeCloseTo(r.total.value / 30_000, 12);
  });

  it("overlap as the products of their chances to keep, symmetrically, and with themselves in full", () => {
    const r = rates(menu, [one]);
    const at = (a: number, b: number): number => r.overlap[a * 5 + b];
    for (let a = 0; a < 5; a++) {
      expect(at(a, a)).toBeCloseTo(r.lines[a].total.value, 9);
      for (let b = 0; b < 5; b++) expect(at(a, b)).toBe(at(b, a));
    }
    expect(at(0, 4)).toBeCloseTo(r.lines[4].total.value, 9);
    expect(Math.abs(at(0, 1) - all * (0.1 / 4))).toBeLessThan(5 * 0.2);
  });

  it("are the mean of what the prescales keep when drawn", () => {
    const r = rates(menu, [one]);
    let kept = 0;
    for (let i = 0; i < n; i++) {
      const set = (j: number): boolean =>
        ((one.inputs.words[j * one.inputs.stride + (i >>> 5)] >>> (i & 31)) & 1) === 1;
      if (set(0) || (set(1) && prescaleKeeps("y", 4, i, 3)) || (set(2) && prescaleKeeps("z", 10, i, 3))) kept++;
    }
    expect(Math.abs((all * kept) / n - r.total.value)).toBeLessThan(5 * all * Math.sqrt(0.2 / n));
  });

  it("add over samples, in proportion to luminosity, whatever the unit of the weights", () => {
    const other = { name: "other", crossSection: 2e6, inputs: sample(1000, [0.5, 0, 0], 2) };
    const r = rates(menu, [one, other]);
    expect(r.total.value).toBeCloseTo(rates(menu, [one]).total.value + rates(menu, [other]).total.value, 9);
    expect(r.samples.map((s) => s.name)).toEqual(["process", "other"]);
    expect(rates(menu, [one], { luminosity: 3e35 }).total.value).toBeCloseTo(rates(menu, [one]).total.value / 2, 9);
    const weighted = { ...one, weights: new Float64Array(n).fill(0.003) };
    expect(rates(menu, [weighted]).total.value).toBeCloseTo(rates(menu, [one]).total.value, 9);
    expect(rates(menu, [weighted]).total.error).toBeCloseTo(rates(menu, [one]).total.error, 9);
  });

  it("have the binomial error", () => {
    const r = rates(parseMenu("x = a", inputs), [one]);
    const p = r.total.value / all;
    expect(r.total.error / (all * Math.sqrt((p * (1 - p)) / n))).toBeCloseTo(1, 9);
  });

  it("of the design report follow from its cross sections, but for the row that does not", () => {
    const always = parseMenu("x = !a or a", inputs);
    for (const [name, nanobarn, hertz] of reference.rates_TDR.rows as [string, number, number][]) {
      const prescale = name.includes("1/100") ? 100 : 1;
      const line = prescale === 1 ? always : parseMenu("x = !a or a prescale 100", inputs);
      const r = rates(line, [{ name, crossSection: nanobarn * 1e6, inputs: emptyBits(inputs, 10) }], {
        luminosity: 8e35,
      });
      if (name.startsWith("two-photon")) expect(r.total.value).toBeCloseTo(64_000, 6);
      else if (name !== "total") expect(Math.abs(r.total.value / hertz - 1)).toBeLessThan(0.02);
    }
  });

  it("take lines fired at the high level, and drop events that a line rejects", () => {
    const high = parseHltMenu("keep / 2 : nTrkLoose > 0\nveto / 1 reject : ee2leg");
    const fired = bitsOf(["keep", "veto"], [["keep"], ["keep", "veto"], [], ["keep"]]);
    const r = rates(high, [{ name: "s", crossSection: 1e6, fired }]);
    expect(r.total.value).toBeCloseTo((all * 2) / 4 / 2, 9);
    expect(() => rates(parseHltMenu("keep / 1 : ee2leg", { acceptMode: true }), [])).toThrow(
      "rates: a menu in accept mode",
    );
  });

  it("refuse samples that do not fit", () => {
    const bare = { name: "s", crossSection: 1 };
    expect(() => rates(menu, [bare])).toThrow("rates: s must have the lines fired, or level-1 inputs");
    expect(() => rates(menu, [{ ...bare, crossSection: -1 }])).toThrow(
      "rates: crossSection of s, fb, must be in [0, 1e+60], got -1",
    );
    expect(() => rates(menu, [{ ...bare, fired: emptyBits(["q"], 1) }])).toThrow(
      "rates: the lines fired by s are not of this menu",
    );
    expect(() => rates(menu, [{ ...bare, inputs: emptyBits(inputs, 0) }])).toThrow(
      "rates: s has no events, or no weight",
    );
    expect(() => rates(l1Menu, [], { luminosity: 0 })).toThrow(
      "rates: luminosity must be finite and > 0 cm^-2 s^-1, got 0",
    );
  });

  it("keep as many events as keepProbability says", () => {
    for (const { prescales_of_fired_lines: f, accept_probability: p } of reference.or_of_prescaled_lines) {
      const text = f.map((prescale, k) => `l${k} = !a or a prescale ${prescale}`).join("\n");
      const r = rates(parseMenu(text, inputs), [{ name: "s", crossSection: 1e6, inputs: emptyBits(inputs, 7) }]);
      expect(r.total.value / all).toBeCloseTo(p, 12);
      expect(keepProbability(f)).toBeCloseTo(p, 12);
    }
  });
});
