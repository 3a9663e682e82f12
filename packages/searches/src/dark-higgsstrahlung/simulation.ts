import type { Preparation } from "@belladonna/events";
import { random } from "@belladonna/numerics";
import { readColumns } from "../events/columns-file.js";
import { preparedOnce } from "../events/generation.js";
import { chunks, see, seedOf } from "../events/sample.js";
import type { Injection, NamedFile, SearchOptions } from "../search.js";
import { applyCuts, kept } from "../selection/cut.js";
import { type CutFlow, mergeCutFlows } from "../selection/cut-flow.js";
import type { Work } from "../work.js";
import { joined, type Sample } from "./background.js";
import { candidates } from "./candidates.js";
import { beams, type Generated, generateSignal, generations, sources } from "./samples.js";
import { preselection, trigger } from "./selection.js";
import { prepareBackground, type SimulatedChunk, simulateBackground } from "./tasks.js";

/** Events of one task: enough for the preparation of the generator not to matter. */
const CHUNK = 150_000;

/** Most pseudo-data events that are generated one by one; at higher luminosity there is only an expected limit. */
const MOST_PSEUDO_DATA = 8_000_000;

/** Mass of the dark Higgs of an injected signal, GeV. */
const INJECTED_HIGGS = 1;

/** Preparations of the samples that have one. */
type Prepared = Readonly<Record<Generated, Preparation>>;

/** Simulated background with the cross section of each of its parts, fb. */
export interface Simulated {
  /** Events, weighted to the luminosity. */
  readonly sample: Sample;
  /** Cross sections, in the order of the backgrounds. */
  readonly crossSections: readonly number[];
  /** What generating more of them needs to know. */
  readonly prepared: Prepared;
  /** What the selection did to each. */
  readonly cutFlows: readonly CutFlow[];
}

/** Background of the Standard Model at the luminosity of the data. */
export async function simulatedBackground(options: SearchOptions, work: Work): Promise<Simulated> {
  const { events, seed, luminosity } = options;
  const counts = sources.map(({ share }) => Math.ceil(share * events));
  const prepared = await preparedOnce("background: preparation", prepareBackground, generations, work);
  const { parts, crossSections } = await simulate(counts, seed, "background", prepared, work);
  const weighted = parts.map((list, k) =>
    list.map((chunk) => sampleOf(chunk, k, (w) => (w * crossSections[k] * luminosity) / counts[k])),
  );
  const cutFlows = parts.map((list, k) => {
    const flow = {
      ...mergeCutFlows(list.map((chunk) => chunk.cutFlow)),
      weight: (crossSections[k] * luminosity) / counts[k],
    };
    return sources[k].weighted === true ? inEvents(flow, list) : flow;
  });
  return { sample: joined(weighted.flat()), crossSections, prepared, cutFlows };
}

/** A cut flow of weights in place of events, with the mean weight as the unit. */
function inEvents(flow: CutFlow & { readonly weight: number }, parts: readonly SimulatedChunk[]): CutFlow {
  const simulated = parts.reduce((sum, part) => sum + part.simulated, 0);
  const mean = flow.generated / simulated;
  return {
    ...flow,
    generated: simulated,
    weight: flow.weight * mean,
    steps: flow.steps.map((step) => ({ ...step, events: step.events / mean })),
  };
}

/** Data to be tested, or nothing where pseudo-data would be too many; `note` says which. */
export interface Observation {
  /** The events. */
  readonly data: Sample | undefined;
  /** What they are. */
  readonly note: string;
}

/** The user's data. */
export function fileData(file: NamedFile): Observation {
  const [mass, recoil, helicity] = readColumns(file, ["mass", "recoil", "helicity"], ["recoil"]);
  const recoilSquared = recoil.map((m) => m * Math.abs(m));
  return { data: observed(mass, recoilSquared, helicity), note: `observed: ${file.name}` };
}

