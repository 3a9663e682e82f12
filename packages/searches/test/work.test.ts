// Stages of tasks: the same results on one thread and on two, and nothing done twice after an interruption.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it, vi } from "vitest";
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
    writeFileSync(path.join(checkpoints, "mine.txt"), "the user's");
    expect(await work.each("doubles", double, [1, 2])).toEqual([2, 4]);
    expect(done).toEqual([1, 2]);
    expect(await work.each("doubles", double, [1, 2, 3])).toEqual([2, 4, 6]);
    expect(done).toEqual([1, 2, 1, 2, 3]);
    work.forget();
    expect(readdirSync(checkpoints)).toEqual(["mine.txt"]);
  });

  it("says so when a task would end the process", async () => {
    const leaves: Task<number, number> = { module: import.meta.url, name: "leaves", run: () => process.exit(3) };
    await expect(workOf({ workers: 1, progress: silentProgress }).each("", leaves, [1])).rejects.toThrow(
      "task leaves must not end the process, got process.exit(3)",
    );
  });

  it("tells the user that somebody changed a kept result, and does that point again", async () => {
    const checkpoints = path.join(folder, "changed");
    const said: string[] = [];
    const progress = { ...silentProgress, note: (sentence: string) => said.push(sentence) };
    const triple: Task<number, number> = { module: import.meta.url, name: "triple", run: (x) => 3 * x };
    const work = workOf({ workers: 1, checkpoints, progress });
    await work.each("triples", triple, [1, 2]);
    const file = path.join(checkpoints, readdirSync(checkpoints)[0]);
    writeFileSync(file, readFileSync(file, "utf8").replace('"result":6', '"result":7'));
    expect(await work.each("triples", triple, [1, 2])).toEqual([3, 6]);
    expect(said).toHaveLength(1);
  });
});

describe("a module of one's own", () => {
  const answer = async (where: string, factor: number): Promise<readonly unknown[]> => {
    mkdirSync(path.join(folder, where), { recursive: true });
    const file = path.join(folder, where, "tasks.mjs");
    writeFileSync(file, `export const factor = ${factor};`);
    const scaled: Task<number, number> = {
      module: pathToFileURL(file).href,
      name: "scaled",
      run(x) {
        if (x === 3 && broken) throw new Error("killed");
        done.push(x);
        return factor * x;
      },
    };
    // What is known of a module's code is known for the life of a process.
    vi.resetModules();
    const { workOf: fresh } = await import("../src/node/kept-work.js");
    const checkpoints = path.join(folder, "own-work");
    return fresh({ workers: 1, checkpoints, progress: silentProgress }).each("scaled", scaled, [1, 2, 3]);
  };
  const done: number[] = [];
  let broken = true;

  it("that is edited between kill and resume gives no mixture, and under another path goes on", async () => {
    await expect(answer("here", 2)).rejects.toThrow("killed");
    broken = false;
    expect(await answer("here", 5)).toEqual([5, 10, 15]);
    expect(done).toEqual([1, 2, 1, 2, 3]);
    expect(await answer("there", 2)).toEqual([2, 4, 6]);
    expect(done).toEqual([1, 2, 1, 2, 3, 3]);
  });
});

describe("an interrupted run of a search", () => {
  const root = path.join(import.meta.dirname, "../../..");
  const search = ["dark-photon-to-invisible", "--mass", "3:4:1", "--events", "4000"];
  const out = (name: string, ...parts: string[]) => path.join(folder, name, ...parts);
  const start = (name: string, workers = "1", stderr: "inherit" | "pipe" = "inherit") =>
    spawn(
      process.execPath,
      [
        ...["--conditions=@belladonna/source", "--import", "tsx", "packages/searches/src/cli.ts"],
        ...[...search, "--workers", workers, "--out", out(name)],
      ],
      { cwd: root, stdio: ["ignore", "ignore", stderr] },
    );
  const ended = async (child: ChildProcess) => {
    const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
    return signal ?? code;
  };

  it("goes on where it was, and gives what an uninterrupted one and one on two threads give", async () => {
    const kept = out("killed", ".belladonna", "work");
    // A folder of the user's among the results, with the name that ours once had.
    mkdirSync(out("killed", "unfinished"), { recursive: true });
    writeFileSync(out("killed", "unfinished", "thesis.tex"), "the user's");
    const child = start("killed");
    const end = ended(child);
    // Killed as soon as something is kept.
    const isKept = () =>
      existsSync(kept) &&
      readdirSync(kept).some((file) => readFileSync(path.join(kept, file), "utf8").includes("result"));
    while (!isKept() && child.exitCode === null) await setTimeout(20);
    // A second run in the folder of one that goes on is told so, and leaves its work alone.
    const second = start("killed", "1", "pipe");
    let said = "";
    second.stderr?.on("data", (text) => (said += String(text)));
    child.kill("SIGSTOP");
    expect(await ended(second)).toBe(4);
    expect(said).toMatch(new RegExp(`another run \\(process ${child.pid ?? 0} on .*or take another folder`));
    expect(isKept()).toBe(true);
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
    expect(existsSync(out("killed", ".belladonna"))).toBe(false);
    expect(readdirSync(out("killed", "unfinished"))).toEqual(["thesis.tex"]);
    const limits = (name: string) => readFileSync(out(name, "limits.json"), "utf8");
    expect(limits("killed")).toBe(limits("whole"));
    expect(limits("threads")).toBe(limits("whole"));
  }, 900_000);
});
