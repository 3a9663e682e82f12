import Inline from "./search-worker.ts?worker&inline";

/** The worker of searches, inside the page: for the page as one file. */
export function startSearch(): Worker {
  return new Inline();
}
