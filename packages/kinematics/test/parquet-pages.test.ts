// Parquet files whose run lengths are broken: hyparquet would write runs of 2³¹ values, which takes minutes.
import { describe, expect, it } from "vitest";
import { fromParquet, toParquet } from "../src/parquet.js";
import { randomEvents } from "./events.js";
import { reference } from "./reference.js";

const foreign = reference<{ files: Record<string, string> }>("foreign").files;
const files: readonly (readonly [string, Uint8Array])[] = [
  ["of ours", new Uint8Array(toParquet(randomEvents(1)))],
  ...["none", "zstd", "polars"].map(
    (name) =>
      [`of others, ${name}`, Uint8Array.from(atob(foreign[`${name}.parquet`]), (c) => c.charCodeAt(0))] as const,
  ),
];

/** 2³² − 2 and 2³² − 1 as varints: 2³¹ − 1 equal values, and as many groups of eight. */
const RUNS = [
  [0xfe, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0x0f],
] as const;

describe.each(files)("a Parquet file %s", (_name, bytes) => {
  it.each(RUNS)("is read or refused with a run that begins with %i %i %i %i %i in it", async (...run) => {
    const pages = bytes.length - 8 - new DataView(bytes.buffer).getUint32(bytes.length - 8, true);
    const reasons: string[] = [];
    for (let at = 4; at < pages; at += pages > 2000 ? 29 : 1) {
      const broken = bytes.slice();
      broken.set(run, at);
      await fromParquet(broken.buffer).catch((error: unknown) => {
        expect(error).toBeInstanceOf(RangeError);
        reasons.push((error as RangeError).message);
      });
    }
    expect(reasons.filter((reason) => !reason.startsWith("fromParquet: "))).toEqual([]);
    expect(
      reasons.filter((reason) => /: a run must not be longer than the \d+ values left, got \d+$/.test(reason)).length,
    ).toBeGreaterThan(0);
  });
});
