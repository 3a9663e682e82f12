import { luminosityText } from "@belladonna/limits";
import type { LimitInfo } from "@belladonna/limits";
import type { SearchOptions } from "../search.js";
import type { Tested } from "./tested.js";

const METHODS: Readonly<Record<SearchOptions["method"], string>> = {
  cls: "CLs",
  profile: "one-sided profile likelihood, power-constrained",
  bayesian: "Bayesian, flat prior",
  "feldman-cousins": "Feldman-Cousins",
};

/**
 * What a limit of a run says about itself, but for what is limited.
 *
 * ```ts
 * const options = { level: 0.9, method: "cls", luminosity: 50, toys: 0 };
 * const results = [{ expected: [1, 2, 3, 4, 5], significance: Number.NaN }];
 * limitInfo("my-search", options, results).kind; // "expected"
 * limitInfo("my-search", options, results).label; // "this run, 50 fb⁻¹"
 * ```
 * @param id - Identifier, unique in the run; the name of the search for its first limit.
 * @param results - Its results mass by mass.
 */
export function limitInfo(
  id: string,
  { level, method, luminosity, toys, data, asPublished }: SearchOptions,
  results: readonly Tested[],
): Omit<LimitInfo, "observable" | "unit"> {
  const observed = results.every((one) => one.observed !== undefined);
  return {
    id,
    cl: level,
    kind: observed ? "bands" : "expected",
    ...(observed && data === undefined ? { data: "pseudo-data" as const } : {}),
    method: `${METHODS[method]}, ${toys > 0 ? `${toys} pseudo-experiments` : "no pseudo-experiments"}${asPublished === true ? ", conventions as published" : ""}`,
    luminosity,
    label: `this run, ${luminosityText(luminosity)}`,
    provenance: { source: `belladonna, ${id}`, standing: "derived" },
  };
}

/** Luminosity, where there is one, and level of a limit as figures say them: `79.7 fb⁻¹, 90 % CL`. */
export function luminosityAndLevel({
  luminosity,
  level,
}: {
  readonly luminosity?: number;
  readonly level: number;
}): string {
  return `${luminosity === undefined ? "" : `${luminosityText(luminosity)}, `}${100 * level} % CL`;
}

/** What the expected limit says of itself that is drawn beside the one of a run. */
export function expectedInfo<I extends Pick<LimitInfo, "data">>(
  info: I,
  id: string,
): Omit<I, "data"> & { readonly id: string; readonly label: string; readonly kind: "expected" } {
  return { ...withoutData(info), id, label: "expected", kind: "expected" as const };
}

/** A limit, or what it says of itself, as one that no data, measured or not, made. */
export function withoutData<I extends Pick<LimitInfo, "data">>(info: I): Omit<I, "data"> {
  const rest = { ...info };
  delete (rest as { data?: unknown }).data;
  return rest;
}

/** Whether a run is at the luminosity and level of the publication, so that its limits can be compared. */
export function isComparable(
  options: Pick<SearchOptions, "luminosity" | "level">,
  published: Pick<SearchOptions, "luminosity" | "level">,
): boolean {
  return Math.abs(options.luminosity / published.luminosity - 1) < 0.01 && options.level === published.level;
}
