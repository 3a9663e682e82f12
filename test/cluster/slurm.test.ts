// Scans on a real Slurm of one node, started by start-slurm.sh: all of them by `npm run test:cluster`, the
// short ones in `npm test`.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { memoryCheckpoint, scan, slurm, type SlurmOptions } from "@belladonna/scan";
import { nodeSystem, taskScript } from "@belladonna/scan/files";
import { afterAll, describe, expect, it } from "vitest";
import { killAtRandom } from "../../packages/scan/test/kill-at-random.js";

const here = import.meta.dirname;
const root = mkdtempSync(path.join(tmpdir(), "belladonna-slurm-"));
const started = spawnSync(path.join(here, "start-slurm.sh"), [path.join(root, "slurm")], {
  encoding: "utf8",
  env: { ...process.env, SLURM_TEST_MAX_ARRAY: "11", SLURM_TEST_CPUS: "2" },
});
const isUp = started.status === 0;
// A word where the tests are left out.
if (!isUp) console.log(started.stderr.trim());
const isWhole = process.env.CLUSTER_TESTS === "whole";
process.env.SLURM_CONF = path.join(root, "slurm", "slurm.conf");

afterAll(() => {
  spawnSync(path.join(here, "stop-slurm.sh"), [path.join(root, "slurm")]);
  rmSync(root, { recursive: true, force: true });
});

/** What a point asks of the task. */
interface Point extends Record<string, number> {
  /** Milliseconds it takes. */
  readonly ms: number;
  /** What it computes with. */
  readonly x: number;
}
const TASK = `
import { appendFileSync } from "node:fs";
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const compute = (x, index) => ({ root: Float64Array.of(Math.sqrt(x), x === 0 ? NaN : 1 / x), index });
export default async ({ point: { x, ms, busy }, index }) => {
  if (process.env.STARTED) appendFileSync(process.env.STARTED, index + "\\n");
  for (const end = Date.now() + (busy ?? 0); Date.now() < end; );
  await wait(ms);
  if (x < 0) throw new Error("no root of " + x);
  return compute(x, index);
};`;
const taskFile = path.join(root, "task.mjs");
writeFileSync(taskFile, TASK);
const task = pathToFileURL(taskFile).href;
const runner = path.join(root, "runner.mjs");
await build({
  entryPoints: [path.join(here, "../../packages/scan/src/node/files.ts")],
  ...{ bundle: true, platform: "node", format: "esm", outfile: runner, logLevel: "error" },
});

const script = taskScript(task, { runner: pathToFileURL(runner).href, node: [process.execPath] });
const points = (n: number, ms = 0): Point[] => Array.from({ length: n }, (_, x) => ({ x, ms }));
const expected = (n: number) =>
  Array.from({ length: n }, (_, x) => ({ root: Float64Array.of(Math.sqrt(x), x === 0 ? NaN : 1 / x), index: x }));

let folders = 0;
const newFolder = () => path.join(root, `scan-${folders++}`);
function on(folder: string, changes: Partial<SlurmOptions> = {}) {
  const said: string[] = [];
  const onMessage = (sentence: string) => said.push(sentence);
  const executor = slurm({ ...nodeSystem, folder, script, poll: 500, onMessage, ...changes });
  return { executor, said };
}
/** A program that scans on Slurm, bundled to a file. */
async function programOf(name: string, contents: string): Promise<string> {
  const outfile = path.join(root, `${name}.mjs`);
  const imports = `
    import { scan, slurm } from "@belladonna/scan";
    import { nodeSystem } from "@belladonna/scan/files";`;
  await build({
    stdin: { contents: imports + contents, resolveDir: here },
    ...{ bundle: true, platform: "node", format: "esm", outfile, logLevel: "error" },
    conditions: ["@belladonna/source"],
  });
  return outfile;
}
const queue = () => execFileSync("squeue", ["--noheader", "--array", "--format=%i"], { encoding: "utf8" }).trim();
const submissions = (folder: string): number =>
  readdirSync(folder).reduce((n, mark) => {
    const file = path.join(folder, mark, "jobs.json");
    const { submissions: all } = JSON.parse(readFileSync(file, "utf8")) as { submissions: unknown[] };
    return n + all.length;
  }, 0);
const until = async (what: () => boolean) => {
  while (!what()) await setTimeout(100);
};

