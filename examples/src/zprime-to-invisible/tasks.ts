import type { EventTable } from "@belladonna/kinematics";
import { type Purpose, see, seedOf } from "../sample.js";
import type { Task } from "../task.js";
import { type Candidates, candidates } from "./candidates.js";
import { lostAlongBeams, lostAtWideAngle } from "./muon-pairs-with-photon.js";
import { beams, generateSignal, hiddenElectrons } from "./samples.js";
import { type Analysis, analyses } from "./selection.js";
import { tauMuons } from "./tau-pairs.js";
import { TRIGGER_SCALE } from "./facts.js";

const module = import.meta.url;

/** A background process. */
export type Source = "photon at wide angle" | "photon along beams" | "tau pairs" | "hidden electrons";

/** Times that each pair of taus decays. */
const DECAYS = 200;

/** A part of the sample of a background. */
export interface BackgroundChunk {
  /** Which process. */
  readonly source: Source;
  /** Which part. */
  readonly index: number;
  /** Events generated, tau pairs, or trials. */
  readonly count: number;
  /** Seed of the run. */
  readonly seed: number;
}

/** Selected events that the trigger kept: lists of equal length. */
export interface Events {
  /** Squared recoil mass, GeV². */
  readonly mass2: Float64Array;
  /** Polar angle of the recoil in the centre-of-mass frame, degrees. */
  readonly theta: Float64Array;
  /** Weight; of a background chunk, cross section in fb. */
  readonly weight: Float64Array;
}

/** Selected events of both analyses. */
export type Selected = Readonly<Record<Analysis, Events>>;

/** Background: events, detector, selection. */
export const simulateBackground: Task<BackgroundChunk, Selected> = {
  module,
  name: "simulateBackground",
  run({ source, index, count, seed }) {
    const own = seedOf(seed, purposeOf(source), index);
    const { events, perWeight } = generateSource(source, count, own);
    const found = candidates(see(events, own), beams);
    return { template: kept(found, "template", perWeight), counting: kept(found, "counting", perWeight) };
  },
};

const purposeOf = (source: Source): Purpose => (source === "tau pairs" ? "background" : "background");

function generateSource(source: Source, count: number, seed: number): { events: EventTable; perWeight: number } {
  switch (source) {
    case "photon at wide angle":
      return { events: lostAtWideAngle(beams, count, seed), perWeight: 1 };
    case "photon along beams":
      return { events: lostAlongBeams(beams, count, seed), perWeight: 1 };
    case "hidden electrons":
      return { events: hiddenElectrons(count, seed), perWeight: 1 };
    case "tau pairs": {
      const { events, luminosity } = tauMuons(beams, count, DECAYS, seed);
      return { events, perWeight: 1 / luminosity };
    }
  }
}

function kept(found: Readonly<Record<Analysis, Candidates>>, analysis: Analysis, perWeight: number): Events {
  const { mass2, theta, weight, triggered } = found[analysis];
  const scale = perWeight * TRIGGER_SCALE[analysis];
  const on = (column: Float64Array) => column.filter((_, i) => triggered[i] === 1);
  return { mass2: on(mass2), theta: on(theta), weight: on(weight).map((w) => scale * w) };
}
