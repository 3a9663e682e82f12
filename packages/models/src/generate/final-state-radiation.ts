import type { EventTable } from "@belladonna/kinematics";
import { random, type RandomStream } from "@belladonna/stats";
import { EventColumns } from "./event-columns.js";
import { drawPhotons, photonColumns } from "./lepton-photons.js";

/** What {@link finalStateRadiation} takes beside the events. */
export interface FinalStateRadiationOptions {
  /** Seed. */
  readonly seed: number;
  /** PDG numbers of the leptons that radiate, of either sign; electrons and muons when absent. */
  readonly leptons?: readonly (11 | 13)[];
  /** Energy below which photons are left out, in the rest frame of the pair or the mother, GeV; 1 MeV when absent. */
  readonly leastEnergy?: number;
}

/** How often photons of one dipole are drawn again because they take more energy than there is. */
const TRIALS = 100;

/**
 * Final-state radiation of electrons and muons: photons are added, and the leptons lose what these take.
 *
 * Two leptons of one flavour and opposite charge that come from the same mother, or from the collision, are a dipole, which
 * keeps its momentum and loses mass. A lepton without partner whose mother is charged, as in $\tau\to\mu\nu\nu$, is a dipole
 * with its mother; the recoil is taken by its sisters that do not decay. Soft photons are summed to all orders, hard ones
 * are right where they are collinear ({@link drawPhotons}); rates do not change. Interference with radiation of the
 * beams and of other dipoles is left out, and so is radiation of taus and hadrons.
 *
 * Photons stand at the end of their event, with the mother and vertex of the lepton; other rows keep their places.
 * Not to be used on processes whose matrix element already has these photons, such as $\mu\mu\gamma$.
 * @param events - Events, in any frame, after all decays.
 * @param options - Seed, who radiates, lowest energy.
 * @returns New events; event $i$ takes its random numbers from stream $i$ of the seed.
 * @throws RangeError when the lowest energy is not positive.
 * @example
 * ```ts
 * const muons = generate(treeProcess({ model: qed(), outgoing: [13, -13] }), { sqrtS: 10.58, seed: 1, events: 9 });
 * finalStateRadiation(muons, { seed: 2 }).length; // 9, some of them with photons
 * ```
 */
export function finalStateRadiation(events: EventTable, options: FinalStateRadiationOptions): EventTable {
  const { seed, leptons = [11, 13], leastEnergy = 1e-3 } = options;
  if (!(leastEnergy > 0 && leastEnergy < Infinity)) {
    throw new RangeError(`finalStateRadiation: leastEnergy must be positive and finite (GeV), got ${leastEnergy}`);
  }
  const { offsets, particles: p, weights, length } = events;
  const columns = new EventColumns(offsets[length] - offsets[0] + 2 * length + 16, length + 1);
  const root = random(seed);
  const radiator = new Radiator(leastEnergy);
  for (let i = 0; i < length; i++) {
    const start = offsets[i];
    const end = offsets[i + 1];
    const rows = radiator.take(events, start, end);
    const stream = root.stream(i);
    for (let k = start; k < end; k++) {
      const kind = Math.abs(p.pdgId[k]);
      if (p.status[k] !== 1 || (kind !== 11 && kind !== 13) || !leptons.includes(kind)) continue;
      const partner = partnerOf(events, k, start, end);
      if (partner > k) radiator.pair(k - start, partner - start, stream);
      else if (partner < 0 && isCharged(events, start, p.mother[k])) radiator.single(events, start, end, k, stream);
    }
    for (let k = start; k < end; k++) {
      const [x, y, z, e] = rows.subarray(4 * (k - start), 4 * (k - start) + 4);
      const row = columns.add(p.pdgId[k], p.status[k], p.mother[k], x, y, z, e, p.m[k]);
      columns.vertex(row, p.vx[k], p.vy[k], p.vz[k], p.vt[k]);
    }
    for (const { lepton, momentum } of radiator.photons) {
      const k = start + lepton;
      const row = columns.add(22, 1, p.mother[k], momentum[0], momentum[1], momentum[2], momentum[3], 0);
      columns.vertex(row, p.vx[k], p.vy[k], p.vz[k], p.vt[k]);
    }
    columns.close(weights[i]);
  }
  return columns.table();
}

