import { detectedOf, type Purpose, seedOf } from "../sample.js";
import type { Task } from "../task.js";
import { type Decay, type Tag, taggedPairs, withDecay } from "./samples.js";
import type { Lepton } from "./selection.js";
import { type Spectrum, spectrumOf } from "./spectrum.js";

const module = import.meta.url;

/** Selected events of a sample, and how many of the data, with 1 fb⁻¹, each stands for. */
export interface SimulatedPart {
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
    return decays.map((decay, i) => {
      const made = withDecay(tagged, lepton, decay, copies, seedOf(own, "signal", i));
      const detected = detectedOf(made.events, seedOf(own, "detector", i), { detector: made.detector });
      return { spectrum: spectrumOf(detected, made.pair, lepton, tag), factor: made.perInverseFemtobarn };
    });
  },
};
