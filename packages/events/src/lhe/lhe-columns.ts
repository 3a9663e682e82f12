import { C_CM_PER_NS } from "@belladonna/kinematics";
import type { EventTable } from "@belladonna/kinematics";
import type { LheEventInfo, LheParticleInfo } from "./lhe-events.js";

/** cm in a mm. */
const MM = 0.1;
/** ns a cm. */
const NS_PER_CM = 1 / C_CM_PER_NS;

/** Numbers of a particle line, in the order of the format. */
const FIELDS = 13;

/** Les Houches events being collected. */
export class LheColumns {
  /** Number of closed events. */
  events = 0;
  /** Particles the open event will have. */
  size = 0;
  /** Factor on weights. */
  unit = 1;
  // The open event, apart from the closed ones, which may be taken while it is open.
  #head: readonly number[] = [];
  #lines: number[] = [];
  #weights: [string, number][] = [];
  #heads: number[] = [];
  #particles: number[] = [];
  #named = new Map<string, number[]>();

  /** Begin an event with NUP, IDPRUP, XWGTUP, SCALUP, AQEDUP, AQCDUP. */
  open(head: readonly number[]): void {
    this.#head = head;
    this.#lines = [];
    this.#weights = [];
    this.size = head[0];
  }

  /** Add a particle line. */
  add(numbers: readonly number[]): void {
    for (let k = 0; k < FIELDS; k++) this.#lines.push(numbers[k]);
  }

  /** A named weight of the open event. */
  named(id: string, weight: number): void {
    this.#weights.push([id, weight * this.unit]);
  }

  /** End the open event. */
  close(): void {
    for (let k = 0; k < 6; k++) this.#heads.push(this.#head[k]);
    for (const number of this.#lines) this.#particles.push(number);
    for (const [id, weight] of this.#weights) {
      const list = this.#named.get(id) ?? [];
      while (list.length < this.events) list.push(Number.NaN);
      list[this.events] = weight;
      this.#named.set(id, list);
    }
    this.events++;
  }

  /** All closed events; they are dropped from here. */
  take(): EventTable & {
    info: LheEventInfo;
    particleInfo: LheParticleInfo;
    namedWeights: Readonly<Record<string, Float64Array>>;
  } {
    const heads = this.#heads;
    const all = this.#particles;
    const n = this.events;
    const offsets = new Int32Array(n + 1);
    for (let i = 0; i < n; i++) offsets[i + 1] = offsets[i] + heads[6 * i];
    const count = offsets[n];
    const reals = (field: number): Float64Array =>
      Float64Array.from({ length: count }, (_, i) => all[FIELDS * i + field]);
    const integers = (field: number): Int32Array =>
      Int32Array.from({ length: count }, (_, i) => all[FIELDS * i + field]);
    const event = (field: number): Float64Array => Float64Array.from({ length: n }, (_, i) => heads[6 * i + field]);
    const mother1 = integers(2);
    const namedWeights: Record<string, Float64Array> = {};
    for (const [id, list] of this.#named) {
      namedWeights[id] = Float64Array.from({ length: n }, (_, i) => list[i] ?? Number.NaN);
    }
    const table = {
      length: n,
      offsets,
      weights: event(2).map((w) => w * this.unit),
      particles: {
        pdgId: integers(0),
        status: Int8Array.from({ length: count }, (_, i) => all[FIELDS * i + 1]),
        mother: mother1.map((m) => m - 1),
        px: reals(6),
        py: reals(7),
        pz: reals(8),
        e: reals(9),
        m: reals(10),
        vx: new Float64Array(count),
        vy: new Float64Array(count),
        vz: new Float64Array(count),
        vt: new Float64Array(count),
      },
      info: { process: Int32Array.from(event(1)), scale: event(3), alphaQed: event(4), alphaQcd: event(5) },
      particleInfo: {
        mother1,
        mother2: integers(3),
        colour: integers(4),
        anticolour: integers(5),
        lifetime: reals(11),
        spin: reals(12),
      },
      namedWeights,
    };
    setVertices(table, table.particleInfo.lifetime);
    this.#heads = [];
    this.#particles = [];
    this.#named = new Map();
    this.events = 0;
    return table;
  }
}

/** Production vertices from the flight distances of mothers; mothers stand before their daughters. */
function setVertices({ length, offsets, particles }: EventTable, lifetime: Float64Array): void {
  const { mother, px, py, pz, e, m, vx, vy, vz, vt } = particles;
  for (let k = 0; k < length; k++) {
    for (let i = offsets[k]; i < offsets[k + 1]; i++) {
      const from = offsets[k] + mother[i];
      if (mother[i] < 0 || from >= i) continue;
      const flight = lifetime[from] > 0 && m[from] > 0 ? (lifetime[from] * MM) / m[from] : 0;
      vx[i] = vx[from] + flight * px[from];
      vy[i] = vy[from] + flight * py[from];
      vz[i] = vz[from] + flight * pz[from];
      vt[i] = vt[from] + flight * e[from] * NS_PER_CM;
    }
  }
}
