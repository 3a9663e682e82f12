import type { Limit } from "@belladonna/limits";
import { exclusionPlot, type LimitEntry } from "@belladonna/limits/plot";
import type { Projection } from "../finished-run.js";
import type { Exclusion, SearchResult } from "../search.js";
import { luminosityAndLevel, withoutData } from "../limit/limit-info.js";
import { exclusionsOf } from "./agreement.js";

/** All that is drawn of one limit. */
export interface Figure extends Exclusion {
  /** The same limit at the luminosity of the projection. */
  readonly projection?: Limit;
}

/** Luminosity, fb⁻¹, from which projections of others are drawn. */
const PROJECTION_FROM = 1000;

/** The figures of a result: each limit, and what is drawn beside it. */
export function figuresOf(result: SearchResult, projection: Projection | undefined): Figure[] {
  const others = projection === undefined ? [] : exclusionsOf(projection.result);
  return exclusionsOf(result).map((one) => {
    const same = others.find(({ name }) => name === one.name);
    return { ...one, ...(same && { projection: same.limit }) };
  });
}

/** Our limit with its bands, published ones, and the projection with those of others. */
export function entriesOf({ limit, published, projection, projections, preferred = [] }: Figure): LimitEntry[] {
  const ours = { limit, ...(limit.shape === "curve" ? { style: "bands" as const } : {}) };
  const theirs = published.map((one): LimitEntry => ({ limit: one, style: "line", label: labelBeside(one, limit) }));
  const later = projection === undefined ? [] : [{ limit: expectedOnly(projection), style: "dashed" as const }];
  const far = (projection ?? limit).luminosity ?? 0;
  const foreign = far < PROJECTION_FROM ? [] : projections.map((one) => ({ limit: one, style: "dashed" as const }));
  const fits = preferred.map((one) => ({ limit: one, style: "preferred" as const }));
  return [ours, ...theirs, ...later, ...foreign, ...fits];
}

/** A figure as SVG text; its masses are those of our limit and a little more. */
export function drawFigure(figure: Figure): string {
  const { process, particle, axis, limit, leftOut = [] } = figure;
  const x = particle === undefined ? {} : { label: `$m_{${particle}}$ [GeV]` };
  // A massless hypothesis has no place on a logarithmic axis.
  const linear = limit.mass.includes(0);
  const [low, high] = [Math.min(...limit.mass), Math.max(...limit.mass)];
  return exclusionPlot(entriesOf(figure), {
    title: process,
    note: luminosityAndLevel({
      level: limit.cl,
      ...(limit.luminosity !== undefined && { luminosity: limit.luminosity }),
    }),
    x: linear
      ? { ...x, scale: "linear" }
      : { ...x, ...(low < high && { domain: [low / MARGIN, high * MARGIN] as const }) },
    y: { label: axis },
    leftOut,
  });
}

/** How far beyond the lowest and highest mass of our limit a figure goes, as a factor. */
const MARGIN = 1.15;

/** The label of another limit, which says so where it is of an invisible final state and ours is not. */
function labelBeside(other: Limit, ours: Limit): string {
  const name = other.label ?? other.id;
  return other.finalState === "invisible" && !(ours.finalState ?? "").includes("invisible")
    ? `${name}, invisible`
    : name;
}

/** The median expected limit in place of one that fluctuates. */
function expectedOnly(limit: Limit): Limit {
  if (limit.shape !== "curve" || limit.expected === undefined) return limit;
  return { ...withoutData(limit), kind: "projection", value: limit.expected.median };
}
