import { exclusionsOf, projectionAgreement, rangeOf, ratiosOf } from "../agreement.js";
import { luminosityText } from "../limit-info.js";
import { largestExcess } from "../report.js";
import type { DefaultRun } from "../run-every.js";
import type { Measured, SearchResult } from "../search.js";

/** When and with what the searches were run. */
export interface Stamp {
  /** Day, ISO 8601. */
  readonly date: string;
  /** Version of the packages. */
  readonly version: string;
  /** Commit that was run. */
  readonly commit: string;
}

/** Names of the plots of a result that the page shows. */
export const plotsOf = (result: SearchResult): string[] => [...exclusionsOf(result).map(({ name }) => name), "trigger"];

/** The page, in Markdown: one table of ratios, then plots and sentences search by search. */
export function validationPage(runs: readonly DefaultRun[], { date, version, commit }: Stamp): string {
  const seconds = runs.reduce((sum, { run }) => sum + run.seconds, 0);
  return [
    "# Validation: every search beside its publication",
    `Made by \`npm run validation-page -w examples\` on ${date} with version ${version} (${commit}), seed 1, in ${seconds.toFixed(0)} s. ` +
      "Each search ran with its default options, and once more at 50 ab⁻¹. The expected limit comes from simulation alone; " +
      "the observed one from pseudo-data of the background. Nothing is tuned to a published limit: what each search takes " +
      "from publications, what is derived, recalled or stands in is printed by `npm start -- NAME --facts`, and why a limit " +
      "comes no closer is said in the README of the search. None of this is a publication of the experiment.",
    "## Expected limit over the published observed one",
    table(
      ["search", "limit", "level", "masses", "median", "smallest", "largest", "within 1.5×"],
      runs.flatMap(({ search, run }) => run.result.measured.flatMap((one) => ratioRow(search.name, one))),
    ),
    "## Where only the range of the published limits is public",
    "Published limits are observed ones of all masses together; ours are median expected ones.",
    table(
      ["search", "limit", "masses (GeV)", "unit", "ours", "published", "inside"],
      runs.flatMap(({ search, run }) => run.result.measured.flatMap((one) => rangeRow(search.name, one))),
    ),
    ...runs.flatMap(section),
  ].join("\n\n");
}

function ratioRow(name: string, measured: Measured): string[][] {
  const ratios = ratiosOf(measured);
  if (ratios === undefined) return [];
  const two = (x: number) => x.toFixed(2);
  const { count, median, low, high, within } = ratios;
  const level = `${100 * measured.limit.cl} %`;
  return [
    [name, measured.process, level, String(count), two(median), two(low), two(high), `${(100 * within).toFixed(0)} %`],
  ];
}

function rangeRow(name: string, measured: Measured): string[][] {
  const ours = rangeOf(measured);
  const { range } = measured;
  if (ours === undefined || range === undefined) return [];
  const between = (a: number, b: number) => `${a.toPrecision(2)} to ${b.toPrecision(2)}`;
  const inside = `${(100 * ours.inside).toFixed(0)} %`;
  const masses = `${range.from}–${range.to}`;
  return [
    [
      name,
      measured.process,
      masses,
      measured.limit.unit,
      between(ours.low, ours.high),
      between(range.low, range.high),
      inside,
    ],
  ];
}

function section({ search, run }: DefaultRun): string[] {
  const { result, projection, options, seconds } = run;
  const sentences = [
    ...result.measured.flatMap((one) => {
      const excess = largestExcess(one);
      return excess === undefined ? [] : `${one.process}: ${excess}`;
    }),
    ...(projection === undefined ? [] : projectionAgreement(projection)),
    ...result.notes,
  ];
  const percent = `${100 * options.level} %`;
  return [
    `## ${search.name}`,
    `${search.reference}. ${luminosityText(options.luminosity)}, ${percent}, ${options.method}; ${seconds.toFixed(0)} s. ` +
      `[What it does and how close it comes](../examples/src/${search.name}/README.md)`,
    plotsOf(result)
      .map((plot) => `![${search.name}: ${plot}](validation/${search.name}/${plot}.svg)`)
      .join("\n"),
    sentences.map((sentence) => `- ${sentence}`).join("\n"),
  ];
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}
