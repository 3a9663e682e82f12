import { hypot } from "@belladonna/numerics/elementary";
import type { SearchOptions } from "../search.js";
import type { Work } from "../work.js";
import { type Data, partOf } from "./backgrounds.js";
import type { Backgrounds } from "./events.js";
import { type Bins, fill } from "./histogram.js";
import { COUNTING_UNCERTAINTIES } from "./inputs.js";
import { countingWindow } from "./selection.js";
import type { Row, Rows } from "./tested-hypothesis.js";
import type { Hypothesis } from "./hypothesis.js";
import { type CountPoint, testCount } from "./tasks.js";

/** Relative uncertainty of the background in a window, but for that of the simulation. */
const UNCERTAINTY = Math.sqrt(COUNTING_UNCERTAINTIES.value.reduce((sum, u) => sum + u * u, 0));

/** A counting window: one bin. */
const windowOf = (hypothesis: Hypothesis): Bins => ({ ...countingWindow(hypothesis), count: 1, angles: [0, 180] });

/** Counts in a window around each hypothesis. */
export async function countWindows(
  hypotheses: readonly Hypothesis[],
  backgrounds: Backgrounds,
  data: Data | undefined,
  options: SearchOptions,
  work: Work,
): Promise<Rows> {
  const { luminosity, method, level, toys, seed } = options;
  const prepared = hypotheses.map((hypothesis) => {
    const bins = windowOf(hypothesis);
    const parts = (["photon", "tau", "electrons"] as const).map((name) =>
      partOf(name, backgrounds[name].counting, luminosity),
    );
    const background = fill(parts, bins);
    const efficiency = fill(hypothesis.parts, bins).content[0];
    const simulation = background.content[0] > 0 ? Math.sqrt(background.variance[0]) / background.content[0] : 0;
    const observed =
      data === undefined ? undefined : fill([{ events: data, scale: 1, from: () => 0, to: () => 0 }], bins).content[0];
    return {
      background: background.content[0],
      uncertainty: hypot(UNCERTAINTY, simulation),
      efficiency,
      observed,
    };
  });
  const points = prepared.map(({ background, uncertainty, observed }, i): CountPoint => ({
    window: { background, uncertainty, ...(observed === undefined ? {} : { observed }) },
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
