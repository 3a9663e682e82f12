import type { EventTable } from "@belladonna/kinematics";
import { finalStateRadiation } from "@belladonna/events";
import { random, requireChoice } from "@belladonna/numerics";
import {
  belle2,
  type Bits,
  detect,
  type Detected,
  type DetectOptions,
  type Detector,
  level1Inputs,
} from "@belladonna/trigger";

/** Purposes of random numbers, each with a stream of its own, so that more events of one sample leave the others as they are. */
const STREAM: Readonly<Record<Purpose, number>> = {
  background: 0,
  signal: 1,
  pseudoData: 2,
  detector: 3,
  radiation: 4,
  material: 5,
  tracks: 6,
};

/** What random numbers are for. */
export type Purpose = "background" | "signal" | "pseudoData" | "detector" | "radiation" | "material" | "tracks";

/**
 * The seed of one sample of a run.
 *
 * ```ts
 * seedOf(1, "signal"); // 3887626622896115
 * seedOf(1, "signal", 1000); // 2440136558823763
 * ```
 * @param seed - The seed of the run.
 * @param purpose - What it is for.
 * @param index - Which sample of that purpose: a chunk, a mass in keV.
 */
export function seedOf(seed: number, purpose: Purpose, index = 0): number {
  requireChoice("seedOf: purpose", purpose, Object.keys(STREAM));
  return Math.floor(random(seed).stream(STREAM[purpose]).stream(index).uniform() * 2 ** 53);
}

/**
 * The same events with final-state radiation of their electrons and muons, or of those asked for; to be left out where the
 * matrix element has it.
 */
export function radiated<T extends EventTable>(events: T, seed: number, leptons: readonly (11 | 13)[] = [11, 13]): T {
  return {
    ...events,
    ...finalStateRadiation(events, { seed: seedOf(seed, "radiation"), leptons }),
  };
}

/** A sample as the detector and the trigger saw it. */
export interface Seen {
  /** Tracks and clusters. */
  readonly detected: Detected;
  /** Level-1 input bits. */
  readonly level1: Bits;
}

/** What is simulated beyond the detector as it is. */
export interface SeeOptions extends DetectOptions {
  /** A variant of the detector; Belle II when absent. */
  readonly detector?: Detector;
}

/** Tracks and clusters of events in the lab. */
export function detectedOf(events: EventTable, seed: number, options: SeeOptions = {}): Detected {
  const { detector = belle2, ...simulated } = options;
  return detect(events, detector, random(seed).stream(STREAM.detector), simulated);
}

/**
 * Detector and level-1 inputs of events in the lab.
 *
 * ```ts
 * const muon = (pdgId, phi) => ({ pdgId, ...fromPThetaPhi(4, Math.PI / 2, phi, 0.10566) });
 * const event = eventTable((table) => table.event().particle(muon(13, 0)).particle(muon(-13, Math.PI)));
 * const { detected, level1 } = see(event, seedOf(1, "detector"));
 * detected.tracks.px.length; // 2
 * evaluate(l1Menu, namesSet(level1, 0)).includes("ffo"); // true
 * ```
 */
export function see(events: EventTable, seed: number, options: SeeOptions = {}): Seen {
  const detected = detectedOf(events, seed, options);
  return { detected, level1: level1Inputs(detected) };
}

/** `n` items in chunks of `size`, the last one shorter: first index and number. */
export function chunks(n: number, size: number): { readonly first: number; readonly count: number }[] {
  return Array.from({ length: Math.ceil(n / size) }, (_, k) => ({
    first: k * size,
    count: Math.min(size, n - k * size),
  }));
}
