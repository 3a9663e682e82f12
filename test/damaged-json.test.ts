// Everything that reads JSON is given every single damage of a file that is right: it is read or refused in words, and never
// with an error of the engine.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, parseAllDocuments, type Document } from "yaml";
import { describe, expect, it } from "vitest";
import * as hf from "@belladonna/histfactory";
import { cite, limit, limitFromJson, limitToCsv, limitToJson } from "@belladonna/limits";
import type { Limit, LimitInfo } from "@belladonna/limits";
import { checkHepData, hepDataFiles, readHepData, readTable } from "@belladonna/limits/hepdata";
import { everyModifier } from "../packages/histfactory/test/every-modifier.js";
import { journalOf } from "../packages/scan/src/cluster/journal.js";
import { drawFigure } from "../packages/searches/src/report/figure.js";
import { readFigures } from "../packages/searches/src/report/read-figures.js";
import { triggerPlot } from "../packages/searches/src/report/trigger-plot.js";
import { InputError } from "../packages/searches/src/user-error.js";
import { damages } from "./damages.js";
import { isOwn } from "./fuzz/fuzz.js";

const facts: LimitInfo = {
  ...{ id: "mine", observable: "gPhoton", unit: "GeV^-1", cl: 0.95, kind: "observed", method: "CLs", luminosity: 3 },
  ...{ portal: "alp", experiment: "Belle II", finalState: "gamma gamma", label: "ours", data: "pseudo-data" },
  reference: { key: "k", authors: "A", title: "t", journal: "J", year: 2020, eprint: "1", doi: "d", note: "Fig. 5" },
  provenance: { source: "s", standing: "read", licence: "l", redigitisationOf: "x", aliases: ["a"], note: "n" },
};
const expected = { median: [1, 2], minus1: [0.9, 1.9], plus1: [1.1, 2.1], minus2: [0.8, 1.8], plus2: [1.2, 2.2] };
const limits: readonly Limit[] = [
  { ...facts, shape: "curve", mass: [1, 2], value: [1, 2], expected },
  { ...facts, shape: "interval", mass: [1, 2], lower: [1, 2], upper: [3, 4], expected, scanned: [0.1, 10] },
  { ...facts, shape: "contour", mass: [1, 2, 1.5], value: [1, 2, 3] },
  {
    ...{ ...facts, shape: "grid", mass: [1, 2], ctau: [1, 2] },
    value: [
      [1, 2],
      [3, 4],
    ],
  },
];
const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
const formatted = (one: Limit): unknown => JSON.parse(limitToJson(one));

const bins = { signal: [5, 10], background: [50, 60], observed: [52, 57] };
const workspace = hf.uncorrelatedBackground(bins, [5, 12]);
const patchSet = {
  metadata: {
    references: { hepdata: "ins1234567" },
    description: "patches",
    digests: { sha256: hf.workspaceDigest(workspace) },
    labels: ["mass"],
  },
  patches: [
    {
      metadata: { name: "m1", values: [1] },
      patch: [
        { op: "replace", path: "/channels/0/samples/0/data", value: [1, 2] },
        { op: "copy", from: "/channels/0/samples/0", path: "/channels/0/samples/-" },
        { op: "remove", path: "/channels/0/samples/2" },
      ],
    },
  ],
  version: "1.0.0",
};

/** YAML is slow to read: tables with no more than they must have. */
const said = { observable: "gPhoton", unit: "GeV^-1", cl: 0.95, kind: "observed" } as const;
const { median, minus1, plus1 } = expected;
const slim: readonly Limit[] = [
  { ...said, id: "a", shape: "curve", mass: [1, 2], value: [1, 2], expected: { median, minus1, plus1 } },
  { ...said, id: "b", shape: "interval", mass: [1, 2], lower: [1, 2], upper: [3, 4] },
  { ...said, id: "c", shape: "contour", mass: [1, 2, 1.5], value: [1, 2, 3] },
];
const files = hepDataFiles(slim.map((one) => limit(one)));
const tables = Object.keys(files).filter((name) => name !== "submission.yaml");
const submission = (parseAllDocuments(files["submission.yaml"]) as Document[]).map((one) => one.toJS() as unknown);
/** JSON is YAML. */
const withSubmission = (documents: unknown): Record<string, string> => ({
  ...files,
  "submission.yaml": [documents]
    .flat()
    .map((one) => JSON.stringify(one))
    .join("\n---\n"),
});

