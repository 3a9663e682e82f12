import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { numberText, yamlText } from "../src/hepdata/yaml-text.js";
import { checkHepData } from "../src/hepdata/check.js";
import { hepDataFiles } from "../src/hepdata/files.js";
import { readHepData, readTable } from "../src/hepdata/read.js";
import { writeHepData } from "../src/hepdata.js";
import { limit } from "../src/limit.js";
import { published } from "../src/published/published.js";
import { brokenSubmissions, rightSubmission } from "./hepdata-rules.js";
import { curve, info } from "./helpers.js";

const provenance = { source: "HEPData table", standing: "published" } as const;
const bands = { median: [1e-7, 2], minus2: [5e-8, 1], minus1: [7e-8, 1.5], plus1: [2e-7, 3], plus2: [3e-7, 4] };
const limits = [
  curve([0.1, 2], [1e-7, Infinity], { id: "a", kind: "bands", provenance, luminosity: 0.445, expected: bands }),
  limit({ ...info, id: "b", provenance, shape: "interval", mass: [1, 1], lower: [1e-7, 2], upper: [1, Infinity] }),
  limit({ ...info, id: "c", provenance, portal: "alp", shape: "contour", mass: [1, 2, 1], value: [1, 2, 3e-10] }),
  limit({
    ...info,
    id: "d",
    provenance,
    shape: "grid",
    mass: [1, 2],
    ctau: [1, 2],
    value: [
      [1, NaN],
      [2, 3e-9],
    ],
  }),
];

describe("numberText", () => {
  // The float of YAML 1.1, https://yaml.org/type/float.html, as its common readers take it: a point is needed, and a sign.
  const yaml11 = /^[-+]?(\d[\d_]*)\.[\d_]*([eE][-+]\d+)?$/;
  it("is a number to a YAML 1.1 reader, and the same number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const text = numberText(x);
        expect(Number.isInteger(x) && !text.includes("e") ? /^-?\d+$/.test(text) : yaml11.test(text)).toBe(true);
        expect(Number(text)).toBe(x === 0 ? Number(text) : x);
      }),
    );
    expect([1e-7, 1e21, 1.5e-10, 3, Infinity, -Infinity, NaN].map(numberText)).toEqual([
      "1.0e-7",
      "1.0e+21",
      "1.5e-10",
      "3",
      ".inf",
      "-.inf",
      ".nan",
    ]);
  });
});

describe("yamlText", () => {
  it("quotes texts that a reader of either version could take for something else", () => {
    const tricky = ["1e-7", "1.0e-7", "yes", "no", "on", "~", "null", "0x1F", "1_000", "12:30", "- a", "a: b"];
    expect(parse(yamlText(tricky), { version: "1.1" })).toEqual(tricky);
    expect(parse(yamlText(tricky), { version: "1.2" })).toEqual(tricky);
  });
});

describe("hepDataFiles", () => {
  const files = hepDataFiles(limits, { cmEnergies: [10.58], reactions: ["E+ E- --> GAMMA AXION"] });

  it("obeys the schema, read as YAML 1.1", () => {
    expect(checkHepData(files)).toEqual([]);
    expect(Object.keys(files)).toEqual(["submission.yaml", "a.yaml", "b.yaml", "c.yaml", "d.yaml"]);
  });

  it("writes no number that YAML 1.1 takes for a text", () => {
    for (const text of Object.values(files)) expect(text).not.toMatch(/: -?\d+e/);
    expect(files["a.yaml"]).toContain("value: 1.0e-7");
  });

  it("comes back bit for bit", () => {
    expect(readHepData(files)).toEqual(limits);
  });

  it("holds a published limit with its citation", async () => {
    const alp = await published.get("BelleII_ALP_gammagamma_2020_xsec");
    const own = hepDataFiles(alp);
    expect(checkHepData(own)).toEqual([]);
    expect(own["submission.yaml"]).toContain("2007.13071");
    expect(readHepData(own)[0]).toMatchObject({ mass: alp.mass, value: (alp as { value: unknown }).value, cl: 0.95 });
  });

  it("refuses two limits of one name", () => {
    expect(() => hepDataFiles([limits[0], limits[0]])).toThrow(/got a twice/);
  });
});

describe("checkHepData", () => {
  it("says what is wrong with a submission", () => {
    const good = hepDataFiles(limits[0]);
    expect(checkHepData({})).toEqual(["submission.yaml: missing"]);
    expect(checkHepData({ "submission.yaml": good["submission.yaml"] })).toEqual(["a.yaml: missing"]);
    expect(checkHepData({ ...good, "a.yaml": "independent_variables: []" }).join()).toMatch(/dependent_variables/);
    const short = good["a.yaml"].replace(/ {6}- value: 2\n/, "");
    expect(checkHepData({ ...good, "a.yaml": short }).join()).toMatch(/equal lengths/);
    const unknown = good["submission.yaml"].replace("name: reactions", "name: reaction");
    expect(checkHepData({ ...good, "submission.yaml": unknown }).join()).toMatch(/allowed values/);
  });
});

