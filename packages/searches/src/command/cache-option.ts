import { cacheFolder } from "../node/shared-cache.js";

/** What the help says of `--cache`. */
export const CACHE_TEXT = "results that runs share (default: $XDG_CACHE_HOME/belladonna or ~/.cache/belladonna)";

/** The folder that `--cache` and `--no-cache` mean; no cache where there is none. */
export function cacheGiven(given: string | boolean | undefined): string | undefined {
  if (given === false) return undefined;
  return given === true || given === undefined ? cacheFolder(process.env) : given;
}
