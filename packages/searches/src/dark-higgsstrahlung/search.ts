import { shareAsPublished } from "../limit/as-published.js";
import { isComparable } from "../limit/limit-info.js";
import type { Search, SearchOptions } from "../search.js";
import { someOf } from "../selection/some-of.js";
import { UserError } from "../user-error.js";
import { chunks } from "../events/sample.js";
import type { Work } from "../work.js";
import { countIn, type Expectation, expectedIn, type Sample } from "./background.js";
import { facts } from "./facts.js";
import { limitsAndMaps, perSelected, type TestedWindow } from "./limits-and-maps.js";
import { level, luminosity, massRange, method } from "./published.js";
import { composition, excessNote, shareInRange } from "./sentences.js";
import { fileWindow, signalGrid } from "./signal-grid.js";
import { fileData, pseudoData, simulatedBackground } from "./simulation.js";
import { beams } from "./samples.js";
import { crossSections, testWindows } from "./tasks.js";
import { curvesOf, type Window, windowsOf } from "./windows.js";

/** Windows of one task. */
const WINDOWS = 250;

/** Least efficiency of a window that is tested. */
const LEAST_EFFICIENCY = 0.002;

/** Points of the plane of which the cut flow is shown. */
const SHOWN = 3;

/** Search for e+e- → A′h′, A′ → μμ, h′ invisible with 8.34 fb⁻¹. */
export const darkHiggsstrahlungSearch: Search = {
  name: "dark-higgsstrahlung",
  title: "e+e- -> A' h', A' -> mu mu, h' invisible",
  reference: "Belle II, Phys. Rev. Lett. 130, 071804 (2023), arXiv:2207.00509",
  keywords: { reactions: ["E+ E- --> DARK-PHOTON < MU+ MU- > DARK-HIGGS"], cmEnergies: [10.58] },
  defaults: {
    luminosity: luminosity.value,
    level: level.value,
    method: method.value,
    masses: { from: massRange.value[0], to: massRange.value[1] },
    events: 1_600_000,
  },
  conventions:
    "vacuum polarisation is left out where a rate is read as a coupling (recalled: generators of the time have the fine-structure constant at zero momentum)",
  dataColumns: ["mass", "recoil", "helicity"],
  facts,
  async run(options, work) {
    const given = options.data === undefined ? undefined : fileData(options.data);
    const simulated = await simulatedBackground(options, work);
    const { sample: background, cutFlows } = simulated;
    const { data, note } = given ?? (await pseudoData(options, simulated, work));
    const notes = [note, composition(background)];
    const { plane, curves, signalFlows } = await windowsFor(options, background, notes, work);
    const all = [...plane, ...curves.flat()];
    const expected = all.map(({ ellipse, cut }) => scaled(expectedIn(background, ellipse, cut), options));
    const tested = await testAll(all, expected, data, options, work, notes);
    const rows = tested.slice(0, plane.length).filter((row) => row !== undefined);
    let at = plane.length;
    const lines = curves.map((list) => tested.slice(at, (at += list.length)).filter((row) => row !== undefined));
    if (isComparable(options, darkHiggsstrahlungSearch.defaults)) notes.push(shareInRange(rows));
    if (data !== undefined) notes.push(...excessNote(rows));
    return limitsAndMaps(darkHiggsstrahlungSearch, lines, rows, options, [...signalFlows, ...cutFlows], notes);
  },
};

/** The windows of the plane, and those of the curves at fixed masses of the dark Higgs. */
async function windowsFor(options: SearchOptions, background: Sample, notes: string[], work: Work) {
  if (options.signal !== undefined) {
    const { window, cutFlow } = await fileWindow(options.signal, options.seed, background);
    return { plane: [window], curves: [[window]], signalFlows: [cutFlow] };
  }
  const grid = await signalGrid(options, background, work);
  const from = Math.max(options.masses.from, grid.columns[0]);
  if (from > options.masses.from) notes.push(`no signal passes below ${from} GeV: left out`);
  const masses = { ...options.masses, from: Math.min(from, options.masses.to) };
  const usable = (list: readonly Window[]): Window[] => list.filter((w) => w.efficiency >= LEAST_EFFICIENCY);
  const every = windowsOf(grid, masses);
  const plane = usable(every);
  if (plane.length < every.length) {
    notes.push(
      `${every.length - plane.length} of ${every.length} windows left out: efficiency below ${LEAST_EFFICIENCY}`,
    );
  }
  return {
    plane,
    curves: curvesOf(grid, every)
      .map(usable)
      .filter((list) => list.length > 0),
    signalFlows: someOf(grid.values, SHOWN).map(({ cutFlow }) => cutFlow),
  };
}

/** More simulation would come with more data: its uncertainty shrinks with the luminosity beyond the published one. */
function scaled({ value, uncertainty }: Expectation, { luminosity }: SearchOptions): Expectation {
  const more = Math.max(1, luminosity / darkHiggsstrahlungSearch.defaults.luminosity);
  return { value, uncertainty: uncertainty / Math.sqrt(more) };
}

/** Limits of all windows; nothing where a fit failed, which is noted. */
async function testAll(
  windows: readonly Window[],
  expected: readonly Expectation[],
  data: Sample | undefined,
  options: SearchOptions,
  work: Work,
  notes: string[],
): Promise<(TestedWindow | undefined)[]> {
  const { method, level, toys, seed } = options;
  if (windows.length === 0) throw new UserError("no window has a signal that passes the selection at these masses");
  const counts = data === undefined ? undefined : windows.map(({ ellipse, cut }) => countIn(data, ellipse, cut));
  const points = chunks(windows.length, WINDOWS).map(({ first, count }) => {
    const part = expected.slice(first, first + count);
    return {
      background: Float64Array.from(part, ({ value }) => value),
      uncertainty: Float64Array.from(part, ({ uncertainty }) => uncertainty),
      ...(counts === undefined ? {} : { observed: Float64Array.from(counts.slice(first, first + count)) }),
      method,
      level,
      toys,
      seed: seed + first,
    };
  });
  const results = (await work.each(`${windows.length} windows`, testWindows, points)).flat();
  const reasons = results.flatMap((one) => ("reason" in one ? [one.reason] : []));
  if (reasons.length > 0) notes.push(`${reasons.length} windows left out: ${reasons[0]}`);
  if (reasons.length === windows.length) throw new UserError(`no window could be tested: ${reasons[0]}`);
  const perCoupling = await crossSectionsOf(windows, work);
  const share = shareAsPublished(options, beams.sqrtS);
  return windows.map((window, i) => {
    const result = results[i];
    if ("reason" in result) return undefined;
    const sigma = result.expected[2] * perSelected(window, options);
    return { window, expectation: expected[i], result, sigma, perCoupling: share * perCoupling[i] };
  });
}

/** {@link crossSections} of windows, one task a mass of the dark photon: other masses beside it leave it as it is. */
async function crossSectionsOf(windows: readonly Window[], work: Work): Promise<Float64Array> {
  const rows = new Map<number, number[]>();
  windows.forEach(({ mA }, i) => rows.set(mA, [...(rows.get(mA) ?? []), i]));
  const points = [...rows.values()].map((row) => ({
    points: row.map((i) => ({ mA: windows[i].mA, mH: windows[i].mH })),
  }));
  const found = await work.each("cross sections", crossSections, points);
  const values = new Float64Array(windows.length);
  [...rows.values()].forEach((row, k) => {
    row.forEach((i, j) => (values[i] = found[k][j]));
  });
  return values;
}