const run = {
  format: "belladonna-results/1",
  search: "zprime-to-muons",
  masses: { own: [{ mass: 1, efficiency: 0.3, triggerEfficiency: 0.9 }] },
  limits: [formatted(limits[0])],
  projection: [formatted(limits[0])],
  figures: [
    {
      ...{ name: "own", process: "e+ e- -> mu mu", axis: "$g'$", particle: "Z'", limit: 0, projection: 0 },
      published: [formatted(limits[1])],
      projections: [],
    },
  ],
};
const folder = mkdtempSync(join(tmpdir(), "belladonna-damaged-"));
const jobs = {
  format: "belladonna-cluster/1",
  scan: "mark",
  submissions: [{ name: "scan", folder: "jobs", chunks: [[0, 1], [2]], id: "17" }],
};

/** A reader, what it reads, and what is done with that. */
type Reader = readonly [name: string, document: unknown, read: (document: unknown) => unknown];

const readers: readonly Reader[] = [
  ...limits.map((one): Reader => [`limitFromJson of a ${one.shape}`, formatted(one), limitFromJson]),
  ...limits.map((one): Reader => {
    const use = (data: unknown): unknown => {
      const made = limit(data as Limit);
      return [cite(made), limitToJson(made), made.shape === "curve" ? limitToCsv(made) : ""];
    };
    return [`limit of a ${one.shape}`, one, use];
  }),
  ["parseWorkspace", plain(everyModifier), hf.parseWorkspace],
  ["histFactory", plain(workspace), (document) => hf.histFactory(document as hf.Workspace)],
  ["parsePatchSet", patchSet, hf.parsePatchSet],
  ["a patch set", patchSet, (set) => hf.histFactory(workspace, { patch: { set: set as hf.PatchSet, key: "m1" } })],
  ["readHs3", plain(hf.writeHs3(hf.parseWorkspace(workspace))), (document) => hf.readHs3(document)],
  ...tables.map((name): Reader => {
    return [`readTable of ${name}`, parse(files[name]), (table) => readTable(JSON.stringify(table))];
  }),
  [
    "checkHepData of a table",
    parse(files[tables[2]]),
    (table) => checkHepData({ ...files, [tables[2]]: JSON.stringify(table) }),
  ],
  ["readHepData", submission, (documents) => readHepData(withSubmission(documents))],
  ["checkHepData", submission, (documents) => checkHepData(withSubmission(documents))],
  [
    "figures of a run",
    run,
    (document) => {
      writeFileSync(join(folder, "limits.json"), JSON.stringify(document));
      const { figures, measured } = readFigures(folder);
      return [figures.map(drawFigure), measured.length > 0 && triggerPlot(measured)];
    },
  ],
  [
    "jobs of a scan",
    jobs,
    (document) => {
      const readText = (): Promise<string> => Promise.resolve(JSON.stringify(document));
      const other = () => Promise.reject(new Error("not called"));
      const options = { command: other, writeText: other, readText, folder: "f", script: "run {points} {results}" };
      return journalOf({ ...options, chunk: 1, retries: 0, poll: 1, quiet: 1, patience: 1 }, "mark").read();
    },
  ],
];

describe("damaged JSON", () => {
  it.each(readers)("is read or refused in words by %s", async (_name, document, read) => {
    await read(structuredClone(document));
    let refused = 0;
    const other: string[] = [];
    for (const { what, document: damaged } of damages(document)) {
      try {
        await read(damaged);
      } catch (error) {
        if (isOwn(error) || error instanceof InputError) refused++;
        else other.push(`${what}: ${error instanceof Error ? (error.stack ?? "") : String(error)}`);
      }
    }
    expect(other.slice(0, 3)).toEqual([]);
    if (!_name.startsWith("checkHepData")) expect(refused).toBeGreaterThan(20);
  });
});
