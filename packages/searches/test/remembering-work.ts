import { fingerprint } from "@belladonna/scan";
import type { Task } from "../src/task.js";
import type { Work } from "../src/work.js";

/** Work that finds again what it did before, as a cache does, and tells what it did not. */
export interface RememberingWork extends Work {
  /** Does nothing that it has not done: the first such task is thrown as {@link NotDone}. */
  readonly onlyFound: Work;
  /** Names of the tasks that were done since this was last called, each once. */
  done(): string[];
}

/** A task that was not done before. */
export class NotDone extends Error {
  readonly task: string;

  /** @param task - Its name. */
  constructor(task: string) {
    super(`${task} was not done before`);
    this.task = task;
  }
}

/** Remembers the result of every point of every task. */
export function rememberingWork(): RememberingWork {
  const results = new Map<string, Promise<unknown>>();
  const names = new Set<string>();
  const work = (compute: boolean): Work => ({
    each: <P, R>(_stage: string, task: Task<P, R>, points: readonly P[]) =>
      Promise.all(
        points.map((point) => {
          const key = fingerprint([point], `${task.module} ${task.name}`);
          const found = results.get(key);
          if (found !== undefined) return found as Promise<R>;
          if (!compute) throw new NotDone(task.name);
          names.add(task.name);
          const made = Promise.resolve(task.run(point));
          results.set(key, made);
          return made;
        }),
      ),
  });
  return {
    ...work(true),
    onlyFound: work(false),
    done() {
      const list = [...names];
      names.clear();
      return list;
    },
  };
}
