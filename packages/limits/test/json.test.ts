import { describe, expect, it } from "vitest";
import { LIMIT_FORMAT, limitFromJson, limitToJson } from "../src/json.js";
import { limit } from "../src/limit.js";
import { curve, info } from "./helpers.js";

const cases = [
  curve([0, 2], [1e-3, Infinity], { expected: { median: [1, 2], minus1: [0.5, 1] }, luminosity: 0.445 }),
  limit({ ...info, shape: "interval", mass: [1, 1], lower: [0, 2], upper: [1, Infinity], scanned: [1e-9, 10] }),
  limit({ ...info, shape: "contour", mass: [1, 2, 1], value: [1, 2, 3] }),
  limit({
    ...info,
    shape: "grid",
    mass: [1, 2],
    ctau: [1, 2],
    value: [
      [1, NaN],
      [2, 3],
    ],
  }),
];

describe("limitToJson", () => {
  it.each(cases)("comes back the same from JSON: $shape", (l) => {
    expect(limitFromJson(limitToJson(l))).toEqual(l);
  });

  it("carries its version", () => {
    expect(JSON.parse(limitToJson(cases[0]))).toMatchObject({ format: LIMIT_FORMAT });
  });
});

describe("limitFromJson", () => {
  it("refuses another version, an unknown shape, and data that are no limit", () => {
    expect(() => limitFromJson('{"format":"belladonna-limit/2"}')).toThrow(/got "belladonna-limit\/2"/);
    expect(() => limitFromJson({ format: LIMIT_FORMAT, shape: "blob" })).toThrow(/got "blob"/);
    expect(() => limitFromJson({ format: LIMIT_FORMAT, shape: "curve" })).toThrow(/id must be a string/);
    expect(() => limitFromJson({ ...cases[0], format: LIMIT_FORMAT, value: [1] })).toThrow(/one value a mass/);
  });

  it("leaves aside what made the file, where that is a text", () => {
    const { format, ...facts } = JSON.parse(limitToJson(cases[0])) as Record<string, unknown>;
    expect(limitFromJson({ format, madeBy: "belladonna 0.1.0", ...facts })).toEqual(cases[0]);
    expect(() => limitFromJson({ format, madeBy: 1, ...facts })).toThrow("madeBy must be text, got 1");
  });

  it("refuses a level that is a text, and what is no limit", () => {
    expect(() => limitFromJson({ ...cases[0], format: LIMIT_FORMAT, cl: "0.9" })).toThrow(
      /limitFromJson: cl must be a fraction in \(0, 1\), got "0.9"/,
    );
    expect(() => limitFromJson({ ...cases[0], format: LIMIT_FORMAT, lumi: 1 })).toThrow(/got "lumi"/);
    expect(() => limitToJson(null as never)).toThrow(/limitToJson: must be given a limit, .* got null/);
  });

  it("names the form of a citation and of a standing", () => {
    const old = { ...cases[0], format: LIMIT_FORMAT };
    expect(() => limitFromJson({ ...old, reference: { text: "A", arxiv: "2001.00001" } })).toThrow(
      /reference must be a Citation \{ key, authors,/,
    );
    expect(() => limitFromJson({ ...old, provenance: { source: "A", trust: "table" } })).toThrow(
      /provenance must have a standing \(published, read,/,
    );
  });
});
