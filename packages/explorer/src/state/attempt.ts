import { trouble } from "./store.js";

/** Do what may fail; what went wrong is told in the banner. */
export function attempt(work: () => void | Promise<void>): void {
  Promise.resolve()
    .then(work)
    .catch((error: unknown) => {
      trouble.value = error instanceof Error ? error.message : String(error);
    });
}
