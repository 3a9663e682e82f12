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

  it("says so when a task would end the process", async () => {
    const executor = pool({ module, threads: 2 });
    await expect(scan(undefined, [1, -5, 2], { executor })).rejects.toThrow(
      "a task must not end its process, got process.exit(3)",
    );
  });

  it("says at which point a thread died, and why", async () => {
    const code =
      "export default ({ point }) => point < 2 ? point : new Promise(() => setTimeout(() => { throw new Error('late'); }))";
    const dies = `data:text/javascript,${encodeURIComponent(code)}`;
    await expect(scan(undefined, [1, 2], { executor: pool({ module: dies, threads: 1 }) })).rejects.toThrow(
      /pool: point 1 was not finished: late/,
    );
    const none = pool({ module: "data:text/javascript,export const x = 1", threads: 1 });
    await expect(scan(undefined, [1], { executor: none })).rejects.toThrow(/must export a function by default/);
  });
});