describe.runIf(isUp)("slurm", () => {
  it("gives the bits of this process, in a folder of any name, by module and by a command a point", async () => {
    const folder = path.join(root, "a $HOME's 100%j %A folder");
    mkdirSync(folder);
    expect(await scan(undefined, points(7), { executor: on(folder, { chunk: 3 }).executor })).toEqual(expected(7));
    const command = `x=$(grep -o '"x":[0-9]*' {point}); echo "[\${x#*:}," '{"$number":"NaN"}]' > {result}`;
    const each = on(path.join(root, "each"), { script: command, chunk: 2 });
    expect(await scan(undefined, points(3), { executor: each.executor })).toEqual([0, 1, 2].map((x) => [x, NaN]));
    expect(queue()).toBe("");
  });

  it("takes nothing of another scan in the same folder, and finds its own again", async () => {
    const folder = newFolder();
    const other = points(4).map((point) => ({ ...point, x: point.x + 10 }));
    await scan(undefined, other, { executor: on(folder).executor });
    expect(await scan(undefined, points(4), { executor: on(folder).executor })).toEqual(expected(4));
    const before = submissions(folder);
    expect(await scan(undefined, points(4), { executor: on(folder).executor })).toEqual(expected(4));
    expect(submissions(folder)).toBe(before);
    await scan(undefined, points(4), { executor: on(folder).executor, identity: "other code" });
    expect(submissions(folder)).toBe(before + 1);
  });

  it("makes arrays no longer than Slurm takes", async () => {
    const folder = newFolder();
    expect(await scan(undefined, points(25), { executor: on(folder, { chunk: 1 }).executor })).toEqual(expected(25));
    expect(submissions(folder)).toBe(3);
  });

  it("passes on what a task throws, takes the others out of the queue, and keeps what was finished", async () => {
    const checkpoint = memoryCheckpoint();
    const bad = [...points(2), { x: -1, ms: 0 }, ...points(6, 60_000)];
    // The one that throws is the third of the first job.
    const run = scan(undefined, bad, { executor: on(newFolder(), { chunk: 3 }).executor, checkpoint });
    await expect(run).rejects.toThrow("no root of -1");
    expect(checkpoint.lines).toHaveLength(3);
    await until(() => queue() === "");
  });

  it("ends, and does not wait for ever, when somebody cancels jobs that wait", async () => {
    const run = scan(undefined, points(6, 60_000), { executor: on(newFolder(), { chunk: 1 }).executor });
    const end = expect(run).rejects.toThrow(/point \d of job \d+: CANCELLED/);
    await until(() => queue().includes("_5"));
    execFileSync("scancel", ["--state=PENDING", "--user=root"]);
    await end;
    await until(() => queue() === "");
  });

  it("bears that the controller is away", async () => {
    const { executor, said } = on(newFolder(), { chunk: 2 });
    const run = scan(undefined, points(4, 4000), { executor });
    await until(() => queue() !== "");
    const pid = Number(readFileSync(path.join(root, "slurm", "slurmctld.pid"), "utf8"));
    process.kill(pid);
    await until(() => !existsSync(`/proc/${pid}`));
    await until(() => said.length > 0);
    execFileSync("slurmctld", { env: { ...process.env, PATH: `${process.env.PATH ?? ""}:/usr/sbin` } });
    expect(await run).toEqual(expected(4));
    expect(said[0]).toMatch(/does not answer, trying again/);
  });

  it("is followed by a new submitter when the first is killed", async () => {
    const folder = newFolder();
    const submitter = await programOf(
      "submitter",
      `const options = JSON.parse(process.argv[2]);
       await scan(undefined, options.points, { executor: slurm({ ...nodeSystem, ...options.slurm }) });`,
    );
    const slow = points(6, 2000);
    const options = { points: slow, slurm: { folder, script, poll: 500, chunk: 1 } };
    const first = spawn(process.execPath, [submitter, JSON.stringify(options)], { stdio: "inherit" });
    await until(() => queue() !== "");
    first.kill("SIGKILL");
    await once(first, "exit");
    expect(await scan(undefined, slow, { executor: on(folder, { chunk: 1 }).executor })).toEqual(expected(6));
    expect(submissions(folder)).toBe(1);
  });

  it.runIf(isWhole)("survives that its submitter is killed at random times", async () => {
    const settings = { script, poll: 500, chunk: 3 };
    const submitter = await programOf(
      "killed",
      `import { fileCheckpoint } from "@belladonna/scan/files";
       const folder = process.argv[2];
       const points = Array.from({ length: 12 }, (_, x) => ({ x, ms: 100 }));
       const executor = slurm({ ...nodeSystem, ...${JSON.stringify(settings)}, folder });
       const results = await scan(undefined, points, { executor, checkpoint: fileCheckpoint(folder + "/scan.jsonl") });
       console.log(results.map(({ root, index }) => [index, ...root].join()).join(";"));`,
    );
    const kills = 40;
    const survivors = await killAtRandom(submitter, newFolder(), kills, 6000);
    const all = survivors.reduce((sum, one) => sum + one.kills, 0);
    console.log(`submitters on Slurm: ${all} kills, ${survivors.length} scans`);
    const same = expected(12).map(({ root: two, index }) => [index, ...two].join());
    for (const { output } of survivors) expect(output).toBe(same.join(";"));
    expect(all).toBeGreaterThanOrEqual(kills);
    expect(queue()).toBe("");
  });

  it.runIf(isWhole)("goes on where it was when a job is requeued", async () => {
    const folder = newFolder();
    const log = path.join(root, "requeued.txt");
    const counted = script.replace("exec ", `STARTED='${log}' exec `).replace("exec ", "");
    const { executor } = on(folder, { chunk: 4, script: counted });
    const run = scan(undefined, points(4, 1500), { executor });
    await until(() => existsSync(log) && readFileSync(log, "utf8").includes("1\n"));
    execFileSync("scontrol", ["requeue", queue().split("_")[0]]);
    expect(await run).toEqual(expected(4));
    const starts = readFileSync(log, "utf8").trim().split("\n");
    expect(starts.filter((index) => index === "0")).toHaveLength(1);
  });

  it("stops when it is asked to, and leaves nothing in the queue", async () => {
    const signal = { aborted: false };
    const run = scan(undefined, points(4, 60_000), { executor: on(newFolder()).executor, signal });
    const end = expect(run).rejects.toThrow(/stopped after 0 of 4/);
    await until(() => queue() !== "");
    signal.aborted = true;
    await end;
    await until(() => queue() === "");
  });

  it.runIf(isWhole)("goes on after the limit of time of a job", async () => {
    const { executor, said } = on(newFolder(), { chunk: 4, options: { time: "1" } });
    expect(await scan(undefined, points(4, 25_000), { executor })).toEqual(expected(4));
    expect(said.join()).toMatch(/TIMEOUT/);
  });

  it.runIf(isWhole)("survives the death of the node", async () => {
    const { executor } = on(newFolder(), { chunk: 2 });
    const run = scan(undefined, points(4, 3000), { executor });
    await until(() => execFileSync("squeue", ["--noheader", "--format=%T"], { encoding: "utf8" }).includes("RUNNING"));
    const pid = Number(readFileSync(path.join(root, "slurm", "slurmd.pid"), "utf8"));
    process.kill(pid, "SIGKILL");
    for (const step of execFileSync("pgrep", ["-f", "slurmstepd: \\["], { encoding: "utf8" }).trim().split("\n"))
      process.kill(Number(step), "SIGKILL");
    await setTimeout(30_000);
    execFileSync("slurmd", { env: { ...process.env, PATH: `${process.env.PATH ?? ""}:/usr/sbin` } });
    expect(await run).toEqual(expected(4));
  });

  it.runIf(isWhole)("does 10 000 points of some milliseconds", async () => {
    const n = 10_000;
    const start = Date.now();
    const { executor } = on(newFolder());
    expect(await scan(undefined, points(n, 2), { executor })).toEqual(expected(n));
    console.log(`10 000 points of 2 ms on Slurm: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  });

  // On an idle machine at least 0.9; not asserted, since others may use the cores.
  it.runIf(isWhole)("says what it uses of what it is allotted: 200 tasks of 1 s", async () => {
    const folder = newFolder();
    const n = 200;
    const busy = points(n).map((point) => ({ ...point, busy: 1000 }));
    const { executor } = on(folder);
    expect(await scan(undefined, busy, { executor })).toEqual(expected(n));
    // What each job was allotted, from its beginning to its end, as the controller tells.
    const jobs = execFileSync("squeue", ["--noheader", "--array", "--states=all", "--format=%i|%S|%e"], {
      encoding: "utf8",
    });
    const { submissions: all } = JSON.parse(
      readFileSync(path.join(folder, readdirSync(folder)[0], "jobs.json"), "utf8"),
    ) as { submissions: { id: string }[] };
    const allotted = jobs
      .split("\n")
      .filter((line) => all.some(({ id }) => line.startsWith(`${id}_`)))
      .map((line) => line.split("|"))
      .reduce((sum, [, from, to]) => sum + (Date.parse(to) - Date.parse(from)) / 1000, 0);
    console.log(`200 tasks of 1 s: efficiency ${(n / allotted).toFixed(3)}`);
  });
});
