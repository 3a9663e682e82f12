import { hypot } from "@belladonna/numerics/elementary";
import type { SearchOptions } from "../search.js";
import type { Work } from "../work.js";
import { countingWindow } from "./counting-window.js";
import type { Events } from "./events.js";
import { type Bins, fill, type Part } from "./histogram.js";
import type { Hypothesis } from "./hypothesis.js";
import { type CountPoint, testCount } from "./test-count.js";
import type { Row, Rows } from "./tested-hypothesis.js";

/** What is counted. */
export interface CountingInput {
  /** Signals, in ascending order of mass. */
  readonly hypotheses: readonly Hypothesis[];
  /** Backgrounds at the luminosity of the run. */
  readonly backgrounds: readonly Part[];
  /** Relative uncertainty of the background in a window, but for that of the simulation. */
  readonly uncertainty: number;
  /** Data, if there are any. */
  readonly data: Events | undefined;
}

/** A counting window: one bin. */
const binOf = (hypothesis: Hypothesis): Bins => ({ ...countingWindow(hypothesis), count: 1, angles: [0, 180] });

/** Counts in a window around each hypothesis. */
export async function countWindows(
  { hypotheses, backgrounds, uncertainty, data }: CountingInput,
  options: SearchOptions,
  work: Work,
): Promise<Rows> {
  const { luminosity, method, level, toys, seed } = options;
  const prepared = hypotheses.map((hypothesis) => {
    const bins = binOf(hypothesis);
    const background = fill(backgrounds, bins);
    const efficiency = fill(hypothesis.parts, bins).content[0];
    const simulation = background.content[0] > 0 ? Math.sqrt(background.variance[0]) / background.content[0] : 0;
    const observed =
      data === undefined ? undefined : fill([{ events: data, scale: 1, from: () => 0, to: () => 0 }], bins).content[0];
    return {
      background: background.content[0],
      uncertainty: hypot(uncertainty, simulation),
      efficiency,
      observed,
    };
  });
  const points = prepared.map(({ background, uncertainty: relative, observed }, i): CountPoint => ({
    window: { background, uncertainty: relative, ...(observed === undefined ? {} : { observed }) },
    method,
    level,
    toys,
    seed: seed + i,
  }));
  const results = await work.each(`${points.length} counting windows`, testCount, points);
  const rows: Row[] = [];
  const notes: string[] = [];
  results.forEach((result, i) => {
    const { background, efficiency } = prepared[i];
    const { mass } = hypotheses[i];
    if ("reason" in result) notes.push(`counting: ${mass.toFixed(2)} GeV left out: ${result.reason}`);
    else if (!(efficiency > 0)) notes.push(`counting: ${mass.toFixed(2)} GeV left out: no signal event in the window`);
    else rows.push({ hypothesis: hypotheses[i], result, unit: 1 / (efficiency * luminosity), background, efficiency });
  });
  return { rows, notes };
}
