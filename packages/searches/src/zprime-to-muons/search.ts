import type { CurveLimit } from "@belladonna/limits";
import { bundledLimit } from "../limit/bundled-limit.js";
import { comparedMasses, crossSectionLimit } from "../bump-hunt/measured.js";
import { interpolated } from "../bump-hunt/peak.js";
import { pseudoData, runScan, type ScanRow } from "../bump-hunt/run-scan.js";
import { inConstantRatio, type ScanRules } from "../bump-hunt/scan.js";
import type { Simulated } from "../bump-hunt/simulated.js";
import { type PeakWithFlow, someFlows } from "../bump-hunt/signal-flows.js";
import { radiatedCouplingLimit } from "../bump-hunt/radiated-coupling.js";
import { readColumns } from "../events/columns-file.js";
import { readSignal } from "../events/les-houches-signal.js";
import { shareAsPublished } from "../limit/as-published.js";
import { limitInfo } from "../limit/limit-info.js";
import { chunks } from "../events/sample.js";
import { type CutFlow, mergeCutFlows } from "../selection/cut-flow.js";
import type { Exclusion, Measured, NamedFile, Search, SearchOptions } from "../search.js";
import { simulatedMasses } from "../simulated-masses.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { facts } from "./facts.js";
import { beams, generateSignal, mediatorOf, type Model, REFERENCE_COUPLING } from "./samples.js";
import {
  excluded,
  level,
  luminosity,
  massOf,
  massRange,
  order,
  publishedRange,
  publishedRangeScalar,
  reducedMassOf,
  step,
  window,
} from "./selection.js";
import {
  peakOf,
  prepareBackground,
  selectedMasses,
  simulateBackground,
  simulateSignal,
  type SimulatedSignal,
} from "./tasks.js";

/** Background events of one task. */
const CHUNK = 10_000;

/** Largest ratio of neighbouring masses at which signal is simulated. */
const RATIO = 1.3;

/** Ends of the spectrum of the reduced mass, GeV. */
const ENDS = [0, 10.5] as const;

const rules: ScanRules = {
  observable: reducedMassOf,
  massAt: massOf,
  step: step.value,
  window: window.value,
  ends: ENDS,
  order: () => order.value,
  excluded: (mass) => mass > excluded.value[0] && mass < excluded.value[1],
};

/** Ends of the masses of the search, GeV. */
const [LIGHTEST, HEAVIEST] = massRange.value;

/** Masses at which signal is simulated, GeV. */
const GRID = inConstantRatio(LIGHTEST, HEAVIEST, RATIO);

/** Search for e+e- → μμX, X → μμ with 178 fb⁻¹. */
export const zprimeToMuons: Search = {
  name: "zprime-to-muons",
  title: "e+e- -> mu mu X, X -> mu mu",
  reference: "Belle II, Phys. Rev. D 109, 112015 (2024), arXiv:2403.02841",
  keywords: { reactions: ["E+ E- --> MU+ MU- ZPRIME < MU+ MU- >"], cmEnergies: [10.58] },
  defaults: {
    luminosity: luminosity.value,
    level: level.value,
    method: "cls",
    masses: { from: LIGHTEST, to: HEAVIEST },
    events: 80_000,
  },
  conventions:
    "vacuum polarisation is left out where a rate is read as a coupling (recalled: generators of the time have the fine-structure constant at zero momentum)",
  dataColumns: ["mass"],
  facts,
  async run(options, work) {
    const read = options.data === undefined ? undefined : readColumns(options.data, zprimeToMuons.dataColumns)[0];
    const scans =
      options.signal === undefined
        ? await simulatedScans(options, work)
        : [await scanOfFile(options.signal, options.seed)];
    const { simulated: background, flow } = await simulatedBackground(options, work);
    const { data, note } = read === undefined ? pseudoDataOf(background, options) : userData(read, options);
    const notes = [note];
    const measured: Measured[] = [];
    const interpreted: Exclusion[] = [];
    for (const { model, name, masses, peaks } of scans) {
      const scan = await runScan(name, [{ masses, peaks, rules, background, data }], options, work);
      notes.push(...scan.notes);
      const one = measuredOf(name, scan.rows, options);
      measured.push(one);
      for (const each of model === undefined ? (["z-prime", "scalar"] as const) : [model]) {
        interpreted.push(await couplingOf(each, one.limit, peaks, options));
      }
    }
    const [first, ...rest] = measured;
    const cutFlows = [...scans.flatMap(({ peaks }) => someFlows(peaks)), flow];
    return { measured: [first, ...rest], interpreted, cutFlows, notes };
  },
};

/** A scan of masses with one kind of signal. */
interface Scan {
  /** The model that made the signal; unknown for a file. */
  readonly model?: Model;
  readonly name: string;
  readonly masses: SearchOptions["masses"];
  readonly peaks: readonly (PeakWithFlow & Partial<SimulatedSignal>)[];
}

const NAMES: Readonly<Record<Model, string>> = { "z-prime": "cross-section", scalar: "cross-section-scalar" };

/** Simulates signal of both models and fits its peaks. */
async function simulatedScans({ masses, seed }: SearchOptions, work: Work): Promise<Scan[]> {
  const nodes = simulatedMasses(GRID, masses);
  const points = (["z-prime", "scalar"] as const).flatMap((model) => nodes.map((mass) => ({ model, mass, seed })));
  const made = await work.each("signal: events, detector, shape", simulateSignal, points);
  const peaks = made.map((peak) => {
    if ("reason" in peak) throw new UserError(peak.reason);
    return peak;
  });
  return (["z-prime", "scalar"] as const).map((model, k) => ({
    model,
    name: NAMES[model],
    masses,
    peaks: peaks.slice(k * nodes.length, (k + 1) * nodes.length),
  }));
}

