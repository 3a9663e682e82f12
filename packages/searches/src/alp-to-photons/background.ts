import { random } from "@belladonna/numerics";
import { chunks, see, seedOf } from "../events/sample.js";
import type { Injection, SearchOptions } from "../search.js";
import type { Work } from "../work.js";
import { applyCuts, kept } from "../selection/cut.js";
import { type CutFlow, mergeCutFlows } from "../selection/cut-flow.js";
import { photonPairs } from "./candidates.js";
import {
  type Background,
  backgroundCrossSection,
  backgrounds,
  beams,
  generateSignal,
  RECOIL_PARTICLE,
} from "./samples.js";
import type { Region } from "./regions.js";
import { cuts, simulation } from "./selection.js";
import { type SelectedBackground, simulateBackground } from "./tasks.js";

/** Background events of one task. */
const CHUNK = 50_000;

/** Most pseudo-data events that are simulated one by one; at higher luminosity there is only an expected limit. */
const MOST_PSEUDO_DATA = 1_000_000;

/** Sorted values of the observable, one list a region. */
export type Sample = ReadonlyMap<Region, Float64Array>;

/** Background of the Standard Model: events, detector, observable, and the luminosity in fb⁻¹ it stands for. */
export async function simulatedBackground(
  regions: readonly Region[],
  { events, seed, luminosity: data }: SearchOptions,
  work: Work,
): Promise<{ readonly simulated: Sample; readonly luminosity: number; readonly flows: readonly CutFlow[] }> {
  const luminosity = events / backgroundCrossSection("gamma gamma gamma");
  const counts = countsOf((crossSection) => Math.ceil(crossSection * luminosity));
  const { sample, flows } = await simulate(regions, counts, seed, "background", work);
  return { simulated: sample, luminosity, flows: flows.map((flow) => ({ ...flow, weight: data / luminosity })) };
}

/** What is observed, if anything, and a sentence about it. */
interface Observed {
  readonly data: Sample | undefined;
  readonly note: string;
}

/** The user's masses, GeV: each squared is an entry of every region's observable. */
export function userData(regions: readonly Region[], masses: Float64Array): Observed {
  const squared = masses.map((m) => m * m).sort();
  return {
    data: new Map(regions.map((region) => [region, squared])),
    note: `observed: ${masses.length} masses of the user`,
  };
}

/** Pseudo-data of the background, with a signal if one is to be injected, or nothing where they would be too many. */
export async function pseudoData(regions: readonly Region[], options: SearchOptions, work: Work): Promise<Observed> {
  const { luminosity, seed, inject } = options;
  const expected = backgrounds.reduce((sum, one) => sum + backgroundCrossSection(one) * luminosity, 0);
  if (expected > MOST_PSEUDO_DATA) {
    const many = `${expected.toExponential(1)} events`;
    return { data: undefined, note: `no pseudo-data at ${luminosity} fb^-1 (${many}): expected limits only` };
  }
  const stream = random(seedOf(seed, "pseudoData"));
  const counts = countsOf((crossSection) => stream.poisson(crossSection * luminosity));
  const { sample } = await simulate(regions, counts, seed, "pseudoData", work);
  const note = `observed: pseudo-data of the background, seed ${seed}`;
  if (inject === undefined) return { data: sample, note };
  return {
    data: new Map([...sample].map(([region, values]) => [region, joined([values, injected(inject, region, options)])])),
    note: `${note}, with a signal of ${inject.rate} fb at ${inject.mass} GeV`,
  };
}

/** The observable of injected signal, wrong pairings included. */
function injected({ mass, rate }: Injection, region: Region, { luminosity, seed }: SearchOptions): Float64Array {
  const own = seedOf(seed, "pseudoData", Math.round(1e6 * mass));
  const count = random(own).poisson(rate * luminosity);
  if (count === 0) return new Float64Array();
  const seen = see(generateSignal(mass, count, own), own, simulation.detector);
  const pairs = photonPairs(seen, beams, region.minEnergy, RECOIL_PARTICLE);
  return kept(pairs[region.observable], applyCuts(cuts, pairs));
}

async function simulate(
  regions: readonly Region[],
  counts: Counts,
  seed: number,
  purpose: "background" | "pseudoData",
  work: Work,
): Promise<{ readonly sample: Sample; readonly flows: readonly CutFlow[] }> {
  const points = backgrounds.flatMap((background, b) =>
    chunks(counts[background], CHUNK).map(({ count }, i) => {
      // No two parts share their random numbers.
      return { index: 10_000 * b + i, events: count, seed, background, purpose, regions };
    }),
  );
  const events = backgrounds.reduce((sum, one) => sum + counts[one], 0);
  const what = purpose === "background" ? "background" : "pseudo-data";
  const made = await work.each(
    `${what}: ${events} events e+e- -> ${backgrounds.join(", ")}`,
    simulateBackground,
    points,
  );
  return {
    sample: new Map(regions.map((region, r) => [region, joined(made.map(({ values }) => values[r]))])),
    flows: backgrounds.flatMap((background) => flowsOf(made.filter((_, i) => points[i].background === background))),
  };
}

/** What the cuts did to one background, once for each photon energy. */
function flowsOf(parts: readonly SelectedBackground[]): CutFlow[] {
  if (parts.length === 0) return [];
  return parts[0].flows.map((_, k) => mergeCutFlows(parts.map(({ flows }) => flows[k])));
}

/** Events of each background. */
type Counts = Readonly<Record<Background, number>>;

const countsOf = (count: (crossSection: number) => number): Counts => ({
  "gamma gamma gamma": count(backgroundCrossSection("gamma gamma gamma")),
  "e e gamma": count(backgroundCrossSection("e e gamma")),
});

/** Lists joined and sorted. */
function joined(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((n, list) => n + list.length, 0));
  let n = 0;
  for (const list of lists) {
    all.set(list, n);
    n += list.length;
  }
  return all.sort();
}
