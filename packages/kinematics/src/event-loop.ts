import type { EventParticle } from "./event-builder.js";
import type { EventTable, ParticleColumns } from "./event-table.js";

/** The event a loop is at: where its particles stand in the columns. */
export interface EventView {
  /** Number of the event in the table. */
  readonly index: number;
  /** Weight of the event. */
  readonly weight: number;
  /** First of its rows in `particles`. */
  readonly start: number;
  /** One past the last of its rows. */
  readonly end: number;
  /** The particle columns of the whole table. */
  readonly particles: ParticleColumns;
}

/**
 * Calls `visit` for each event in turn, without making anything per event: the view handed over is the same object
 * every time, moved on.
 *
 * ```ts
 * const table = generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 });
 * let sum = 0;
 * forEachEvent(table, (event) => (sum += event.end - event.start));
 * sum; // 20
 * ```
 * @param table - Events.
 * @param visit - Called with the view; copy out of it what is to be kept.
 */
export function forEachEvent(table: EventTable, visit: (event: EventView) => void): void {
  const view = { index: 0, weight: 0, start: 0, end: 0, particles: table.particles };
  for (let i = 0; i < table.length; i++) {
    view.index = i;
    view.weight = table.weights[i];
    view.start = table.offsets[i];
    view.end = table.offsets[i + 1];
    visit(view);
  }
}

/**
 * The particles of one event as objects: for looking at, for tests and for examples; loops use {@link forEachEvent}.
 *
 * ```ts
 * const table = generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 });
 * eventParticles(table, 0).length; // 4
 * ```
 * @throws RangeError when the table has no event of this number.
 */
export function eventParticles(table: EventTable, event: number): EventParticle[] {
  if (!(Number.isInteger(event) && event >= 0 && event < table.length)) {
    throw new RangeError(`eventParticles: event must be in 0 ... ${table.length - 1}, got ${event}`);
  }
  const list: EventParticle[] = [];
  for (let i = table.offsets[event]; i < table.offsets[event + 1]; i++) list.push(particleAt(table.particles, i));
  return list;
}

/**
 * Row `i` of particle columns as an object.
 *
 * ```ts
 * const table = generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 5, seed: 1 });
 * particleAt(table.particles, 0).pdgId; // 11
 * ```
 */
export function particleAt(columns: ParticleColumns, i: number): EventParticle {
  return {
    pdgId: columns.pdgId[i],
    status: columns.status[i],
    mother: columns.mother[i],
    px: columns.px[i],
    py: columns.py[i],
    pz: columns.pz[i],
    e: columns.e[i],
    m: columns.m[i],
    vx: columns.vx[i],
    vy: columns.vy[i],
    vz: columns.vz[i],
    vt: columns.vt[i],
  };
}
