import type { Executor } from "@belladonna/scan";
import type { Task, TaskCall } from "../task.js";

/**
 * An executor whose threads or jobs load one module for all tasks: each point goes there with the name of its task.
 *
 * @param executor - Runs `task-worker` somewhere else.
 * @param task - The task.
 */
export function calling({ name, run }: Executor, task: Task<never, unknown>): Executor {
  return {
    name,
    run: (job) =>
      run({
        ...job,
        points: job.points.map(({ index, point }) => {
          const call: TaskCall = { module: task.module, name: task.name, point };
          return { index, point: call as typeof point };
        }),
      }),
  };
}
