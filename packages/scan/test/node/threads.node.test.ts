/// <reference types="node" />
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { pool } from "../../src/node/threads.js";
import { describe, expect, it } from "vitest";
import { memoryCheckpoint } from "../../src/checkpoint.js";
import { scan } from "../../src/scan.js";

const module = new URL("./task.mjs", import.meta.url).href;
const where = new URL("./thread-task.mjs", import.meta.url).href;
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

  it("keeps its threads from one scan to the next, until it is closed or a task of theirs fails", async () => {
    type Place = { readonly threadId: number; readonly execArgv: readonly string[] };
    const executor = pool({ module: where, threads: 1, execArgv: ["--conditions=of-the-threads"] });
    const run = async (point: number): Promise<Place> =>
      (await scan<number, Place>(undefined, [point], { executor }))[0];
    const first = await run(1);
    expect(first.execArgv).toEqual(["--conditions=of-the-threads"]);
    expect((await run(2)).threadId).toBe(first.threadId);
    await executor.close();
    const second = await run(3);
    expect(second.threadId).not.toBe(first.threadId);
    await expect(run(-1)).rejects.toThrow("negative");
    expect((await run(4)).threadId).not.toBe(second.threadId);
    await executor.close();
  });

  it("does not keep the process alive", () => {
    const script = fileURLToPath(new URL("./scan-and-end.mjs", import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, ["--import", "tsx", script], { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "3\n" });
  });
});
