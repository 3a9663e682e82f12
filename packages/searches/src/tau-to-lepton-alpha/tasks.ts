import type { Preparation } from "@belladonna/events";
import { prepared } from "../events/generation.js";
import { applyCuts } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import { detectedOf, type Purpose, seedOf } from "../events/sample.js";
import type { Detected } from "@belladonna/trigger";
import type { Task } from "../task.js";
import {
  type Decay,
  decayOf,
  pairs as generation,
  type Tag,
  taggedPairs,
  type TauPairs,
  withDecay,
} from "./samples.js";
import { CANDIDATE, cuts, type Lepton } from "./selection.js";
import { test, type Tested, type TestOptions } from "../limit/tested.js";
import { likelihoodOf, type Simulation, type Templates } from "./likelihood.js";
import { candidates } from "./candidates.js";
import { type Spectrum, spectrumOf } from "./spectrum.js";

const module = import.meta.url;

/** Selected events of a sample, and how many of the data, with 1 fb⁻¹, each stands for. */
export interface SimulatedPart {
  /** The tag. */
  readonly tag: Tag;
  /** Events generated. */
  readonly generated: number;
  /** Selected events. */
  readonly spectrum: Spectrum;
  /** Events expected with 1 fb⁻¹ for each. */
  readonly factor: number;
  /** What the selection did. */
  readonly cutFlow: CutFlow;
}

/** What all samples need, found once. */
export const preparePairs: Task<"pairs", Preparation> = {
  module,
  name: "preparePairs",
  run: () => prepared(generation),
};

/** A part of a sample. */
export interface SamplePart {
  /** Which lepton is selected. */
  readonly lepton: Lepton;
  /** What the tau that is not the tag decays to: one spectrum each. */
  readonly decays: readonly Decay[];
  /** The tag. */
  readonly tag: Tag;
  /** Pairs with a tag. */
  readonly pairs: number;
  /** How often each is used for each decay. */
  readonly copies: number;
  /** What it is for. */
  readonly purpose: Purpose;
  /** Which part. */
  readonly index: number;
  /** Seed of the run. */
  readonly seed: number;
  /** What {@link preparePairs} found; found again when absent. */
  readonly prepared?: Preparation;
}

/** Tau pairs, detector, selection and trigger: a spectrum for each decay. */
export const simulate: Task<SamplePart, SimulatedPart[]> = {
  module,
  name: "simulate",
  run({ lepton, decays, tag, pairs, copies, purpose, index, seed, prepared: ready }) {
    const own = seedOf(seed, purpose, index);
    const tagged = taggedPairs(tag, pairs, own, ready);
    return decays.map((decay) => {
      const { key } = decayOf(lepton, decay);
      const made = withDecay(tagged, lepton, decay, copies, seedOf(own, "signal", key));
      const detected = detectedOf(made.events, seedOf(own, "detector", key), { detector: made.detector });
      return simulatedPart(detected, made, lepton, tag, sampleName(lepton, decay));
    });
  },
};

/** The selected events of tau pairs that were detected. */
export function simulatedPart(
  detected: Detected,
  { generated, pair, perInverseFemtobarn }: TauPairs,
  lepton: Lepton,
  tag: Tag,
  sample: string,
): SimulatedPart {
  const columns = candidates(detected, lepton);
  return {
    tag,
    generated,
    spectrum: spectrumOf(columns, pair, tag),
    factor: perInverseFemtobarn,
    cutFlow: cutFlow(sample, generated, CANDIDATE, cuts, applyCuts(cuts, columns)),
  };
}

/** What a cut flow calls a sample. */
export function sampleName(lepton: Lepton, decay: Decay): string {
  if (decay === "neutrinos") return `tau -> ${lepton} nu nu`;
  if (decay === "hadrons") return `tau -> hadron nu, taken for ${lepton}`;
  return `signal, tau -> ${lepton} alpha, m = ${Number(decay.alpha.toPrecision(3))} GeV`;
}

/** A hypothesis with what it is tested on. */
export interface TestPoint extends Omit<TestOptions, "level"> {
  /** Spectra of signal and background. */
  readonly templates: Templates;
  /** fb⁻¹. */
  readonly luminosity: number;
  /** Data: events in each fitted bin, then auxiliary measurements if these are pseudo-data too. */
  readonly data: Float64Array;
  /** Whose statistics of the simulation count. */
  readonly simulation: Simulation;
  /** Confidence levels. */
  readonly levels: readonly number[];
}

/** Tests one mass: limits on the ratio at each level, or the reason why a fit failed. */
export const testHypothesis: Task<TestPoint, (Tested | { readonly reason: string })[]> = {
  module,
  name: "testHypothesis",
  run({ templates, luminosity, data, simulation, levels, ...options }) {
    const model = likelihoodOf(templates, luminosity, simulation);
    return levels.map((level) => test(model, model.withData(data), { ...options, level }));
  },
};
