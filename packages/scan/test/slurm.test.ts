import { describe, expect, it } from "vitest";
import { memoryCheckpoint } from "../src/checkpoint.js";
import { scan } from "../src/scan.js";
import { parseSacct, parseSbatch, sbatchArguments, slurm } from "../src/slurm.js";

/** A cluster in memory: jobs of an array finish two at a look, each through the files alone. */
function cluster(fails: (index: number) => string | undefined = () => undefined) {
  const files = new Map<string, string>();
  const calls: (readonly string[])[] = [];
  let jobs: number[] = [];
  let over = 0;
  let id = 100;
  const work = (k: number): void => {
    const indices = /INDICES=\(([\d ]+)\)/.exec(files.get("/scan/scan.sh") ?? "")?.[1].split(" ") ?? [];
    const { index, point } = JSON.parse(files.get(`/scan/point-${indices[k]}.json`) ?? "") as {
      index: number;
      point: number;
    };
    if (!fails(index)) files.set(`/scan/result-${index}.json`, String(point * point));
  };
  return {
    files,
    calls,
    readText: (path: string) => Promise.resolve(files.get(path)),
    writeText: (path: string, text: string) => Promise.resolve(void files.set(path, text)),
    command: (program: string, args: readonly string[]): Promise<string> => {
      calls.push([program, ...args]);
      if (program === "sbatch") {
        const [, last = ""] = /--array=0-(\d+)/.exec(args.join(" ")) ?? [];
        jobs = Array.from({ length: Number(last) + 1 }, (_, k) => k);
        over = 0;
        return Promise.resolve(`${++id};main\n`);
      }
      if (program !== "sacct") return Promise.resolve("");
      for (let n = 0; n < 2 && over < jobs.length; n++) work(over++);
      const lines = jobs.map(
        (k) => `${id}_${k}|${k < over ? (fails(k) ?? "COMPLETED") : "RUNNING"}\n${id}_${k}.batch|COMPLETED`,
      );
      return Promise.resolve([...lines, `${id}_[9-20]|PENDING`].join("\n"));
    },
  };
}
const common = { folder: "/scan", script: "node task.js {point} {result}", sleep: () => Promise.resolve() };

describe("slurm", () => {
  it("runs every point as a job of one array and takes results from files", async () => {
    const c = cluster();
    const executor = slurm({ ...c, ...common, options: { partition: "short", time: "01:00:00" }, atOnce: 4 });
    expect(await scan(undefined, [3, 4, 5, 6, 7], { executor })).toEqual([9, 16, 25, 36, 49]);
    expect(c.calls[0]).toEqual([
      "sbatch",
      "--parsable",
      "--array=0-4%4",
      "--output=/scan/job-%A_%a.log",
      "--partition=short",
      "--time=01:00:00",
      "/scan/scan.sh",
    ]);
    expect(c.files.get("/scan/scan.sh")).toBe(
      `#!/bin/bash
set -euo pipefail
INDICES=(0 1 2 3 4)
I=\${INDICES[$SLURM_ARRAY_TASK_ID]}
POINT="/scan/point-$I.json"
RESULT="/scan/result-$I.json"
node task.js "$POINT" "$RESULT"
`,
    );
  });

  it("submits after a failure only what is missing", async () => {
    const checkpoint = memoryCheckpoint();
    const broken = cluster((i) => (i === 3 ? "TIMEOUT" : undefined));
    const points = [3, 4, 5, 6, 7];
    const first = scan(undefined, points, { executor: slurm({ ...broken, ...common }), checkpoint });
    await expect(first).rejects.toThrow(/point 3 of job 101: TIMEOUT, see \/scan\/job-101_3.log/);
    const c = cluster();
    expect(await scan(undefined, points, { executor: slurm({ ...c, ...common }), checkpoint })).toEqual([
      9, 16, 25, 36, 49,
    ]);
    expect(c.files.get("/scan/scan.sh")).toContain("INDICES=(3 4)");
  });

  it("notices a job that ends well and writes nothing", async () => {
    const c = cluster((i) => (i === 0 ? "COMPLETED" : undefined));
    await expect(scan(undefined, [1], { executor: slurm({ ...c, ...common }) })).rejects.toThrow(/wrote no result/);
  });

  it("takes its jobs out of the queue when asked to stop", async () => {
    const c = cluster();
    const signal = { aborted: false };
    const stop = (): void => {
      signal.aborted = true;
    };
    const executor = slurm({ ...c, ...common });
    await expect(scan(undefined, [1, 2, 3, 4], { executor, signal, onProgress: stop })).rejects.toThrow(/after 2 of 4/);
    expect(c.calls.at(-1)).toEqual(["scancel", "101"]);
  });
});

describe("parseSbatch", () => {
  it("finds the number, with or without a cluster", () => {
    expect([parseSbatch("123\n"), parseSbatch("456;main\n")]).toEqual(["123", "456"]);
    expect(() => parseSbatch("error: no such partition")).toThrow(/job number/);
  });
});

describe("parseSacct", () => {
  it("keeps jobs, not their steps nor ranges still waiting", () => {
    const text = "9_0|COMPLETED\n9_0.batch|COMPLETED\n9_1|CANCELLED by 0\n9_[2-5]|PENDING\n";
    expect([...parseSacct(text)]).toEqual([
      [0, "COMPLETED"],
      [1, "CANCELLED"],
    ]);
  });
});

describe("sbatchArguments", () => {
  it("limits nothing that is not asked to be limited", () => {
    expect(sbatchArguments("/a", 2, {})).toEqual([
      "--parsable",
      "--array=0-1",
      "--output=/a/job-%A_%a.log",
      "/a/scan.sh",
    ]);
  });
});
