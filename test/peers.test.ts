// Other programs read what we write, and we read what they write. Skipped where there is no Python with the peers:
// `python3 -m venv V; V/bin/pip install -r bench/peers/requirements.txt; PEERS_PYTHON=V/bin/python npx vitest run test/peers.test.ts`
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate, qed, readLhe, treeProcess, writeLhe } from "@belladonna/events";
import { histFactory, parseWorkspace, uncorrelatedBackground, workspaceDigest } from "@belladonna/histfactory";
import { readHistFactoryXml } from "@belladonna/histfactory/xml";
import { fromIpc, toIpc } from "@belladonna/kinematics/arrow";
import { fromParquet, toParquet } from "@belladonna/kinematics/parquet";
import { readTree } from "@belladonna/kinematics/root";
import type { EventTable } from "@belladonna/kinematics";
import { limitToJson, published } from "@belladonna/limits";
import { hepDataFiles } from "@belladonna/limits/hepdata";
import { condorSubmitFile } from "@belladonna/scan";
import { Histogram, hypothesisTest, regularAxis } from "@belladonna/stats";
import { brokenSubmissions, rightSubmission } from "../packages/limits/test/hepdata-rules.js";
import { askPeer, exchangeFolder, hasPeers } from "./peers/python.js";

const events = generate(treeProcess({ model: qed(), outgoing: [13, -13] }), { sqrtS: 10.58, seed: 1, events: 20 });
const bytes = (path: string): ArrayBuffer => Uint8Array.from(readFileSync(path)).buffer;
const rows = ({ particles: p, offsets }: EventTable, i: number): number[][] =>
  Array.from({ length: offsets[i + 1] - offsets[i] }, (_, k) => offsets[i] + k).map((k) =>
    [p.pdgId, p.status, p.px, p.py, p.pz, p.e, p.m].map((column) => column[k]),
  );
const allRows = (table: EventTable): number[][][] => Array.from({ length: table.length }, (_, i) => rows(table, i));

describe.skipIf(!hasPeers("pylhe"))("pylhe", () => {
  it("reads our events to the last bit, and we read what it writes of them", () => {
    const folder = exchangeFolder();
    const text = writeLhe(events);
    writeFileSync(join(folder, "ours.lhe"), text);
    const ours = readLhe(text);
    const read = askPeer("lhe", folder) as { weight: number; particles: number[][] }[];
    const seen = read.map(({ particles }) => particles.map(([id, status, , , ...p]) => [id, status, ...p]));
    // Incoming particles are of status -1 there, and of ours too.
    expect(seen).toEqual(allRows(ours));
    const theirs = readLhe(readFileSync(join(folder, "theirs.lhe"), "utf8"));
    // Written with fewer digits than doubles have.
    allRows(theirs).forEach((event, i) => {
      event.forEach((row, k) => {
        row.forEach((x, j) => {
          expect(Math.abs(x - allRows(ours)[i][k][j])).toBeLessThan(1e-7);
        });
      });
    });
  });
});

describe.skipIf(!hasPeers("awkward", "pyarrow", "boost_histogram.serialization"))("the page on Python", () => {
  const page = readFileSync(new URL("../examples/output/results-as-json.txt", import.meta.url), "utf8");
  const snippets = [...page.matchAll(/^in Python: (.*)$/gm)].map(([, code]) => code);

  it("says lines that read limits, histograms and events", async () => {
    const folder = exchangeFolder();
    const limit = await published.get("BelleII_Zprime_invisible_2020");
    const histogram = new Histogram([regularAxis(4, 0, 2, "mass")]).fill([[0.1, 0.7, 0.8, 2.5]]);
    writeFileSync(join(folder, "limit.json"), limitToJson(limit));
    writeFileSync(join(folder, "histogram.json"), JSON.stringify(histogram));
    writeFileSync(join(folder, "events.arrow"), toIpc(events, "file"));
    const read = snippets.map((code) => {
      writeFileSync(join(folder, "snippet.py"), code);
      return askPeer("snippet", folder);
    });
    expect(read).toEqual([limit.mass, [0, 1, 2, 0, 0, 1], allRows(events).map((event) => event.map(([, , px]) => px))]);
  });
});

describe.skipIf(!hasPeers("pyarrow", "polars"))("pyarrow and polars", () => {
  it("read our columns to the last bit, and we read theirs, whatever the compression", async () => {
    const folder = exchangeFolder();
    writeFileSync(join(folder, "ours.arrow"), toIpc(events));
    writeFileSync(join(folder, "ours.parquet"), new Uint8Array(toParquet(events)));
    interface Read {
      readonly arrow: readonly { readonly weight: number; readonly particles: readonly Record<string, number>[] }[];
      readonly parquet: readonly { readonly px: readonly number[] }[];
      readonly polars: readonly { readonly px: readonly number[] }[];
    }
    const read = askPeer("columns", folder) as Read;
    expect(read.arrow.map(({ weight }) => weight)).toEqual([...events.weights]);
    const names = ["pdgId", "status", "px", "py", "pz", "e", "m"];
    expect(read.arrow.map(({ particles }) => particles.map((p) => names.map((name) => p[name])))).toEqual(
      allRows(events),
    );
    const px = allRows(events).map((event) => event.map((row) => row[2]));
    for (const table of [read.parquet, read.polars]) expect(table.map((row) => row.px)).toEqual(px);
    const back = [fromIpc(new Uint8Array(bytes(join(folder, "theirs.arrow"))))];
    for (const name of ["none", "snappy", "gzip", "zstd", "lz4"].map((codec) => `pyarrow-${codec}`).concat("polars")) {
      back.push(await fromParquet(bytes(join(folder, `${name}.parquet`))));
    }
    for (const table of back) {
      expect(allRows(table)).toEqual(allRows(events));
      expect([...table.weights]).toEqual([...events.weights]);
    }
  });
});

