import type { Preparation } from "@belladonna/events";
import { preparedOnce } from "../events/generation.js";
import { chunks, seedOf } from "../events/sample.js";
import { type CutFlow, mergeCutFlows } from "../selection/cut-flow.js";
import type { BackgroundChunk } from "../recoil/background-part.js";
import type { Work } from "../work.js";
import { type Events, joined, pseudoDataOf } from "../recoil/events.js";
import type { Part } from "../recoil/histogram.js";
import { smoothReach, spread } from "../recoil/spread.js";
import type { Background, Backgrounds } from "./events.js";
import type { Analysis } from "./selection.js";
import { generations, prepareBackground, simulateBackground, type Source } from "./tasks.js";

/** A simulated process: which background it is of, how much of it a run makes, and how much a task. */
interface Plan {
  readonly source: Source;
  readonly background: Background;
  /** Events, pairs or trials for each event that the user asks for. */
  readonly share: number;
  /** Events, pairs or trials of one task. */
  readonly chunk: number;
}

const plans: readonly Plan[] = [
  { source: "mu mu gamma, photon at wide angle", background: "photon", share: 1, chunk: 20_000 },
  { source: "mu mu gamma, photon along beams", background: "photon", share: 0.4, chunk: 10_000 },
  { source: "tau tau", background: "tau", share: 0.8, chunk: 10_000 },
  { source: "e e mu mu, hidden electrons", background: "electrons", share: 100, chunk: 1_000_000 },
];

/** Simulated backgrounds, and what the cuts did to each process. */
export interface SimulatedBackgrounds {
  /** Selected events. */
  readonly backgrounds: Backgrounds;
  /** Cut flows of each analysis; weights, where there are, are cross sections in fb. */
  readonly cutFlows: Readonly<Record<Analysis, readonly CutFlow[]>>;
}

/** Backgrounds of the Standard Model: events, detector, selection. */
export async function simulatedBackgrounds(events: number, seed: number, work: Work): Promise<SimulatedBackgrounds> {
  const ready: Partial<Record<Source, Preparation>> = await preparedOnce(
    "background: preparation",
    prepareBackground,
    generations,
    work,
  );
  const points: (BackgroundChunk<Source> & { readonly background: Background })[] = [];
  plans.forEach(({ source, background, share, chunk }, k) => {
    const parts = chunks(Math.ceil(share * events), chunk);
    // Parts of equal size, so that each counts the same.
    const count = Math.ceil((share * events) / parts.length);
    parts.forEach((_, part) => {
      points.push({
        source,
        background,
        index: 1000 * k + part,
        count,
        parts: parts.length,
        seed,
        prepared: ready[source],
      });
    });
  });
  const made = await work.each("background: mu mu gamma, tau tau, e e mu mu", simulateBackground, points);
  const of = (background: Background, analysis: Analysis): Events =>
    joined(made.filter((_, i) => points[i].background === background).map(({ selected }) => selected[analysis]));
  const both = (background: Background) => ({
    template: of(background, "template"),
    counting: of(background, "counting"),
  });
  const flows = (analysis: Analysis): CutFlow[] =>
    plans.map(({ source }) =>
      mergeCutFlows(made.filter((_, i) => points[i].source === source).map(({ cutFlows }) => cutFlows[analysis])),
    );
  return {
    backgrounds: { photon: both("photon"), tau: both("tau"), electrons: both("electrons") },
    cutFlows: { template: flows("template"), counting: flows("counting") },
  };
}

/**
 * Half-width in the squared recoil mass over which an event of the simulation is spread, GeV²: backgrounds are smooth, but
 * for the photon's peak at zero.
 */
function reach(background: Background, mass2: number): number {
  return background === "photon" && mass2 < 1.5 ? 0 : smoothReach(mass2);
}

/** A background as it fills a histogram. */
export function partOf(background: Background, events: Events, luminosity: number): Part {
  return spread(events, luminosity, (mass2) => reach(background, mass2));
}

/** Pseudo-data of the backgrounds, or nothing where they would be too many. */
export function pseudoData(
  backgrounds: Backgrounds,
  analysis: Analysis,
  luminosity: number,
  seed: number,
): Events | undefined {
  const drawn = (["photon", "tau", "electrons"] as const).map((name) => ({
    events: backgrounds[name][analysis],
    reach: (mass2: number) => reach(name, mass2),
  }));
  return pseudoDataOf(drawn, luminosity, seedOf(seed, "pseudoData", analysis === "template" ? 0 : 1));
}