/** The signal of a file: one mass. */
async function scanOfFile(file: NamedFile, seed: number): Promise<Scan> {
  const { events, mass } = await readSignal(file, beams);
  const { offsets, particles } = events;
  const final = Array.from({ length: offsets[1] }, (_, k) => k).filter((k) => particles.status[k] === 1);
  const muons = final.filter((k) => Math.abs(particles.pdgId[k]) === 13);
  if (muons.length !== 4 || muons.filter((k) => particles.mother[k] > 1).length !== 2) {
    throw new UserError(`${file.name}: event 1 is not e- e+ > mu- mu+ X, X > mu- mu+`);
  }
  if (!(mass >= LIGHTEST && mass <= HEAVIEST)) {
    throw new UserError(`${file.name}: a mass of ${mass} GeV is outside the search, ${LIGHTEST} to ${HEAVIEST} GeV`);
  }
  const peak = peakOf(events, mass, seed, `signal of ${file.name}`);
  if ("reason" in peak) throw new UserError(`${file.name}: ${peak.reason}`);
  return { name: NAMES["z-prime"], masses: { from: mass, to: mass }, peaks: [peak] };
}

/** e+e- → μμμμ: events, detector, observable, and what the cuts did. */
async function simulatedBackground(
  { events, seed, luminosity: data }: SearchOptions,
  work: Work,
): Promise<{ readonly simulated: Simulated; readonly flow: CutFlow }> {
  const [prepared] = await work.each("background: preparation", prepareBackground, ["background"]);
  const points = chunks(events, CHUNK).map(({ count }, index) => ({ index, events: count, seed, prepared }));
  const made = await work.each(`background: ${events} events e+e- -> mu mu mu mu`, simulateBackground, points);
  const total = made.reduce((sum, { crossSection: sigma }, i) => sum + sigma * points[i].events, 0) / events;
  const values = Float64Array.from(made.flatMap(({ values: part }) => [...part]));
  return {
    simulated: {
      values,
      weights: new Float64Array(values.length).fill(total / events),
      event: values.map((_, k) => k >> 2),
    },
    flow: { ...mergeCutFlows(made.map(({ flow }) => flow)), weight: (data * total) / events },
  };
}

/** Pseudo-data; injected signal is of the Z′. */
const pseudoDataOf = (background: Simulated, options: SearchOptions) =>
  pseudoData(
    background,
    options,
    (mass, events, seed) => selectedMasses(generateSignal("z-prime", mass, events, seed), seed, "injected").values,
  );

/** The user's dimuon masses; what is below two muons is no pair of muons. */
const userData = (masses: Float64Array, { data }: SearchOptions) => ({
  data: masses.map(reducedMassOf).filter((x) => x >= 0),
  note: `observed: ${data?.name ?? ""}`,
});

function measuredOf(name: string, rows: readonly ScanRow[], options: SearchOptions): Measured {
  const scalar = name === NAMES.scalar;
  const limit = crossSectionLimit(
    {
      ...limitInfo(
        scalar ? `${zprimeToMuons.name}-scalar` : zprimeToMuons.name,
        options,
        rows.map(({ result }) => result),
      ),
      observable: `sigma(e+ e- -> mu+ mu- ${scalar ? "S" : "Z'"}) BF(-> mu+ mu-)`,
      unit: "fb",
      portal: scalar ? "muonphilic-scalar" : "z-prime",
      finalState: "mu+ mu-",
    },
    rows,
    options.luminosity,
  );
  const x = scalar ? "S" : "Z′";
  const [low, high] = (scalar ? publishedRangeScalar : publishedRange).value;
  return {
    name,
    process: `e⁺e⁻ → μμ${x}, ${x} → μμ`,
    axis: `$σ$(e⁺e⁻ → μμ${x}) $B$(${x} → μμ) [fb]`,
    particle: x,
    limit,
    published: [],
    projections: [],
    masses: comparedMasses(rows, limit, massOf),
    range: { low, high, from: LIGHTEST, to: HEAVIEST },
  };
}

/** The limit on the coupling of a model; its cross section holds the radiation that the simulation found. */
async function couplingOf(
  model: Model,
  limit: CurveLimit,
  peaks: Scan["peaks"],
  options: SearchOptions,
): Promise<Exclusion> {
  const share = shareAsPublished(options, beams.sqrtS);
  const isVector = model === "z-prime";
  const converted = radiatedCouplingLimit(limit, {
    mediator: (mass) => mediatorOf(model, mass),
    reference: REFERENCE_COUPLING,
    sqrtS: beams.sqrtS,
    channel: "mu+ mu-",
    factor: (mass) => share * interpolated(peaks, mass, (p) => p.radiation ?? 1),
    coupling: isVector ? "gPrime" : "gMuon",
    unit: "1",
    range: [1e-8, 3],
  });
  const x = isVector ? "Z′" : "S";
  return {
    name: isVector ? "g-prime" : "g-scalar",
    process: `e⁺e⁻ → μμ${x}, ${x} → μμ`,
    axis: isVector ? "$g′$ of $L_μ$ − $L_τ$" : "$g_S$, scalar coupling to muons",
    particle: isVector ? "Z′" : "S",
    limit: converted,
    published: isVector ? [await bundledLimit("BelleII_Zprime_invisible_2020")] : [],
    projections: [],
  };
}
