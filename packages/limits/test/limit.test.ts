import { describe, expect, it } from "vitest";
import { cite, limit } from "../src/limit.js";
import { curve, info } from "./helpers.js";

describe("limit", () => {
  it("freezes the data it is given", () => {
    const l = curve([1, 2], [1, 1]);
    expect(Object.isFrozen(l) && Object.isFrozen(l.mass)).toBe(true);
  });

  it.each([
    ["a level in percent", { ...info, cl: 95, shape: "curve", mass: [1], value: [1] }, /cl must be a fraction.*95/],
    ["a negative mass", { ...info, shape: "curve", mass: [-1], value: [1] }, /finite and >= 0/],
    ["no mass", { ...info, shape: "curve", mass: [], value: [] }, /at least one mass/],
    ["decreasing masses", { ...info, shape: "curve", mass: [2, 1], value: [1, 1] }, /got 1 after 2/],
    ["a value of zero", { ...info, shape: "curve", mass: [1], value: [0] }, /> 0, got 0/],
    ["a value that is NaN", { ...info, shape: "curve", mass: [1], value: [NaN] }, /> 0, got NaN/],
    ["too few values", { ...info, shape: "curve", mass: [1, 2], value: [1] }, /one value a mass, got 1/],
    [
      "a short band",
      { ...info, shape: "curve", mass: [1, 2], value: [1, 1], expected: { median: [1] } },
      /one median a mass/,
    ],
    ["an interval upside down", { ...info, shape: "interval", mass: [1], lower: [2], upper: [1] }, /<= upper/],
    ["a contour of two points", { ...info, shape: "contour", mass: [1, 2], value: [1, 2] }, /at least 3/],
    ["lifetimes that decrease", { ...info, shape: "grid", mass: [1], ctau: [2, 1], value: [[1], [1]] }, /increase/],
    ["null", null, /limit: must be an object, got null/],
    ["an unknown shape", { ...info, shape: "curv", mass: [1], value: [1] }, /shape must be one.*did you mean "curve"/],
    [
      "an unknown kind",
      { ...info, kind: "obs", shape: "curve", mass: [1], value: [1] },
      /kind must be one of.*got "obs"/,
    ],
    ["an unknown name", { ...info, lumi: 1, shape: "curve", mass: [1], value: [1] }, /one of id,.*got "lumi"/],
    ["columns of another shape", { ...info, shape: "contour", mass: [1], value: [1], lower: [1] }, /got "lower"/],
    ["a level that is a text", { ...info, cl: "0.9", shape: "curve", mass: [1], value: [1] }, /fraction.*got "0.9"/],
    ["a luminosity below 0", { ...info, luminosity: -1, shape: "curve", mass: [1], value: [1] }, /fb\^-1, got -1/],
    ["an unknown band", { ...info, shape: "curve", mass: [1], value: [1], expected: { mean: [1] } }, /got "mean"/],
    ["data of what", { ...info, data: "toys", shape: "curve", mass: [1], value: [1] }, /pseudo-data, got "toys"/],
    [
      "a standing that is none",
      { ...info, provenance: { source: "A", standing: "sure" }, shape: "curve", mass: [1], value: [1] },
      /standing \(pub/,
    ],
    [
      "a citation of another kind",
      { ...info, reference: { doi: "1" }, shape: "curve", mass: [1], value: [1] },
      /a Citation \{ key/,
    ],
    ["a grid with a limit of 0", { ...info, shape: "grid", mass: [1], ctau: [1], value: [[0]] }, /> 0 or NaN, got 0/],
    [
      "a range scanned that is none",
      { ...info, shape: "interval", mass: [1], lower: [1], upper: [2], scanned: [2, 1] },
      /two numbers/,
    ],
    ["a row too long", { ...info, shape: "grid", mass: [1], ctau: [1], value: [[1, 2]] }, /one value a mass/],
    ["a row too many", { ...info, shape: "grid", mass: [1], ctau: [1], value: [[1], [2]] }, /one row.*got 2/],
  ] as const)("refuses %s", (_what, data, message) => {
    expect(() => limit(data as never)).toThrow(message);
    expect(() => limit(data as never)).toThrow(RangeError);
  });

  it("takes Infinity for nothing excluded and 0 for a lower edge", () => {
    expect(curve([1, 2], [1, Infinity]).value[1]).toBe(Infinity);
    expect(limit({ ...info, shape: "interval", mass: [1], lower: [0], upper: [1] }).lower[0]).toBe(0);
  });
});

describe("cite", () => {
  it("names the paper, its arXiv number once, and who read the numbers off", () => {
    const provenance = { source: "owner/repository at abc: file.txt", standing: "digitised" } as const;
    const reference = { key: "A2020", authors: "A", journal: "PRL 1, 2", year: 2020, eprint: "2001.00001" };
    expect(cite({ ...info, reference, provenance })).toBe(
      "A, PRL 1 (2020) 2, arXiv:2001.00001 (digitised in owner/repository at abc: file.txt)",
    );
    expect(cite({ ...info, reference: { key: "A", authors: "A", eprint: "2001.00001" } })).toBe("A, arXiv:2001.00001");
    expect(cite(info)).toBe("test");
  });

  it("names a limit of one's own by its identifier", () => {
    expect(cite({ ...info, provenance: { source: "this run", standing: "derived" } })).toBe("test");
  });
});
