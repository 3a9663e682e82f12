import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limitFromCsv, limitToCsv } from "../src/csv.js";
import { limit } from "../src/limit.js";
import { curve, info } from "./helpers.js";

const provenance = { source: "a figure", standing: "digitised" } as const;
const reference = {
  key: "Us2026",
  authors: "Us and Them",
  year: 2026,
  eprint: "2601.00001",
  note: "Fig. 1",
  standing: "read",
} as const;
const cases = [
  curve([0.1, 2], [1e-3, Infinity], {
    provenance,
    reference,
    expected: { median: [1, 2], plus2: [3, 4] },
    luminosity: 1,
  }),
  limit({ ...info, provenance, shape: "interval", mass: [1, 1], lower: [0, 2], upper: [1, Infinity] }),
  limit({ ...info, provenance, portal: "alp", shape: "contour", mass: [1, 2, 1], value: [1, 2, 3] }),
  limit({
    ...info,
    provenance,
    shape: "grid",
    mass: [1, 2],
    ctau: [1, 2],
    value: [
      [1, NaN],
      [2, 3],
    ],
  }),
];

describe("limitToCsv", () => {
  it.each(cases)("comes back the same from CSV: $shape", (l) => {
    expect(limitFromCsv(limitToCsv(l))).toEqual(l);
  });

  it("keeps every digit", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-12, max: 1e6, noNaN: true }), { minLength: 1 }), (value) => {
        const l = curve(
          value.map((_, i) => i),
          value,
          { provenance },
        );
        expect(limitFromCsv(limitToCsv(l))).toEqual(l);
      }),
    );
  });
});

describe("limitFromCsv", () => {
  it("reads a bare table of a colleague, whatever separates its cells", () => {
    for (const separator of [" ", "\t", ";", ",", "   "]) {
      const l = limitFromCsv("0.2 1e-3\r\n0.5 8e-4\r\n1 9e-4\n".replaceAll(" ", separator), info);
      expect(l).toMatchObject({ shape: "curve", mass: [0.2, 0.5, 1], value: [1e-3, 8e-4, 9e-4], unit: "fb" });
    }
    expect(limitFromCsv("0.1,1e-5,1e-3", info)).toMatchObject({ shape: "interval", lower: [1e-5], upper: [1e-3] });
    expect(limitFromCsv("1 1\n2 1\n2 3", { ...info, shape: "contour" }).shape).toBe("contour");
  });

  it("says which fact, column, cell or line is wrong", () => {
    expect(() => limitFromCsv("1,2", { ...info, cl: undefined } as never)).toThrow(/cl must be given/);
    expect(() => limitFromCsv("mass_GeV,limit\n1,2", info)).toThrow(
      "must have a column value, got mass_GeV, limit: name that of the upper limits so",
    );
    expect(() => limitFromCsv("1,2\n3,x", info)).toThrow(/line 2: must be a number, got "x"/);
    expect(() => limitFromCsv("1,2\n3", info)).toThrow(/line 2: must have 2 cells, got 1/);
    expect(() => limitFromCsv("# nothing", info)).toThrow(/at least one row/);
    expect(() => limitFromCsv("# shape: blob\n1,2", info)).toThrow(/got "blob"/);
  });
});
