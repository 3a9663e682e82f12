import { limitToJson } from "@belladonna/limits";
import type { Projection } from "../finished-run.js";
import type { Search, SearchOptions, SearchResult } from "../search.js";
import { exclusionsOf } from "./agreement.js";

/** What `limits.json` holds: options, facts, notes, cut flows, hypothesis by hypothesis, and the limits. */
export function limitsDocument(
  search: Search,
  options: SearchOptions,
  result: SearchResult,
  projection: Projection | undefined,
): object {
  return {
    search: search.name,
    options: plain(options),
    facts: search.facts,
    notes: result.notes,
    cutFlows: result.cutFlows ?? [],
    masses: Object.fromEntries(result.measured.map(({ name, masses }) => [name, masses])),
    limits: exclusionsOf(result).map(({ limit }) => limitToJson(limit)),
    projection: projection === undefined ? [] : exclusionsOf(projection.result).map(({ limit }) => limitToJson(limit)),
  };
}

/** Options without the bytes of files. */
function plain(options: SearchOptions): object {
  return { ...options, signal: options.signal?.name, data: options.data?.name };
}
