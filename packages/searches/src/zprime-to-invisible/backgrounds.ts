import type { Preparation } from "@belladonna/events";
import { random } from "@belladonna/numerics";
import { preparedOnce } from "../events/generation.js";
import { chunks, seedOf } from "../events/sample.js";
import { type CutFlow, mergeCutFlows } from "../selection/cut-flow.js";
import type { Work } from "../work.js";
import { type Background, type Backgrounds, type Events, joined } from "./events.js";
import type { Part } from "./histogram.js";
import type { Analysis } from "./selection.js";
import { type BackgroundChunk, generations, prepareBackground, simulateBackground, type Source } from "./tasks.js";

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

/** Most pseudo-data events that are drawn one by one; at higher luminosity there is only an expected limit. */
const MOST_PSEUDO_DATA = 1_000_000;

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
  const points: (BackgroundChunk & { readonly background: Background })[] = [];
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
  return background === "photon" && mass2 < 1.5 ? 0 : 0.2 + 0.02 * Math.abs(mass2);
}

/** A background as it fills a histogram. */
export function partOf(background: Background, events: Events, luminosity: number): Part {
  return {
    events,
    scale: luminosity,
    from: (mass2) => -reach(background, mass2),
    to: (mass2) => reach(background, mass2),
  };
}

/** Data: the events' squared recoil masses and angles. */
export type Data = Events;

/** Expected events of all backgrounds. */
const expectedEvents = (backgrounds: Backgrounds, analysis: Analysis, luminosity: number): number =>
  Object.values(backgrounds).reduce(
    (sum, selected) => sum + luminosity * selected[analysis].weight.reduce((a, b) => a + b, 0),
    0,
  );

/** Pseudo-data of the backgrounds, or nothing where they would be too many. */
export function pseudoData(
  backgrounds: Backgrounds,
  analysis: Analysis,
  luminosity: number,
  seed: number,
): Data | undefined {
  if (expectedEvents(backgrounds, analysis, luminosity) > MOST_PSEUDO_DATA) return undefined;
  const r = random(seedOf(seed, "pseudoData", analysis === "template" ? 0 : 1));
  const [mass2, theta]: [number[], number[]] = [[], []];
  for (const name of ["photon", "tau", "electrons"] as const) {
    const events = backgrounds[name][analysis];
    events.mass2.forEach((m2, i) => {
      const copies = r.poisson(luminosity * events.weight[i]);
      for (let k = 0; k < copies; k++) {
        mass2.push(m2 + reach(name, m2) * (2 * r.uniform() - 1));
        theta.push(events.theta[i]);
      }
    });
  }
  return dataOf(mass2, theta);
}

/** Data from lists. */
export function dataOf(mass2: ArrayLike<number>, theta: ArrayLike<number>): Data {
  return {
    mass2: Float64Array.from(mass2),
    theta: Float64Array.from(theta),
    weight: new Float64Array(mass2.length).fill(1),
  };
}

/** Events drawn from signal: each as often as a Poisson distribution of its weight times `expected` says. */
export function drawn(signal: Events, expected: number, seed: number): Data {
  const r = random(seed);
  const rows: number[] = [];
  signal.weight.forEach((w, i) => {
    const copies = r.poisson(expected * w);
    for (let k = 0; k < copies; k++) rows.push(i);
  });
  return dataOf(
    rows.map((i) => signal.mass2[i]),
    rows.map((i) => signal.theta[i]),
  );
}
