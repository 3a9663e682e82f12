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

/** What a scan is made of. */
export interface ScanInput {
  /** What the user reads while it runs. */
  readonly name: string;
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
 * @returns The tested masses in ascending order, and a sentence for each that could not be tested.
 */
export async function runScan(
  { name, masses, peaks, rules, background, data }: ScanInput,
  options: SearchOptions,
  work: Work,
): Promise<{ readonly rows: ScanRow[]; readonly notes: string[] }> {
  const simulated = ascending(background);
  const weights = simulated.weights.map((w) => w * options.luminosity);
  const sorted = data?.slice().sort();
  const points = hypotheses(masses, peaks, rules).map((hypothesis): TestPoint => {
    const window = windowOf(hypothesis);
    return {
      hypothesis,
      background: countsIn(window, simulated.values, weights),
      ...(sorted === undefined ? {} : { data: countsIn(window, sorted) }),
    };
  });
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

/**
 * Pseudo-data of the background, with injected signal if there is one.
 *
 * @param injected - The observable of so many signal events of a mass.
 * @returns The observable, or nothing where the simulation is too small for the luminosity; `note` says which.
 */
export function pseudoData(
  background: Simulated,
  { luminosity, seed, inject }: SearchOptions,
  injected: (mass: number, events: number, seed: number) => Float64Array,
): { readonly data: Float64Array | undefined; readonly note: string } {
  const data = thinned(background, luminosity, random(seedOf(seed, "pseudoData")));
  if (data === undefined) {
    const most = mostLuminosity(background).toPrecision(3);
    return {
      data,
      note: `no pseudo-data at ${luminosity} fb^-1: the simulated background is enough for ${most} fb^-1 (--events); expected limits only`,
    };
  }
  const note = `observed: pseudo-data drawn from the simulated background, seed ${seed}`;
  if (inject === undefined) return { data, note };
  const own = seedOf(seed, "pseudoData", Math.round(1e6 * inject.mass));
  const count = random(own).poisson(inject.rate * luminosity);
  const signal = count === 0 ? new Float64Array() : injected(inject.mass, count, own);
  return {
    data: Float64Array.from([...data, ...signal]),
    note: `${note}, with a signal of ${inject.rate} fb at ${inject.mass} GeV`,
  };
}
