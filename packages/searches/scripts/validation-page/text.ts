import before from "./before.json" with { type: "json" };
import type { Search } from "../../src/search.js";
import { searches } from "../../src/searches.js";
import { table } from "../markdown-table.js";
import type { LimitSummary, Summary } from "../../src/report/summary.js";

/** The runs of a page. */
export interface ValidatedRuns {
  /** Version of the packages. */
  readonly version: string;
  /** Commit at which the page was made. */
  readonly commit: string;
  /** Runs with default options. */
  readonly runs: readonly Summary[];
  /** The same with the conventions of their publications. */
  readonly likeForLike: readonly Summary[];
}

/** How many plots of a search the page shows; a run writes them all. */
const MOST_PLOTS = 9;

/** The plots that the page shows: the first ones, and the trigger's, which is last. */
export function shownPlots({ plots }: Pick<Summary, "plots">): readonly string[] {
  return plots.length <= MOST_PLOTS ? plots : [...plots.slice(0, MOST_PLOTS - 1), plots[plots.length - 1]];
}

/** The page, in Markdown: tables of ratios, then plots and sentences search by search. */
export function validationPage({ runs, likeForLike, version, commit }: ValidatedRuns): string {
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const dates = [...new Set(runs.map(({ date }) => date))].sort();
  return [
    "# Validation: every search beside its publication",
    `Made by \`npm run validation-page -w packages/searches\` from runs of ${dates.join(", ")} with version ${version} (${commit}): default options, ` +
      `seed 1, and once more at 50 ab⁻¹, ${seconds.toFixed(0)} s in all. The expected limit comes from simulation alone; ` +
      "the observed one from pseudo-data of the background. Nothing is tuned to a published limit: what each search takes " +
      "from publications, what is derived, recalled or stands in is printed by `npm start -- NAME --facts`, and why a limit " +
      "comes no closer is said in the README of the search. None of this is a publication of the experiment.",
    "## Expected limit on the rate over the published one",
    table(
      [
        "search",
        "limit",
        "on",
        "ours by",
        "theirs by",
        "level",
        "masses",
        "median",
        "smallest",
        "largest",
        "within 1.5×",
      ],
      runs.flatMap((run) => run.limits.flatMap((one) => ratioRow(run, one))),
    ),
    "Rates only: a coupling goes with the root of its rate, so its ratios are nearer to 1 by the same factor of exponents and " +
      "say nothing more. The published rate of the invisible Z′ is made from the published g′ and is no second test. Published " +
      "limits are observed ones but for X → ττ, where the collaboration's expected one is taken. How far numbers that were " +
      "written from memory move these limits is on a page of its own, [recalled numbers](recalled-numbers.md).",
    "## What is missing, and its size",
    "Where our limits are better than the published ones by much the same factor at all masses, something is missing that is not " +
      "public. What it would have to be: a loss of efficiency; or, where background is expected, more of it, since the limit " +
      "goes with its root.",
    table(["search", "ours over published", "efficiency", "or background"], missingRows(runs)),
    "## Shape: the ratio against the mass",
    "Medians in five ranges with as many masses each; ranges in GeV.",
    table(["search", "limit", "lowest masses", "", "", "", "highest masses"], runs.flatMap(shapeRows)),
    "## Bands",
    "Edges of the expected band over its median, ours over the published one, medians over the masses: 1 where we expect the " +
      "same scatter. Only the publication of X → ττ has its band as numbers.",
    table(["search", "limit", "−2σ", "−1σ", "+1σ", "+2σ"], runs.flatMap(bandRows)),
    "## As published",
    "What `--as-published` takes where a publication's conventions are not the best physics.",
    table(["search", "conventions of the publication"], searches.map(conventionsOf)),
    "Where that moves the ratio of a rate, both like for like. For the invisible Z′ it is the published rate that moves: it is made " +
      "from the published g′ with our cross section.",
    table(["search", "limit", "median here", "as published", "within 1.5×"], conventionRows(runs, likeForLike)),
    `## Before and after`,
    `Medians of the same limits as they were (${before.version}) and now; what changed in between: vacuum polarisation in all ` +
      "rates through a photon, displaced pairs unfolded from the published lifetimes, widths and rates of the models, CLs " +
      "for the ALP search.",
    table(["search", "limit", "before", "within 1.5×", "now", "within 1.5×"], beforeRows(runs)),
    "## Lifetime shape of b → sS",
    "Ratio of the table above at a lifetime over that at 1 cm, median over the masses: 1 where our efficiency falls with the " +
      "lifetime as the published limits rise. K⁺μμ from 1 GeV on entered the efficiency of displaced pairs; the others did not.",
    table(["limit", ...LIFETIMES.map((ctau) => `${ctau} cm`)], lifetimeRows(runs)),
    "A *projection* is what others expect; nothing has been observed there yet. Published rates are smoothed where they are " +
      "jagged, by a running median.",
    "## Where only the range of the published limits is public",
    "Published limits are observed ones of all masses together; ours are median expected ones.",
    table(
      ["search", "limit", "masses (GeV)", "unit", "ours", "published", "inside"],
      runs.flatMap(({ name, limits }) => limits.flatMap((one) => rangeRow(name, one))),
    ),
    ...runs.flatMap(section),
  ].join("\n\n");
}