/** Mothers below this are the beams. */
const BEAMS = 2;

/** Whether two mothers are one vertex: the beams make one together. */
const sameVertex = (a: number, b: number): boolean => a === b || (a < BEAMS && b < BEAMS);

/** The lepton that row `k` is a pair with: the $n$th of a flavour and charge with the $n$th antiparticle; −1 for none. */
function partnerOf({ particles: p }: EventTable, k: number, start: number, end: number): number {
  let before = 0;
  const like = (j: number, pdgId: number): boolean =>
    p.status[j] === 1 && p.pdgId[j] === pdgId && sameVertex(p.mother[j], p.mother[k]);
  for (let j = start; j < k; j++) if (like(j, p.pdgId[k])) before++;
  for (let j = start; j < end; j++) if (like(j, -p.pdgId[k]) && before-- === 0) return j;
  return -1;
}

/** Mothers of single leptons that are known to be charged: taus, charged pions, kaons, D and B mesons. */
const CHARGED = /* @__PURE__ */ new Set([15, 211, 321, 411, 431, 521]);

const isCharged = ({ particles: p }: EventTable, start: number, mother: number): boolean =>
  mother >= BEAMS && CHARGED.has(Math.abs(p.pdgId[start + mother]));

/** A photon and the row of the lepton it is of. */
interface Photon {
  readonly lepton: number;
  readonly momentum: Float64Array;
}

/** Radiation in one event at a time: $p_x, p_y, p_z, E$ of its rows, and the photons. */
class Radiator {
  photons: Photon[] = [];
  #rows = new Float64Array(64);
  #masses = new Float64Array(16);
  readonly #leastEnergy: number;
  readonly #drawn = photonColumns();

  constructor(leastEnergy: number) {
    this.#leastEnergy = leastEnergy;
  }

  /** Start with the rows of an event. */
  take({ particles: p }: EventTable, start: number, end: number): Float64Array {
    if (4 * (end - start) > this.#rows.length) {
      this.#rows = new Float64Array(8 * (end - start));
      this.#masses = new Float64Array(2 * (end - start));
    }
    for (let k = start; k < end; k++) {
      this.#rows.set([p.px[k], p.py[k], p.pz[k], p.e[k]], 4 * (k - start));
      this.#masses[k - start] = p.m[k];
    }
    this.photons = [];
    return this.#rows;
  }

  /** Two leptons back to back in their own frame. */
  pair(a: number, b: number, random: RandomStream): void {
    this.#radiate(a, [b], "antiparticle", random);
  }

  /** A lepton against its sisters in the frame of its mother. */
  single({ particles: p }: EventTable, start: number, end: number, k: number, random: RandomStream): void {
    const sisters: number[] = [];
    for (let j = start; j < end; j++) {
      if (j !== k && p.status[j] === 1 && p.mother[j] === p.mother[k]) sisters.push(j - start);
    }
    if (sisters.length > 0) this.#radiate(k - start, sisters, "mother", random);
  }

