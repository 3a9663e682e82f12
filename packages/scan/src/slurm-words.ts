import { type JobState, OTHERS, requireJobs } from "./cluster/batch-system.js";

/**
 * The arguments of `sbatch` for an array of jobs.
 *
 * ```ts
 * sbatchArguments("/tmp/f", 3, {})[1]; // "--array=0-2"
 * ```
 * @param folder - Folder of the jobs, with their script `scan.sh`.
 * @param jobs - Number of jobs in the array.
 * @param options - Options of `sbatch`, and most jobs at one time.
 * @returns The arguments.
 * @throws RangeError for numbers of jobs that are none.
 */
export function sbatchArguments(
  folder: string,
  jobs: number,
  options: {
    /** Further options of `sbatch`: `{ partition: "short", time: "01:00:00", mem: "2G" }`. */
    readonly options?: Readonly<Record<string, string | number>>;
    /** Most jobs of the array at one time. */
    readonly atOnce?: number;
  },
): string[] {
  requireJobs("sbatchArguments: jobs", jobs);
  if (options.atOnce !== undefined) requireJobs("sbatchArguments: atOnce", options.atOnce);
  const most = options.atOnce === undefined ? "" : `%${options.atOnce}`;
  return [
    "--parsable",
    `--array=0-${jobs - 1}${most}`,
    // In the name of a log, % begins a word of Slurm's.
    `--output=${folder.replaceAll("%", "%%")}/job-%A_%a.log`,
    ...Object.entries(options.options ?? {}).map(([k, v]) => `--${k}=${v}`),
    `${folder}/scan.sh`,
  ];
}

/**
 * The job number that `sbatch --parsable` prints.
 *
 * ```ts
 * parseSbatch("123"); // "123"
 * ```
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
 * States of the jobs of an array, from `sacct --parsable2 --noheader --format=JobID,State`, or of `squeue` with
 * `--format=%i|%T|%r`.
 *
 * ```ts
 * parseSacct("123_0|COMPLETED\n").size; // 1
 * ```
 * @param output - Its output.
 * @returns State by index in the array, ranges such as `440_[0-3,7%2]` job by job; steps of jobs (`.batch`) are left out.
 */
export function parseSacct(output: string): Map<number, string> {
  return new Map(
    Array.from(jobLines(output), ([index, { state }]) => [index, state] as const).filter(([index]) => index !== OTHERS),
  );
}

/** State and reason of each job of an array, by its index. */
export function jobLines(output: string): Map<number, { readonly state: string; readonly reason: string }> {
  const jobs = new Map<number, { readonly state: string; readonly reason: string }>();
  for (const line of output.split("\n")) {
    const rest = /^\d+\|(CANCELLED)[^|]*(?:\|(.*))?$/.exec(line.trim());
    // Jobs that never ran and were cancelled have no line each: they go by the number of the array.
    if (rest !== null) jobs.set(OTHERS, { state: rest[1], reason: "" });
    const found = /^\d+_(?:(\d+)|\[([\d,-]+)(?:%\d+)?\])\|([A-Z_]+)[^|]*(?:\|(.*))?$/.exec(line.trim());
    if (found === null) continue;
    const [, one, range, state, reason] = found as (string | undefined)[];
    const indices = one === undefined ? indicesOf(range ?? "") : [Number(one)];
    for (const index of indices) jobs.set(index, { state: state ?? "", reason: reason ?? "" });
  }
  return jobs;
}

/** `0-3,7` as numbers. */
function indicesOf(range: string): number[] {
  return range.split(",").flatMap((part) => {
    if (part === "") return [];
    const [from, to = from] = part.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, k) => from + k);
  });
}

const PHASES: readonly (readonly [RegExp, JobState["phase"]])[] = [
  [/^CANCELLED/, "cancelled"],
  [/^(FAILED|TIMEOUT|NODE_FAIL|OUT_OF_ME|BOOT_FAIL|DEADLINE|PREEMPTED|REVOKED)/, "failed"],
  [/^COMPLETED/, "completed"],
  [/^(PENDING|REQUEUE|SPECIAL_EXIT)/, "pending"],
];

/** What a state of Slurm means. */
export function phaseOf(state: string): JobState["phase"] {
  return PHASES.find(([words]) => words.test(state))?.[1] ?? "running";
}