describe("checkHepData of damaged files", () => {
  const good = hepDataFiles(limits[0]);
  const table = good["a.yaml"];
  const of = (text: string): string[] => checkHepData({ ...good, "a.yaml": text });
  const submission = (text: string): string[] => checkHepData({ ...good, "submission.yaml": text });

  it.each([
    ["an open bracket", "independent_variables: [1, 2\n", /^a\.yaml: not YAML: /],
    ["a tab", "independent_variables:\n\t- 1\n", /^a\.yaml: not YAML: /],
    ["an alias of nothing", "independent_variables: *a\n", /^a\.yaml: not YAML: /],
    ["nothing", "", /^a\.yaml : must be object/],
    ["a list", "- 1\n", /^a\.yaml : must be object/],
    [
      "columns that are none",
      "independent_variables: [3]\ndependent_variables: [{}]\n",
      /independent_variables\/0: must/,
    ],
    ["half a file", table.slice(0, table.length / 2), /a\.yaml/],
  ])("names what is wrong with a table of %s", (_what, text, message) => {
    expect(of(text).join("\n")).toMatch(message);
  });

  it.each([
    ["an open quote", '---\ncomment: "a\n', /^submission\.yaml, document 1: not YAML: /],
    ["no text", "", /^submission\.yaml: has no document$/m],
    ["a number", "---\ncomment: a\n---\n3\n", /document 2 : must be object/],
    [
      "a file that is a number",
      good["submission.yaml"].replace("data_file: a.yaml", "data_file: 3"),
      /data_file: must be string/,
    ],
    ["a file of every object", good["submission.yaml"].replace("a.yaml", "toString"), /^toString: missing/],
  ])("names what is wrong with a submission of %s", (_what, text, message) => {
    expect(submission(text).join("\n")).toMatch(message);
  });
});

describe("the rules of HEPData", () => {
  it("are kept by a right submission, by one range of energies, and by errors in per cent or of one side", () => {
    expect(checkHepData(rightSubmission)).toEqual([]);
    const range = rightSubmission["submission.yaml"].replaceAll("- 10.58", "- 1.7-4.7");
    expect(checkHepData({ ...rightSubmission, "submission.yaml": range })).toEqual([]);
    const errors = "errors: [{symerror: 4.4%}, {asymerror: {minus: '', plus: 1.0}}, {symerror: 0}]";
    const text = `independent_variables: [{header: {name: m}, values: [{low: 1, high: .inf}]}]
dependent_variables: [{header: {name: s}, values: [{value: 1, ${errors}}]}]`;
    expect(checkHepData({ ...rightSubmission, "a.yaml": text })).toEqual([]);
  });

  it.each(brokenSubmissions)("forbid %s", (_what, files, message) => {
    expect(checkHepData(files).join("\n")).toMatch(message);
  });
});

describe("readTable", () => {
  it("reads a table of other hands: bins, bands as errors, missing cells", () => {
    const table = `
independent_variables:
- header: {name: m, units: GeV}
  values: [{low: 1, high: 3}, {value: 4.0}]
dependent_variables:
- header: {name: obs}
  values: [{value: 1.0}, {value: '-'}]
- header: {name: exp}
  values:
  - value: 2.0
    errors: [{asymerror: {minus: -0.5, plus: 1.0}, label: 1 s.d.}, {symerror: 1.5, label: 2 s.d.}]
  - value: 3.0
    errors: [{asymerror: {minus: -1, plus: 2}}, {symerror: 2}]
`;
    const got = readTable(table, { info: { ...info, kind: "bands" }, expected: "exp", scale: 1000 });
    expect(got).toMatchObject({ mass: [2, 4], value: [1000, Infinity] });
    const expected = {
      median: [2e3, 3e3],
      minus1: [1.5e3, 2e3],
      plus1: [3e3, 5e3],
      minus2: [500, 1e3],
      plus2: [3.5e3, 5e3],
    };
    expect("expected" in got && got.expected).toEqual(expected);
    expect(() => readTable(table)).toThrow(/id must be stated/);
    expect(() => readTable(table, { info, value: "none" })).toThrow(/no column "none", got obs, exp/);
    expect(() => readTable("a: 1")).toThrow(/independent_variables/);
  });

  it("misses nothing silently when a file is absent", () => {
    const files = hepDataFiles(limits[0]);
    expect(() => readHepData({})).toThrow(/submission.yaml/);
    expect(() => readHepData({ "submission.yaml": files["submission.yaml"] })).toThrow(/a.yaml/);
  });
});

describe("writeHepData", () => {
  it("hands all files to the place they go", async () => {
    const seen: string[] = [];
    const paths = await writeHepData(limits[0], "out", {
      sink: (folder, files) => {
        seen.push(...Object.keys(files).map((n) => `${folder}/${n}`));
        return Promise.resolve(seen);
      },
    });
    expect(paths).toEqual(["out/submission.yaml", "out/a.yaml"]);
  });
});
