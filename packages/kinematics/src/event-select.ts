import { mapColumns, particleColumns } from "./event-builder.js";
import { forEachEvent, type EventView } from "./event-loop.js";
import type { EventTable, ParticleColumns } from "./event-table.js";

/** A choice of rows: a mask with one byte a row (0 is out), or the list of chosen rows. */
export type Selection = Uint8Array | Int32Array;

/**
 * Which events pass: one byte an event.
 *
 * ```ts
 * const table = generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 });
 * eventMask(table, (event) => event.index < 2).length; // 5
 * ```
 * @param table - Events.
 * @param passes - Asked once an event, with the moving view of {@link forEachEvent}.
 */
export function eventMask(table: EventTable, passes: (event: EventView) => boolean): Uint8Array {
  const mask = new Uint8Array(table.length);
  forEachEvent(table, (event) => {
    mask[event.index] = passes(event) ? 1 : 0;
  });
  return mask;
}

/**
 * Which particles pass: one byte a particle row.
 *
 * ```ts
 * const table = generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 });
 * particleMask(table, (particles, row) => particles.pdgId[row] === 22).reduce((n, one) => n + one, 0); // 5
 * ```
 * @param table - Events.
 * @param passes - Asked once a row, with the columns and the row.
 */
export function particleMask(
  table: EventTable,
  passes: (particles: ParticleColumns, row: number) => boolean,
): Uint8Array {
  const { particles } = table;
  const mask = new Uint8Array(particles.px.length);
  const end = table.offsets[table.length];
  for (let i = table.offsets[0]; i < end; i++) mask[i] = passes(particles, i) ? 1 : 0;
  return mask;
}

/**
 * The rows a selection chooses, in its order; a list is handed back as it is.
 *
 * ```ts
 * [...selectedRows(Uint8Array.of(0, 1, 1))]; // [1, 2]
 * ```
 */
export function selectedRows(selection: Selection): Int32Array {
  if (selection instanceof Int32Array) return selection;
  let n = 0;
  for (const chosen of selection) if (chosen !== 0) n++;
  const rows = new Int32Array(n);
  n = 0;
  for (let i = 0; i < selection.length; i++) if (selection[i] !== 0) rows[n++] = i;
  return rows;
}

/**
 * Events `from` up to but not including `to`, as views on the same memory: nothing is copied. The offsets of the slice
 * start where its first event stands, not at 0.
 *
 * ```ts
 * const table = generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 });
 * sliceEvents(table, 1, 3).length; // 2
 * ```
 * @param table - Events.
 * @param from - First event.
 * @param to - One past the last; all that follow when absent.
 * @throws RangeError when the bounds are not events in order.
 */
export function sliceEvents(table: EventTable, from: number, to: number = table.length): EventTable {
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= table.length)) {
    throw new RangeError(`sliceEvents: bounds must satisfy 0 <= from <= to <= ${table.length}, got ${from}, ${to}`);
  }
  return {
    length: to - from,
    offsets: table.offsets.subarray(from, to + 1),
    particles: mapColumns(table.particles, (column) => column.subarray(0, table.offsets[to]) as typeof column),
    weights: table.weights.subarray(from, to),
  };
}

/**
 * The chosen events as a table of their own; only they are copied.
 *
 * ```ts
 * const table = generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 });
 * takeEvents(table, Uint8Array.of(1, 0, 0, 1, 0)).length; // 2
 * ```
 * @param table - Events.
 * @param selection - Mask over events, or list of events in any order, repeats allowed.
 * @throws RangeError when a mask does not fit the table or a listed event is not in it.
 */
export function takeEvents(table: EventTable, selection: Selection): EventTable {
  if (selection instanceof Uint8Array && selection.length !== table.length) {
    throw new RangeError(`takeEvents: the mask must have one entry an event, ${table.length}, got ${selection.length}`);
  }
  const rows = selectedRows(selection);
  const offsets = new Int32Array(rows.length + 1);
  const weights = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (!(row >= 0 && row < table.length)) {
      throw new RangeError(`takeEvents: events must be in 0 ... ${table.length - 1}, got ${row}`);
    }
    offsets[i + 1] = offsets[i] + table.offsets[row + 1] - table.offsets[row];
    weights[i] = table.weights[row];
  }
  const particles = particleColumns(offsets[rows.length]);
  for (const key of Object.keys(particles) as (keyof ParticleColumns)[]) {
    const from = table.particles[key];
    const to = particles[key];
    for (let i = 0; i < rows.length; i++) {
      to.set(from.subarray(table.offsets[rows[i]], table.offsets[rows[i] + 1]), offsets[i]);
    }
  }
  return { length: rows.length, offsets, particles, weights };
}

/**
 * All events with only the chosen particles; mothers are renumbered, −1 where the mother is gone.
 *
 * ```ts
 * const table = generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 });
 * takeParticles(table, particleMask(table, () => true)).length; // 5
 * ```
 * @param table - Events.
 * @param mask - One byte a particle row, as from {@link particleMask}.
 * @throws RangeError when the mask does not fit the particle columns.
 */
export function takeParticles(table: EventTable, mask: Uint8Array): EventTable {
  const { offsets: old, particles: from } = table;
  if (mask.length !== from.px.length) {
    throw new RangeError(
      `takeParticles: the mask must have one entry a particle, ${from.px.length}, got ${mask.length}`,
    );
  }
  // New index inside the event of each old row.
  const place = new Int32Array(mask.length).fill(-1);
  const offsets = new Int32Array(table.length + 1);
  for (let i = 0; i < table.length; i++) {
    let n = 0;
    for (let j = old[i]; j < old[i + 1]; j++) if (mask[j] !== 0) place[j] = n++;
    offsets[i + 1] = offsets[i] + n;
  }
  const particles = particleColumns(offsets[table.length]);
  for (const key of Object.keys(particles) as (keyof ParticleColumns)[]) {
    const source = from[key];
    const target = particles[key];
    let n = 0;
    for (let j = old[0]; j < old[table.length]; j++) if (mask[j] !== 0) target[n++] = source[j];
  }
  for (let i = 0; i < table.length; i++) {
    for (let j = offsets[i]; j < offsets[i + 1]; j++) {
      const mother = particles.mother[j];
      particles.mother[j] = mother < 0 ? -1 : place[old[i] + mother];
    }
  }
  return { length: table.length, offsets, particles, weights: table.weights.slice() };
}

/**
 * Tables end to end, copied into one.
 *
 * ```ts
 * const table = generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 });
 * concatEvents(table, table).length; // 10
 * ```
 */
export function concatEvents(...tables: readonly EventTable[]): EventTable {
  const events = tables.reduce((n, t) => n + t.length, 0);
  const rows = tables.reduce((n, t) => n + t.offsets[t.length] - t.offsets[0], 0);
  const offsets = new Int32Array(events + 1);
  const weights = new Float64Array(events);
  const particles = particleColumns(rows);
  let event = 0;
  let row = 0;
  for (const table of tables) {
    const first = table.offsets[0];
    for (let i = 0; i < table.length; i++) offsets[event + i + 1] = row + table.offsets[i + 1] - first;
    weights.set(table.weights, event);
    for (const key of Object.keys(particles) as (keyof ParticleColumns)[]) {
      particles[key].set(table.particles[key].subarray(first, table.offsets[table.length]), row);
    }
    event += table.length;
    row += table.offsets[table.length] - first;
  }
  return { length: events, offsets, particles, weights };
}
