import { describe, expect, it } from "vitest";
import { readTree, type RaggedColumn } from "../src/root.js";
import { reference } from "./reference.js";

const { base64 } = reference<{ base64: string }>("tree");

async function bytes(): Promise<ArrayBuffer> {
  return (await fetch(`data:application/octet-stream;base64,${base64}`)).arrayBuffer();
}

describe("readTree", () => {
  it("reads flat branches of any number type, over several baskets", async () => {
    const { entries, columns } = await readTree(await bytes(), "events", ["run", "weight", "theta", "long"]);
    const count = [...Array(40).keys()];
    expect(entries).toBe(40);
    expect(columns.get("run")).toEqual(Float64Array.from(count, (i) => 3 * i));
    expect(columns.get("weight")).toEqual(Float64Array.from(count, Math.sqrt));
    expect(columns.get("theta")).toEqual(Float64Array.from(count, (i) => i / 4));
    expect(columns.get("long")).toEqual(Float64Array.from(count, (i) => i * 2 ** 33));
  });

  it("reads arrays of any length as ragged columns", async () => {
    const { columns } = await readTree(await bytes(), "events", ["px"]);
    const { offsets, values } = columns.get("px") as RaggedColumn;
    expect(values).toEqual(Float64Array.from({ length: 60 }, (_, i) => i / 8 - 3));
    expect([...offsets].map((o, i) => (i === 0 ? 0 : o - offsets[i - 1])).slice(1)).toEqual(
      Array.from({ length: 40 }, (_, i) => i % 4),
    );
  });

  it("reads all branches when none are named", async () => {
    const { columns } = await readTree(await bytes(), "events");
    expect([...columns.keys()]).toEqual(expect.arrayContaining(["run", "weight", "theta", "long", "px"]));
  });

  it("says what is not there", async () => {
    await expect(readTree(await bytes(), "nothing")).rejects.toThrow(
      "readTree: the file must hold a tree or RNTuple nothing, got nothing of that name",
    );
    await expect(readTree(await bytes(), "events", ["q"])).rejects.toThrow(
      "events must have the branch q, got only run, ",
    );
  });
});
