import {
  type BatchSystem,
  CLUSTER_OPTIONS,
  type ClusterOptions,
  type JobState,
  requireJobs,
} from "./cluster/batch-system.js";
import { clusterExecutor } from "./cluster/cluster-executor.js";
import type { Executor } from "./executor.js";

/** How points become jobs of an HTCondor pool. */
export interface HtcondorOptions extends ClusterOptions {
  /** Further commands of the submit file: `{ request_memory: "2GB", "+JobFlavour": '"longlunch"' }`. */
  readonly options?: Readonly<Record<string, string | number>>;
}

/**
 * Run points as jobs of an HTCondor cluster: writes chunks of points, a script and a submit file into a folder that all
 * machines see, submits with `condor_submit`, follows with `condor_q` and `condor_history`, takes results as their files
 * appear, and removes with `condor_rm` what is left when the run ends.
 *
 * Its submit files are read as they are meant by the parser of HTCondor's own Python package, and the whole is tried with
 * commands that stand in for a pool; **not run on a pool yet**.
 *
 * ```ts
 * // On a pool: `...nodeSystem` and `taskScript` of `@belladonna/scan/files` in place of what is written out here.
 * const system = { command: async () => "", readText: async () => undefined, writeText: async () => {} };
 * const jobs = { folder: "/scratch/me/scan", script: "node task.js {points} {results}", options: { request_memory: "2GB" } };
 * const executor = htcondor({ ...system, ...jobs });
 * executor.name; // "htcondor"
 * ```
 * @param options - Folder, command of a job, and how to run programs and touch files.
 * @returns The executor; it takes no task, since jobs run a program of their own.
 * @throws RangeError for options that are unknown or out of range.
 */
export function htcondor(options: HtcondorOptions): Executor {
  return clusterExecutor(condorCommands(options), options, [...CLUSTER_OPTIONS, "options"]);
}

/** Jobs of one cluster: pools refuse more than some tens of thousands. */
const MOST_JOBS = 10_000;

/**
 * The submit file of a cluster of jobs.
 *
 * ```ts
 * condorSubmitFile("/tmp/f", "job", 3).includes("queue"); // true
 * ```
 * @param folder - Folder of the jobs, with their script `scan.sh`.
 * @param name - Name under which they are in the queue.
 * @param jobs - Number of jobs.
 * @param options - Further commands.
 * @returns Its text.
 * @throws RangeError for a number of jobs that is none.
 */
export function condorSubmitFile(
  folder: string,
  name: string,
  jobs: number,
  options: Readonly<Record<string, string | number>> = {},
): string {
  requireJobs("condorSubmitFile: jobs", jobs);
  // A dollar would begin a macro.
  const safe = folder.replaceAll("$", "$(DOLLAR)");
  return [
    "universe = vanilla",
    "executable = /bin/bash",
    `arguments = "'${safe.replaceAll("'", "''")}/scan.sh' $(Process)"`,
    "transfer_executable = False",
    "should_transfer_files = NO",
    "getenv = True",
    `batch_name = ${name}`,
    `output = ${safe}/job-$(Cluster)_$(Process).log`,
    `error = ${safe}/job-$(Cluster)_$(Process).log`,
    `log = ${safe}/condor.log`,
    ...Object.entries(options).map(([key, value]) => `${key} = ${value}`),
    `queue ${jobs}`,
    "",
  ].join("\n");
}

/** What the numbers of `JobStatus` mean. */
const PHASES: Readonly<Record<string, readonly [JobState["phase"], string] | undefined>> = {
  1: ["pending", "idle"],
  2: ["running", "running"],
  3: ["cancelled", "removed"],
  4: ["completed", "completed"],
  5: ["failed", "held"],
  6: ["running", "transferring output"],
  7: ["running", "suspended"],
};

/** Attributes that are asked for, in this order; the reason may hold spaces and stands last. */
const ASKED = ["-af", "ProcId", "JobStatus", "ExitCode", "HoldReason"];

function condorCommands({ command, writeText, options = {} }: HtcondorOptions): BatchSystem {
  return {
    name: "htcondor",
    mostJobs: () => Promise.resolve(MOST_JOBS),
    async processors() {
      const total = await command("condor_status", ["-total", "-af", "TotalCpus"]).catch(() => "");
      const sum = total.split("\n").reduce((n, line) => n + (Number(line) || 0), 0);
      return sum > 0 ? sum : undefined;
    },
    async submit(folder, name, jobs) {
      const file = `${folder}/scan.sub`;
      await writeText(file, condorSubmitFile(folder, name, jobs, options));
      const said = await command("condor_submit", ["-terse", file]);
      const [, id] = /^\s*(\d+)\.\d+/m.exec(said) ?? [];
      if (!id)
        throw new RangeError(`htcondor: condor_submit must print a cluster of jobs, got ${JSON.stringify(said)}`);
      return id;
    },
    async find(name) {
      const found = await command("condor_q", ["-constraint", `JobBatchName == "${name}"`, "-af", "ClusterId"]);
      return /^\d+/m.exec(found)?.[0];
    },
    async states(id) {
      const queued = condorStates(await command("condor_q", [id, ...ASKED]));
      const over = await command("condor_history", [id, ...ASKED]).catch(() => "");
      return new Map([...condorStates(over), ...queued]);
    },
    async cancel(id) {
      await command("condor_rm", [id]);
    },
    log: (folder, id, job) => `${folder}/job-${id}_${job}.log`,
  };
}

/** States by number of the job. */
function condorStates(output: string): Map<number, JobState> {
  const states = new Map<number, JobState>();
  for (const line of output.split("\n")) {
    const [, job, status, exit, reason = ""] = /^(\d+) (\d+) (\S+)(?: (.*))?$/.exec(line.trim()) ?? [];
    const found = PHASES[status];
    if (found === undefined) continue;
    const [phase, word] = found;
    if (phase === "completed" && exit !== "0") states.set(Number(job), { phase: "failed", word: `exit code ${exit}` });
    else states.set(Number(job), { phase, word: phase === "failed" ? `${word} (${reason})` : word });
  }
  return states;
}
