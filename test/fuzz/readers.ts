// Every reader of the packages with small files that are right: what the fuzzing breaks.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { readLhe, writeLhe } from "@belladonna/events";
import { parsePatchSet, parseWorkspace, uncorrelatedBackground } from "@belladonna/histfactory";
import { readHistFactoryXml } from "@belladonna/histfactory/xml";
import { eventTable } from "@belladonna/kinematics";
import { fromIpc, toIpc } from "@belladonna/kinematics/arrow";
import { fromCsv, toCsv } from "@belladonna/kinematics/csv";
import { fromParquet, toParquet } from "@belladonna/kinematics/parquet";
import { readTree } from "@belladonna/kinematics/root";
import { limit, limitFromCsv, limitFromJson, limitToCsv, limitToJson, published } from "@belladonna/limits";
import type { CurveLimit } from "@belladonna/limits";
import { hepDataFiles, readHepData, readTable } from "@belladonna/limits/hepdata";
import { level1MenuText, parseCut, parseMenu } from "@belladonna/trigger";

/** A reader and files that it takes. */
export interface FuzzedReader {
  readonly name: string;
  readonly files: readonly Uint8Array[];
  readonly read: (bytes: Uint8Array) => unknown;
  /** Read by a library: broken files may cost it all memory or time, so they are tried in a process of their own. */
  readonly library?: boolean;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const root = new URL("../../", import.meta.url);
const text = (read: (text: string) => unknown) => (bytes: Uint8Array) => read(decoder.decode(bytes));
const buffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
const stored = (path: string): Uint8Array => readFileSync(new URL(path, root));

const foreign = JSON.parse(decoder.decode(stored("packages/kinematics/test/data/foreign.json"))) as {
  files: Record<string, string>;
};
const file = (name: string): Uint8Array => Uint8Array.from(Buffer.from(foreign.files[name], "base64"));

const events = eventTable((b) => {
  b.event(2);
  b.row(22, 1, -1, 1, 2, 3, 4, 0, 0, 0, 0, 0);
  b.row(11, 2, -1, -1, 2, 3, 4, 0.1, 0, 0, 0, 0);
  b.row(11, 1, 1, -1, 2, 3, 4, 0.1, 0.5, 0, 0, 0.01);
  b.event(1);
  b.event(1);
  b.row(-13, 1, -1, 1e-3, 2e5, 3, 4, 0, 0, 0, 0, 0);
});
const lheFolder = "packages/events/test/data/lhe/";
const madgraph = decoder.decode(gunzipSync(stored(`${lheFolder}tautauS_m2_mumu.lhe.gz`)));
// The header and twenty events.
const lhe = readLhe(`${madgraph.split("<event>").slice(0, 21).join("<event>")}</LesHouchesEvents>\n`);
const curve = await published.get("BESIII_ALP_gammagamma_2022");
// YAML is slow to read: few masses.
const { mass, value } = curve as CurveLimit;
const record = hepDataFiles([limit({ ...(curve as CurveLimit), mass: mass.slice(0, 12), value: value.slice(0, 12) })]);
const tableFile = Object.keys(record).find((name) => name !== "submission.yaml") ?? "";
const workspace = uncorrelatedBackground({ signal: [5, 10], background: [50, 60], observed: [52, 57] }, [5, 12]);
const patchSet = {
  metadata: {
    references: { hepdata: "ins1234567" },
    description: "patches",
    digests: { sha256: "0".repeat(64) },
    labels: ["mass"],
  },
  patches: [
    {
      metadata: { name: "m1", values: [1] },
      patch: [{ op: "replace", path: "/channels/0/samples/0/data", value: [1, 2] }],
    },
  ],
  version: "1.0.0",
};
const xml = JSON.parse(decoder.decode(stored("packages/histfactory/test/data/histfactory-xml.json"))) as {
  files: Record<string, string>;
  root: string;
};
const rootBytes = Uint8Array.from(Buffer.from(xml.root, "hex"));

/** A HistFactory XML workspace with one of its files broken. */
const xmlWith = (name: string) => (bytes: Uint8Array) =>
  readHistFactoryXml("combination.xml", {
    text: (path) => {
      const own = path.replace("./", "");
      if (own === name) return Promise.resolve(decoder.decode(bytes));
      if (own in xml.files) return Promise.resolve(xml.files[own]);
      return Promise.reject(new RangeError(`files: no file ${path}`));
    },
    bytes: () => Promise.resolve(buffer(name === "data.root" ? bytes : rootBytes)),
  });

/** All readers. */
export const fuzzedReaders: readonly FuzzedReader[] = [
  { name: "readLhe", files: [encoder.encode(writeLhe(lhe))], read: text((t) => readLhe(t)) },
  { name: "readLhe, gzipped", files: [stored(`${lheFolder}mumugamma_sm.lhe.gz`)], read: (b) => readLhe(b) },
  { name: "fromCsv", files: [encoder.encode(toCsv(events))], read: text(fromCsv) },
  {
    name: "fromParquet",
    library: true,
    files: [new Uint8Array(toParquet(events)), file("polars.parquet"), file("gzip.parquet"), file("lz4.parquet")],
    read: (b) => fromParquet(buffer(b)),
  },
  {
    name: "fromIpc",
    library: true,
    files: [toIpc(events), toIpc(events, "file"), file("large.arrow")],
    read: (b) => fromIpc(b),
  },
  {
    name: "readTree, RNTuple",
    library: true,
    files: [file("rntuple.root")],
    read: (b) => readTree(buffer(b), "events"),
  },
  {
    name: "readTree, TTree",
    library: true,
    files: [file("two-baskets.root")],
    read: (b) => readTree(buffer(b), "folder/events"),
  },
  { name: "limitFromCsv", files: [encoder.encode(limitToCsv(curve))], read: text((t) => limitFromCsv(t)) },
  { name: "limitFromJson", files: [encoder.encode(limitToJson(curve))], read: text(limitFromJson) },
  { name: "readTable", files: [encoder.encode(record[tableFile])], read: text((t) => readTable(t)) },
  {
    name: "readHepData",
    files: [encoder.encode(record["submission.yaml"])],
    read: text((t) => readHepData({ ...record, "submission.yaml": t })),
  },
  { name: "parseWorkspace", files: [encoder.encode(JSON.stringify(workspace))], read: text(parseWorkspace) },
  { name: "parsePatchSet", files: [encoder.encode(JSON.stringify(patchSet))], read: text(parsePatchSet) },
  ...Object.keys(xml.files).map((name) => ({
    name: `readHistFactoryXml, ${name}`,
    files: [encoder.encode(xml.files[name])],
    read: xmlWith(name),
  })),
  { name: "readHistFactoryXml, data.root", library: true, files: [rootBytes], read: xmlWith("data.root") },
  { name: "parseMenu", files: [encoder.encode(level1MenuText)], read: text((t) => parseMenu(t)) },
  {
    name: "parseCut",
    files: [encoder.encode("1 < pt**2 + abs(dz) <= 3e2 and [not (E > 0x10) or isSignal == True]")],
    read: text((t) => parseCut(t)),
  },
];
