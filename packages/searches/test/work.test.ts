// Stages of tasks: the same results on one thread and on two, and nothing done twice after an interruption.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { silentProgress } from "../src/progress.js";
import type { Task } from "../src/task.js";
import { workOf } from "../src/node/kept-work.js";

const folder = mkdtempSync(path.join(tmpdir(), "belladonna-work-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("workOf", () => {
  it("does no point twice that an interrupted run finished", async () => {
    const checkpoints = path.join(folder, "interrupted");
    const done: number[] = [];
    let broken = true;
    const square: Task<number, { readonly squares: Float64Array }> = {
      module: import.meta.url,
      name: "square",
      run(x) {
        if (x === 3 && broken) throw new Error("killed");
        done.push(x);
        return { squares: Float64Array.of(x * x, Number.NaN) };
      },
    };
    const run = () =>
      workOf({ workers: 1, checkpoints, progress: silentProgress }).each("squares", square, [1, 2, 3, 4]);
    await expect(run()).rejects.toThrow("killed");
    expect(done).toEqual([1, 2]);
    broken = false;
    const results = await run();
    expect(done).toEqual([1, 2, 3, 4]);
    expect(results.map(({ squares }) => [...squares])).toEqual([1, 4, 9, 16].map((x) => [x, Number.NaN]));
  });

  it("does the points again that a crash left half written, and those of another question", async () => {
    const checkpoints = path.join(folder, "half");
    const done: number[] = [];
    const double: Task<number, number> = {
      module: import.meta.url,
      name: "double",
      run(x) {
        done.push(x);
        return 2 * x;
      },
    };
    const work = workOf({ workers: 1, checkpoints, progress: silentProgress });
    await work.each("doubles", double, [1, 2]);
    const [file] = readdirSync(checkpoints);
    appendFileSync(path.join(checkpoints, file), '{"index":1,"resu');
    expect(await work.each("doubles", double, [1, 2])).toEqual([2, 4]);
    expect(done).toEqual([1, 2]);
    expect(await work.each("doubles", double, [1, 2, 3])).toEqual([2, 4, 6]);
    expect(done).toEqual([1, 2, 1, 2, 3]);
    work.forget();
    expect(existsSync(checkpoints)).toBe(false);
  });
});

describe("an interrupted run of a search", () => {
  const root = path.join(import.meta.dirname, "../../..");
  const search = ["dark-photon-to-invisible", "--mass", "3:4:1", "--events", "4000"];
  const out = (name: string, ...parts: string[]) => path.join(folder, name, ...parts);
  const start = (name: string, workers = "1") =>
    spawn(
      process.execPath,
      [
        ...["--conditions=@belladonna/source", "--import", "tsx", "packages/searches/src/cli.ts"],
        ...[...search, "--workers", workers, "--out", out(name)],
      ],
      { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
    );
  const ended = async (child: ChildProcess) => {
    const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
    return signal ?? code;
  };

  it("goes on where it was, and gives what an uninterrupted one and one on two threads give", async () => {
    const kept = out("killed", "unfinished");
    const child = start("killed");
    const end = ended(child);
    // Killed as soon as something is kept.
    const isKept = () =>
      existsSync(kept) &&
      readdirSync(kept).some((file) => readFileSync(path.join(kept, file), "utf8").includes("result"));
    while (!isKept() && child.exitCode === null) await setTimeout(20);
    child.kill("SIGKILL");
    expect(await end).toBe("SIGKILL");
    expect(isKept()).toBe(true);
    expect(existsSync(out("killed", "limits.json"))).toBe(false);
    for (const [name, workers] of [
      ["killed", "1"],
      ["whole", "1"],
      ["threads", "2"],
    ])
      expect(await ended(start(name, workers))).toBe(0);
    expect(existsSync(kept)).toBe(false);
    const limits = (name: string) => readFileSync(out(name, "limits.json"), "utf8");
    expect(limits("killed")).toBe(limits("whole"));
    expect(limits("threads")).toBe(limits("whole"));
  }, 900_000);
});
