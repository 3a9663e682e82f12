import type { Preparation } from "@belladonna/events";
import { type EventTable, takeParticles } from "@belladonna/kinematics";
import { atan2 } from "@belladonna/numerics/elementary";
import { belle2, regionAt } from "@belladonna/trigger";
import { testWindow } from "../limit/counted.js";
import { prepared } from "../events/generation.js";
import { type Purpose, see, seedOf } from "../events/sample.js";
import type { Task } from "../task.js";
import type { Tested, TestOptions } from "../limit/tested.js";
import { applyCuts, type Cut, kept, type Selected } from "../selection/cut.js";
import { type CutFlow, cutFlow, mergeCutFlows } from "../selection/cut-flow.js";
import { type Candidates, candidates } from "./candidates.js";
import type { CountingWindow } from "./counting-window.js";
import { LEAST_IN_KLM, LOST, UNSEEN_IN_KLM } from "./inputs.js";
import { beams, generateSignal, generations, type ProcessName, REFERENCE_MIXING, sources } from "./samples.js";
import { cuts, cutsIn, MADE, photonCuts } from "./selection.js";
import { emptySpectrum, fill, peakOf, type Spectrum } from "./spectrum.js";

/** Signal events simulated at each mass. */
const SIGNAL_EVENTS = 6000;

const module = import.meta.url;

/** Signal at one mass. */
export interface SignalPoint {
  /** Selected and triggered events over generated ones, in bins. */
  readonly spectrum: Spectrum;
  /** Selected events over generated ones, in bins, without regard to the trigger. */
  readonly untriggered: Spectrum;
  /** Median of the squared recoil mass, GeV². */
  readonly centre: number;
  /** Its width, GeV². */
  readonly sigma: number;
  /** Cross section within the cuts of the signal, radiation included, over $\varepsilon^2$, fb. */
  readonly perMixing: number;
}

/** Signal at one mass: events, detector, peak, efficiency. */
export const simulateSignal: Task<
  { readonly mass: number; readonly seed: number },
  SignalPoint | { readonly reason: string }
> = {
  module,
  name: "simulateSignal",
  run({ mass, seed }) {
    const own = seedOf(seed, "signal", Math.round(1e6 * mass));
    const events = generateSignal(mass, SIGNAL_EVENTS, own);
    const perMixing = events.crossSection.value / (REFERENCE_MIXING * REFERENCE_MIXING);
    return signalPoint(events, own, mass, perMixing);
  },
};

/** Peak and efficiencies of signal events. */
export function signalPoint(
  events: EventTable,
  seed: number,
  mass: number,
  perMixing: number,
): SignalPoint | { readonly reason: string } {
  const found = candidates(see(events, seed), beams);
  const selected = applyCuts(photonCuts, found);
  const peak = peakOf(kept(found.recoilSquared, selected), mass * mass);
  if (peak === undefined) return { reason: `too few of ${events.length} signal events at ${mass} GeV pass` };
  const total = events.weights.reduce((sum, w) => sum + w, 0);
  const weight = (i: number): number => events.weights[i] / total;
  const untriggered = emptySpectrum();
  add(untriggered, found, selected, weight);
  const spectrum = emptySpectrum();
  add(spectrum, found, applyCuts(cuts, found), weight);
  return { spectrum, untriggered, ...peak, perMixing };
}

/** Adds the candidates that pass to a spectrum, each with the weight of its event. */
function add(
  spectrum: Spectrum,
  { recoilSquared, theta, event }: Candidates,
  { mask }: Selected,
  weight: (event: number) => number,
): void {
  for (let k = 0; k < mask.length; k++) {
    if (mask[k] === 1) fill(spectrum, recoilSquared[k], theta[k], weight(event[k]));
  }
}

/** The cut flow of the signal at one mass in its window: the same events as those of {@link simulateSignal}. */
export const simulateCutFlow: Task<
  { readonly mass: number; readonly seed: number; readonly window: CountingWindow },
  CutFlow
> = {
  module,
  name: "simulateCutFlow",
  run({ mass, seed, window }) {
    const own = seedOf(seed, "signal", Math.round(1e6 * mass));
    return signalCutFlow(generateSignal(mass, SIGNAL_EVENTS, own), own, mass, window);
  },
};

/** The cut flow of signal events in a window. */
export function signalCutFlow(events: EventTable, seed: number, mass: number, window: CountingWindow): CutFlow {
  const found = candidates(see(events, seed), beams);
  const list = cutsIn(window);
  return cutFlow(
    `signal, m = ${mass.toFixed(2)} GeV (counted without their weights, some above 1)`,
    events.length,
    MADE,
    list,
    applyCuts(list, found),
  );
}

