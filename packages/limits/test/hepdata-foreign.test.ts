// Tables and names as other people write them.
import { describe, expect, it } from "vitest";
import { checkHepData } from "../src/hepdata/check.js";
import { hepDataFiles } from "../src/hepdata/files.js";
import { readHepData, readTable } from "../src/hepdata/read.js";
import { curve, info } from "./helpers.js";

interface Parts {
  massUnits?: string;
  units?: string;
  limits?: string[];
  errors?: string[];
}

function table({ massUnits = "GeV", units = "", limits = ["0.1", "0.2"], errors = ["", ""] }: Parts): string {
  const header = units === "" ? "{name: limit}" : `{name: limit, units: "${units}"}`;
  return `independent_variables:
- header: {name: Mass, units: ${massUnits}}
  values: [{value: 0.5}, {value: 1.5}]
dependent_variables:
- header: ${header}
  values:
  - {value: ${limits[0]}${errors[0]}}
  - {value: ${limits[1]}${errors[1]}}
`;
}

const read = (parts: Parts, more: object = {}) => readTable(table(parts), { info, ...more });

describe("cells", () => {
  it.each([
    [
      ["'< 0.1'", "'<=0.2'"],
      [0.1, 0.2],
    ],
    [
      ["'≤ 1e-1'", "'0.2'"],
      [0.1, 0.2],
    ],
    [
      ["'-'", "'n/a'"],
      [Infinity, Infinity],
    ],
    [
      ["''", ".inf"],
      [Infinity, Infinity],
    ],
  ])("%j are the limits %j", (limits, value) => {
    expect(read({ limits })).toMatchObject({ value });
  });

  it.each([
    ["a text", ["seen", "0.2"], 'limit must be a number, "< number" or "-", got "seen"'],
    ["a lower limit", ["'> 0.1'", "0.2"], 'got "> 0.1"'],
    ["a limit of zero", ["0", "0.2"], "each value of test must be > 0, got 0"],
  ])("are refused for %s", (_, limits, message) => {
    expect(() => read({ limits })).toThrow(message);
  });
});

describe("bands", () => {
  const asBands = (errors: string): unknown => {
    const got = read({ errors: [errors, errors] }, { expected: "limit" });
    return "expected" in got ? got.expected : undefined;
  };

  it("are per cent where they say so", () => {
    expect(asBands(", errors: [{symerror: '10%'}]")).toMatchObject({ median: [0.1, 0.2], minus1: [0.09, 0.18] });
    expect(asBands(", errors: [{asymerror: {minus: '-50 %', plus: '100%'}}]")).toMatchObject({
      minus1: [0.05, 0.1],
      plus1: [0.2, 0.4],
    });
  });

  it("go by their labels, in whatever order they stand", () => {
    const errors = ", errors: [{symerror: 0.08, label: 2 sigma}, {symerror: 0.02, label: '68% CL'}]";
    expect(asBands(errors)).toMatchObject({ plus1: [0.12000000000000001, 0.22], plus2: [0.18, 0.28] });
    const other = ", errors: [{symerror: 0.01, label: stat}, {symerror: 0.02, label: 1 s.d.}]";
    expect(asBands(other)).toMatchObject({ plus1: [0.12000000000000001, 0.22] });
    expect(asBands(other)).not.toHaveProperty("plus2");
  });

  it("must have both sides, in every cell", () => {
    expect(() => asBands(", errors: [{asymerror: {plus: 0.1}}]")).toThrow("an error of limit must have both sides");
    expect(() => read({ errors: [", errors: [{symerror: 0.01}]", ""] }, { expected: "limit" })).toThrow(
      "limit must have 1 errors in each cell",
    );
  });
});

describe("units of headers", () => {
  it("are turned into ours", () => {
    expect(read({ massUnits: "MeV" }).mass).toEqual([0.0005, 0.0015]);
    expect(read({ units: "pb" })).toMatchObject({ unit: "fb", value: [100, 200] });
    const inverse = { info: { ...info, unit: "GeV^-1" } };
    expect(readTable(table({ units: "TeV$^{-1}$" }), inverse)).toMatchObject({ value: [1e-4, 2e-4] });
  });

  it("are refused where they mean something else", () => {
    expect(() => read({ massUnits: "cm" })).toThrow("unit cm cannot be turned into GeV");
    expect(() => read({ units: "GeV" })).toThrow("unit GeV cannot be turned into fb");
    expect(read({ units: "GeV" }, { scale: 2 })).toMatchObject({ value: [0.2, 0.4] });
  });
});

describe("names", () => {
  const long = "search for a long-lived particle in b to k s".padEnd(64, "x");
  const named = (...ids: string[]): Record<string, string> =>
    hepDataFiles(ids.map((id) => curve([1, 2], [1, 2], { id })));

  it("are unique in tables and files, however long or alike identifiers are", () => {
    const ids = [`${long}mumu`, `${long}ee`, "a b", "a_b", "submission", "🎉".repeat(70)];
    const files = named(...ids);
    expect(checkHepData(files)).toEqual([]);
    expect(Object.keys(files)).toHaveLength(1 + ids.length);
    expect(readHepData(files).map(({ id }) => id)).toEqual(ids);
    // Nothing is cut in the middle of a code point.
    expect(files["submission.yaml"]).not.toMatch(/[\uD800-\uDFFF]/u);
  });

  it("that two tables share are found by the check", () => {
    const files = named("one", "two");
    files["submission.yaml"] = files["submission.yaml"].replace("name: two", "name: one");
    expect(checkHepData(files)).toEqual(["submission.yaml, document 3: name is that of document 2: one"]);
  });
});

describe("files that are none", () => {
  it.each([
    ["no YAML", "a: [", "readTable: must be YAML"],
    ["a list", "- 1\n", "must have independent_variables"],
    ["a column that is none", "independent_variables: [1]\ndependent_variables: [2]\n", "with header and values"],
    ["columns of two lengths", table({}).replace(", {value: 1.5}", ""), "columns must have equal lengths, got 1, 2"],
  ])("are refused: %s", (_, text, message) => {
    expect(() => readTable(text, { info })).toThrow(message);
    expect(() => readTable(text, { info })).toThrow(RangeError);
  });

  it("unknown options are refused", () => {
    expect(() => read({}, { masses: "m" })).toThrow(
      'readTable: option must be one of info, mass, value, expected, scale, got "masses"',
    );
  });
});
