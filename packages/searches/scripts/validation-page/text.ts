import type { LimitSummary, Summary } from "../../src/report/summary.js";

/** With what the searches were run. */
export interface Stamp {
  /** Version of the packages. */
  readonly version: string;
  /** Commit at which the page was made. */
  readonly commit: string;
}

/** How many plots of a search the page shows; a run writes them all. */
const MOST_PLOTS = 9;

/** The plots that the page shows: the first ones, and the trigger's, which is last. */
export function shownPlots({ plots }: Pick<Summary, "plots">): readonly string[] {
  return plots.length <= MOST_PLOTS ? plots : [...plots.slice(0, MOST_PLOTS - 1), plots[plots.length - 1]];
}

/** The page, in Markdown: tables of ratios, then plots and sentences search by search. */
export function validationPage(runs: readonly Summary[], { version, commit }: Stamp): string {
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const dates = [...new Set(runs.map(({ date }) => date))].sort();
  return [
    "# Validation: every search beside its publication",
    `Made by \`npm run validation-page -w packages/searches\` from runs of ${dates.join(", ")} with version ${version} (${commit}): default options, ` +
      `seed 1, and once more at 50 ab⁻¹, ${seconds.toFixed(0)} s in all. The expected limit comes from simulation alone; ` +
      "the observed one from pseudo-data of the background. Nothing is tuned to a published limit: what each search takes " +
      "from publications, what is derived, recalled or stands in is printed by `npm start -- NAME --facts`, and why a limit " +
      "comes no closer is said in the README of the search. None of this is a publication of the experiment.",
    "## Expected limit over the published observed one",
    table(
      ["search", "limit", "on", "level", "masses", "median", "smallest", "largest", "within 1.5×"],
      runs.flatMap(({ name, limits }) => limits.flatMap((one) => ratioRow(name, one))),
    ),
    "A *projection* is what others expect; nothing has been observed there yet. Published rates are smoothed where they are " +
      "jagged, by a running median; published couplings are taken as digitised.",
    "## Where only the range of the published limits is public",
    "Published limits are observed ones of all masses together; ours are median expected ones.",
    table(
      ["search", "limit", "masses (GeV)", "unit", "ours", "published", "inside"],
      runs.flatMap(({ name, limits }) => limits.flatMap((one) => rangeRow(name, one))),
    ),
    ...runs.flatMap(section),
  ].join("\n\n");
}

function ratioRow(name: string, { process, quantity, level, ratios, projected }: LimitSummary): string[][] {
  if (ratios === undefined) return [];
  const two = (x: number) => x.toFixed(2);
  const { count, median, low, high, within } = ratios;
  const percent = (x: number) => `${(100 * x).toFixed(0)} %`;
  const limit = projected ? `${process} (*projection*)` : process;
  return [[name, limit, quantity, percent(level), String(count), two(median), two(low), two(high), percent(within)]];
}

function rangeRow(name: string, { process, unit, ours, range }: LimitSummary): string[][] {
  if (ours === undefined || range === undefined) return [];
  const between = (a: number, b: number) => `${a.toPrecision(2)} to ${b.toPrecision(2)}`;
  const inside = `${(100 * ours.inside).toFixed(0)} %`;
  const masses = `${range.from}–${range.to}`;
  return [[name, process, masses, unit, between(ours.low, ours.high), between(range.low, range.high), inside]];
}

function section({ name, reference, settings, seconds, plots, sentences }: Summary): string[] {
  return [
    `## ${name}`,
    `${reference}. ${settings}; ${seconds.toFixed(0)} s. ` +
      `[What it does and how close it comes](../packages/searches/src/${name}/README.md)`,
    shownPlots({ plots })
      .map((plot) => `![${name}: ${plot}](validation/${name}/${plot}.svg)`)
      .join("\n"),
    sentences.map((sentence) => `- ${sentence}`).join("\n"),
  ];
}

/** A row of a table; a bar inside a cell, as in |cos θ|, would end it. */
const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}
