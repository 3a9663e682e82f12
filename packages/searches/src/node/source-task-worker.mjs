/** What a worker thread does in a clone, where the modules of tasks are TypeScript. */
import { register } from "tsx/esm/api";

// The loader of the main thread does not reach its workers.
register();

const { default: work } = await import("./task-worker.ts");
export default work;