/** How the publications set their limits, as far as that is known. */
const THEIRS: Readonly<Partial<Record<string, string>>> = {
  "alp-to-photons": "profile likelihood (recalled); scatters as CLs",
  "zprime-to-invisible": "bayesian",
  "zprime-to-taus": "cls (recalled)",
  "b-to-long-lived-scalar": "cls, asymptotic (recalled)",
  "tau-to-lepton-alpha": "cls, asymptotic (recalled)",
};

function ratioRow(
  { name, settings }: Summary,
  { process, quantity, level, ratios, projected, rate }: LimitSummary,
): string[][] {
  if (ratios === undefined || rate === undefined) return [];
  const two = (x: number) => x.toFixed(2);
  const { count, median, low, high, within } = ratios;
  const percent = (x: number) => `${(100 * x).toFixed(0)} %`;
  const limit = projected ? `${process} (*projection*)` : process;
  const method = settings.split(", ").at(-1) ?? "";
  return [
    [
      name,
      limit,
      quantity,
      method,
      THEIRS[name] ?? "–",
      percent(level),
      String(count),
      two(median),
      two(low),
      two(high),
      percent(within),
    ],
  ];
}

/** Limits that are flat in the mass and low: the search, the process, and whether background is expected. */
const LOW: readonly (readonly [search: string, process: string, background: boolean])[] = [
  ["alp-to-photons", "e⁺e⁻ → γa, a → γγ", true],
  ["zprime-to-invisible", "e⁺e⁻ → μμZ′, Z′ → invisible, counting", false],
];

function missingRows(runs: readonly Summary[]): string[][] {
  return LOW.flatMap(([search, process, background]) => {
    const limits = runs.find(({ name }) => name === search)?.limits;
    const median = limits?.find((one) => one.rate === true && one.process === process)?.ratios?.median;
    if (median === undefined) return [];
    const more = background
      ? `× ${(1 / median ** 2).toFixed(1)}`
      : "none is expected; about two events in each window would do";
    return [[`${search}, ${process}`, median.toFixed(2), `× ${median.toFixed(2)}`, more]];
  });
}

function shapeRows({ name, limits }: Summary): string[][] {
  return limits.flatMap(({ process, rate, shape = [] }) => {
    if (rate !== true || shape.length < 5) return [];
    const three = (x: number) => Number(x.toPrecision(2));
    return [
      [name, process, ...shape.map(({ from, to, median }) => `${median.toFixed(2)} (${three(from)}–${three(to)})`)],
    ];
  });
}

function bandRows({ name, limits }: Summary): string[][] {
  return limits.flatMap(({ process, rate, bands }) => {
    if (rate !== true || bands === undefined) return [];
    const edges = [bands.minus2, bands.minus1, bands.plus1, bands.plus2];
    return [[name, process, ...edges.map((x) => x.toFixed(2))]];
  });
}

/** What a search takes as published. */
function conventionsOf({ name, conventions = "none is known that differs from what is done here" }: Search): string[] {
  return [name, conventions];
}

/** Rates whose ratio is another with the conventions of the publication. */
function conventionRows(runs: readonly Summary[], likeForLike: readonly Summary[]): string[][] {
  return likeForLike.flatMap(({ name, limits }) => {
    const ours = runs.find((run) => run.name === name);
    return limits.flatMap(({ process, rate, ratios }) => {
      const here = ours?.limits.find((one) => one.process === process && one.rate === rate)?.ratios;
      if (rate !== true || ratios === undefined || here === undefined || here.median === ratios.median) return [];
      return [
        [name, process, here.median.toFixed(2), ratios.median.toFixed(2), `${(100 * ratios.within).toFixed(0)} %`],
      ];
    });
  });
}

function beforeRows(runs: readonly Summary[]): string[][] {
  return before.rows.flatMap((old) => {
    const run = runs.find(({ name }) => name === old.search);
    const now = run?.limits.find(({ process, rate }) => rate === true && process === old.limit)?.ratios;
    if (now === undefined) return [];
    const within = `${(100 * now.within).toFixed(0)} %`;
    return [[old.search, old.limit, old.median.toFixed(2), old.within, now.median.toFixed(2), within]];
  });
}

/** Lifetimes compared with 1 cm, cm. */
const LIFETIMES = [10, 25, 50, 100];

/** Medians at these lifetimes over that at 1 cm, channel by channel. */
function lifetimeRows(runs: readonly Summary[]): string[][] {
  const limits = runs.flatMap((run) => run.limits).filter(({ rate }) => rate === true);
  return limits.flatMap(({ process, ratios }) => {
    const channel = /^(.*), cτ = 1 cm$/.exec(process)?.[1];
    if (channel === undefined || ratios === undefined) return [];
    const over = LIFETIMES.map((ctau) => {
      const other = limits.find((one) => one.process === `${channel}, cτ = ${ctau} cm`)?.ratios;
      return other === undefined ? "" : (other.median / ratios.median).toFixed(2);
    });
    return [[channel, ...over]];
  });
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
