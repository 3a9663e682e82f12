import type { Preparation } from "@belladonna/events";
import { type CutFlow, mergeCutFlows } from "../selection/cut-flow.js";
import type { SearchOptions } from "../search.js";
import type { Work } from "../work.js";
import { chunks } from "../events/sample.js";
import type { Templates } from "./likelihood.js";
import { type Decay, type Tag, tags } from "./samples.js";
import { type Lepton, leptons } from "./selection.js";
import { combined, type Spectrum } from "./spectrum.js";
import { simulate, type SamplePart, type SimulatedPart } from "./tasks.js";

/** How often each pair and tag is used: more would save little time and make events alike. */
const COPIES = 12;

/** Pairs of one task. */
const CHUNK = 15_000;

/** Masses of one task. */
const MASSES = 6;

/** Tags with neutral particles generated for each without: few of them pass the vetoes. */
const NEUTRAL_SHARE = 0.1;

/**
 * Events of a mass, of those of the background. The fluctuations of a signal template look like something that no
 * systematic uncertainty can mimic: with 800 selected events in place of 5000 the limit at 1 GeV came out a fifth lower.
 */
const SIGNAL = { share: 0.02, least: 10_000, most: 30_000 } as const;

/** Events with hadrons taken for leptons, of those of the background; few of them pass. */
const HADRONS: Readonly<Record<Lepton, { readonly share: number; readonly most: number }>> = {
  e: { share: 0.1, most: 60_000 },
  mu: { share: 0.2, most: 120_000 },
};

/** Background of a lepton. */
export type Background = Omit<Templates, "alpha">;

/** Signal at a mass. */
export interface Signal {
  /** Spectrum where α is as frequent as the decay to neutrinos, for 1 fb⁻¹. */
  readonly spectrum: Spectrum;
  /** Selected of those with a tag of three charged hadrons. */
  readonly efficiency: number;
  /** Of those that pass all else, the share that the trigger keeps. */
  readonly triggerEfficiency: number;
  /** What the selection did, in events with a tag of charged hadrons alone. */
  readonly cutFlow: CutFlow;
}

/** Backgrounds of both leptons. */
export interface Backgrounds {
  /** Spectra. */
  readonly spectra: Readonly<Record<Lepton, Background>>;
  /** What the selection did to each; `weight` is for 1 fb⁻¹. */
  readonly cutFlows: readonly (CutFlow & { readonly weight: number })[];
}

/** Simulates the backgrounds of both leptons. */
export async function simulatedBackground(
  { events, seed }: Pick<SearchOptions, "events" | "seed">,
  work: Work,
  prepared?: Preparation,
): Promise<Backgrounds> {
  const plan = leptons.flatMap((lepton) => [
    { lepton, decay: "neutrinos" as const, events: events / leptons.length },
    { lepton, decay: "hadrons" as const, events: Math.min(HADRONS[lepton].most, HADRONS[lepton].share * events) },
  ]);
  const points = plan.flatMap(({ lepton, decay, events: wanted }) =>
    partsOf(wanted).map((part, index): SamplePart => ({
      ...part,
      lepton,
      decays: [decay],
      purpose: "background",
      // Of samples that differ, no two share their random numbers.
      index: 1000 * plan.findIndex((one) => one.lepton === lepton && one.decay === decay) + index,
      seed,
      ...(prepared === undefined ? {} : { prepared }),
    })),
  );
  const parts = await work.each(`background: ${events} tau pairs with a tag of three hadrons`, simulate, points);
  const of = (lepton: Lepton, decay: Decay): SimulatedPart[] =>
    parts.filter((_, i) => points[i].lepton === lepton && points[i].decays[0] === decay).flat();
  const spectraOf = (lepton: Lepton): Background => ({
    neutrinos: merged(of(lepton, "neutrinos")),
    hadrons: merged(of(lepton, "hadrons")),
  });
  return {
    spectra: { e: spectraOf("e"), mu: spectraOf("mu") },
    cutFlows: plan.map(({ lepton, decay }) => mergedFlow(of(lepton, decay))),
  };
}

