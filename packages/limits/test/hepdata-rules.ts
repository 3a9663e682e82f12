// Submissions that break one rule of HEPData each, with what our check says; the official validator refuses each of them.
import { hepDataFiles } from "../src/hepdata/files.js";
import { curve } from "./helpers.js";

const good = hepDataFiles([curve([1, 2], [3, 4], { id: "a" }), curve([1, 2], [3, 4], { id: "b" })], {
  cmEnergies: [10.58],
});
const table = (independent: string, dependent: string): string =>
  `independent_variables:\n- header: {name: m}\n  values: [${independent}]\ndependent_variables: ${dependent}\n`;
const limits = (cells: string): string => `\n- header: {name: s}\n  values: [${cells}]`;
const withTable = (text: string): Record<string, string> => ({ ...good, "a.yaml": text });
const inSubmission = (from: string, to: string): Record<string, string> => ({
  ...good,
  "submission.yaml": good["submission.yaml"].replace(from, to),
});

/** A submission without a fault. */
export const rightSubmission: Readonly<Record<string, string>> = good;

/** What is broken, the files, and the fault in our words. */
export const brokenSubmissions: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  [
    "an energy that is a text",
    inSubmission("- 10.58", "- high"),
    /cmenergies must be numbers, GeV, or one range, got high/,
  ],
  ["a range among energies", inSubmission("- 10.58", "- 1.7-4.7\n      - 5"), /cmenergies must be .* got 1\.7-4\.7/],
  ["two tables of one name", inSubmission("name: b\n", "name: a\n"), /name is that of document 2: a/],
  [
    "two tables in one file",
    inSubmission("data_file: b.yaml", "data_file: a.yaml"),
    /data_file must be of one table, got a\.yaml/,
  ],
  ["a file that is missing", inSubmission("data_file: b.yaml", "data_file: c.yaml"), /^c\.yaml: missing/m],
  ["a file that nobody names", { ...good, "c.yaml": good["a.yaml"] }, /^c\.yaml: is not named in submission\.yaml/m],
  ["no table", { "submission.yaml": "---\ncomment: nothing\n" }, /must have a document about a table/],
  [
    "a resource that is missing",
    inSubmission("data_file: b.yaml", "data_file: b.yaml\nadditional_resources:\n- {location: c.png, description: x}"),
    /c\.png: missing/,
  ],
  [
    "a licence without an address",
    inSubmission("data_file: b.yaml", "data_file: b.yaml\ndata_license: {name: x}"),
    /data_license: must have required property 'url'/,
  ],
  ["a long name", inSubmission("name: b\n", `name: ${"b".repeat(65)}\n`), /must NOT have more than 64 characters/],
  [
    "columns of two lengths",
    withTable(table("{value: 1}", limits("{value: 1}, {value: 2}"))),
    /equal lengths, got 1, 2/,
  ],
  ["no limits", withTable(table("{value: 1}", "[]")), /must have a dependent variable/],
  [
    "a range as text",
    withTable(table("{value: 1.7-4.7}", limits("{value: 1}"))),
    /a range is given by low and high, got 1\.7-4/,
  ],
  [
    "a bin without ends",
    withTable(table("{low: -.inf, high: .inf}", limits("{value: 1}"))),
    /a bin must have a finite end/,
  ],
  [
    "two bins without upper end",
    withTable(table("{low: 1, high: .inf}, {low: 2, high: .inf}", limits("{value: 1}, {value: 2}"))),
    /one bin without high end at most, got 1 to Infinity, 2 to Infinity/,
  ],
  ["a bin without high", withTable(table("{low: 1}", limits("{value: 1}"))), /^a\.yaml .*must/m],
  [
    "errors of 0",
    withTable(table("{value: 1}", limits("{value: 1, errors: [{symerror: 0}]}"))),
    /errors must not all be 0/,
  ],
  [
    "an error of words",
    withTable(table("{value: 1}", limits("{value: 1, errors: [{symerror: small}]}"))),
    /number or per cent, got small/,
  ],
  [
    "an empty error",
    withTable(table("{value: 1}", limits("{value: 1, errors: [{symerror: ''}]}"))),
    /an error must not be empty/,
  ],
  [
    "an error of both kinds",
    withTable(table("{value: 1}", limits("{value: 1, errors: [{symerror: 1, asymerror: {minus: 1, plus: 1}}]}"))),
    /^a\.yaml .*must/m,
  ],
  ["a table with more in it", withTable(`${good["a.yaml"]}title: x\n`), /must NOT have additional properties/],
];
