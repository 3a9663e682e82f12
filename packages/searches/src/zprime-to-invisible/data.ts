import { readColumns } from "../events/columns-file.js";
import { seedOf } from "../events/sample.js";
import type { SearchOptions } from "../search.js";
import type { Work } from "../work.js";
import { dataOf, drawn, type Events, joined } from "../recoil/events.js";
import { pseudoData } from "./backgrounds.js";
import type { Backgrounds } from "./events.js";
import type { Analysis } from "./selection.js";
import { simulateSignal } from "./tasks.js";

/** Signal events from which those put into pseudo-data are drawn. */
const INJECTED_FROM = 20_000;

/** What a row of the user's data holds: squared recoil mass, GeV², and polar angle of the recoil in the centre of mass, degrees. */
export const dataColumns = ["mass2", "theta"] as const;

/**
 * The user's data, or pseudo-data with the signal that is to be in them, or nothing where these would be too many.
 *
 * @returns The data, and a sentence on what they are.
 */
export async function dataFor(
  analysis: Analysis,
  backgrounds: Backgrounds,
  options: SearchOptions,
  work: Work,
): Promise<{ readonly data: Events | undefined; readonly note: string }> {
  const { data: file, luminosity, seed, inject } = options;
  if (file !== undefined) {
    const [mass2, theta] = readColumns(file, dataColumns, ["mass2"]);
    return { data: dataOf(mass2, theta), note: `observed: ${file.name}` };
  }
  const where = analysis === "template" ? "template fit" : "counting";
  const data = pseudoData(backgrounds, analysis, luminosity, seed);
  if (data === undefined) {
    return { data, note: `${where}: no pseudo-data at ${luminosity} fb^-1, too many events: expected limits only` };
  }
  const note = `${where}: observed are pseudo-data of the background, seed ${seed}`;
  if (inject === undefined) return { data, note };
  const own = seedOf(seed, "pseudoData", Math.round(1e6 * inject.mass) + (analysis === "template" ? 0 : 1));
  const point = { mass: inject.mass, events: INJECTED_FROM, seed: own };
  const [signal] = await work.each("signal to put into the pseudo-data", simulateSignal, [point]);
  if ("reason" in signal) return { data, note: `${note}; no signal put in: ${signal.reason}` };
  const added = drawn(signal.selected[analysis], inject.rate * luminosity, own);
  return { data: joined([data, added]), note: `${note}, with a signal of ${inject.rate} fb at ${inject.mass} GeV` };
}