  /** The lepton of row `a` radiates, and the rows `others` take the recoil together, in the frame of all of them. */
  #radiate(a: number, others: readonly number[], other: "antiparticle" | "mother", random: RandomStream): void {
    const lepton = this.#at(a);
    const rest = sumOf(others.map((row) => this.#at(row)));
    const total = sumOf([lepton, rest]);
    const mass = massOf(total);
    const m = this.#masses[a];
    const recoil = other === "antiparticle" ? this.#masses[others[0]] : massOf(rest);
    const atRest = boosted(lepton, total, mass, -1);
    const axis = axesOf(atRest);
    for (let trial = 0; trial < TRIALS; trial++) {
      const n = drawPhotons({ energy: atRest[3], mass: m, other }, this.#leastEnergy, random, this.#drawn);
      if (n === 0) return;
      const photons = Array.from({ length: n }, (_, k) => turned(this.#drawn.subarray(4 * k, 4 * k + 4), axis));
      // What is left, in the frame of the dipole.
      const left = Float64Array.of(0, 0, 0, mass);
      for (const photon of photons) for (let c = 0; c < 4; c++) left[c] -= photon[c];
      const massLeft = massOf(left);
      if (!(left[3] > 0 && massLeft > m + recoil)) continue;
      const [sum, gap] = [m + recoil, m - recoil];
      const q = Math.sqrt((massLeft - sum) * (massLeft + sum) * (massLeft - gap) * (massLeft + gap)) / (2 * massLeft);
      const [, , z] = axis;
      const out = (direction: number, of: number): Float64Array => {
        const d = direction * q;
        const inLeft = Float64Array.of(d * z[0], d * z[1], d * z[2], Math.sqrt(q * q + of * of));
        return boosted(boosted(inLeft, left, massLeft, 1), total, mass, 1);
      };
      const [newLepton, newRest] = [out(1, m), out(-1, recoil)];
      this.#rows.set(onShell(newLepton, m), 4 * a);
      if (others.length === 1) this.#rows.set(onShell(newRest, this.#masses[others[0]]), 4 * others[0]);
      else {
        for (const row of others) {
          const moved = boosted(boosted(this.#at(row), rest, recoil, -1), newRest, recoil, 1);
          this.#rows.set(onShell(moved, this.#masses[row]), 4 * row);
        }
      }
      for (const photon of photons) {
        const momentum = onShell(boosted(photon, total, mass, 1), 0);
        const ahead = photon[0] * z[0] + photon[1] * z[1] + photon[2] * z[2] > 0;
        this.photons.push({ lepton: ahead || other === "mother" ? a : others[0], momentum });
      }
      return;
    }
  }

  #at(row: number): Float64Array {
    return this.#rows.slice(4 * row, 4 * row + 4);
  }
}

function sumOf(vectors: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(4);
  for (const v of vectors) for (let c = 0; c < 4; c++) sum[c] += v[c];
  return sum;
}

function massOf([x, y, z, e]: Float64Array): number {
  return Math.sqrt(Math.max(0, e * e - x * x - y * y - z * z));
}

/** The same momentum with the energy of a mass. */
function onShell([x, y, z]: Float64Array, m: number): Float64Array {
  return Float64Array.of(x, y, z, Math.sqrt(x * x + y * y + z * z + m * m));
}

/** From the rest frame of a system of momentum `frame` to the frame where it has it (sign 1), or back (−1). */
function boosted(v: Float64Array, frame: Float64Array, mass: number, sign: 1 | -1): Float64Array {
  const along = (sign * (v[0] * frame[0] + v[1] * frame[1] + v[2] * frame[2])) / mass;
  const f = sign * (along / (frame[3] + mass) + v[3] / mass);
  return Float64Array.of(
    v[0] + f * frame[0],
    v[1] + f * frame[1],
    v[2] + f * frame[2],
    (v[3] * frame[3]) / mass + along,
  );
}

type Axes = readonly [x: Float64Array, y: Float64Array, z: Float64Array];

/** Orthogonal unit vectors, the last one along a momentum. */
function axesOf([px, py, pz]: Float64Array): Axes {
  const p = Math.sqrt(px * px + py * py + pz * pz);
  const [zx, zy, zz] = p > 0 ? [px / p, py / p, pz / p] : [0, 0, 1];
  const across = Math.sqrt(zx * zx + zy * zy);
  const x = across > 1e-9 ? Float64Array.of(zy / across, -zx / across, 0) : Float64Array.of(1, 0, 0);
  const y = Float64Array.of(zy * x[2] - zz * x[1], zz * x[0] - zx * x[2], zx * x[1] - zy * x[0]);
  return [x, y, Float64Array.of(zx, zy, zz)];
}

function turned([a, b, c, e]: Float64Array, [x, y, z]: Axes): Float64Array {
  return Float64Array.of(
    a * x[0] + b * y[0] + c * z[0],
    a * x[1] + b * y[1] + c * z[1],
    a * x[2] + b * y[2] + c * z[2],
    e,
  );
}
