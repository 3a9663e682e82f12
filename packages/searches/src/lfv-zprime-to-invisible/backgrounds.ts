import type { Preparation } from "@belladonna/events";
import { preparedOnce } from "../events/generation.js";
import { chunks } from "../events/sample.js";
import { type Events, joined } from "../recoil/events.js";
import { type CutFlow, mergeCutFlows } from "../selection/cut-flow.js";
import type { BackgroundChunk } from "../recoil/background-part.js";
import type { Work } from "../work.js";
import { generations, prepareBackground, simulateBackground, type Source } from "./tasks.js";

/** A simulated process: how much of it a run makes, and how much a task. */
interface Plan {
  readonly source: Source;
  /** Pairs or trials for each event that the user asks for. */
  readonly share: number;
  /** Pairs or trials of one task. */
  readonly chunk: number;
}

const plans: readonly Plan[] = [
  { source: "tau tau", share: 0.8, chunk: 8000 },
  { source: "e e mu mu, an electron and a muon lost", share: 100, chunk: 500_000 },
];

/** Simulated backgrounds together, and what the cuts did to each process. */
export interface SimulatedBackgrounds {
  /** Selected events; weights are cross sections in fb. */
  readonly events: Events;
  /** Cut flows; weights, where there are, are cross sections in fb. */
  readonly cutFlows: readonly CutFlow[];
}

/** Backgrounds of the Standard Model: events, detector, selection. */
export async function simulatedBackgrounds(events: number, seed: number, work: Work): Promise<SimulatedBackgrounds> {
  const ready: Partial<Record<Source, Preparation>> = await preparedOnce(
    "background: preparation",
    prepareBackground,
    generations,
    work,
  );
  const points = plans.flatMap(({ source, share, chunk }, k): BackgroundChunk<Source>[] => {
    const parts = chunks(Math.ceil(share * events), chunk).length;
    // Parts of equal size, so that each counts the same.
    const count = Math.ceil((share * events) / parts);
    return Array.from({ length: parts }, (_, part) => ({
      source,
      index: 1000 * k + part,
      count,
      parts,
      seed,
      prepared: ready[source],
    }));
  });
  const made = await work.each("background: tau tau, e e mu mu", simulateBackground, points);
  return {
    events: joined(made.map((part) => part.events)),
    cutFlows: plans.map(({ source }) =>
      mergeCutFlows(made.filter((_, i) => points[i].source === source).map(({ cutFlow }) => cutFlow)),
    ),
  };
}
