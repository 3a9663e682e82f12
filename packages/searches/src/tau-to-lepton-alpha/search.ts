import type { Preparation } from "@belladonna/events";
import { massSteps } from "../mass-steps.js";
import type { Search, SearchOptions } from "../search.js";
import { UserError } from "../user-error.js";
import { someOf } from "../selection/some-of.js";
import type { Work } from "../work.js";
import { facts } from "./facts.js";
import { signalOfFile } from "./file-signal.js";
import { limitsAndCouplings, type Row } from "./limits-and-couplings.js";
import { countsOf, DATA_COLUMNS, pseudoData, readData } from "./observed-counts.js";
import { defaults, tableLevel } from "./published.js";
import { type Lepton, leptons } from "./selection.js";
import { type Background, type Signal, simulatedBackground, simulatedSignals } from "./simulated-samples.js";
import { preparePairs, testHypothesis, type TestPoint } from "./tasks.js";

/** Distance of neighbouring masses when the user does not say, GeV. */
const STEP = 0.1;

/** Masses of which the cut flow is shown, for each lepton. */
const SHOWN = 3;

/** Search for τ → ℓ α with an invisible α, ℓ an electron or muon, with 62.8 fb⁻¹. */
export const tauToLeptonAlpha: Search = {
  name: "tau-to-lepton-alpha",
  title: "tau -> l alpha, alpha invisible",
  reference: "Belle II, Phys. Rev. Lett. 130, 181803 (2023), arXiv:2212.03634",
  keywords: { reactions: ["E+ E- --> TAU+ TAU-", "TAU- --> E- ALPHA", "TAU- --> MU- ALPHA"], cmEnergies: [10.58] },
  defaults,
  dataColumns: DATA_COLUMNS,
  facts,
  async run(options, work) {
    if (options.data !== undefined) readData(options.data);
    const [prepared] = await work.each("tau pairs: preparation", preparePairs, ["pairs"]);
    const { masses, signals } = await signalsOf(options, work, prepared);
    const { spectra: background, cutFlows } = await simulatedBackground(options, work, prepared);
    const injected = await injectedSignals(options, work, prepared);
    const { list, note } = pointsOf(masses, signals, background, injected, options);
    const results = await work.each(
      `${list.length} hypotheses`,
      testHypothesis,
      list.map(({ point }) => point),
    );
    const rows: Row[] = [];
    const notes = [note];
    results.forEach((tested, i) => {
      const { lepton, mass, signal } = list[i];
      const [first, table] = [tested[0], tested[tested.length - 1]];
      if ("reason" in first || "reason" in table) {
        const reason = "reason" in first ? first.reason : "reason" in table ? table.reason : "";
        notes.push(`${lepton}, ${mass.toFixed(3)} GeV left out: ${reason}`);
      } else {
        const templates = { alpha: signal.spectrum, ...background[lepton] };
        rows.push({ lepton, mass, signal, templates, atLevel: first, atTableLevel: table });
      }
    });
    if (rows.length === 0) throw new UserError(`no hypothesis could be tested: ${notes.join("; ")}`);
    const flows = [
      ...leptons.flatMap((lepton) => someOf(signals[lepton], SHOWN).map(({ cutFlow }) => cutFlow)),
      ...cutFlows.map((flow) => ({ ...flow, weight: options.luminosity * flow.weight })),
    ];
    return limitsAndCouplings(rows, options, flows, notes);
  },
};

/** Signal of a list of masses; a lepton that was not asked for has none. */
interface Signals {
  readonly masses: readonly number[];
  readonly signals: Readonly<Record<Lepton, readonly Signal[]>>;
}

async function signalsOf(options: SearchOptions, work: Work, prepared: Preparation): Promise<Signals> {
  const { signal, masses, seed } = options;
  if (signal !== undefined) {
    const { lepton, mass, signal: one } = await signalOfFile(signal, seed);
    return { masses: [mass], signals: { e: [], mu: [], [lepton]: [one] } };
  }
  const list = massSteps(masses, STEP);
  return { masses: list, signals: await simulatedSignals(list, options, work, prepared) };
}

/** What is tested: each mass with each lepton. */
function pointsOf(
  masses: readonly number[],
  signals: Signals["signals"],
  background: Readonly<Record<Lepton, Background>>,
  injected: Readonly<Record<Lepton, Signal>> | undefined,
  options: SearchOptions,
) {
  const { luminosity, seed, method, toys, level, data, inject } = options;
  const list = leptons.flatMap((lepton, l) => {
    if (signals[lepton].length === 0) return [];
    const first = { alpha: (injected?.[lepton] ?? signals[lepton][0]).spectrum, ...background[lepton] };
    const observed =
      data === undefined ? pseudoData(first, lepton, options) : countsOf(readData(data), lepton, first, luminosity);
    return masses.map((mass, i) => {
      const signal = signals[lepton][i];
      const point: TestPoint = {
        templates: { alpha: signal.spectrum, ...background[lepton] },
        luminosity,
        data: observed,
        simulation: data === undefined ? "experiment" : "own",
        levels: level === tableLevel.value ? [level] : [level, tableLevel.value],
        method,
        toys,
        seed: seed + 1000 * l + i,
      };
      return { lepton, mass, signal, point };
    });
  });
  const signalNote = inject === undefined ? "" : `, with a ratio of ${inject.rate} at ${inject.mass} GeV`;
  const note =
    data === undefined
      ? `observed: pseudo-data of the background, seed ${seed}, from the simulated templates${signalNote}`
      : `observed: ${data.name}`;
  return { list, note };
}

/** The signals to put into pseudo-data, if one is wanted. */
async function injectedSignals(
  options: SearchOptions,
  work: Work,
  prepared: Preparation,
): Promise<Readonly<Record<Lepton, Signal>> | undefined> {
  if (options.inject === undefined) return undefined;
  const { mass } = options.inject;
  const { from, to } = defaults.masses;
  if (!(mass >= from && mass <= to)) {
    throw new UserError(`injected mass must lie between ${from} and ${to} GeV, got ${mass}`);
  }
  const { e, mu } = await simulatedSignals([mass], options, work, prepared);
  return { e: e[0], mu: mu[0] };
}
