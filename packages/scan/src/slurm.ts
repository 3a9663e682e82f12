import type { BatchSystem, ClusterOptions, JobState } from "./cluster/batch-system.js";
import { CLUSTER_OPTIONS, requireJobs } from "./cluster/batch-system.js";
import { clusterExecutor } from "./cluster/cluster-executor.js";
import type { Executor } from "./executor.js";
import { jobLines, parseSbatch, phaseOf, sbatchArguments } from "./slurm-words.js";

/** How points become jobs of a Slurm cluster. */
export interface SlurmOptions extends ClusterOptions {
  /** Further options of `sbatch`: `{ partition: "short", time: "01:00:00", mem: "2G" }`. */
  readonly options?: Readonly<Record<string, string | number>>;
  /** Most jobs of an array at one time. */
  readonly atOnce?: number;
}

/** Most jobs of an array where Slurm does not tell: its own default. */
const USUAL_ARRAY = 1001;

/**
 * Run points as jobs of Slurm arrays: writes chunks of points and a batch script into a folder that all nodes see, submits
 * with `sbatch --parsable --array` within `MaxArraySize`, follows with `squeue` and, where there is accounting, `sacct`, and
 * takes results as their files appear. Commands that fail are tried again, points of jobs that fail are submitted again; a
 * submitter that was killed finds what its predecessor submitted; what still is in the queue when the run ends, for whatever
 * reason, is cancelled. Jobs that somebody cancels end the run.
 *
 * ```ts
 * // On a cluster: `...nodeSystem` and `taskScript` of `@belladonna/scan/files` in place of what is written out here.
 * const system = { command: async () => "", readText: async () => undefined, writeText: async () => {} };
 * const jobs = { folder: "/scratch/me/scan", script: "node task.js {points} {results}", options: { time: "01:00:00" } };
 * const executor = slurm({ ...system, ...jobs });
 * executor.name; // "slurm"
 * ```
 * @param options - Folder, command of a job, and how to run programs and touch files.
 * @returns The executor; it takes no task, since jobs run a program of their own.
 * @throws RangeError for options that are unknown or out of range.
 */
export function slurm(options: SlurmOptions): Executor {
  const { atOnce = 1 } = options;
  requireJobs("slurm: atOnce", atOnce);
  return clusterExecutor(slurmCommands(options), options, [...CLUSTER_OPTIONS, "options", "atOnce"]);
}

/** The commands of Slurm. */
function slurmCommands({ command, options = {}, atOnce }: SlurmOptions): BatchSystem {
  const where = "partition" in options ? [`--partition=${options.partition}`] : [];
  return {
    name: "slurm",
    async mostJobs() {
      const config = await command("scontrol", ["show", "config"]).catch(() => "");
      return Number(/MaxArraySize\s*=\s*(\d+)/.exec(config)?.[1] ?? USUAL_ARRAY);
    },
    async processors() {
      const nodes = await command("sinfo", ["--noheader", "--format=%C", ...where]).catch(() => "");
      // Allocated, idle, other and total, a line for each partition.
      const totals = nodes.split("\n").map((line) => Number(/^\d+\/\d+\/\d+\/(\d+)\s*$/.exec(line)?.[1] ?? 0));
      return Math.max(...totals) || undefined;
    },
    async submit(folder, name, jobs) {
      const own = { ...options, "job-name": name };
      const most = atOnce === undefined ? {} : { atOnce };
      return parseSbatch(await command("sbatch", sbatchArguments(folder, jobs, { options: own, ...most })));
    },
    async find(name) {
      const found = await command("squeue", ["--noheader", "--states=all", "--format=%F", `--name=${name}`]);
      return /^\d+/m.exec(found)?.[0];
    },
    async states(id) {
      const queued = await squeue(command, id);
      return new Map(
        Array.from(await withAccounts(command, id, queued), ([index, { state, reason }]): [number, JobState] => [
          index,
          {
            phase: phaseOf(state),
            word: ["", "None", "NonZeroExitCode"].includes(reason) ? state : `${state} (${reason})`,
          },
        ]),
      );
    },
    async cancel(id) {
      await command("scancel", [id]);
    },
    log: (folder, id, job) => `${folder}/job-${id}_${job}.log`,
  };
}

type Lines = ReturnType<typeof jobLines>;

/** What the controller knows of an array: those over some minutes ago are forgotten, and with them the number of the array. */
async function squeue(command: SlurmOptions["command"], id: string): Promise<Lines> {
  try {
    return jobLines(
      await command("squeue", ["--noheader", "--array", "--states=all", "--format=%i|%T|%r", `--jobs=${id}`]),
    );
  } catch (error) {
    if (/Invalid job id/i.test(String(error))) return new Map();
    throw error;
  }
}

/** With what accounting knows of those that the controller has forgotten; nothing, where there is no accounting. */
async function withAccounts(command: SlurmOptions["command"], id: string, queued: Lines): Promise<Lines> {
  if (Array.from(queued.values()).some(({ state }) => phaseOf(state) === "running" || phaseOf(state) === "pending")) {
    return queued;
  }
  const accounts = await command("sacct", ["--parsable2", "--noheader", "--format=JobID,State", `--jobs=${id}`]).catch(
    () => "",
  );
  return new Map([...jobLines(accounts), ...queued]);
}
