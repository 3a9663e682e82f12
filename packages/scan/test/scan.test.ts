import { random } from "@belladonna/numerics";
import { describe, expect, it } from "vitest";
import { memoryCheckpoint } from "../src/checkpoint.js";
import type { Executor, TaskContext } from "../src/executor.js";
import { fingerprint } from "../src/fingerprint.js";
import { scan } from "../src/scan.js";
import type { ScanProgress } from "../src/scan.js";

const points = Array.from({ length: 20 }, (_, i) => ({ mass: 0.1 * (i + 1) }));
const toy = ({ mass }: { mass: number }, { index }: TaskContext): { mean: number; worst: number } => {
  const stream = random(7).stream(index);
  let sum = 0;
  for (let k = 0; k < 100; k++) sum += stream.normal() * mass;
  return { mean: sum / 100, worst: index === 3 ? Infinity : sum };
};

/** Starts all points at once and finishes them backwards. */
const backwards: Executor = {
  name: "backwards",
  run: async ({ task, points: left, done }) => {
    for (const { index, point } of [...left].reverse()) if (task) await done(index, await task(point, { index }));
  },
};

describe("scan", () => {
  it("gives the same bits from any executor, in the order of the points", async () => {
    const expected = points.map((p, index) => toy(p, { index }));
    expect(await scan(toy, points)).toEqual(expected);
    expect(await scan(toy, points, { executor: backwards })).toEqual(expected);
  });

  it("goes on after a failure where it was, and repeats no finished point", async () => {
    const checkpoint = memoryCheckpoint();
    const tried: number[] = [];
    const failing = (p: { mass: number }, c: TaskContext): ReturnType<typeof toy> => {
      tried.push(c.index);
      if (c.index === 12 && tried.length < 14) throw new Error("the node went down");
      return toy(p, c);
    };
    await expect(scan(failing, points, { checkpoint })).rejects.toThrow("the node went down");
    const resumed = await scan(failing, points, { checkpoint });
    expect(resumed).toEqual(await scan(toy, points));
    expect(tried).toEqual([...points.keys()].flatMap((i) => (i === 12 ? [12, 12] : [i])));
  });

  it("takes a checkpoint whose last line was cut off", async () => {
    const checkpoint = memoryCheckpoint();
    await scan(toy, points, { checkpoint });
    const cut = memoryCheckpoint([...checkpoint.lines.slice(0, 9), checkpoint.lines[9].slice(0, 12)]);
    let count = 0;
    const counted = (p: { mass: number }, c: TaskContext): ReturnType<typeof toy> => {
      count++;
      return toy(p, c);
    };
    expect(await scan(counted, points, { checkpoint: cut })).toEqual(await scan(toy, points));
    expect(count).toBe(20 - 8);
  });

  it("refuses a checkpoint of other points", async () => {
    const checkpoint = memoryCheckpoint();
    await scan(toy, points, { checkpoint });
    await expect(scan(toy, points.slice(1), { checkpoint })).rejects.toThrow(
      /must be of the same points and the same identity/,
    );
  });

  it("tells how far it is, finished points of before included", async () => {
    const seen: ScanProgress[] = [];
    const checkpoint = memoryCheckpoint();
    const signal = { aborted: false };
    const stop = ({ finished }: ScanProgress): void => {
      signal.aborted = finished >= 5;
    };
    await expect(scan(toy, points, { checkpoint, signal, onProgress: stop })).rejects.toThrow(/after 5 of 20/);
    await scan(toy, points, { checkpoint, onProgress: (p) => seen.push(p) });
    expect(seen[0]).toEqual({ finished: 5, total: 20 });
    expect(seen.at(-1)).toEqual({ finished: 20, total: 20, index: 19 });
  });

  it("needs a task in this process", async () => {
    await expect(scan(undefined, points)).rejects.toThrow(/must be given a task/);
  });
});

describe("fingerprint", () => {
  it("is FNV-1a of the points as JSON", () => {
    // http://www.isthe.com/chongo/tech/comp/fnv: the hash of "[]", byte by byte with BigInt.
    let h = 0xcbf29ce484222325n;
    for (const c of "[1,2]") h = ((h ^ BigInt(c.charCodeAt(0))) * 0x100000001b3n) & 0xffffffffffffffffn;
    expect(fingerprint([1, 2])).toBe(h.toString(16).padStart(16, "0"));
  });
});
