import { decode, encode } from "./codec.js";
import type { Executor, ScanJob } from "./executor.js";

/** Runs a program and gives what it prints; rejects when it fails. */
export type CommandRunner = (program: string, args: readonly string[]) => Promise<string>;

/** How points become jobs of a Slurm cluster. */
export interface SlurmOptions {
  /** Runs `sbatch` and `sacct`; `nodeCommand` of `@belladonna/limits/files` does it with Node's child processes. */
  readonly command: CommandRunner;
  /** Text of a file, or `undefined` when it does not exist (yet). */
  readonly readText: (path: string) => Promise<string | undefined>;
  /** Write a file, making folders as needed. */
  readonly writeText: (path: string, text: string) => Promise<void>;
  /** Folder all nodes of the cluster see. */
  readonly folder: string;
  /**
   * Shell command a job runs for one point; `{point}` becomes the file with `{ index, point }`, `{result}` the file it must
   * write its JSON result to.
   */
  readonly script: string;
  /** Further options of `sbatch`: `{ partition: "short", time: "01:00:00", mem: "2G" }`. */
  readonly options?: Readonly<Record<string, string | number>>;
  /** Most jobs of the array at one time. */
  readonly atOnce?: number;
  /** Milliseconds between two looks at the queue. Default 10 000. */
  readonly poll?: number;
  /** Waits; default a timer. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
}

/** States of `sacct` that will not change. */
const FAILED = /^(FAILED|CANCELLED|TIMEOUT|NODE_FAIL|OUT_OF_MEMORY|BOOT_FAIL|DEADLINE|PREEMPTED|REVOKED)/;

/**
 * Run each point as a job of one Slurm array: writes points and a batch script into a folder that all nodes see, submits
 * with `sbatch --parsable --array`, follows with `sacct`, and takes results as their files appear.
 * @param options - Folder, command of a job, and how to run programs and touch files.
 * @returns The executor; it takes no task, since jobs run a program of their own.
 */
export function slurm(options: SlurmOptions): Executor {
  const { atOnce = 1, poll = 0 } = options;
  if (!(Number.isInteger(atOnce) && atOnce >= 1)) {
    throw new RangeError(`slurm: atOnce must be an integer >= 1, got ${atOnce}`);
  }
  if (!(poll >= 0 && poll < Infinity)) throw new RangeError(`slurm: poll must be >= 0 ms, got ${poll}`);
  return { name: "slurm", run: (job) => runArray(options, job) };
}

/**
 * The arguments of `sbatch` for an array of jobs.
 * @param folder - Folder of the scan.
 * @param jobs - Number of jobs in the array.
 * @param options - Options of `sbatch`, and most jobs at one time.
 * @returns The arguments.
 */
export function sbatchArguments(
  folder: string,
  jobs: number,
  options: Pick<SlurmOptions, "options" | "atOnce">,
): string[] {
  const most = options.atOnce === undefined ? "" : `%${options.atOnce}`;
  return [
    "--parsable",
    `--array=0-${jobs - 1}${most}`,
    `--output=${folder}/job-%A_%a.log`,
    ...Object.entries(options.options ?? {}).map(([k, v]) => `--${k}=${v}`),
    `${folder}/scan.sh`,
  ];
}

/**
 * The job number that `sbatch --parsable` prints.
 * @param output - Its output, `1234` or `1234;cluster`.
 * @returns The number, as text.
 * @throws RangeError when there is none.
 */
export function parseSbatch(output: string): string {
  const [, id] = /^\s*(\d+)(?:;\S+)?\s*$/m.exec(output) ?? [];
  if (!id) throw new RangeError(`slurm: sbatch must print a job number, got ${JSON.stringify(output)}`);
  return id;
}

/**
 * States of the jobs of an array, from `sacct --parsable2 --noheader --format=JobID,State`.
 * @param output - Its output.
 * @returns State by index in the array; steps of jobs (`.batch`) and ranges of jobs still waiting are left out.
 */
export function parseSacct(output: string): Map<number, string> {
  const states = new Map<number, string>();
  for (const line of output.split("\n")) {
    const [, index, state] = /^\d+_(\d+)\|(\S+)/.exec(line.trim()) ?? [];
    if (index) states.set(Number(index), state);
  }
  return states;
}

async function runArray<P, R>(options: SlurmOptions, job: ScanJob<P, R>): Promise<void> {
  const { command, readText, writeText, folder, poll = 10_000, sleep = wait } = options;
  // One array a call, so that results of an earlier, stopped one are not mixed up: files carry the index of the point.
  const point = (k: number): string => `${folder}/point-${job.points[k].index}.json`;
  const result = (k: number): string => `${folder}/result-${job.points[k].index}.json`;
  for (const [k, p] of job.points.entries()) await writeText(point(k), encode(p));
  await writeText(
    `${folder}/scan.sh`,
    batchScript(
      options.script,
      folder,
      job.points.map((p) => p.index),
    ),
  );
  const id = parseSbatch(await command("sbatch", sbatchArguments(folder, job.points.length, options)));
  const waiting = new Set(job.points.keys());
  while (waiting.size > 0) {
    // States first: a job that is over by then has written its result.
    const states = parseSacct(
      await command("sacct", ["--parsable2", "--noheader", "--format=JobID,State", `--jobs=${id}`]),
    );
    for (const k of waiting) {
      const text = await readText(result(k));
      const state = states.get(k) ?? "";
      const parsed = text === undefined ? undefined : tryParse(text);
      if (parsed) {
        waiting.delete(k);
        await job.done(job.points[k].index, parsed.value as R);
      } else if (FAILED.test(state) || state === "COMPLETED") {
        const why = state === "COMPLETED" ? "wrote no result" : state;
        throw new Error(`slurm: point ${job.points[k].index} of job ${id}: ${why}, see ${folder}/job-${id}_${k}.log`);
      }
    }
    if (job.signal?.aborted) {
      await command("scancel", [id]);
      return;
    }
    if (waiting.size > 0) await sleep(poll);
  }
}

/** A batch script that gives each job of the array its files. */
function batchScript(script: string, folder: string, indices: readonly number[]): string {
  const line = script.replaceAll("{point}", '"$POINT"').replaceAll("{result}", '"$RESULT"');
  return [
    "#!/bin/bash",
    "set -euo pipefail",
    `INDICES=(${indices.join(" ")})`,
    "I=${INDICES[$SLURM_ARRAY_TASK_ID]}",
    `POINT="${folder}/point-$I.json"`,
    `RESULT="${folder}/result-$I.json"`,
    line,
    "",
  ].join("\n");
}

/** A file half written is not JSON yet. */
function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: decode(text) };
  } catch {
    return undefined;
  }
}

const timers = globalThis as unknown as { setTimeout: (f: () => void, ms: number) => unknown };

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    timers.setTimeout(resolve, milliseconds);
  });
}