describe.skipIf(!hasPeers("uproot", "awkward"))("uproot", () => {
  it("writes trees and RNTuples that we read", async () => {
    const folder = exchangeFolder();
    const px = allRows(events).map((event) => event.map((row) => row[2]));
    const pdgId = allRows(events).map((event) => event.map((row) => row[0]));
    const weight = [...events.weights];
    const number = weight.map((_, i) => (i % 2 === 0 ? 1 : -1) * (2 ** 40 + i));
    writeFileSync(join(folder, "events.json"), JSON.stringify({ px, pdgId, weight, number }));
    askPeer("root", folder);
    for (const name of ["theirs.root", "ntuple.root"]) {
      const { entries, columns } = await readTree(bytes(join(folder, name)), "events", [
        "px",
        "pdgId",
        "weight",
        "number",
      ]);
      expect(entries).toBe(events.length);
      expect([...(columns.get("weight") as Float64Array)]).toEqual(weight);
      expect([...(columns.get("number") as Float64Array)]).toEqual(number);
      for (const [column, values] of [
        ["px", px],
        ["pdgId", pdgId],
      ] as const) {
        const ragged = columns.get(column) as { offsets: Int32Array; values: Float64Array };
        expect([...ragged.values]).toEqual(values.flat());
        expect([...ragged.offsets]).toEqual(values.reduce((ends, v) => [...ends, (ends.at(-1) ?? 0) + v.length], [0]));
      }
    }
  });
});

describe.skipIf(!hasPeers("hepdata_validator"))("hepdata-validator", () => {
  it("takes what we take and refuses what we refuse", async () => {
    const folder = exchangeFolder();
    const limits = await Promise.all(
      published.find({ portal: "alp", experiment: "Belle II" }).map(({ id }) => published.get(id)),
    );
    const submissions = [rightSubmission, hepDataFiles(limits), ...brokenSubmissions.map(([, files]) => files)];
    submissions.forEach((files, i) => {
      mkdirSync(join(folder, String(i)));
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, String(i), name), text);
    });
    const verdicts = askPeer("hepdata", folder) as Record<string, boolean>;
    expect(submissions.map((_, i) => verdicts[i])).toEqual(submissions.map((_, i) => i < 2));
  });
});

describe.skipIf(!hasPeers("pyhf", "uproot"))("pyhf", () => {
  it("finds in our workspace what we find, and writes workspaces and XML that we read", async () => {
    const folder = exchangeFolder();
    const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
    const ours = uncorrelatedBackground(counts, [3, 7]);
    writeFileSync(join(folder, "ours.json"), JSON.stringify(ours));
    const { digest, cls, value } = askPeer("workspaces", folder) as { digest: string; cls: number; value: number };
    expect(workspaceDigest(ours)).toBe(digest);
    const likelihood = histFactory(ours);
    const start = Float64Array.from(likelihood.parameters, (p) => p.start);
    expect(Math.abs(likelihood.value(start) / value - 1)).toBeLessThan(1e-12);
    // Its minimiser stops a little before the minimum.
    expect(Math.abs(hypothesisTest(likelihood, 1).cls / cls - 1)).toBeLessThan(1e-4);
    const combined = parseWorkspace(readFileSync(join(folder, "theirs.json"), "utf8"));
    expect(combined.channels.map(({ name }) => name)).toEqual(["singlechannel", "another"]);
    const xml = await readHistFactoryXml("combination.xml", {
      text: (path) => Promise.resolve(readFileSync(path.startsWith("/") ? path : join(folder, path), "utf8")),
      bytes: (path) => Promise.resolve(bytes(path.startsWith("/") ? path : join(folder, "xml/data", basename(path)))),
    });
    expect(histFactory(xml).expected(start)).toEqual(likelihood.expected(start));
  });
});

describe.skipIf(!hasPeers("htcondor2"))("HTCondor", () => {
  it("understands our submit file as it is meant, in a folder of any name", () => {
    const folder = exchangeFolder();
    const shared = "/shared/a $HOME it's 100% %A folder";
    const further = { request_memory: "2GB", "+JobFlavour": '"longlunch"' };
    writeFileSync(join(folder, "scan.sub"), condorSubmitFile(shared, "belladonna-ab12-0", 7, further));
    expect(askPeer("condor", folder)).toEqual({
      queue: "7",
      commands: {
        executable: "/bin/bash",
        // In HTCondor's second syntax a quote inside quotes is doubled; the number of the first job is 0.
        arguments: `"'${shared.replace("'", "''")}/scan.sh' 0"`,
        output: `${shared}/job-1_0.log`,
        error: `${shared}/job-1_0.log`,
        log: `${shared}/condor.log`,
        batch_name: "belladonna-ab12-0",
        request_memory: "2GB",
        "MY.JobFlavour": '"longlunch"',
      },
    });
  });
});
