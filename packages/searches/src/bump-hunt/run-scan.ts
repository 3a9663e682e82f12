import { random } from "@belladonna/numerics";
import { seedOf } from "../events/sample.js";
import type { SearchOptions } from "../search.js";
import type { Tested } from "../limit/tested.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import type { SignalPeak } from "./peak.js";
import { type Hypothesis, hypotheses, type ScanRules, windowOf } from "./scan.js";
import { ascending, mostLuminosity, type Simulated, thinned } from "./simulated.js";
import { testHypotheses, type TestBatch, type TestPoint } from "./test-hypotheses.js";
import { countsIn, expectedNear } from "./window-fit.js";

/** A tested hypothesis. */
export interface ScanRow {
  /** The hypothesis. */
  readonly hypothesis: Hypothesis;
  /** Limits on the signal events in its window. */
  readonly result: Tested;
  /** Background expected within two widths of the peak, events. */
  readonly background: number;
}

/** A stretch of masses that are scanned alike. */
export interface Stretch {
  /** Masses to test. */
  readonly masses: SearchOptions["masses"];
  /** Signal at some masses, ascending. */
  readonly peaks: readonly SignalPeak[];
  /** How masses are scanned. */
  readonly rules: ScanRules;
  /** Simulated background. */
  readonly background: Simulated;
  /** The observable in the data, if there are any. */
  readonly data?: Float64Array | undefined;
}

/** Hypotheses of one task: some tenths of a second. */
const BATCH = 50;

/**
 * Tests every mass of a scan.
 *
 * @param name - What the user reads while it runs.
 * @param stretches - The masses: of one stretch, or of several where the selection or the observable changes with the mass.
 * @returns The tested masses in ascending order, and a sentence for each that could not be tested.
 */
export async function runScan(
  name: string,
  stretches: readonly Stretch[],
  options: SearchOptions,
  work: Work,
): Promise<{ readonly rows: ScanRow[]; readonly notes: string[] }> {
  const points = stretches.flatMap((stretch) => pointsOf(stretch, options.luminosity));
  const { method, level, toys, seed } = options;
  const size = toys > 0 || method === "bayesian" ? 4 : BATCH;
  const batches = Array.from({ length: Math.ceil(points.length / size) }, (_, b): TestBatch => ({
    method,
    level,
    toys,
    seed: seed + b * size,
    points: points.slice(b * size, (b + 1) * size),
  }));
  const results = (await work.each(`${name}: ${points.length} mass hypotheses`, testHypotheses, batches)).flat();
  const rows: ScanRow[] = [];
  const notes: string[] = [];
  results.forEach((result, i) => {
    const { hypothesis, background: expected } = points[i];
    if ("reason" in result) notes.push(`${name}: ${hypothesis.mass.toFixed(3)} GeV left out: ${result.reason}`);
    else rows.push({ hypothesis, result, background: expectedNear(windowOf(hypothesis), expected, 1) });
  });
  if (rows.length === 0) throw new UserError(`no hypothesis could be tested: ${notes.join("; ")}`);
  return { rows, notes };
}

/** The hypotheses of a stretch with the background and the data in their windows. */
function pointsOf({ masses, peaks, rules, background, data }: Stretch, luminosity: number): TestPoint[] {
  const simulated = ascending(background);
  const weights = simulated.weights.map((w) => w * luminosity);
  const sorted = data?.slice().sort();
  return hypotheses(masses, peaks, rules).map((hypothesis): TestPoint => {
    const window = windowOf(hypothesis);
    return {
      hypothesis,
      background: countsIn(window, simulated.values, weights),
      ...(sorted === undefined ? {} : { data: countsIn(window, sorted) }),
    };
  });
}

/**
 * Pseudo-data of the background, with injected signal if there is one.
 *
 * @param injected - The observable of so many signal events of a mass.
 * @returns The observable, or nothing where the simulation is too small for the luminosity; `note` says which.
 */
export function pseudoData(
  background: Simulated,
  options: SearchOptions,
  injected: (mass: number, events: number, seed: number) => Float64Array,
): PseudoData {
  const { data, note } = pseudoBackground(background, options);
  const signal = injection(options);
  if (data === undefined || signal === undefined) return { data, note };
  const { mass, count, seed, words } = signal;
  const values = count === 0 ? new Float64Array() : injected(mass, count, seed);
  return { data: Float64Array.from([...data, ...values]), note: `${note}, ${words}` };
}

/** Pseudo-data, or nothing, and a sentence about it. */
interface PseudoData {
  /** The observable. */
  readonly data: Float64Array | undefined;
  /** What it is, or why there is none. */
  readonly note: string;
}

/** Pseudo-data of background alone. */
export function pseudoBackground(background: Simulated, { luminosity, seed }: SearchOptions): PseudoData {
  const data = thinned(background, luminosity, random(seedOf(seed, "pseudoData")));
  if (data !== undefined)
    return { data, note: `observed: pseudo-data drawn from the simulated background, seed ${seed}` };
  const most = mostLuminosity(background).toPrecision(3);
  return {
    data,
    note: `no pseudo-data at ${luminosity} fb^-1: the simulated background is enough for ${most} fb^-1 (--events); expected limits only`,
  };
}

/** The signal that is to be put into pseudo-data: its events, drawn for the luminosity, and what a note says of it. */
export function injection({ luminosity, seed, inject }: SearchOptions):
  | {
      /** Mass, GeV. */
      readonly mass: number;
      /** Number of events. */
      readonly count: number;
      /** Seed of these events. */
      readonly seed: number;
      /** What a note says. */
      readonly words: string;
    }
  | undefined {
  if (inject === undefined) return undefined;
  const { mass, rate } = inject;
  const own = seedOf(seed, "pseudoData", Math.round(1e6 * mass));
  const count = random(own).poisson(rate * luminosity);
  return { mass, count, seed: own, words: `with a signal of ${rate} fb at ${mass} GeV` };
}
