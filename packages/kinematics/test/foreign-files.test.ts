// Files that uproot, pyarrow and polars write (data/make-foreign.py), read or refused by name.
import { tableFromIPC, tableToIPC } from "apache-arrow";
import { describe, expect, it, vi } from "vitest";
import { fromArrowTable, fromIpc, toArrowTable } from "../src/arrow.js";
import { fromCsv, toCsv } from "../src/csv.js";
import { eventTable, sliceEvents, takeEvents } from "../src/index.js";
import { fromParquet } from "../src/parquet.js";
import { readTree, type RaggedColumn } from "../src/root.js";
import { randomEvents } from "./events.js";
import { reference } from "./reference.js";

const { files } = reference<{ files: Record<string, string> }>("foreign");

async function bytes(name: string): Promise<ArrayBuffer> {
  return (await fetch(`data:application/octet-stream;base64,${files[name]}`)).arrayBuffer();
}

const count = [...Array(12).keys()];

describe("ROOT files of uproot", () => {
  it.each([
    ["rntuple.root", "events", ["nested", "word"]],
    ["two-baskets.root", "folder/events", []],
  ])("gives numbers of any width and ragged columns of %s, and says what it left out", async (name, tree, skipped) => {
    const read = await readTree(await bytes(name), tree);
    expect(read.entries).toBe(12);
    expect(read.columns.get("m")).toEqual(Float64Array.from(count, (i) => i / 4));
    expect(read.columns.get("long")).toEqual(Float64Array.from(count, (i) => -3e9 - i * 2 ** 33));
    expect(read.columns.get("unsigned")).toEqual(Float64Array.from(count, (i) => 3e8 * i));
    const { offsets, values } = read.columns.get("px") as RaggedColumn;
    expect([...offsets]).toEqual([0, 0, 1, 3, 6, 6, 7, 9, 12, 12, 13, 15, 18]);
    expect([...values]).toEqual(count.flatMap((i) => [...Array(i % 4).keys()]));
    expect([...read.skipped.keys()].sort()).toEqual(skipped);
  });

  it("takes branches in any order, once each", async () => {
    for (const names of [["px", "npx"], ["npx", "px", "m", "px"], ["px"]]) {
      const { columns } = await readTree(await bytes("two-baskets.root"), "folder/events", names);
      expect([...columns.keys()]).toEqual([...new Set(names)]);
      expect((columns.get("px") as RaggedColumn).values).toHaveLength(18);
    }
  });

  it("leaves a counted branch out where its counter cannot be read, before its baskets are gone through", async () => {
    const broken = new Uint8Array(await bytes("two-baskets.root"));
    const text = Array.from(broken, (byte) => String.fromCharCode(byte)).join("");
    // The second byte of how many baskets are written, behind name, title, style and size of the branch.
    broken[text.indexOf("npx/I") + 28] = 253;
    const { columns, skipped } = await readTree(broken.buffer, "folder/events");
    expect(skipped.get("npx")).toBe("npx has written 16580610 baskets of 10, with beginnings of 10");
    expect(skipped.get("px")).toBe("its counter npx cannot be read");
    expect(columns.get("m")).toHaveLength(12);
  });

  it("has empty columns for a tree without entries", async () => {
    const { entries, columns } = await readTree(await bytes("no-entries.root"), "events");
    expect([entries, columns.get("m")]).toEqual([0, new Float64Array(0)]);
  });

  it("refuses by name text and objects that are asked for, and what is no ROOT file or cut", async () => {
    const tuple = await bytes("rntuple.root");
    await expect(readTree(tuple, "events", ["m", "word"])).rejects.toThrow(
      "branch word: it must hold numbers, got text",
    );
    await expect(readTree(tuple, "events", ["nested"])).rejects.toThrow(
      "branch nested: it must hold numbers, got objects",
    );
    await expect(readTree(await bytes("zstd.parquet"), "events")).rejects.toThrow("the bytes must be a ROOT file");
    await expect(readTree(new ArrayBuffer(0), "events")).rejects.toThrow("the bytes must be a ROOT file");
    for (const size of [4, 100, 1000, 3000]) {
      await expect(readTree(tuple.slice(0, size), "events")).rejects.toThrow(RangeError);
    }
  });
});

describe("an RNTuple whose records lead back", () => {
  it("is refused, however many records it says there are", async () => {
    const whole = new Uint8Array(await bytes("rntuple.root"));
    const text = Array.from(whole, (byte) => String.fromCharCode(byte)).join("");
    const names = text.indexOf("nested");
    const refused = new Set<string>();
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    for (let at = names - 150; at < names; at++) {
      const broken = whole.slice();
      // 2³² − 1 records, the first of them of no bytes.
      broken.set([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0], at);
      await readTree(broken.buffer, "events").catch((error: unknown) => {
        expect(error).toBeInstanceOf(RangeError);
        refused.add((error as RangeError).message);
      });
    }
    const told = vi.mocked(console.error).mock.calls.flat().map(String);
    vi.restoreAllMocks();
    expect([...refused]).toContain(
      "readTree: the file must be a whole ROOT file: the descriptors of the RNTuple are damaged",
    );
    expect(told.some((line) => line.includes("a record must end after its beginning, got byte"))).toBe(true);
  });
});

