import type { Detected } from "./detected.js";

/**
 * The chosen events of what a detector saw, as a table of their own; rows that point at tracks and clusters are
 * renumbered.
 *
 * ```ts
 * const seen = detect(generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { beams: superKekb, events: 5, seed: 1 }), belle2, random(1));
 * takeDetected(seen, [0, 2]).clusters.offsets.length; // 3
 * ```
 * @param detected - What was seen.
 * @param events - Numbers of the events, in any order.
 * @throws RangeError when one is not an event of the table.
 */
export function takeDetected(detected: Detected, events: ArrayLike<number>): Detected {
  const { length, weights, tracks, clusters, muons } = detected;
  for (let i = 0; i < events.length; i++) {
    if (!(Number.isInteger(events[i]) && events[i] >= 0 && events[i] < length)) {
      throw new RangeError(`takeDetected: events must be from 0 to ${length - 1}, got ${events[i]}`);
    }
  }
  const taken = {
    tracks: takeRows(tracks, events),
    clusters: takeRows(clusters, events),
    muons: takeRows(muons, events),
  };
  renumber(taken.tracks.cluster, taken.tracks.offsets, events, clusters.offsets, taken.clusters.offsets);
  renumber(taken.clusters.track, taken.clusters.offsets, events, tracks.offsets, taken.tracks.offsets);
  renumber(taken.muons.track, taken.muons.offsets, events, tracks.offsets, taken.tracks.offsets);
  return { length: events.length, weights: Float64Array.from(events, (event) => weights[event]), ...taken };
}

type Column = Float64Array | Int32Array | Int16Array | Int8Array | Uint8Array;

/** The rows of the chosen events of one table. */
function takeRows<T extends { readonly offsets: Int32Array }>(table: T, events: ArrayLike<number>): T {
  const offsets = new Int32Array(events.length + 1);
  for (let i = 0; i < events.length; i++) {
    offsets[i + 1] = offsets[i] + table.offsets[events[i] + 1] - table.offsets[events[i]];
  }
  const columns = Object.entries(table).map(([name, column]: [string, Column]) => {
    if (name === "offsets") return [name, offsets];
    const rows = new (column.constructor as new (length: number) => Column)(offsets[events.length]);
    for (let i = 0; i < events.length; i++) {
      rows.set(column.subarray(table.offsets[events[i]], table.offsets[events[i] + 1]), offsets[i]);
    }
    return [name, rows];
  });
  return Object.fromEntries(columns) as T;
}

/** Moves references to the rows of another table from its old to its new numbering; negative ones stay. */
function renumber(
  references: Int32Array,
  offsets: Int32Array,
  events: ArrayLike<number>,
  from: Int32Array,
  to: Int32Array,
): void {
  for (let i = 0; i < events.length; i++) {
    const shift = to[i] - from[events[i]];
    for (let k = offsets[i]; k < offsets[i + 1]; k++) if (references[k] >= 0) references[k] += shift;
  }
}
