import { type Limit, limitToJson } from "@belladonna/limits";
import type { Projection } from "../finished-run.js";
import type { Search, SearchOptions, SearchResult } from "../search.js";
import { exclusionsOf } from "./agreement.js";
import { figuresOf } from "./figure.js";

/** Version mark of {@link limitsDocument}. */
export const RESULTS_FORMAT = "belladonna-results/1";

/**
 * What `limits.json` holds: options, facts, notes, cut flows, hypothesis by hypothesis, the limits, and what a figure of each
 * shows besides, so that figures can be drawn again without a run.
 */
export function limitsDocument(
  search: Search,
  options: SearchOptions,
  result: SearchResult,
  projection: Projection | undefined,
): object {
  const limits = exclusionsOf(result).map(({ limit }) => plainLimit(limit));
  const later = projection === undefined ? [] : exclusionsOf(projection.result).map(({ limit }) => limit);
  return {
    format: RESULTS_FORMAT,
    search: search.name,
    options: plain(options),
    facts: search.facts,
    notes: result.notes,
    cutFlows: result.cutFlows ?? [],
    masses: Object.fromEntries(result.measured.map(({ name, masses }) => [name, masses])),
    limits,
    projection: later.map(plainLimit),
    figures: figuresOf(result, projection).map((one, i) => ({
      name: one.name,
      process: one.process,
      axis: one.axis,
      ...(one.particle !== undefined && { particle: one.particle }),
      limit: i,
      ...(one.projection && { projection: later.indexOf(one.projection) }),
      published: one.published.map(plainLimit),
      projections: one.projections.map(plainLimit),
      ...(one.preferred && { preferred: one.preferred.map(plainLimit) }),
      ...(one.leftOut && { leftOut: one.leftOut }),
    })),
  };
}

/** A limit as `limitFromJson` reads it, its edges that are infinite `null`. */
function plainLimit(limit: Limit): unknown {
  return JSON.parse(limitToJson(limit));
}

/** Options without the bytes of files. */
function plain(options: SearchOptions): object {
  const { signal, data, likelihood } = options;
  return { ...options, signal: signal?.name, data: data?.name, likelihood: likelihood?.map(({ name }) => name) };
}
