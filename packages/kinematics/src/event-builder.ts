import { requireLength } from "./four-vectors.js";
import type { EventTable, ParticleColumns } from "./event-table.js";
import type { FourVector } from "./four-vector.js";

/** One particle of an event as an object: a four-vector, what it is, where it comes from. */
export interface EventParticle extends FourVector {
  /** PDG Monte Carlo number. */
  readonly pdgId: number;
  /** Les Houches status: −1 incoming, 2 decayed, 1 final. */
  readonly status: number;
  /** Index, inside its event, of the particle this one came from; −1 for none. */
  readonly mother: number;
  /** Production vertex along $x$, cm. */
  readonly vx: number;
  /** Production vertex along $y$, cm. */
  readonly vy: number;
  /** Production vertex along $z$, cm. */
  readonly vz: number;
  /** Production time, ns. */
  readonly vt: number;
}

/** An {@link EventParticle} to be added: final state, no mother and at the origin where nothing is said. */
export type EventParticleInput = FourVector &
  Pick<EventParticle, "pdgId"> & { readonly [K in Exclude<keyof EventParticle, keyof FourVector>]?: EventParticle[K] };

/** Fills an {@link EventTable} event by event; its columns grow by doubling. */
export interface EventTableBuilder {
  /** Starts the next event, of weight 1 where none is given; what is added from here on belongs to it. */
  event(weight?: number): EventTableBuilder;
  /** Adds a particle to the current event. */
  particle(particle: EventParticleInput): EventTableBuilder;
  /** Adds a particle from its numbers, without an object: the way for hot loops. Units as in {@link ParticleColumns}. */
  row(
    pdgId: number,
    status: number,
    mother: number,
    px: number,
    py: number,
    pz: number,
    e: number,
    m: number,
    vx: number,
    vy: number,
    vz: number,
    vt: number,
  ): EventTableBuilder;
  /** Number of events so far. */
  readonly events: number;
  /** The table of all events so far, in columns of its own size. The builder can go on: later rows are not in it. */
  finish(): EventTable;
}

/**
 * Particle columns of `length` rows, all zero.
 *
 * ```ts
 * particleColumns(3).px.length; // 3
 * ```
 */
export function particleColumns(length: number): ParticleColumns {
  requireLength("particleColumns", length);
  return {
    px: new Float64Array(length),
    py: new Float64Array(length),
    pz: new Float64Array(length),
    e: new Float64Array(length),
    m: new Float64Array(length),
    pdgId: new Int32Array(length),
    status: new Int8Array(length),
    mother: new Int32Array(length),
    vx: new Float64Array(length),
    vy: new Float64Array(length),
    vz: new Float64Array(length),
    vt: new Float64Array(length),
  };
}

/** Applies `f` to every particle column; the result has the same shape. */
export function mapColumns(
  columns: ParticleColumns,
  f: <A extends Float64Array | Int32Array | Int8Array>(column: A) => A,
): ParticleColumns {
  return {
    px: f(columns.px),
    py: f(columns.py),
    pz: f(columns.pz),
    e: f(columns.e),
    m: f(columns.m),
    pdgId: f(columns.pdgId),
    status: f(columns.status),
    mother: f(columns.mother),
    vx: f(columns.vx),
    vy: f(columns.vy),
    vz: f(columns.vz),
    vt: f(columns.vt),
  };
}

/**
 * A builder of an {@link EventTable}.
 *
 * ```ts
 * eventTable((table) => table.event(1).particle(13, 1, 0, 0, 2, 2, 0.1)).length; // 1
 * ```
 * @param events - Number of events to make room for; the columns grow when more come.
 * @param particles - Number of particles to make room for.
 * @throws RangeError when a particle comes before the first event.
 */
export function eventTableBuilder(events = 64, particles: number = 4 * events): EventTableBuilder {
  let offsets = new Int32Array(Math.max(1, events) + 1);
  let weights = new Float64Array(Math.max(1, events));
  let columns = particleColumns(Math.max(1, particles));
  let nEvents = 0;
  let n = 0;

  function growParticles(): void {
    const wider = particleColumns(2 * columns.px.length);
    for (const key of Object.keys(columns) as (keyof ParticleColumns)[]) wider[key].set(columns[key]);
    columns = wider;
  }

  const builder: EventTableBuilder = {
    event(weight = 1) {
      if (nEvents === weights.length) {
        const wider = new Float64Array(2 * nEvents);
        wider.set(weights);
        weights = wider;
        const further = new Int32Array(2 * nEvents + 1);
        further.set(offsets);
        offsets = further;
      }
      weights[nEvents++] = weight;
      offsets[nEvents] = n;
      return builder;
    },
    particle({ pdgId, status = 1, mother = -1, px, py, pz, e, m, vx = 0, vy = 0, vz = 0, vt = 0 }) {
      return builder.row(pdgId, status, mother, px, py, pz, e, m, vx, vy, vz, vt);
    },
    row(pdgId, status, mother, px, py, pz, e, m, vx, vy, vz, vt) {
      if (nEvents === 0) throw new RangeError("eventTableBuilder: event() must come before the first particle");
      if (n === columns.px.length) growParticles();
      const c = columns;
      c.pdgId[n] = pdgId;
      c.status[n] = status;
      c.mother[n] = mother;
      c.px[n] = px;
      c.py[n] = py;
      c.pz[n] = pz;
      c.e[n] = e;
      c.m[n] = m;
      c.vx[n] = vx;
      c.vy[n] = vy;
      c.vz[n] = vz;
      c.vt[n] = vt;
      offsets[nEvents] = ++n;
      return builder;
    },
    get events() {
      return nEvents;
    },
    finish() {
      return {
        length: nEvents,
        offsets: offsets.slice(0, nEvents + 1),
        particles: mapColumns(columns, (column) => column.slice(0, n) as typeof column),
        weights: weights.slice(0, nEvents),
      };
    },
  };
  return builder;
}

/**
 * A table of events, from a builder or from a function that fills one.
 *
 * @param builder - A filled {@link EventTableBuilder}, or what to do with an empty one.
 * @example
 * ```ts
 * eventTable((b) => b.event().particle({ pdgId: 22, ...fromPThetaPhi(5, 1, 0, 0) })).particles.e[0]; // ≈ 5
 * ```
 */
export function eventTable(builder: EventTableBuilder | ((builder: EventTableBuilder) => unknown)): EventTable {
  if (typeof builder !== "function") return builder.finish();
  const fresh = eventTableBuilder();
  builder(fresh);
  return fresh.finish();
}
