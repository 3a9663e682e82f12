// Tables as other people write them.
import { describe, expect, it } from "vitest";
import { limitFromCsv, limitToCsv } from "../src/csv.js";
import { published } from "../src/published/published.js";
import { info } from "./helpers.js";

const two = { shape: "curve", mass: [0.5, 1.5], value: [1.5e-3, 2.5e-3] };

describe("every bundled limit", () => {
  const ids = published.find().map(({ id }) => id);
  it.each(ids)("comes back whole from CSV: %s", async (id) => {
    const one = await published.get(id);
    expect(limitFromCsv(limitToCsv(one))).toEqual(one);
  });
});

describe("notations", () => {
  it.each([
    ["decimal commas between semicolons", "mass_GeV;value\n0,5;1,5e-3\n1,5;2,5e-3\n"],
    ["decimal commas between tabs", "mass_GeV\tvalue\n0,5\t1,5e-3\n1,5\t2,5e-3\n"],
    ["decimal commas between blanks", "0,5  1,5e-3\n1,5  2,5e-3\n"],
    ["quotes", '"mass_GeV","value"\n"0.5","1.5e-3"\n"1.5","2.5e-3"\n'],
    ["an unnamed index, as pandas writes it", ",mass_GeV,value\n0,0.5,1.5e-3\n1,1.5,2.5e-3\n"],
    ["rows that are counted, as R writes them", '"mass_GeV" "value"\n"1" 0.5 1.5e-3\n"2" 1.5 2.5e-3\n'],
    ["a byte-order mark and old line ends", "\uFEFFmass_GeV,value\r0.5,1.5e-3\r1.5,2.5e-3\r"],
    ["Fortran's exponents", "0.5 1.5D-3\n1.5 2.5D-3\n"],
    ["columns in another order", "value,mass_GeV\n1.5e-3,0.5\n2.5e-3,1.5\n"],
  ])("reads %s", (_, text) => {
    expect(limitFromCsv(text, info)).toMatchObject(two);
  });

  it.each([
    [
      "a decimal comma between commas",
      "mass_GeV,value\n0,5,1,5e-3\n",
      "line 2: must have 2 cells, got 4; is the comma a decimal comma?",
    ],
    ["thousands", "mass_GeV;value\n1.000,5;1\n", 'line 2: must be a number, got "1.000,5" (a decimal comma?)'],
    ["an empty cell", "mass_GeV,value\n0.5,\n", "each value of"],
    ["a row that is too long", "mass_GeV,value\n0.5,1,2\n", "line 2: must have 2 cells, got 3"],
    ["hexadecimal", "mass_GeV,value\n0x10,1\n", 'must be a number, got "0x10"'],
    [
      "a column without a name that could be masses",
      "mass,value\n1,2,0.1\n2,3,0.2\n",
      "line 2: must have 2 cells, got 3",
    ],
    ["masses out of order", "1,1\n0.5,1\n", "must not decrease, got 0.5 after 1"],
    ["an unknown option", "1,1", "option must be one of id, observable,", { mas: 1 }],
    ["an unknown unit", "1,1", "massUnit must be one of GeV, eV, keV, MeV, TeV", { massUnit: "GEV" }],
  ] as [string, string, string, object?][])("refuses %s", (_, text, message, more = {}) => {
    expect(() => limitFromCsv(text, { ...info, ...more })).toThrow(message);
  });

  it("keeps the place of an empty cell, and sorts when asked", () => {
    const grid = "mass_GeV,ctau_cm,value\n1,1,\n2,1,3\n1,2,4\n2,2,5\n";
    expect(limitFromCsv(grid, info)).toMatchObject({
      value: [
        [Number.NaN, 3],
        [4, 5],
      ],
    });
    expect(limitFromCsv("1.5,2.5e-3\n0.5,1.5e-3\n", { ...info, sort: true })).toMatchObject(two);
  });
});

describe("units", () => {
  it.each([
    ["in the header's brackets", "mass [MeV],value\n500,1.5e-3\n1500,2.5e-3\n", {}],
    ["in parentheses", "m (keV) ; value (fb)\n5e5;1.5e-3\n1.5e6;2.5e-3\n", {}],
    ["in the name", "mass_eV,value_ab\n5e8,1.5\n1.5e9,2.5\n", {}],
    ["in a comment of names", "# kinetic mixing\n# mass [eV]\tlimit [pb]\n5e8\t1.5e-6\n1.5e9\t2.5e-6\n", {}],
    ["in the only other column", "mass [MeV],sigma [ab]\n500,1.5\n1500,2.5\n", {}],
    ["by options", "500,1.5e-6\n1500,2.5e-6\n", { massUnit: "MeV", valueUnit: "pb" }],
    ["in a comment that an option confirms", "# masses in MeV\n500,1.5e-3\n1500,2.5e-3\n", { massUnit: "MeV" }],
  ])("are turned where they stand %s", (_, text, more) => {
    const read = limitFromCsv(text, { ...info, unit: "fb", ...more });
    expect(read).toMatchObject({ shape: "curve" });
    if (read.shape !== "curve") return;
    read.mass.forEach((m, i) => {
      expect(m / two.mass[i]).toBeCloseTo(1, 12);
    });
    read.value.forEach((v, i) => {
      expect(v / two.value[i]).toBeCloseTo(1, 12);
    });
  });

  it.each([
    [
      "a comment that speaks of another unit",
      "# masses in MeV\n500,1\n",
      {},
      'the text speaks of MeV: say massUnit "GeV" or "MeV"',
    ],
    [
      "an option that contradicts the header",
      "mass_GeV,value\n1,1\n",
      { massUnit: "MeV" },
      "massUnit must be that of the text, GeV, got MeV",
    ],
    ["values of another kind", "mass_GeV,value [GeV^-1]\n1,1\n", {}, "unit GeV^-1 cannot be turned into fb"],
    [
      "values whose option contradicts",
      "mass_GeV,value [pb]\n1,1\n",
      { valueUnit: "nb" },
      "valueUnit must be that of the text",
    ],
  ])("are refused for %s", (_, text, more, message) => {
    expect(() => limitFromCsv(text, { ...info, unit: "fb", ...more })).toThrow(message);
  });

  it("do not mistake an inverse energy for one", () => {
    expect(limitFromCsv("# coupling in TeV^-1\n1,1\n", { ...info, unit: "TeV^-1" }).mass).toEqual([1]);
  });
});
