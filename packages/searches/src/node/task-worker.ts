import type { TaskCall } from "../task.js";

/** What is needed of the module of a task. */
type TaskModule = Readonly<Record<string, { readonly run: (point: unknown) => unknown }>>;

/** What a worker thread does with a point of a pool: find the task by its name, do it. */
export default async function work({ point: call }: { readonly point: TaskCall }): Promise<unknown> {
  const module = (await import(call.module)) as TaskModule;
  return module[call.name].run(call.point);
}
