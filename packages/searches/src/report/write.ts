import { hepDataFiles } from "@belladonna/limits/hepdata";
import { exclusionsOf } from "./agreement.js";
import { curvesCsv } from "./curves-csv.js";
import { drawFigure, entriesOf, figuresOf, type Figure } from "./figure.js";
import { limitsDocument } from "./limits-document.js";
import { madeBy } from "./made-by.js";
import { drawMap, mapText } from "./map-plot.js";
import type { OutputFolder } from "./output-folder.js";
import { writePicture } from "./pictures.js";
import type { Projection } from "../finished-run.js";
import type { Search, SearchOptions, SearchResult } from "../search.js";
import { triggerPlot, type TriggerCurves } from "./trigger-plot.js";

/**
 * Writes the limits as JSON and as a HEPData submission, the table of hypotheses as JSON, maps as CSV, and each plot as SVG,
 * PNG and CSV.
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
    comment: `${search.title}, redone by ${madeBy()}; not a publication of the experiment.`,
  });
  for (const [name, text] of Object.entries(hepData)) out.write(`hepdata/${name}`, text);
  written.push(`${out.path}/hepdata/`);
  written.push(...writeFigures(figuresOf(result, projection), result.measured, out));
  for (const map of result.maps ?? []) {
    written.push(...writePicture(map.name, drawMap(map), out), out.write(`${map.name}.csv`, mapText(map)));
  }
  return written;
}

/**
 * Writes each figure of limits as SVG, PNG and CSV, and the trigger's as SVG and PNG.
 * @returns The paths of what was written.
 */
export function writeFigures(
  figures: readonly Figure[],
  measured: readonly TriggerCurves[],
  out: OutputFolder,
): string[] {
  const limits = figures.flatMap((figure) => [
    ...writePicture(figure.name, drawFigure(figure), out),
    out.write(`${figure.name}.csv`, curvesCsv(entriesOf(figure))),
  ]);
  return [...limits, ...writePicture("trigger", triggerPlot(measured), out)];
}
