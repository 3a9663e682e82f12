import { limitToCsv, limitToJson } from "@belladonna/limits";
import type { Limit } from "@belladonna/limits";
import { exclusionPlot } from "@belladonna/limits/plot";
import type { ExclusionPlotOptions, LimitEntry } from "@belladonna/limits/plot";
import { bibtex } from "@belladonna/sources";
import type { Citation } from "@belladonna/sources";

/** The plane as an SVG for print: black on white, the point and the pins as dots. */
export function svgText(entries: readonly LimitEntry[], options: ExclusionPlotOptions): string {
  return exclusionPlot(entries, { width: 860, height: 620, ...options });
}

/** The citations of limits, each paper once, in the order of the limits. */
function papers(limits: readonly Limit[]): Citation[] {
  const found = limits.flatMap(({ reference }) => (reference === undefined ? [] : [reference]));
  return [...new Map(found.map((c) => [c.key, c])).values()];
}

/** BibTeX of the papers behind limits, this program last. */
export function bibtexText(limits: readonly Limit[]): string {
  return papersText(papers(limits));
}

/** BibTeX of papers, this program last. */
export function papersText(cited: readonly Citation[]): string {
  const software = "@misc{belladonna,\n  author = {{belladonna developers}},\n  title = {belladonna explorer}\n}";
  return `${cited.map((c) => bibtex(c)).join("\n\n")}\n\n${software}\n`;
}

/** Files of limits, one each. */
export function limitFiles(limits: readonly Limit[], form: "csv" | "json"): Record<string, string> {
  const write = form === "csv" ? limitToCsv : limitToJson;
  return Object.fromEntries(limits.map((l) => [`${l.id.replace(/[^\w.-]+/g, "_")}.${form}`, write(l)]));
}

/** What a figure shows, in two sentences. */
export function captionText(title: string, limits: readonly Limit[], mark: string): string {
  const name = (l: Limit): string => l.label ?? l.id;
  const kinds: [string, readonly Limit[]][] = [
    ["measured", limits.filter((l) => ["observed", "bands"].includes(l.kind))],
    ["recast or derived", limits.filter((l) => ["recast", "derived"].includes(l.kind))],
    ["expected or projected", limits.filter((l) => ["projection", "expected"].includes(l.kind))],
  ];
  const drawn = kinds.filter(([, of]) => of.length > 0).map(([kind, of]) => `${kind}: ${of.map(name).join(", ")}`);
  const levels = [...new Set(limits.map((l) => `${Number((l.cl * 100).toPrecision(3))} %`))].sort();
  const cl = levels.length === 1 ? `all at ${levels[0]} CL` : `at different confidence levels (${levels.join(", ")})`;
  return `${title} (${drawn.join("; ")}). Limits are ${cl}; drawn with belladonna, bundled limits ${mark}.\n`;
}