/** Pseudo-data of background alone, with an injected signal if one is wanted. */
export async function pseudoData(
  options: SearchOptions,
  { crossSections, prepared }: Pick<Simulated, "crossSections" | "prepared">,
  work: Work,
): Promise<Observation> {
  const { luminosity, seed, inject } = options;
  const expected = crossSections.map((sigma, k) => (sources[k].weighted === true ? 0 : sigma * luminosity));
  const total = expected.reduce((sum, n) => sum + n, 0);
  if (total > MOST_PSEUDO_DATA) {
    const many = `${total.toExponential(1)} events`;
    return { data: undefined, note: `no pseudo-data at ${luminosity} fb^-1 (${many}): expected limits only` };
  }
  const r = random(seedOf(seed, "pseudoData"));
  const trials = sources.map(({ share, weighted }) => (weighted === true ? Math.ceil(share * options.events) : 0));
  const { parts } = await simulate(
    expected.map((n, k) => (trials[k] > 0 ? trials[k] : r.poisson(n))),
    seed,
    "pseudoData",
    prepared,
    work,
  );
  // Once at most: copies of one event would be an excess of their own. What weights above 1 lose is stated in the facts.
  const once = (w: number): number => (r.uniform() < w ? 1 : 0);
  const lists = parts.flatMap((list, k) => {
    const scale = trials[k] > 0 ? (luminosity * crossSections[k]) / trials[k] : 1;
    return list.map((chunk) => sampleOf(chunk, 0, (w) => once(w * scale)));
  });
  const note = `observed: pseudo-data of the background, seed ${seed}`;
  if (inject === undefined) return { data: joined(lists), note };
  return {
    data: joined([...lists, injected(inject, options)]),
    note: `${note}, with a signal of ${inject.rate} fb at ${inject.mass} GeV and a dark Higgs of ${INJECTED_HIGGS} GeV`,
  };
}

/** Events of given numbers for each background, and their cross sections. */
async function simulate(
  counts: readonly number[],
  seed: number,
  purpose: "background" | "pseudoData",
  prepared: Readonly<Record<string, Preparation>>,
  work: Work,
) {
  const points = counts.flatMap((n, source) =>
    chunks(n, CHUNK).map(({ count }, index) => {
      return { source, index, events: count, seed, purpose, prepared: prepared[sources[source].name] };
    }),
  );
  const total = counts.reduce((sum, n) => sum + n, 0);
  const what = purpose === "background" ? "background" : "pseudo-data";
  const made = await work.each(`${what}: ${total} events`, simulateBackground, points);
  const parts = counts.map((_, source) => made.filter((_chunk, k) => points[k].source === source));
  const crossSections = parts.map(
    (list) => list.reduce((sum, { crossSection }) => sum + crossSection, 0) / Math.max(1, list.length),
  );
  return { parts, crossSections };
}

function sampleOf(chunk: SimulatedChunk, source: number, weight: (w: number) => number): Sample {
  const { mass, recoilSquared, helicity } = chunk;
  const list = chunk.weight.map(weight);
  return { mass, recoilSquared, helicity, weight: list, source: new Uint8Array(mass.length).fill(source) };
}

const observed = (mass: Float64Array, recoilSquared: Float64Array, helicity: Float64Array): Sample =>
  joined([
    {
      mass,
      recoilSquared,
      helicity,
      weight: new Float64Array(mass.length).fill(1),
      source: new Uint8Array(mass.length),
    },
  ]);

/** What is selected of an injected signal. */
function injected({ mass, rate }: Injection, { luminosity, seed }: SearchOptions): Sample {
  const own = seedOf(seed, "pseudoData", Math.round(1e6 * mass) + 1);
  const count = random(own).poisson(rate * luminosity);
  const events = generateSignal(mass, INJECTED_HIGGS, count, own);
  const columns = candidates(see(events, own), beams);
  const selected = applyCuts([...preselection, trigger], columns);
  return observed(
    kept(columns.mass, selected),
    kept(columns.recoilSquared, selected),
    kept(columns.helicity, selected),
  );
}
