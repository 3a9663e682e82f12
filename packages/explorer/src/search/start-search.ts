/** The worker of searches, as a file beside the page. */
export function startSearch(): Worker {
  return new Worker(new URL("search-worker.ts", import.meta.url), { type: "module" });
}
