import type { Preparation } from "@belladonna/events";
import { signalPeak } from "../bump-hunt/peak.js";
import { type PeakWithFlow, signalName, withFlow } from "../bump-hunt/signal-flows.js";
import { prepared } from "../events/generation.js";
import { see, seedOf, type Seen } from "../events/sample.js";
import { applyCuts, kept, type Selected } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import type { Task } from "../task.js";
import { photonPairs } from "./candidates.js";
import type { PhotonPairs } from "./columns.js";
import type { Region } from "./regions.js";
import {
  type Background,
  backgroundCrossSection,
  beams,
  generateSignal,
  generations,
  RECOIL_PARTICLE,
  seenBackground,
} from "./samples.js";
import { CANDIDATE, cuts, signalCuts, simulation, window } from "./selection.js";

/** Signal events simulated at each mass. */
const SIGNAL_EVENTS = 10_000;

const module = import.meta.url;

/** Signal at one mass in one region: events, detector, peak. */
export const simulateSignal: Task<
  { readonly mass: number; readonly region: Region; readonly seed: number },
  PeakWithFlow | { readonly reason: string }
> = {
  module,
  name: "simulateSignal",
  run({ mass, region, seed }) {
    const seen = see(generateSignal(mass, SIGNAL_EVENTS, seed), seed, simulation.detector);
    return peakOf(seen, mass, region, RECOIL_PARTICLE, "signal");
  },
};

/**
 * Peak of signal in the observable of a region.
 *
 * @param seen - The signal as the detector saw it.
 * @param recoilParticle - Index, inside each event, of the photon that recoils.
 * @param sample - What the signal is called in its cut flow.
 */
export function peakOf(
  seen: Seen,
  mass: number,
  { minEnergy, observable }: Region,
  recoilParticle: number,
  sample: string,
): PeakWithFlow | { readonly reason: string } {
  const pairs = photonPairs(seen, beams, minEnergy, recoilParticle);
  const selected = applyCuts(signalCuts, pairs);
  const generated = seen.detected.length;
  const values = kept(pairs[observable], selected);
  const beforeTrigger = selected.events.at(-2) ?? 0;
  const peak = signalPeak(mass * mass, mass, { values, beforeTrigger, generated }, window.value);
  if ("reason" in peak) return peak;
  const name = sampleName(signalName(sample, mass), minEnergy);
  return withFlow(peak, cutFlow(name, generated, CANDIDATE, signalCuts, selected));
}

/** What all parts of a background need: its cross section within the generator cuts, fb, and what is found once. */
export const prepareBackground: Task<Background, { readonly crossSection: number; readonly prepared: Preparation }> = {
  module,
  name: "prepareBackground",
  run(background) {
    const found = prepared(generations[background]);
    return { crossSection: backgroundCrossSection(background, found), prepared: found };
  },
};

/** A part of a background sample. */
export interface BackgroundChunk {
  /** Which part. */
  readonly index: number;
  /** Events generated. */
  readonly events: number;
  /** Seed of the run. */
  readonly seed: number;
  /** The process. */
  readonly background: Background;
  /** Regions whose observable is wanted. */
  readonly regions: readonly Region[];
  /** What {@link prepareBackground} found; found again when absent. */
  readonly prepared?: Preparation;
}

/** A part of a background after the selection. */
interface SelectedBackground {
  /** The observable in each region, in the order of the regions asked for. */
  readonly values: readonly Float64Array[];
  /** The event of each value, in the same order. Not integers, which checkpoints do not keep. */
  readonly event: readonly Float64Array[];
  /** What the cuts did, once for each photon energy. */
  readonly flows: readonly CutFlow[];
}

/** Background: events, detector, and the observable in each region. */
export const simulateBackground: Task<BackgroundChunk, SelectedBackground> = {
  module,
  name: "simulateBackground",
  run({ index, events, seed, background, regions: wanted, prepared: ready }) {
    const own = seedOf(seed, "background", index);
    const seen = seenBackground(background, events, own, ready);
    const energies = [...new Set(wanted.map(({ minEnergy }) => minEnergy))];
    const selections = energies.map((minEnergy) => selectionAbove(seen, minEnergy));
    const of = (region: Region): Selection => selections[energies.indexOf(region.minEnergy)];
    return {
      values: wanted.map((region) => kept(of(region).pairs[region.observable], of(region).selected)),
      event: wanted.map((region) => Float64Array.from(kept(of(region).pairs.event, of(region).selected))),
      flows: selections.map(({ selected }, k) =>
        cutFlow(sampleName(`e+ e- -> ${background}`, energies[k]), events, CANDIDATE, cuts, selected),
      ),
    };
  },
};

/** Pairs of photons above an energy, and which of them pass. */
interface Selection {
  readonly pairs: PhotonPairs;
  readonly selected: Selected;
}

function selectionAbove(seen: Seen, minEnergy: number): Selection {
  const pairs = photonPairs(seen, beams, minEnergy);
  return { pairs, selected: applyCuts(cuts, pairs) };
}

function sampleName(sample: string, minEnergy: number): string {
  return `${sample}, photons above ${minEnergy} GeV`;
}
