/** The worker of events, as a file beside the page. */
export function startWorker(): Worker {
  return new Worker(new URL("../worker/worker.ts", import.meta.url), { type: "module" });
}
