import { type CurveLimit, expectedAt } from "@belladonna/limits";
import { square } from "@belladonna/numerics/elementary";
import { bundledLimit } from "../limit/bundled-limit.js";
import { decayEvents, tauDecays } from "@belladonna/events";
import { comparedMasses, crossSectionLimit } from "../bump-hunt/measured.js";
import { pseudoData, runScan, type ScanRow } from "../bump-hunt/run-scan.js";
import type { ScanRules } from "../bump-hunt/scan.js";
import { someFlows } from "../bump-hunt/signal-flows.js";
import { joined, type Simulated } from "../bump-hunt/simulated.js";
import { readColumns } from "../events/columns-file.js";
import { preparedOnce } from "../events/generation.js";
import { isFromBeams, readSignal } from "../events/les-houches-signal.js";
import { shareAsPublished } from "../limit/as-published.js";
import { isComparable, limitInfo } from "../limit/limit-info.js";
import { publishedCurve } from "../limit/published-curve.js";
import { chunks, see } from "../events/sample.js";
import { applyCuts, kept } from "../selection/cut.js";
import { type CutFlow, mergeCutFlows } from "../selection/cut-flow.js";
import type { Measured, NamedFile, Search, SearchOptions } from "../search.js";
import { simulatedMasses } from "../simulated-masses.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { trackPairs } from "./candidates.js";
import { couplingsOf, PERTURBATIVE } from "./couplings.js";
import { facts } from "./facts.js";
import { beams, generateSignal, generations, mesons, type Model, models, type Source } from "./samples.js";
import { cuts, level, luminosity, massRange, order, publishedRange, simulatedAt, step, window } from "./selection.js";
import {
  peakOf,
  type Peaks,
  pionsAreMuons,
  prepareBackground,
  simulateBackground,
  simulateSignal,
  type SimulatedSignal,
} from "./tasks.js";

/** Background events of one task. */
const CHUNK = 10_000;

/** Events of each background for one of the largest: enough for pseudo-data of 62.8 fb⁻¹ at 150 000. */
const SHARES: readonly (readonly [source: Source, share: number])[] = [
  ["tautau-muon", 1],
  ["tautau-hadron", 0.2],
  ["mumutautau", 0.2],
  ["mumumumu", 0.2],
];

const rules: ScanRules = {
  observable: (mass) => mass,
  massAt: (mass) => mass,
  step: step.value,
  window: window.value,
  // The spectrum ends where nothing is left for the muons.
  ends: [0, beams.sqrtS - 0.2],
  order: () => order.value,
  excluded: () => false,
};

/** Ends of the masses of the search, GeV. */
const [LIGHTEST, HEAVIEST] = massRange.value;

/** Masses at which signal is simulated, GeV. */
const GRID = [...new Set([LIGHTEST, ...simulatedAt.filter((m) => m > LIGHTEST && m < HEAVIEST), HEAVIEST])];

/** What the user should know of limits on large couplings. */
const BEYOND =
  `couplings are by formulae of leading order, which mean little above g' = ${PERTURBATIVE.gPrime}, ` +
  `xi = ${PERTURBATIVE.xi}, c/f = ${PERTURBATIVE.cLepton} GeV^-1`;

/** Search for e+e- → μμX, X → ττ with 62.8 fb⁻¹. */
export const zprimeToTaus: Search = {
  name: "zprime-to-taus",
  title: "e+e- -> mu mu X, X -> tau tau",
  reference: "Belle II, Phys. Rev. Lett. 131, 121802 (2023), arXiv:2306.12294",
  keywords: { reactions: ["E+ E- --> MU+ MU- X < TAU+ TAU- >"], cmEnergies: [10.58] },
  defaults: {
    luminosity: luminosity.value,
    level: level.value,
    method: "cls",
    masses: { from: LIGHTEST, to: HEAVIEST },
    events: 150_000,
  },
  conventions:
    "vacuum polarisation is left out where a rate is read as a coupling (recalled: generators of the time have the fine-structure constant at zero momentum)",
  dataColumns: ["recoil"],
  facts,
  async run(options, work) {
    const read = options.data === undefined ? undefined : readColumns(options.data, zprimeToTaus.dataColumns)[0];
    const signal =
      options.signal === undefined
        ? await simulatedPeaks(options, work)
        : await peakOfFile(options.signal, options.seed);
    const { simulated: background, flows } = await simulatedBackground(options, work);
    const { data, note } =
      read === undefined
        ? pseudoDataOf(background, options)
        : { data: read, note: `observed: ${options.data?.name ?? ""}` };
    const { peaks, masses } = signal;
    const leading = peaks["z-prime"];
    const scan = await runScan("scan", [{ masses, peaks: leading, rules, background, data }], options, work);
    const table = await publishedCurve("BelleII_X_tautau_2023", "fb");
    const measured = measuredOf(scan.rows, options, table);
    return {
      measured: [measured],
      interpreted: couplingsOf(
        measured.limit,
        peaks,
        await bundledLimit("BelleII_Zprime_invisible_2020"),
        shareAsPublished(options, beams.sqrtS),
      ),
      cutFlows: [...someFlows(leading), ...flows],
      notes: [note, BEYOND, ...signal.notes, ...scan.notes],
    };
  },
};

interface Signal {
  readonly peaks: Peaks;
  readonly masses: SearchOptions["masses"];
  readonly notes: readonly string[];
}

