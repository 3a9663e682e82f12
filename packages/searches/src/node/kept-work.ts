import { rmSync } from "node:fs";
import path from "node:path";
import {
  type AbortLike,
  type Executor,
  fingerprint,
  local,
  type ResultCache,
  type ScanTask,
  slurm,
} from "@belladonna/scan";
import { fileCheckpoint, nodeSystem, taskIdentity, taskScript } from "@belladonna/scan/files";
import type { Progress } from "../progress.js";
import type { Task } from "../task.js";
import { type Work, workAt } from "../work.js";
import { calling } from "./calling.js";
import { removeIfEmpty } from "./remove-if-empty.js";
import { taskThreads } from "./task-threads.js";
import { withoutExit } from "./without-exit.js";

/** How the work is done. */
export interface WorkOptions {
  /** Threads; with 1 there is only this one. */
  readonly workers: number;
  /** Folder in which finished points are kept; they are lost with the process when absent. */
  readonly checkpoints?: string;
  /** Results of other runs, and ours for them; nothing is shared when absent. */
  readonly cache?: ResultCache | undefined;
  /** Slurm in place of threads; its files are in a folder of their own. */
  readonly slurm?: SlurmSettings | undefined;
  /** Ask to stop: what is under way is finished and kept, or taken out of the queue. */
  readonly signal?: AbortLike | undefined;
  /** How it tells that it is alive. */
  readonly progress: Progress;
}

/** How tasks go to Slurm. */
export interface SlurmSettings {
  /** Folder all nodes see. */
  readonly folder: string;
  /** Options of `sbatch`, such as partition and time. */
  readonly options: Readonly<Record<string, string>>;
  /** Points of one job. */
  readonly chunk: number | "auto";
}

/** Work with a memory: what an interrupted run finished is found by its successor, if it asks the same of the same code. */
export interface KeptWork extends Work {
  /** Forget the finished points of this work: the run is over. Nothing else in the folder is touched. */
  forget(): void;
  /** End the threads. */
  close(): Promise<void>;
}

/** The module a job loads: as compiled, or with a loader of TypeScript before it. */
const WORKER = new URL(import.meta.url.endsWith(".ts") ? "source-task-worker.mjs" : "task-worker.js", import.meta.url);

/** Milliseconds between two looks at a queue. */
const LOOK = 3000;

/** Work on threads of this machine, or on a cluster. */
export function workOf({ workers, checkpoints, cache, slurm: cluster, signal, progress }: WorkOptions): KeptWork {
  const files = new Set<string>();
  const threads = taskThreads(workers);
  const work = workAt(
    (task, points) => {
      const identity = taskIdentity(task.module, task.name);
      const executor =
        cluster !== undefined
          ? calling(slurmOf(cluster, progress), task)
          : workers > 1 && points.length > 1
            ? threads.executor(task)
            : guarded(local(), task);
      const found = { executor, identity, ...(cache === undefined ? {} : { cache }) };
      if (checkpoints === undefined) return found;
      // That of other points, of another task, or of code that was edited, is another file.
      const file = path.join(checkpoints, `${fingerprint(points, identity)}.jsonl`);
      files.add(file);
      return { ...found, checkpoint: fileCheckpoint(file) };
    },
    progress,
    signal,
  );
  return {
    ...work,
    close: () => threads.close(),
    forget() {
      for (const file of files) rmSync(file, { force: true });
      if (checkpoints !== undefined && files.size > 0) removeIfEmpty(checkpoints);
      files.clear();
    },
  };
}

/** Jobs of Slurm that load the module of the threads. */
function slurmOf({ folder, options, chunk }: SlurmSettings, progress: Progress): Executor {
  return slurm({
    ...nodeSystem,
    folder,
    options,
    chunk,
    script: taskScript(WORKER.href),
    poll: LOOK,
    onMessage: (sentence) => progress.note?.(sentence),
  });
}

/** Tasks of this thread that say so when they would end the process. */
function guarded({ name, run }: Executor, { name: task }: Task<never, unknown>): Executor {
  const guard = <P, R>(work: ScanTask<P, R> | undefined): ScanTask<P, R> | undefined =>
    work && ((point, context) => withoutExit(`task ${task}`, () => work(point, context)));
  return { name, run: (job) => run({ ...job, task: guard(job.task) }) };
}
