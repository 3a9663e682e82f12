import { describe, expect, it } from "vitest";
import { memoryCheckpoint } from "../src/checkpoint.js";
import { scan } from "../src/scan.js";
import { fingerprint } from "../src/fingerprint.js";
import { slurm } from "../src/slurm.js";
import { parseSacct, parseSbatch, sbatchArguments } from "../src/slurm-words.js";

/** A cluster in memory: jobs of an array finish two at a look, each through the files alone. */
function cluster(fails: (index: number, id: number) => string | undefined = () => undefined) {
  const files = new Map<string, string>();
  const calls: (readonly string[])[] = [];
  /** What each array is: folder and states of its jobs. */
  const arrays = new Map<number, { readonly folder: string; readonly states: string[] }>();
  const work = (folder: string, k: number, id: number): string => {
    const above = folder.replace(/\/[^/]+$/, "");
    for (const index of (files.get(`${folder}/chunk-${k}.indices`) ?? "").split("\n")) {
      const { point } = JSON.parse(files.get(`${above}/point-${index}.json`) ?? "") as { point: number };
      const word = fails(Number(index), id);
      if (word !== undefined) return word;
      files.set(`${above}/result-${index}.json`, String(point * point));
    }
    return "COMPLETED";
  };
  const answer = (program: string, args: readonly string[]): string => {
    if (program === "sbatch") {
      const [, last = ""] = /--array=0-(\d+)/.exec(args.join(" ")) ?? [];
      const folder = (args.at(-1) ?? "").replace("/scan.sh", "");
      arrays.set(101 + arrays.size, { folder, states: Array.from({ length: Number(last) + 1 }, () => "PENDING") });
      return `${100 + arrays.size};main\n`;
    }
    if (program !== "squeue") return "";
    const id = Number(/--jobs=(\d+)/.exec(args.join(" "))?.[1]);
    const { folder, states } = arrays.get(id) ?? { folder: "", states: [] };
    for (let n = 0; n < 2; n++) {
      const k = states.indexOf("PENDING");
      if (k >= 0) states[k] = work(folder, k, id);
    }
    const over = states.flatMap((state, k) => (state === "PENDING" ? [] : [`${id}_${k}|${state}|None`]));
    const left = states.indexOf("PENDING");
    return [...over, ...(left < 0 ? [] : [`${id}_[${left}-${states.length - 1}]|PENDING|Priority`])].join("\n");
  };
  return {
    files,
    calls,
    arrays,
    readText: (path: string) => Promise.resolve(files.get(path)),
    writeText: (path: string, text: string) => Promise.resolve(void files.set(path, text)),
    command: (program: string, args: readonly string[]): Promise<string> => {
      calls.push([program, ...args]);
      return Promise.resolve(answer(program, args));
    },
  };
}
const common = { folder: "/scan", script: "node task.js {point} {result}", sleep: () => Promise.resolve() };
const system = ({ readText, writeText, command }: ReturnType<typeof cluster>) => ({ readText, writeText, command });
const points = [3, 4, 5, 6, 7];
const squares = [9, 16, 25, 36, 49];
const mark = fingerprint(points);

