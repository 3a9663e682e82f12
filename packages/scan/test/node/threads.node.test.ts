import { pool } from "../../src/node/threads.js";
import { describe, expect, it } from "vitest";
import { memoryCheckpoint } from "../../src/checkpoint.js";
import { scan } from "../../src/scan.js";

const module = new URL("./task.mjs", import.meta.url).href;
const points = Array.from({ length: 24 }, (_, i) => 0.5 + i);
type Task = (job: { point: number; index: number }) => { sum: number; index: number };

describe("pool", () => {
  it("gives the same bits as this process, on one thread and on three", async () => {
    const { default: task } = (await import(/* @vite-ignore */ module)) as { default: Task };
    const expected = await scan((point: number, { index }) => task({ point, index }), points);
    for (const threads of [1, 3]) {
      expect(await scan(undefined, points, { executor: pool({ module, threads }) })).toEqual(expected);
    }
  });

  it("passes on what a task throws, and keeps what was finished", async () => {
    const checkpoint = memoryCheckpoint();
    const bad = [1, 2, 3, -4];
    const executor = pool({ module, threads: 1 });
    await expect(scan(undefined, bad, { executor, checkpoint })).rejects.toThrow("no root of -4");
    expect(checkpoint.lines).toHaveLength(4);
  });
});
