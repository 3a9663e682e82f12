import { signalName } from "../bump-hunt/signal-flows.js";
import { backgroundAsimov, dataLikelihood, type Entries } from "../bump-hunt/window-fit.js";
import { see, seedOf, type Purpose, type Seen } from "../events/sample.js";
import { applyCuts, kept, type Selected } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import type { Task } from "../task.js";
import { test, type Tested, type TestOptions } from "../limit/tested.js";
import { photonPairs } from "./candidates.js";
import type { PhotonPairs } from "./columns.js";
import { fitWindow } from "./fit.js";
import type { Hypothesis } from "./hypothesis.js";
import { type Background, beams, generateSignal, RECOIL_PARTICLE, seenBackground } from "./samples.js";
import type { Region } from "./regions.js";
import { CANDIDATE, cuts, simulation } from "./selection.js";
import { signalShape, type SimulatedShape } from "./signal-shape.js";

/** Signal events simulated at each mass. */
const SIGNAL_EVENTS = 10_000;

const module = import.meta.url;

/** Signal at one mass in one region: events, detector, shape. */
export const simulateSignal: Task<
  { readonly mass: number; readonly region: Region; readonly seed: number },
  SimulatedShape | { readonly reason: string }
> = {
  module,
  name: "simulateSignal",
  run({ mass, region, seed }) {
    const seen = see(generateSignal(mass, SIGNAL_EVENTS, seed), seed, simulation.detector);
    return shapeOf(seen, mass, region, RECOIL_PARTICLE, "signal");
  },
};

/**
 * Shape of signal as the detector saw it.
 *
 * @param recoilParticle - Index, inside each event, of the photon that recoils.
 * @param sample - What the signal is called in its cut flow.
 */
export function shapeOf(
  seen: Seen,
  mass: number,
  { minEnergy, observable }: Region,
  recoilParticle: number,
  sample: string,
): SimulatedShape | { readonly reason: string } {
  const pairs = photonPairs(seen, beams, minEnergy, recoilParticle);
  const selected = applyCuts(cuts, pairs);
  const right = kept(pairs.right, selected);
  const values = kept(pairs[observable], selected).filter((_, k) => right[k] === 1);
  return signalShape(mass, values, flowOf(signalName(sample, mass), seen, minEnergy, selected));
}

/** What the cuts did to a sample of which photons above an energy were taken. */
function flowOf(sample: string, { detected }: Seen, minEnergy: number, selected: Selected): CutFlow {
  return cutFlow(`${sample}, photons above ${minEnergy} GeV`, detected.length, CANDIDATE, cuts, selected);
}

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
  /** What it is for. */
  readonly purpose: Purpose;
  /** Regions whose observable is wanted. */
  readonly regions: readonly Region[];
}

/** A part of a background after the selection. */
export interface SelectedBackground {
  /** The observable in each region, in the order of the regions asked for. */
  readonly values: readonly Float64Array[];
  /** What the cuts did, once for each photon energy. */
  readonly flows: readonly CutFlow[];
}

/** Background: events, detector, and the observable in each region. */
export const simulateBackground: Task<BackgroundChunk, SelectedBackground> = {
  module,
  name: "simulateBackground",
  run({ index, events, seed, background, purpose, regions: wanted }) {
    const own = seedOf(seed, purpose, index);
    const seen = seenBackground(background, events, own);
    const selections = new Map<number, { readonly pairs: PhotonPairs; readonly selected: Selected }>();
    for (const minEnergy of new Set(wanted.map((region) => region.minEnergy))) {
      const pairs = photonPairs(seen, beams, minEnergy);
      selections.set(minEnergy, { pairs, selected: applyCuts(cuts, pairs) });
    }
    return {
      values: wanted.map(({ minEnergy, observable }) => {
        const of = selections.get(minEnergy);
        return of === undefined ? new Float64Array() : kept(of.pairs[observable], of.selected);
      }),
      flows: [...selections].map(([minEnergy, { selected }]) =>
        flowOf(`e+ e- -> ${background}`, seen, minEnergy, selected),
      ),
    };
  },
};

/** A hypothesis with what it is tested on. */
export interface TestPoint extends TestOptions {
  /** The hypothesis. */
  readonly hypothesis: Hypothesis;
  /** Entries of simulated background in the bins of its window. */
  readonly simulated: Float64Array;
  /** Luminosity of the data over that of the simulation. */
  readonly scale: number;
  /** The data in its window. */
  readonly data?: Entries;
}

/** Tests one mass: limits on the signal events in its window, or the reason why a fit failed. */
export const testHypothesis: Task<TestPoint, Tested | { readonly reason: string }> = {
  module,
  name: "testHypothesis",
  run(point) {
    const { hypothesis, simulated, scale, data } = point;
    const window = fitWindow(hypothesis);
    const asimov = backgroundAsimov(window, simulated, scale);
    if ("reason" in asimov) return { reason: `background fit: ${asimov.reason}` };
    return test(asimov, data === undefined ? undefined : dataLikelihood(window, simulated, data), point);
  },
};