describe("slurm", () => {
  it("runs every point as a job of one array and takes results from files of this scan alone", async () => {
    const c = cluster();
    const options = { partition: "short", time: "01:00:00" };
    const executor = slurm({ ...system(c), ...common, options, atOnce: 4, chunk: 1 });
    expect(await scan(undefined, points, { executor })).toEqual(squares);
    expect(c.calls.find(([program]) => program === "sbatch")).toEqual([
      "sbatch",
      "--parsable",
      "--array=0-4%4",
      `--output=/scan/${mark}/0/job-%A_%a.log`,
      "--partition=short",
      "--time=01:00:00",
      `--job-name=belladonna-${mark}-0`,
      `/scan/${mark}/0/scan.sh`,
    ]);
    expect(await scan(undefined, [1, 2, 3, 4, 5], { executor })).toEqual([1, 4, 9, 16, 25]);
    expect(c.arrays.size).toBe(2);
  });

  it("submits points again whose job failed, so often as it is told, and then says why", async () => {
    const messages: string[] = [];
    const c = cluster((i, id) => (i === 3 && id < 103 ? "TIMEOUT" : undefined));
    const onMessage = (sentence: string) => messages.push(sentence);
    const executor = slurm({ ...system(c), ...common, chunk: 1, onMessage });
    expect(await scan(undefined, points, { executor })).toEqual(squares);
    expect(c.arrays.size).toBe(3);
    expect(messages[0]).toBe(
      `slurm: point 3 of job 101: TIMEOUT, see /scan/${mark}/0/job-101_3.log; 1 points are submitted again`,
    );
    const never = cluster((i) => (i === 3 ? "TIMEOUT" : undefined));
    const run = scan(undefined, points, { executor: slurm({ ...system(never), ...common, retries: 0 }) });
    await expect(run).rejects.toThrow(/point 3 of job 101: TIMEOUT, see/);
  });

  it("submits after a failure only what is missing", async () => {
    const checkpoint = memoryCheckpoint();
    const broken = cluster((i) => (i === 3 ? "CANCELLED" : undefined));
    const first = scan(undefined, points, { executor: slurm({ ...system(broken), ...common, chunk: 1 }), checkpoint });
    await expect(first).rejects.toThrow(/point 3 of job 101: CANCELLED/);
    expect(broken.calls.at(-1)).toEqual(["scancel", "101"]);
    const c = cluster();
    expect(await scan(undefined, points, { executor: slurm({ ...system(c), ...common }), checkpoint })).toEqual(
      squares,
    );
    expect(c.files.get(`/scan/${mark}/0/chunk-0.indices`)).toBe("3");
  });

  it("notices a job that ends well and writes nothing", async () => {
    const c = cluster((i) => (i === 0 ? "COMPLETED" : undefined));
    const executor = slurm({ ...system(c), ...common, retries: 0 });
    await expect(scan(undefined, [1], { executor })).rejects.toThrow(/wrote no result/);
  });

  it("takes its jobs out of the queue when asked to stop", async () => {
    const c = cluster();
    const signal = { aborted: false };
    const stop = ({ finished }: { finished: number }): void => {
      signal.aborted = finished > 0;
    };
    const executor = slurm({ ...system(c), ...common, chunk: 1 });
    await expect(scan(undefined, [1, 2, 3, 4], { executor, signal, onProgress: stop })).rejects.toThrow(/after 2 of 4/);
    expect(c.calls.at(-1)).toEqual(["scancel", "101"]);
  });

  it("says so when nothing moves, and when the queue does not answer", async () => {
    const messages: string[] = [];
    const c = cluster();
    const onMessage = (sentence: string) => messages.push(sentence);
    let looks = 0;
    const command = (program: string, args: readonly string[]): Promise<string> => {
      if (program !== "squeue") return c.command(program, args);
      looks++;
      if (looks < 4) return Promise.reject(new Error("slurm_load_jobs error: Unable to contact slurm controller"));
      return looks < 20 ? Promise.resolve("101_[0-1]|PENDING|Resources") : c.command(program, args);
    };
    const options = { ...system(c), ...common, command, onMessage, poll: 60_000, chunk: 1, quiet: 600_000 };
    expect(await scan(undefined, [1, 2], { executor: slurm(options) })).toEqual([1, 4]);
    expect(messages).toEqual([
      "slurm: does not answer, trying again: slurm_load_jobs error: Unable to contact slurm controller",
      "slurm: answers again",
      "slurm: nothing has moved for 10 min: 2 PENDING (Resources)",
    ]);
    looks = -1000;
    const impatient = slurm({ ...options, folder: "/other", patience: 5 });
    await expect(scan(undefined, [1, 2], { executor: impatient })).rejects.toThrow(/did not answer 6 times/);
  });

  it.each([
    [{ chunk: 0 }, 'chunk must be "auto" or an integer >= 1, got 0'],
    [{ retries: -1 }, "retries must be an integer >= 0, got -1"],
    [{ poll: NaN }, "poll must be >= 0 ms, got NaN"],
    [{ atOnce: 0 }, "atOnce must be an integer >= 1, got 0"],
    [{ script: "node task.js" }, "script must name {points} and {results}, or {point} and {result}"],
    [{ folder: "a\nb" }, "folder must be a path without quotes and line ends"],
    [{ time: "1" }, "option must be one of command"],
  ])("refuses %j", (changes, message) => {
    expect(() => slurm({ ...system(cluster()), ...common, ...changes })).toThrow(message);
  });
});

describe("parseSbatch", () => {
  it("finds the number, with or without a cluster", () => {
    expect([parseSbatch("123\n"), parseSbatch("456;main\n")]).toEqual(["123", "456"]);
    expect(() => parseSbatch("error: no such partition")).toThrow(/job number/);
  });
});

describe("parseSacct", () => {
  it("keeps jobs, not their steps, and expands ranges still waiting", () => {
    const text = "9_0|COMPLETED\n9_0.batch|COMPLETED\n9_1|CANCELLED by 0\n9_[2-3,7%2]|PENDING\n";
    expect([...parseSacct(text)]).toEqual([
      [0, "COMPLETED"],
      [1, "CANCELLED"],
      [2, "PENDING"],
      [3, "PENDING"],
      [7, "PENDING"],
    ]);
  });
});

describe("a state of an array", () => {
  it("is that of each job cancelled before it ran", async () => {
    const c = cluster();
    const command = (program: string, args: readonly string[]): Promise<string> =>
      program === "squeue" ? Promise.resolve("101|CANCELLED|Resources\n101_0|RUNNING|None") : c.command(program, args);
    const run = scan(undefined, points, { executor: slurm({ ...system(c), ...common, command, chunk: 1 }) });
    await expect(run).rejects.toThrow(/point 1 of job 101: CANCELLED/);
    expect(c.calls.at(-1)).toEqual(["scancel", "101"]);
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