/** The events in the Parquet and Arrow files. */
const events = eventTable((b) => {
  const particle = (x: number, status: number, mother: number): void => {
    b.row(x, status, mother, x, x, x, x, x, x, x, x, x);
  };
  b.event(1);
  particle(22, 1, -1);
  b.event(2.5);
  particle(11, 2, -1);
  particle(-11, 1, 0);
});

describe("Parquet files of pyarrow and polars", () => {
  it.each(["none", "snappy", "gzip", "brotli", "lz4", "zstd", "polars"])("takes %s", async (name) => {
    expect(await fromParquet(await bytes(`${name}.parquet`))).toEqual(events);
  });

  it.each([
    ["null-weight", "row 1: weight must be a number, got null"],
    ["null-list", "row 1: px must be a list, got null"],
    ["null-value", "row 1: px must be a number, got null"],
    ["ragged", "row 1: lists must be equally long, got 2 pdgId and 3 e"],
    ["part-pdg", "row 1: pdgId must be a whole number from -2147483648 to 2147483647, got 11.5"],
    ["wide-status", "row 0: status must be a whole number from -128 to 127, got 300"],
    ["text", "row 0: pz must be a number, got string"],
    ["flat", "row 0: pz must be a list, got number"],
  ])("refuses %s, naming row and column", async (name, message) => {
    await expect(fromParquet(await bytes(`${name}.parquet`))).rejects.toThrow(`fromParquet: ${message}`);
  });

  it("refuses what is no Parquet file, or cut", async () => {
    const whole = await bytes("zstd.parquet");
    for (const part of [new ArrayBuffer(0), whole.slice(0, 5000), whole.slice(100), await bytes("wide.arrow")]) {
      await expect(fromParquet(part)).rejects.toThrow("fromParquet: the file must be a whole Parquet file: ");
    }
  });
});

describe("Arrow files of pyarrow", () => {
  it.each(["wide", "large"])("takes 64-bit integers, 32-bit floats and lists: %s", async (name) => {
    expect(fromIpc(new Uint8Array(await bytes(`${name}.arrow`)))).toEqual(events);
  });

  it.each([
    ["null", "lists of particles must not hold nulls"],
    ["null-field", "column px must not hold nulls"],
    ["null-list", "column particles must not hold nulls"],
    ["numbers", "column particles must be a list of structs, got Float"],
    ["zstd", "fromIpc: the bytes must be a whole Arrow stream or file: "],
  ])("refuses %s by name", async (name, message) => {
    const data = new Uint8Array(await bytes(`${name}.arrow`));
    expect(() => fromIpc(data)).toThrow(message);
    expect(() => fromIpc(data)).toThrow(RangeError);
  });

  it("takes slices of tables, and tables of several batches", () => {
    const many = randomEvents(50);
    const table = toArrowTable(many);
    expect(takeEvents(fromArrowTable(table.slice(10, 13)), Int32Array.of(0, 1, 2))).toEqual(
      takeEvents(many, Int32Array.of(10, 11, 12)),
    );
    const joined = tableFromIPC(tableToIPC(table.slice(0, 20).concat(table.slice(20))));
    expect(joined.batches).toHaveLength(2);
    expect(fromArrowTable(joined)).toEqual(many);
  });

  it("refuses bytes that are not Arrow's", () => {
    expect(() => fromIpc(Uint8Array.of(1, 2, 3))).toThrow(RangeError);
    expect(() => fromIpc(new Uint8Array(0))).toThrow(RangeError);
  });
});

describe("events as text", () => {
  const text = toCsv(events);

  it.each([
    [
      "a status that does not fit",
      text.replace("22,1,", "22,300,"),
      "status must be a whole number from -128 to 127, got 300",
    ],
    ["a PDG number in parts", text.replace("22,1,", "22.5,1,"), "row 0: pdgId must be a whole number"],
    ["a blank", text.replace(",11,2,-1,11,", ",11,2,-1, ,"), 'px must be a number in row 1, got " "'],
    [
      "two weights in an event",
      text.replace("1,2.5,-11", "1,2.6,-11"),
      "weight must be that of event 1, 2.5, in row 2, got 2.6",
    ],
    [
      "a mother of another event",
      text.replace("-11,1,0", "-11,1,2"),
      "mother must be -1 or another particle of event 1, got 2",
    ],
    ["a particle that is its own mother", text.replace("-11,1,0", "-11,1,1"), "another particle of event 1, got 1"],
  ])("refuses %s", (_, broken, message) => {
    expect(broken).not.toBe(text);
    expect(() => fromCsv(broken)).toThrow(message);
  });

  it("takes the columns of a slice as they are", () => {
    expect(fromCsv(toCsv(sliceEvents(events, 1, 2))).weights).toEqual(Float64Array.of(2.5));
  });
});
