import { type CurveLimit, type Limit, limitToJson } from "@belladonna/limits";
import { hepDataFiles } from "@belladonna/limits/hepdata";
import { exclusionPlot, type ExclusionPlotOptions, type LimitEntry } from "@belladonna/limits/plot";
import { svgToPng } from "@belladonna/limits/png";
import type { OutputFolder } from "./output-folder.js";
import type { Search, SearchOptions, SearchResult } from "./search.js";

/**
 * Writes the limits as JSON and as a HEPData submission, the table of hypotheses as JSON, and the exclusion plots as SVG
 * and PNG.
 *
 * @returns The paths of what was written, folders for what is many files.
 */
export function writeResult(search: Search, options: SearchOptions, result: SearchResult, out: OutputFolder): string[] {
  const { profile, cls } = result.crossSection;
  const limits: readonly CurveLimit[] = [profile, cls, result.coupling.profile, result.coupling.cls];
  const written = [
    out.write(
      "limits.json",
      `${JSON.stringify({ search: search.name, options: plain(options), facts: search.facts, notes: result.notes, masses: result.masses, limits: limits.map((l) => limitToJson(l)) }, null, 1)}\n`,
    ),
  ];
  const hepData = hepDataFiles(limits, {
    comment: `${search.title}, redone by belladonna; not a publication of the experiment.`,
  });
  for (const [name, text] of Object.entries(hepData)) out.write(`hepdata/${name}`, text);
  written.push(`${out.path}/hepdata/`);
  const note = `${options.luminosity} fb⁻¹, ${100 * options.level} % CL`;
  const { symbols } = search;
  const plots: readonly [name: string, ours: CurveLimit, published: readonly Limit[], axis: string][] = [
    ["exclusion", result.coupling[options.method], result.publishedCoupling, symbols.coupling],
    ["cross-section", result.crossSection[options.method], result.publishedCrossSection, symbols.crossSection],
  ];
  for (const [name, ours, published, axis] of plots) {
    const others = published.map((limit): LimitEntry => ({
      limit,
      style: limit.kind === "projection" ? "dashed" : "line",
    }));
    const look: ExclusionPlotOptions = { title: symbols.process, note, y: { label: axis } };
    const svg = exclusionPlot([{ limit: ours, style: "bands" }, ...others], look);
    written.push(out.write(`${name}.svg`, svg), out.write(`${name}.png`, svgToPng(svg)));
  }
  return written;
}

/** Options without the bytes of files. */
const plain = (options: SearchOptions) => ({ ...options, signal: options.signal?.name, data: options.data?.name });
