import { type CurveLimit, limitFromResults } from "@belladonna/limits";
import { isComparable, limitInfo, luminosityAndLevel } from "../limit/limit-info.js";
import type { ComparedMass, Exclusion, MapCell, Measured, Search, SearchOptions, SearchResult } from "../search.js";
import type { CutFlow } from "../selection/cut-flow.js";
import type { Tested } from "../limit/tested.js";
import { UserError } from "../user-error.js";
import type { Expectation } from "./background.js";
import { mostHiggs } from "./mass-grid.js";
import { massRange, publishedRange } from "./published.js";
import type { Window } from "./windows.js";

/** A window with its limits. */
export interface TestedWindow {
  /** The window. */
  readonly window: Window;
  /** Background in it. */
  readonly expectation: Expectation;
  /** Limits on the number of signal events. */
  readonly result: Tested;
  /** Median expected limit on the cross section, fb. */
  readonly sigma: number;
  /** Cross section over $\varepsilon^2\alpha_D$, fb. */
  readonly perCoupling: number;
}

/** What an axis says of the limit. */
const RATE = "$σ$(e⁺e⁻ → A′h′) $B$(A′ → μμ) [fb]";

const PROCESS = "e⁺e⁻ → A′h′, A′ → μμ, h′ invisible";

/** Limits on the cross section and the couplings along curves, and maps of the whole plane. */
export function limitsAndMaps(
  search: Search,
  lines: readonly (readonly TestedWindow[])[],
  rows: readonly TestedWindow[],
  options: SearchOptions,
  cutFlows: readonly CutFlow[],
  notes: readonly string[],
): SearchResult {
  const curves = lines.filter((line) => line.length > 0).map((line) => curveOf(search, line, options));
  const first = curves.at(0);
  const others = curves.slice(1);
  if (first === undefined) throw new UserError(`no limit at these masses of the dark Higgs: ${notes.join("; ")}`);
  return {
    measured: [first.measured, ...others.map(({ measured }) => measured)],
    interpreted: curves.map(({ coupling }) => coupling),
    maps: rows.length > 1 ? mapsOf(rows, options) : [],
    cutFlows,
    notes,
  };
}

/** Limits at one mass of the dark Higgs against that of the dark photon. */
function curveOf(search: Search, line: readonly TestedWindow[], options: SearchOptions) {
  const { mH } = line[0].window;
  const masses = line.map(({ window }) => window.mA);
  const results = line.map(({ result }) => result);
  const label = mH.toPrecision(2);
  const id = `${search.name}-${label}`;
  const info = { ...limitInfo(id, options, results), portal: "dark-higgs", finalState: "mu+ mu- + invisible" };
  const perEvent = line.map((row) => perSelected(row.window, options));
  const limit = limitFromResults(
    { ...info, observable: `sigma(e+ e- -> A' h') BF(A' -> mu+ mu-), m(h') = ${label} GeV`, unit: "fb" },
    masses,
    results,
    perEvent,
  );
  const coupling = limitFromResults(
    { ...info, id: `${id}:coupling`, observable: `epsilon^2 alphaD, m(h') = ${label} GeV`, unit: "1" },
    masses,
    results,
    line.map((row, i) => perEvent[i] / row.perCoupling),
  );
  const process = `${PROCESS}, ${label} GeV`;
  const exclusion = { process, particle: "A′", published: [], projections: [] };
  const comparable = isComparable(options, search.defaults);
  const measured: Measured = {
    ...exclusion,
    name: `cross-section-${label}`,
    axis: RATE,
    limit,
    masses: line.map((row, i) => comparedMass(row, limit, i)),
    ...(comparable ? { range: publishedRange.value } : {}),
  };
  const interpreted: Exclusion = { ...exclusion, name: `coupling-${label}`, axis: "$ε^2 α_D$", limit: coupling };
  return { measured, coupling: interpreted };
}

const comparedMass = ({ window, expectation, result }: TestedWindow, limit: CurveLimit, i: number): ComparedMass => ({
  mass: window.mA,
  efficiency: window.efficiency,
  triggerEfficiency: window.triggerEfficiency,
  resolution: window.ellipse.sigmaMass,
  background: expectation.value,
  expected: limit.expected?.median[i] ?? Number.NaN,
  observed: result.observed === undefined ? Number.NaN : limit.value[i],
  significance: result.significance,
  published: Number.NaN,
});

/** Cross section that gives one event in the window on average, fb. */
export function perSelected({ efficiency }: Window, { luminosity }: Pick<SearchOptions, "luminosity">): number {
  return 1 / (efficiency * luminosity);
}

/** The whole plane: expected and observed limits on the cross section, expected ones on the couplings. */
function mapsOf(rows: readonly TestedWindow[], options: SearchOptions) {
  const frames = framesOf(rows);
  const map = (name: string, title: string, label: string, value: (row: TestedWindow) => number) => ({
    name,
    title,
    note: luminosityAndLevel(options),
    label,
    xLabel: "$m_{A′}$ [GeV]",
    yLabel: "$m_{h′}$ [GeV]",
    cells: rows.map((row, i): MapCell => ({
      x: row.window.mA,
      y: row.window.mH,
      ...frames[i],
      value: value(row),
    })),
  });
  const observed = rows.every(({ result }) => result.observed !== undefined);
  return [
    map("map-expected", "Median expected limit", RATE, ({ sigma }) => sigma),
    ...(observed
      ? [
          map(
            "map-observed",
            options.data === undefined ? "Limit of pseudo-data" : "Observed limit",
            RATE,
            ({ window, result }) => (result.observed ?? Number.NaN) * perSelected(window, options),
          ),
        ]
      : []),
    map("map-coupling", "Median expected limit", "$ε^2 α_D$", ({ sigma, perCoupling }) => sigma / perCoupling),
  ];
}

/** What is drawn for each window: from half way to its neighbours. */
function framesOf(rows: readonly TestedWindow[]): Pick<MapCell, "xRange" | "yRange">[] {
  const columns = [...new Set(rows.map(({ window }) => window.mA))].sort((a, b) => a - b);
  const middle = (list: readonly number[], i: number, low: number, high: number): [number, number] => [
    i > 0 ? 0.5 * (list[i - 1] + list[i]) : low,
    i < list.length - 1 ? 0.5 * (list[i] + list[i + 1]) : high,
  ];
  const byColumn = new Map<number, number[]>();
  for (const { window } of rows) byColumn.set(window.mA, [...(byColumn.get(window.mA) ?? []), window.mH]);
  const [first, last] = [columns[0], columns[columns.length - 1]];
  const [lowest, highest] = massRange.value;
  return rows.map(({ window: { mA, mH } }) => {
    const column = byColumn.get(mA) ?? [];
    return {
      xRange: middle(columns, columns.indexOf(mA), Math.max(lowest, first - 0.02), Math.min(highest, last + 0.02)),
      yRange: middle(column, column.indexOf(mH), 0, mostHiggs(mA)),
    };
  });
}
