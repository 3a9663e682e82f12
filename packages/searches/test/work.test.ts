// Stages of tasks: the same results on one thread and on two, and nothing done twice after an interruption.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
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
  it("goes on where it was, and gives what an uninterrupted one and one on two threads give", () => {
    const root = path.join(import.meta.dirname, "../../..");
    const cli = [
      "--conditions=@belladonna/source",
      "--import",
      "tsx",
      "packages/searches/src/cli.ts",
      "alp-to-photons",
    ];
    const options = ["--mass", "2:3:0.5", "--events", "60000"];
    const start = (name: string, timeout?: number, workers = "1") =>
      spawnSync("node", [...cli, ...options, "--workers", workers, "--out", path.join(folder, name)], {
        cwd: root,
        encoding: "utf8",
        ...(timeout === undefined ? {} : { timeout, killSignal: "SIGKILL" as const }),
      });
    const kept = path.join(folder, "killed", "unfinished");
    // Killed as soon as something is kept, or a little later.
    for (let timeout = 1500; !existsSync(kept) && timeout < 30_000; timeout += 400) {
      const { signal } = start("killed", timeout);
      if (signal === null) throw new Error("the run was over before it could be killed");
    }
    expect(readdirSync(kept).length).toBeGreaterThan(0);
    expect(existsSync(path.join(folder, "killed", "limits.json"))).toBe(false);
    expect(start("killed").status).toBe(0);
    expect(start("whole").status).toBe(0);
    expect(start("threads", undefined, "2").status).toBe(0);
    expect(existsSync(kept)).toBe(false);
    const limits = (name: string) => readFileSync(path.join(folder, name, "limits.json"), "utf8");
    expect(limits("killed")).toBe(limits("whole"));
    expect(limits("threads")).toBe(limits("whole"));
  }, 900_000);
});