/** What all parts of the backgrounds of a process need, found once. */
export const prepareBackground: Task<ProcessName, Preparation> = {
  module,
  name: "prepareBackground",
  run: (process) => prepared(generations[process]),
};

/** A part of a background sample. */
export interface BackgroundChunk {
  /** Index of the background. */
  readonly source: number;
  /** Which part. */
  readonly index: number;
  /** Events to generate. */
  readonly events: number;
  /** Seed of the run. */
  readonly seed: number;
  /** What it is for. */
  readonly purpose: Purpose;
  /** What {@link prepareBackground} found; found again when absent. */
  readonly prepared?: Preparation;
}

/** A background in bins, and what the cuts did to it. */
export interface BackgroundPart {
  /** Cross section, fb. */
  readonly spectrum: Spectrum;
  /** Cut flow; its weight is the cross section of an event, fb. */
  readonly cutFlow: CutFlow;
}

/** An event in which a photon is taken out stands for something only where the barrel could have lost it. */
const lostInBarrel: Cut<Candidates & { readonly weight: Float64Array }> = {
  name: "the photon taken out was in the barrel",
  numbers: [],
  keep: "weight > 0",
};

/** Background: events, detector, selection. */
export const simulateBackground: Task<BackgroundChunk, BackgroundPart> = {
  module,
  name: "simulateBackground",
  run({ source, index, events: count, seed, purpose, prepared: ready }) {
    const own = seedOf(seed, purpose, 1000 * source + index);
    const { name, weighted, losesPhoton, generate } = sources[source];
    const { events, each } = generate(count, own, ready);
    const spectrum = emptySpectrum();
    const list = losesPhoton ? [lostInBarrel, ...cuts] : cuts;
    const sample = weighted === undefined ? name : `${name} (counted without their weight, ${weighted})`;
    const select = (table: EventTable, chance: (i: number) => number): CutFlow => {
      const found = candidates(see(table, own), beams);
      const columns = { ...found, weight: Float64Array.from(found.event, (i) => each * chance(i)) };
      const selected = applyCuts(list, columns);
      add(spectrum, columns, selected, (i) => each * chance(i));
      return cutFlow(sample, count, MADE, list, selected);
    };
    const flows = losesPhoton
      ? [2, 3].map((k) =>
          select(withoutPhoton(events, k), (i) =>
            inBarrel(events, events.offsets[i] + k) ? events.weights[i] * LOST.value * UNSEEN_IN_KLM.value : 0,
          ),
        )
      : [select(events, (i) => events.weights[i] * unseen(events, i))];
    return { spectrum, cutFlow: { ...mergeCutFlows(flows), weight: each } };
  },
};

const thetaOf = ({ particles: { px, py, pz } }: EventTable, k: number): number =>
  atan2(Math.sqrt(px[k] * px[k] + py[k] * py[k]), pz[k]);

const inBarrel = (events: EventTable, k: number): boolean =>
  regionAt(thetaOf(events, k), belle2.calorimeter) === "barrel";

/** Chance that the muon system sees none of the photons that flew through a gap of the calorimeter. */
function unseen(events: EventTable, i: number): number {
  const { pdgId, status, e } = events.particles;
  let chance = 1;
  for (let k = events.offsets[i]; k < events.offsets[i + 1]; k++) {
    if (pdgId[k] !== 22 || status[k] !== 1 || e[k] < LEAST_IN_KLM.value) continue;
    const theta = thetaOf(events, k);
    const gap = regionAt(theta, belle2.calorimeter) === "none" && regionAt(theta, belle2.muonSystem) !== "none";
    if (gap) chance *= UNSEEN_IN_KLM.value;
  }
  return chance;
}

/** Events without particle `at` of each. */
function withoutPhoton(events: EventTable, at: number): EventTable {
  const mask = new Uint8Array(events.particles.px.length).fill(1);
  for (let i = 0; i < events.length; i++) mask[events.offsets[i] + at] = 0;
  return takeParticles(events, mask);
}

/** A window to be tested. */
export interface WindowPoint extends TestOptions {
  /** Expected background, events. */
  readonly background: number;
  /** Events counted, if there are data. */
  readonly observed?: number;
}

/** Tests one window. */
export const testMass: Task<WindowPoint, Tested | { readonly reason: string }> = {
  module,
  name: "testMass",
  run({ background, observed, ...options }) {
    return testWindow({ background, uncertainty: 0, ...(observed === undefined ? {} : { observed }) }, options);
  },
};