/** Simulates signal of both leptons; the same tags serve all masses. */
export async function simulatedSignals(
  masses: readonly number[],
  { events, seed }: Pick<SearchOptions, "events" | "seed">,
  work: Work,
  prepared?: Preparation,
): Promise<Record<Lepton, Signal[]>> {
  const each = Math.max(SIGNAL.least, Math.min(SIGNAL.most, SIGNAL.share * events));
  const points = leptons.flatMap((lepton, l) =>
    chunks(masses.length, MASSES).flatMap(({ first, count }) =>
      tags.map((tag, t): SamplePart => {
        const pairs = Math.ceil((each * (tag === "neutral" ? 2 * NEUTRAL_SHARE : 1)) / COPIES);
        const decays = masses.slice(first, first + count).map((alpha) => ({ alpha }));
        const one = { lepton, decays, tag, pairs, copies: COPIES, index: 2 * l + t, seed };
        return { ...one, purpose: "signal", ...(prepared === undefined ? {} : { prepared }) };
      }),
    ),
  );
  const parts = await work.each(`signal: ${masses.length} masses`, simulate, points);
  const signals = (lepton: Lepton): Signal[] =>
    masses.map((mass) =>
      signalOf(
        parts.flatMap((list, i) =>
          points[i].lepton === lepton
            ? list.filter((_, k) => (points[i].decays[k] as { readonly alpha: number }).alpha === mass)
            : [],
        ),
      ),
    );
  return { e: signals("e"), mu: signals("mu") };
}

/** The signal that simulated parts make together. */
export function signalOf(parts: readonly SimulatedPart[]): Signal {
  const spectrum = merged(parts);
  const produced = tags.reduce((sum, tag) => {
    const one = parts.find((part) => part.tag === tag);
    return one === undefined ? sum : sum + one.factor * one.generated;
  }, 0);
  return {
    spectrum,
    efficiency: total(spectrum.nominal) / produced,
    triggerEfficiency: total(spectrum.nominal) / total(spectrum.untriggered),
    cutFlow: withoutWeight(mergedFlow(parts)),
  };
}

/**
 * The cut flow of parts of all tags, in events with the first tag: those of another count as many as they are more or less
 * frequent. With it, the weight of such an event for 1 fb⁻¹.
 */
function mergedFlow(parts: readonly SimulatedPart[]): CutFlow & { readonly weight: number } {
  const flows = tags.flatMap((tag) => {
    const own = parts.filter((part) => part.tag === tag);
    if (own.length === 0) return [];
    const flow = mergeCutFlows(own.map((part) => part.cutFlow));
    return [{ flow, weight: (own[0].factor * own[0].generated) / flow.generated }];
  });
  const { weight } = flows[0];
  const scaled = flows.map(({ flow, weight: own }): CutFlow => {
    const by = own / weight;
    return {
      ...flow,
      generated: by * flow.generated,
      steps: flow.steps.map((step) => ({ ...step, events: by * step.events })),
    };
  });
  return { ...mergeCutFlows(scaled), weight };
}

/** A signal has no rate of its own. */
function withoutWeight({ sample, generated, steps }: CutFlow): CutFlow {
  return { sample, generated, steps };
}

/** Parts of a number of events, for each tag. */
function partsOf(events: number): Pick<SamplePart, "tag" | "pairs" | "copies">[] {
  return tags.flatMap((tag) => {
    const pairs = Math.ceil((events * (tag === "neutral" ? NEUTRAL_SHARE : 1)) / COPIES);
    return chunks(pairs, CHUNK).map(({ count }) => ({ tag, pairs: count, copies: COPIES }));
  });
}

/** Parts of the same tag are one sample, of which each part is a share; tags add. */
function merged(parts: readonly SimulatedPart[]): Spectrum {
  const generated = (tag: Tag): number => total(parts.map((part) => (part.tag === tag ? part.generated : 0)));
  return combined(
    parts.map(({ tag, generated: own, spectrum, factor }) => ({ spectrum, factor: (factor * own) / generated(tag) })),
  );
}

const total = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, n) => sum + n, 0);
