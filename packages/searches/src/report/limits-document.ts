import { type Limit, limitToJson } from "@belladonna/limits";
import type { Projection } from "../finished-run.js";
import type { Search, SearchOptions, SearchResult } from "../search.js";
import { exclusionsOf } from "./agreement.js";

/** Version mark of {@link limitsDocument}. */
const RESULTS_FORMAT = "belladonna-results/1";

/** What `limits.json` holds: options, facts, notes, cut flows, hypothesis by hypothesis, and the limits. */
export function limitsDocument(
  search: Search,
  options: SearchOptions,
  result: SearchResult,
  projection: Projection | undefined,
): object {
  return {
    format: RESULTS_FORMAT,
    search: search.name,
    options: plain(options),
    facts: search.facts,
    notes: result.notes,
    cutFlows: result.cutFlows ?? [],
    masses: Object.fromEntries(result.measured.map(({ name, masses }) => [name, masses])),
    limits: exclusionsOf(result).map(({ limit }) => plainLimit(limit)),
    projection: projection === undefined ? [] : exclusionsOf(projection.result).map(({ limit }) => plainLimit(limit)),
  };
}

/** A limit as `limitFromJson` reads it, its edges that are infinite `null`. */
function plainLimit(limit: Limit): unknown {
  return JSON.parse(limitToJson(limit));
}

/** Options without the bytes of files. */
function plain(options: SearchOptions): object {
  return { ...options, signal: options.signal?.name, data: options.data?.name };
}
