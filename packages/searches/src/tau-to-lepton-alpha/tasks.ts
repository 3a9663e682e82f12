import { detectedOf, type Purpose, seedOf } from "../events/sample.js";
import type { Task } from "../task.js";
import { type Decay, decayOf, type Tag, taggedPairs, withDecay } from "./samples.js";
import type { Lepton } from "./selection.js";
import { test, type Tested, type TestOptions } from "../limit/tested.js";
import { likelihoodOf, type Simulation, type Templates } from "./model.js";
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
}

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
}

/** Tau pairs, detector, selection and trigger: a spectrum for each decay. */
export const simulate: Task<SamplePart, SimulatedPart[]> = {
  module,
  name: "simulate",
  run({ lepton, decays, tag, pairs, copies, purpose, index, seed }) {
    const own = seedOf(seed, purpose, index);
    const tagged = taggedPairs(tag, pairs, own);
    return decays.map((decay) => {
      const { key } = decayOf(lepton, decay);
      const made = withDecay(tagged, lepton, decay, copies, seedOf(own, "signal", key));
      const detected = detectedOf(made.events, seedOf(own, "detector", key), { detector: made.detector });
      const spectrum = spectrumOf(detected, made.pair, lepton, tag);
      return { tag, generated: made.generated, spectrum, factor: made.perInverseFemtobarn };
    });
  },
};

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
