import { fingerprint } from "@belladonna/scan";
import { runSearch } from "../src/run-search.js";
import type { SearchOptions } from "../src/search.js";

/** A mark of every bit of what a search gives, run with seed 1 and no pseudo-experiments. */
export async function resultDigest(name: string, options: Partial<SearchOptions>): Promise<string> {
  return fingerprint([JSON.stringify(await runSearch(name, { ...options, seed: 1, toys: 0 }))]);
}
