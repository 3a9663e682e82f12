/** What a worker thread does with a point of a pool, from the sources: find the task by its name, do it. */
import { register } from "tsx/esm/api";

// The loader of the main thread does not reach its workers.
register();

/** @param {{ readonly point: import("./task.js").TaskCall }} job */
export default async function work({ point }) {
  const module = await import(point.module);
  return module[point.name].run(point.point);
}
