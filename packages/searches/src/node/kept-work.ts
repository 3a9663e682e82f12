import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { local } from "@belladonna/scan";
import { fileCheckpoint } from "@belladonna/scan/files";
import { pool } from "@belladonna/scan/threads";
import type { Progress } from "../progress.js";
import { type Call, type Work, workAt } from "../work.js";

/** How the work is done. */
export interface WorkOptions {
  /** Threads; with 1 there is only this one. */
  readonly workers: number;
  /** Folder in which finished points are kept; they are lost with the process when absent. */
  readonly checkpoints?: string;
  /** How it tells that it is alive. */
  readonly progress: Progress;
}

/** Work with a memory: what an interrupted run finished is found by its successor, if it asks the same. */
export interface KeptWork extends Work {
  /** Forget the finished points: the run is over. */
  forget(): void;
}

/** The module a thread loads: as compiled, or with a loader of TypeScript before it. */
const WORKER = new URL(import.meta.url.endsWith(".ts") ? "source-task-worker.mjs" : "task-worker.js", import.meta.url);

/** Work on threads of this machine. */
export function workOf({ workers, checkpoints, progress }: WorkOptions): KeptWork {
  const work = workAt(
    (calls) => ({
      executor:
        workers > 1 && calls.length > 1
          ? pool({ module: WORKER.href, threads: Math.min(workers, calls.length) })
          : local(),
      ...(checkpoints === undefined
        ? {}
        : { checkpoint: fileCheckpoint(path.join(checkpoints, `${markOf(calls)}.jsonl`)) }),
    }),
    progress,
  );
  return {
    ...work,
    forget() {
      if (checkpoints !== undefined && existsSync(checkpoints)) rmSync(checkpoints, { recursive: true });
    },
  };
}

/** The name of a stage's checkpoint: that of other points, of another task, or of a module that was edited, is another file. */
function markOf(calls: readonly Call[]): string {
  const hash = createHash("sha256");
  for (const module of new Set(calls.map((call) => call.module))) {
    if (module.startsWith("file:") && existsSync(new URL(module))) hash.update(readFileSync(fileURLToPath(module)));
  }
  for (const { module, name, point } of calls) {
    hash.update(`${path.basename(path.dirname(module))}/${path.basename(module)} ${name} ${JSON.stringify(point)}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}