/** Simulates signal of every model and fits its peaks; the scan ends where too few events are selected. */
async function simulatedPeaks({ masses, seed }: SearchOptions, work: Work): Promise<Signal> {
  const { from, to, step } = masses;
  const nodes = simulatedMasses(GRID, masses);
  const points = models.flatMap((model) => nodes.map((mass) => ({ model, mass, seed })));
  const made = await work.each("signal: events, detector, shape", simulateSignal, points);
  const of = (model: Model): SimulatedSignal[] =>
    made.filter((_, i) => points[i].model === model).flatMap((peak) => ("reason" in peak ? [] : [peak]));
  const peaks = { "z-prime": of("z-prime"), scalar: of("scalar"), alp: of("alp") };
  const last = peaks["z-prime"].at(-1)?.mass;
  const failed = made.find((peak, i) => "reason" in peak && points[i].model === "z-prime");
  const reason = failed !== undefined && "reason" in failed ? failed.reason : "no signal is selected";
  if (last === undefined || models.some((model) => peaks[model].length === 0)) throw new UserError(reason);
  return {
    peaks,
    masses: {
      from: Math.max(from, peaks["z-prime"][0].mass),
      to: Math.min(to, last),
      ...(step === undefined ? {} : { step }),
    },
    notes: failed === undefined || last >= to ? [] : [`masses above ${last} GeV left out: ${reason}`],
  };
}

/** The signal of a file: one mass. Taus that the file leaves undecayed decay here. */
async function peakOfFile(file: NamedFile, seed: number): Promise<Signal> {
  const { events, mass, mediator } = await readSignal(file, beams);
  const { offsets, particles } = events;
  const ids = (of: (k: number) => boolean): string =>
    Array.from({ length: offsets[1] }, (_, k) => k)
      .filter(of)
      .map((k) => Math.abs(particles.pdgId[k]))
      .join();
  const muons = ids((k) => particles.status[k] === 1 && particles.mother[k] < 2 && !isFromBeams(particles, k));
  if (muons !== "13,13" || ids((k) => particles.mother[k] === mediator) !== "15,15") {
    throw new UserError(`${file.name}: event 1 is not e- e+ > mu- mu+ X, X > tau- tau+`);
  }
  if (!(mass >= LIGHTEST && mass <= HEAVIEST)) {
    throw new UserError(`${file.name}: a mass of ${mass} GeV is outside the search, ${LIGHTEST} to ${HEAVIEST} GeV`);
  }
  const decayed = decayEvents(events, { decays: [tauDecays(), ...mesons()], seed });
  const peak = peakOf(decayed, mass, seed, `signal of ${file.name}`);
  if ("reason" in peak) throw new UserError(`${file.name}: ${peak.reason}`);
  return {
    peaks: { "z-prime": [peak], scalar: [peak], alp: [peak] },
    masses: { from: mass, to: mass },
    notes: ["the efficiency of the file is taken for every model"],
  };
}

/** All backgrounds: events, detector, observable, and what the cuts did to each. */
async function simulatedBackground(
  { events, seed, luminosity: data }: SearchOptions,
  work: Work,
): Promise<{ readonly simulated: Simulated; readonly flows: CutFlow[] }> {
  const ready = await preparedOnce("background: preparation", prepareBackground, generations, work);
  const points = SHARES.flatMap(([source, share]) => {
    const of = Math.ceil(share * events);
    return chunks(of, CHUNK).map(({ count }) => ({ source, events: count, of, seed, prepared: ready[source] }));
  }).map((point, index) => ({ ...point, index }));
  const made = await work.each(`background: ${events} tau pairs and others`, simulateBackground, points);
  const flows = SHARES.map(([source]): CutFlow => {
    const parts = made.filter((_, i) => points[i].source === source);
    const flow = mergeCutFlows(parts.map((part) => part.flow));
    // Pairs that count with a weight of their own have no common one.
    if (pionsAreMuons(source)) return flow;
    const sum = parts.reduce((total, part) => total + part.crossSection * part.flow.generated, 0);
    return { ...flow, weight: (data * sum) / square(flow.generated) };
  });
  return { simulated: joined(made), flows };
}

/** Pseudo-data; injected signal is of the Z′. */
const pseudoDataOf = (background: Simulated, options: SearchOptions) =>
  pseudoData(background, options, (mass, events, seed) => {
    const made = generateSignal("z-prime", mass, events, seed);
    const pairs = trackPairs(made, see(made, seed), beams);
    return kept(pairs.recoilMass, applyCuts(cuts, pairs));
  });

/** Their expected limit at a mass of their table, where ours is made with the same luminosity, level and method. */
const expectedOf = (table: CurveLimit, options: SearchOptions) => (mass: number) => {
  const { mass: masses } = table;
  const within = mass >= masses[0] && mass <= masses[masses.length - 1];
  if (!within || !isComparable(options, zprimeToTaus.defaults)) return Number.NaN;
  return expectedAt(table, mass)?.median[0] ?? Number.NaN;
};

function measuredOf(rows: readonly ScanRow[], options: SearchOptions, table: CurveLimit): Measured {
  const limit: CurveLimit = crossSectionLimit(
    {
      ...limitInfo(
        zprimeToTaus.name,
        options,
        rows.map(({ result }) => result),
      ),
      observable: "sigma(e+ e- -> mu+ mu- X) BF(X -> tau+ tau-)",
      unit: "fb",
      portal: "z-prime",
      finalState: "tau+ tau-",
    },
    rows,
    options.luminosity,
  );
  const [low, high] = publishedRange.value;
  return {
    name: "cross-section",
    process: "e⁺e⁻ → μμX, X → ττ",
    axis: "$σ$(e⁺e⁻ → μμX) $B$(X → ττ) [fb]",
    particle: "X",
    limit,
    published: [table],
    projections: [],
    masses: comparedMasses(rows, limit, (mass) => mass, expectedOf(table, options)),
    range: { low, high, from: LIGHTEST, to: HEAVIEST },
  };
}
