import { countWindows, type CountingInput } from "../recoil/count-windows.js";
import type { Events } from "../recoil/events.js";
import type { Hypothesis } from "../recoil/hypothesis.js";
import type { Rows } from "../recoil/tested-hypothesis.js";
import type { SearchOptions } from "../search.js";
import type { Work } from "../work.js";
import { partOf } from "./backgrounds.js";
import type { Backgrounds } from "./events.js";
import { COUNTING_UNCERTAINTIES } from "./inputs.js";

/** Relative uncertainty of the background in a window, but for that of the simulation. */
const UNCERTAINTY = Math.sqrt(COUNTING_UNCERTAINTIES.value.reduce((sum, u) => sum + u * u, 0));

/** Counts in a window around each hypothesis. */
export function countAnalysis(
  hypotheses: readonly Hypothesis[],
  backgrounds: Backgrounds,
  data: Events | undefined,
  options: SearchOptions,
  work: Work,
): Promise<Rows> {
  const input: CountingInput = {
    hypotheses,
    backgrounds: (["photon", "tau", "electrons"] as const).map((name) =>
      partOf(name, backgrounds[name].counting, options.luminosity),
    ),
    uncertainty: UNCERTAINTY,
    data,
  };
  return countWindows(input, options, work);
}
