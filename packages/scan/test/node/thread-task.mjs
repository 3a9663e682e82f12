/** A task that says where it runs. */
import { threadId } from "node:worker_threads";

export default function task({ point }) {
  if (point < 0) throw new Error("negative");
  return { threadId, execArgv: process.execArgv };
}
