import type { Limit } from "@belladonna/limits";
import { hepDataFiles } from "@belladonna/limits/hepdata";
import { exclusionPlot, type LimitEntry } from "@belladonna/limits/plot";
import { svgToPng } from "@belladonna/plot/png";
import { exclusionsOf } from "./agreement.js";
import { luminosityText } from "@belladonna/limits";
import { limitsDocument } from "./limits-document.js";
import { mapPlot, mapText } from "./map-plot.js";
import type { OutputFolder } from "./output-folder.js";
import type { Projection } from "../finished-run.js";
import type { Exclusion, Search, SearchOptions, SearchResult } from "../search.js";
import { triggerPlot } from "./trigger-plot.js";

/** Luminosity, fb⁻¹, from which projections of others are drawn. */
const PROJECTION_FROM = 1000;

/**
 * Writes the limits as JSON and as a HEPData submission, the table of hypotheses as JSON, maps as CSV, and each plot as SVG
 * and PNG.
 *
 * @returns The paths of what was written, folders for what is many files.
 */
export function writeResult(
  search: Search,
  options: SearchOptions,
  result: SearchResult,
  projection: Projection | undefined,
  out: OutputFolder,
): string[] {
  const limits = exclusionsOf(result).map(({ limit }) => limit);
  const document = limitsDocument(search, options, result, projection);
  const written = [out.write("limits.json", `${JSON.stringify(document, null, 1)}\n`)];
  const hepData = hepDataFiles(limits, {
    ...search.keywords,
    comment: `${search.title}, redone by belladonna; not a publication of the experiment.`,
  });
  for (const [name, text] of Object.entries(hepData)) out.write(`hepdata/${name}`, text);
  written.push(`${out.path}/hepdata/`);
  const plots: [name: string, svg: string][] = exclusionsOf(result).map((one) => [
    one.name,
    plotOf(one, options, projection),
  ]);
  plots.push(["trigger", triggerPlot(result.measured)]);
  for (const map of result.maps ?? []) {
    plots.push([map.name, mapPlot(map)]);
    written.push(out.write(`${map.name}.csv`, mapText(map)));
  }
  for (const [name, svg] of plots) {
    written.push(out.write(`${name}.svg`, svg), out.write(`${name}.png`, svgToPng(svg)));
  }
  return written;
}

/** Our limit with its bands, published ones, and the projection with those of others. */
function plotOf(exclusion: Exclusion, options: SearchOptions, projection: Projection | undefined): string {
  const { name, process, axis, limit, published, projections } = exclusion;
  const others = published.map((one): LimitEntry => ({ limit: one, style: "line" }));
  if (projection !== undefined) {
    const same = exclusionsOf(projection.result).find((one) => one.name === name);
    if (same !== undefined) others.push({ limit: expectedOnly(same.limit), style: "dashed" });
  }
  if ((projection?.luminosity ?? options.luminosity) >= PROJECTION_FROM) {
    others.push(...projections.map((one): LimitEntry => ({ limit: one, style: "dashed" })));
  }
  return exclusionPlot([{ limit, ...(limit.shape === "curve" ? { style: "bands" as const } : {}) }, ...others], {
    title: process,
    note: `${luminosityText(limit.luminosity ?? options.luminosity)}, ${100 * limit.cl} % CL`,
    // A massless hypothesis has no place on a logarithmic axis.
    ...("mass" in limit && limit.mass.includes(0) ? { x: { scale: "linear" as const } } : {}),
    y: { label: axis },
  });
}

/** The median expected limit in place of one that fluctuates. */
function expectedOnly(limit: Limit): Limit {
  if (limit.shape !== "curve" || limit.expected === undefined) return limit;
  return { ...limit, kind: "projection", value: limit.expected.median };
}
