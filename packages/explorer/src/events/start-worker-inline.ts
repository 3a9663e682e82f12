import Inline from "../worker/worker.ts?worker&inline";

/** The worker of events, inside the page: for the page as one file. */
export function startWorker(): Worker {
  return new Inline();
}
