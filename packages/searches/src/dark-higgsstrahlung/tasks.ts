import { crossSection, darkHiggsstrahlung, type Preparation } from "@belladonna/events";
import { darkHiggs, darkPhoton } from "@belladonna/models";
import { testWindow } from "../limit/counted.js";
import { prepared } from "../events/generation.js";
import { type Purpose, see, seedOf } from "../events/sample.js";
import type { Task } from "../task.js";
import type { Tested, TestOptions } from "../limit/tested.js";
import { applyCuts, kept } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import { candidates } from "./candidates.js";
import type { Node } from "./mass-grid.js";
import { beams, type Generated, generateSignal, generations, sources } from "./samples.js";
import { CANDIDATE, cuts } from "./selection.js";
import { signalPoint, type SignalPoint } from "./signal-peak.js";

/** Signal events simulated at each node. */
const SIGNAL_EVENTS = 4000;

const module = import.meta.url;

/** Signal at one point of the plane: events, detector, peak, efficiency. */
export const simulateSignal: Task<Node & { readonly seed: number }, SignalPoint | { readonly reason: string }> = {
  module,
  name: "simulateSignal",
  run({ mA, mH, seed }) {
    const own = seedOf(seed, "signal", Math.round(1e5 * mA) + Math.round(1e10 * mH));
    const events = generateSignal(mA, mH, SIGNAL_EVENTS, own);
    return signalPoint({ mA, mH }, candidates(see(events, own), beams), SIGNAL_EVENTS);
  },
};

/** What all parts of a sample need, found once. */
export const prepareBackground: Task<Generated, Preparation> = {
  module,
  name: "prepareBackground",
  run: (name) => prepared(generations[name]),
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
  readonly prepared?: Preparation | undefined;
}

/** Selected and triggered events of a part of a background. */
export interface SimulatedChunk {
  /** Dimuon mass, GeV. */
  readonly mass: Float64Array;
  /** Squared recoil mass, GeV². */
  readonly recoilSquared: Float64Array;
  /** $|\cos\theta|$ of the muons in the frame of the pair. */
  readonly helicity: Float64Array;
  /** Weight, 1 but for the few events above the envelope of the generator. */
  readonly weight: Float64Array;
  /** Cross section of the background within its generator cuts, fb. */
  readonly crossSection: number;
  /** Events that were detected. */
  readonly simulated: number;
  /** What the selection did, in sums of weights. */
  readonly cutFlow: CutFlow;
}

/** Background: events, detector, selection. */
export const simulateBackground: Task<BackgroundChunk, SimulatedChunk> = {
  module,
  name: "simulateBackground",
  run({ source, index, events: count, seed, purpose, prepared: ready }) {
    const own = seedOf(seed, purpose, 1000 * source + index);
    const { name, generate } = sources[source];
    const { events, crossSection, generated } = generate(count, own, ready);
    const columns = candidates(see(events, own), beams);
    const selected = applyCuts(cuts, columns, events.weights);
    return {
      mass: kept(columns.mass, selected),
      recoilSquared: kept(columns.recoilSquared, selected),
      helicity: kept(columns.helicity, selected),
      weight: Float64Array.from(kept(columns.event, selected), (i) => events.weights[i]),
      crossSection,
      simulated: events.length,
      cutFlow: cutFlow(name, generated, CANDIDATE, cuts, selected),
    };
  },
};

/** Counting windows, tested with the same options. */
export interface WindowsPoint extends TestOptions {
  /** Expected background, events. */
  readonly background: Float64Array;
  /** Its relative uncertainty. */
  readonly uncertainty: Float64Array;
  /** Events counted, if there are data. */
  readonly observed?: Float64Array;
}

/** Tests windows one by one. */
export const testWindows: Task<WindowsPoint, (Tested | { readonly reason: string })[]> = {
  module,
  name: "testWindows",
  run({ background, uncertainty, observed, ...options }) {
    return Array.from(background, (b, i) =>
      testWindow(
        { background: b, uncertainty: uncertainty[i], ...(observed === undefined ? {} : { observed: observed[i] }) },
        options,
      ),
    );
  },
};

/** Mixing and dark coupling at which cross sections are evaluated; they are proportional to both. */
const [EPSILON, ALPHA_D] = [1e-3, 0.1];

/** $\sigma B(A' \to \mu\mu)/(\varepsilon^2\alpha_D)$ at the nominal energy, fb, at each point. */
export const crossSections: Task<{ readonly points: readonly Node[] }, number[]> = {
  module,
  name: "crossSections",
  run({ points }) {
    const branching = new Map<number, number>();
    return points.map(({ mA, mH }) => {
      const photon = darkPhoton({ mass: mA, epsilon: EPSILON });
      const higgs = darkHiggs({ mass: mH, darkPhotonMass: mA, epsilon: EPSILON, alphaD: ALPHA_D });
      const toMuons = branching.get(mA) ?? photon.branchingFraction("mu+ mu-");
      branching.set(mA, toMuons);
      const process = darkHiggsstrahlung({ darkPhoton: photon, darkHiggs: higgs });
      const { value } = crossSection(process, { sqrtS: beams.sqrtS });
      return (value * toMuons) / (EPSILON * EPSILON * ALPHA_D);
    });
  },
};
