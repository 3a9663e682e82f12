import { type EventTable, takeParticles } from "@belladonna/kinematics";
import { belle2, regionAt } from "@belladonna/trigger";
import { testWindow } from "../limit/counted.js";
import { type Purpose, see, seedOf } from "../events/sample.js";
import type { Task } from "../task.js";
import type { Tested, TestOptions } from "../limit/tested.js";
import { candidates } from "./candidates.js";
import { beams, generateSignal, REFERENCE_MIXING, sources } from "./samples.js";
import { LOST, UNSEEN_IN_KLM } from "./selection.js";
import { emptySpectrum, fill, peakOf, type Spectrum } from "./spectrum.js";

/** Signal events simulated at each mass. */
const SIGNAL_EVENTS = 6000;

/** Energy from which a photon that misses the calorimeter may be seen by the muon system, GeV. */
const SEEN_IN_KLM = 0.5;

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
  const { recoilSquared, theta, event, triggered } = candidates(see(events, seed), beams);
  const peak = peakOf(recoilSquared, mass * mass);
  if (peak === undefined) return { reason: `too few of ${events.length} signal events at ${mass} GeV pass` };
  const total = events.weights.reduce((sum, w) => sum + w, 0);
  const spectrum = emptySpectrum();
  const untriggered = emptySpectrum();
  for (let i = 0; i < theta.length; i++) {
    const weight = events.weights[event[i]] / total;
    fill(untriggered, recoilSquared[i], theta[i], weight);
    if (triggered[i] === 1) fill(spectrum, recoilSquared[i], theta[i], weight);
  }
  return { spectrum, untriggered, ...peak, perMixing };
}

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
}

/** Background: events, detector, selection; the cross section in bins, fb. */
export const simulateBackground: Task<BackgroundChunk, Spectrum> = {
  module,
  name: "simulateBackground",
  run({ source, index, events: count, seed, purpose }) {
    const own = seedOf(seed, purpose, 1000 * source + index);
    const { losesPhoton, generate } = sources[source];
    const { events, each } = generate(count, own);
    const spectrum = emptySpectrum();
    const add = (table: EventTable, weight: (i: number) => number): void => {
      const { recoilSquared, theta, event, triggered } = candidates(see(table, own), beams);
      for (let i = 0; i < theta.length; i++) {
        if (triggered[i] === 1) fill(spectrum, recoilSquared[i], theta[i], each * weight(event[i]));
      }
    };
    if (!losesPhoton) add(events, (i) => events.weights[i] * unseen(events, i));
    else {
      for (const k of [2, 3]) {
        add(withoutPhoton(events, k), (i) =>
          inBarrel(events, events.offsets[i] + k) ? events.weights[i] * LOST * UNSEEN_IN_KLM : 0,
        );
      }
    }
    return spectrum;
  },
};

const thetaOf = ({ particles: { px, py, pz } }: EventTable, k: number): number =>
  Math.atan2(Math.sqrt(px[k] * px[k] + py[k] * py[k]), pz[k]);

const inBarrel = (events: EventTable, k: number): boolean =>
  regionAt(thetaOf(events, k), belle2.calorimeter) === "barrel";

/** Chance that the muon system sees none of the photons that flew through a gap of the calorimeter. */
function unseen(events: EventTable, i: number): number {
  const { pdgId, status, e } = events.particles;
  let chance = 1;
  for (let k = events.offsets[i]; k < events.offsets[i + 1]; k++) {
    if (pdgId[k] !== 22 || status[k] !== 1 || e[k] < SEEN_IN_KLM) continue;
    const theta = thetaOf(events, k);
    const gap = regionAt(theta, belle2.calorimeter) === "none" && regionAt(theta, belle2.muonSystem) !== "none";
    if (gap) chance *= UNSEEN_IN_KLM;
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
