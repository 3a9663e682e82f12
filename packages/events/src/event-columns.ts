import type { EventTable } from "@belladonna/kinematics";

const NAMES = ["px", "py", "pz", "e", "m", "vx", "vy", "vz", "vt"] as const;
type Name = (typeof NAMES)[number];

/** An {@link EventTable} being filled: particles are added to the open event, `close` ends it. */
export class EventColumns {
  /** Number of closed events. */
  events = 0;
  /** Number of particles. */
  particles = 0;
  #capacity: number;
  #pdgId: Int32Array;
  #status: Int8Array;
  #mother: Int32Array;
  readonly #columns: Record<Name, Float64Array>;
  #offsets: Int32Array;
  #weights: Float64Array;

  constructor(particles = 256, events = 64) {
    this.#capacity = particles;
    this.#pdgId = new Int32Array(particles);
    this.#status = new Int8Array(particles);
    this.#mother = new Int32Array(particles);
    this.#columns = Object.fromEntries(NAMES.map((name) => [name, new Float64Array(particles)])) as Record<
      Name,
      Float64Array
    >;
    this.#offsets = new Int32Array(events + 1);
    this.#weights = new Float64Array(events);
  }

  /** Add a particle; the vertex is the origin until {@link vertex} sets it. Returns its index over all events. */
  add(pdgId: number, status: number, mother: number, px: number, py: number, pz: number, e: number, m: number): number {
    const i = this.particles++;
    if (i === this.#capacity) this.#grow();
    const c = this.#columns;
    this.#pdgId[i] = pdgId;
    this.#status[i] = status;
    this.#mother[i] = mother;
    c.px[i] = px;
    c.py[i] = py;
    c.pz[i] = pz;
    c.e[i] = e;
    c.m[i] = m;
    return i;
  }

  /** Set the production vertex of particle `i`, cm and ns. */
  vertex(i: number, x: number, y: number, z: number, t: number): void {
    const c = this.#columns;
    c.vx[i] = x;
    c.vy[i] = y;
    c.vz[i] = z;
    c.vt[i] = t;
  }

  /** Index over all events of the first particle of the open event. */
  eventStart(): number {
    return this.#offsets[this.events];
  }

  /** End the open event. */
  close(weight: number): void {
    if (this.events === this.#weights.length) {
      this.#weights = grown(this.#weights, new Float64Array(2 * this.events));
      this.#offsets = grown(this.#offsets, new Int32Array(2 * this.events + 1));
    }
    this.#weights[this.events++] = weight;
    this.#offsets[this.events] = this.particles;
  }

  /** The first `events` events as a table; the columns are copied to size. */
  table(events: number = this.events): EventTable {
    const n = this.#offsets[events];
    const { px, py, pz, e, m, vx, vy, vz, vt } = this.#columns;
    const cut = (column: Float64Array): Float64Array => column.slice(0, n);
    return {
      length: events,
      offsets: this.#offsets.slice(0, events + 1),
      weights: this.#weights.slice(0, events),
      particles: {
        pdgId: this.#pdgId.slice(0, n),
        status: this.#status.slice(0, n),
        mother: this.#mother.slice(0, n),
        px: cut(px),
        py: cut(py),
        pz: cut(pz),
        e: cut(e),
        m: cut(m),
        vx: cut(vx),
        vy: cut(vy),
        vz: cut(vz),
        vt: cut(vt),
      },
    };
  }

  #grow(): void {
    const n = (this.#capacity *= 2);
    this.#pdgId = grown(this.#pdgId, new Int32Array(n));
    this.#status = grown(this.#status, new Int8Array(n));
    this.#mother = grown(this.#mother, new Int32Array(n));
    for (const name of NAMES) this.#columns[name] = grown(this.#columns[name], new Float64Array(n));
  }
}

function grown<T extends Float64Array | Int32Array | Int8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
