import type { Search, SearchOptions, SearchResult } from "../search.js";
import type { Work } from "../work.js";
import type { Tested } from "./tested.js";

/** What is to be said of the limits among results of tasks: how many have a caveat, with the first. */
export function caveatNotes(results: readonly unknown[]): string[] {
  const tested = results.flat().filter(isTested);
  const caveats = tested.flatMap(({ caveat }) => (caveat === undefined ? [] : [caveat]));
  return caveats.length === 0 ? [] : [`${caveats.length} of ${tested.length} limits: ${caveats[0]}`];
}

function isTested(value: unknown): value is Tested {
  return typeof value === "object" && value !== null && "expected" in value && "significance" in value;
}

/** Runs a search; its notes also say what the caveats of its limits are. */
export async function runNoting(search: Search, options: SearchOptions, work: Work): Promise<SearchResult> {
  const notes: string[] = [];
  const result = await search.run(options, {
    async each(stage, task, points) {
      const results = await work.each(stage, task, points);
      notes.push(...caveatNotes(results));
      return results;
    },
  });
  return notes.length === 0 ? result : { ...result, notes: [...result.notes, ...notes] };
}
