import { readColumns } from "../events/columns-file.js";
import { seedOf } from "../events/sample.js";
import { countingWindow } from "../recoil/counting-window.js";
import { dataOf, drawn, type Events, joined, pseudoDataOf } from "../recoil/events.js";
import { smoothReach } from "../recoil/spread.js";
import type { SearchOptions } from "../search.js";
import type { Work } from "../work.js";
import { simulateSignal } from "./tasks.js";

/** Signal events from which those put into pseudo-data are drawn. */
const INJECTED_FROM = 6000;

/** What a row of the user's data holds: squared recoil mass, GeV². */
export const dataColumns = ["mass2"] as const;

/**
 * The user's data, or pseudo-data with the signal that is to be in them, or nothing where these would be too many.
 *
 * @param backgrounds - Selected events; weights are cross sections in fb.
 * @returns The data, and a sentence on what they are.
 */
export async function dataFor(
  backgrounds: Events,
  options: SearchOptions,
  work: Work,
): Promise<{ readonly data: Events | undefined; readonly note: string }> {
  const { data: file, luminosity, seed, inject } = options;
  if (file !== undefined) {
    const [mass2] = readColumns(file, dataColumns, ["mass2"]);
    // Windows hold all angles of the recoil.
    return { data: dataOf(mass2, new Float64Array(mass2.length).fill(90)), note: `observed: ${file.name}` };
  }
  const background = [{ events: backgrounds, reach: smoothReach }];
  const data = pseudoDataOf(background, luminosity, seedOf(seed, "pseudoData"));
  if (data === undefined) {
    return { data, note: `no pseudo-data at ${luminosity} fb^-1, too many events: expected limits only` };
  }
  const note = `observed: pseudo-data of the background, seed ${seed}`;
  if (inject === undefined) return { data, note };
  const own = seedOf(seed, "pseudoData", Math.round(1e6 * inject.mass));
  const point = { mass: inject.mass, events: INJECTED_FROM, seed: own };
  const [signal] = await work.each("signal to put into the pseudo-data", simulateSignal, [point]);
  if ("reason" in signal) return { data, note: `${note}; no signal put in: ${signal.reason}` };
  // The rate is that of events in the counting window.
  const { low, width } = countingWindow(signal);
  const inside = signal.events.mass2.reduce(
    (sum, m2, i) => (m2 >= low && m2 < low + width ? sum + signal.events.weight[i] : sum),
    0,
  );
  const added = drawn(signal.events, (inject.rate * luminosity) / inside, own);
  return {
    data: joined([data, added]),
    note: `${note}, with a signal of ${inject.rate} fb times efficiency at ${inject.mass} GeV`,
  };
}
