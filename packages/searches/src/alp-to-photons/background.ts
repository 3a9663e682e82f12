import { injection, pseudoBackground } from "../bump-hunt/run-scan.js";
import type { Simulated } from "../bump-hunt/simulated.js";
import { chunks, see } from "../events/sample.js";
import { applyCuts, kept } from "../selection/cut.js";
import { type CutFlow, mergeCutFlows } from "../selection/cut-flow.js";
import type { SearchOptions } from "../search.js";
import type { Work } from "../work.js";
import { photonPairs } from "./candidates.js";
import type { Region } from "./regions.js";
import { backgrounds, beams, generateSignal, RECOIL_PARTICLE } from "./samples.js";
import { cuts, simulation } from "./selection.js";
import { type BackgroundChunk, prepareBackground, simulateBackground } from "./tasks.js";

/** Background events of one task. */
const CHUNK = 50_000;

/** Background of the Standard Model after the selection, region by region. */
export interface SimulatedBackground {
  /** The observable in each region; an event has the same number in all of them. */
  readonly regions: ReadonlyMap<Region, Simulated>;
  /** Events generated, of all processes. */
  readonly events: number;
  /** Luminosity the events stand for, fb⁻¹. */
  readonly luminosity: number;
  /** What the cuts did to each process, once for each photon energy. */
  readonly flows: readonly CutFlow[];
}

/** Simulates the background: events, detector, observable. */
export async function simulatedBackground(
  regions: readonly Region[],
  options: SearchOptions,
  work: Work,
): Promise<SimulatedBackground> {
  const ready = await work.each("background: cross sections", prepareBackground, backgrounds);
  const luminosity = options.events / ready[0].crossSection;
  // No two parts share their random numbers, whatever process they are of.
  const points = backgrounds.flatMap((background, b) => {
    const { crossSection, prepared } = ready[b];
    return chunks(Math.ceil(crossSection * luminosity), CHUNK).map(({ count }, i): BackgroundChunk => {
      return { index: 10_000 * b + i, events: count, seed: options.seed, background, regions, prepared };
    });
  });
  const events = points.reduce((sum, point) => sum + point.events, 0);
  const made = await work.each(
    `background: ${events} events e+e- -> ${backgrounds.join(", ")}`,
    simulateBackground,
    points,
  );
  const firsts = points.map((_, i) => points.slice(0, i).reduce((sum, point) => sum + point.events, 0));
  const flows = backgrounds.flatMap((background) => {
    const parts = made.filter((_, i) => points[i].background === background).map((part) => part.flows);
    return parts[0].map((_, k) => mergeCutFlows(parts.map((part) => part[k])));
  });
  return {
    regions: new Map(
      regions.map((region, r) => {
        const values = concatenated(made.map((part) => part.values[r]));
        const event = concatenated(made.map((part, i) => part.event[r].map((k) => firsts[i] + k)));
        return [region, { values, weights: new Float64Array(values.length).fill(1 / luminosity), event }];
      }),
    ),
    events,
    luminosity,
    flows: flows.map((flow) => ({ ...flow, weight: options.luminosity / luminosity })),
  };
}

/** What is observed in each region, if anything, and a sentence about it. */
interface Observed {
  /** The observable. */
  readonly data: ReadonlyMap<Region, Float64Array> | undefined;
  /** What it is, or why there is none. */
  readonly note: string;
}

/** The user's masses, GeV: each squared is an entry of every region's observable. */
export function userData(regions: readonly Region[], masses: Float64Array): Observed {
  const squared = masses.map((m) => m * m);
  return {
    data: new Map(regions.map((region) => [region, squared])),
    note: `observed: ${masses.length} masses of the user`,
  };
}

/**
 * Pseudo-data of the background, with a signal if one is to be injected, or nothing where the simulation is too small: whole
 * events, which are in all regions or in none.
 */
export function pseudoData(background: SimulatedBackground, options: SearchOptions): Observed {
  const numbers = Float64Array.from({ length: background.events }, (_, k) => k);
  const weights = new Float64Array(background.events).fill(1 / background.luminosity);
  const { data: drawn, note } = pseudoBackground({ values: numbers, weights, event: numbers }, options);
  if (drawn === undefined) return { data: undefined, note };
  const inData = new Set(drawn);
  const signal = injection(options);
  const seen =
    signal === undefined || signal.count === 0
      ? undefined
      : see(generateSignal(signal.mass, signal.count, signal.seed), signal.seed, simulation.detector);
  const data = new Map(
    [...background.regions].map(([region, { values, event }]) => {
      const chosen = values.filter((_, k) => inData.has(event[k]));
      if (seen === undefined) return [region, chosen];
      // Wrong pairings included.
      const pairs = photonPairs(seen, beams, region.minEnergy, RECOIL_PARTICLE);
      return [region, concatenated([chosen, kept(pairs[region.observable], applyCuts(cuts, pairs))])];
    }),
  );
  return { data, note: signal === undefined ? note : `${note}, ${signal.words}` };
}

/** Lists one after the other. */
function concatenated(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((n, list) => n + list.length, 0));
  let n = 0;
  for (const list of lists) {
    all.set(list, n);
    n += list.length;
  }
  return all;
}
