import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Executor } from "@belladonna/scan";
import { type Pool, pool } from "@belladonna/scan/threads";
import type { Task } from "../task.js";
import { calling } from "./calling.js";
import { isBuilt } from "./fresh-build.js";

/** Threads for the tasks of a run, all its stages. */
export interface TaskThreads {
  /** Runs the points of a task on them. */
  executor(task: Task<never, unknown>): Executor;
  /** End them. */
  close(): Promise<void>;
}

/** Whether this is a clone, where modules are TypeScript. */
const IS_SOURCE = import.meta.url.endsWith(".ts");

/** The sources of this package, and what is built of them. */
const [SOURCES, BUILT] = ["../", "../../dist/"].map((folder) => new URL(folder, import.meta.url).href);

/**
 * Threads that start when they are needed and stay until they are closed. In a clone they load what is built, if that is of
 * the sources as they are: it starts at once and runs faster than what a loader makes of TypeScript.
 *
 * @param threads - How many.
 */
export function taskThreads(threads: number): TaskThreads {
  const pools = new Map<string, Pool>();
  let built: boolean | undefined;
  const poolOf = (module: string, execArgv?: readonly string[]): Pool => {
    const one = pools.get(module) ?? pool({ module, threads, ...(execArgv === undefined ? {} : { execArgv }) });
    pools.set(module, one);
    return one;
  };
  return {
    executor(task) {
      if (!IS_SOURCE) return calling(poolOf(new URL("task-worker.js", import.meta.url).href), task);
      const isOwn = task.module.startsWith(SOURCES);
      if (isOwn) built ??= isBuilt(packages());
      if (!isOwn || built !== true)
        return calling(poolOf(new URL("source-task-worker.mjs", import.meta.url).href), task);
      const module = `${BUILT}${task.module.slice(SOURCES.length).replace(/\.ts$/, ".js")}`;
      // Without the condition that takes packages from their sources.
      return calling(poolOf(`${BUILT}node/task-worker.js`, []), { ...task, module });
    },
    async close() {
      await Promise.all([...pools.values()].map((one) => one.close()));
      pools.clear();
    },
  };
}

/** Folders of this package and of those of ours that it imports, which stand beside it. */
function packages(): string[] {
  const own = fileURLToPath(new URL("../..", import.meta.url));
  const { dependencies } = JSON.parse(readFileSync(path.join(own, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const ours = Object.keys(dependencies).filter((name) => name.startsWith("@belladonna/"));
  return [own, ...ours.map((name) => path.join(own, "..", path.basename(name)))];
}
