import { particle } from "@belladonna/kinematics";
import type { RandomStream } from "@belladonna/numerics";
import { decayVertex } from "./decay-vertex.js";
import type { EventColumns } from "../event-columns.js";
import type { DecayChannel, DecayTable } from "./decay-table.js";
import { decaySpins } from "./decay-spins.js";
import type { DecaySpins } from "./decay-spins.js";
import { drawAccepted, polarimeter, weightBound } from "./draw-decay.js";
import { boostProducts } from "./rest-frame.js";
import { polarisationOf } from "./spin-state.js";
import type { SpinMatrix } from "./spin-state.js";

/** Decays particles, and what comes of them, into event columns. */
export interface Decayer {
  /** Whether a particle decays here. */
  decays(pdgId: number): boolean;
  /** Whether its decay depends on its spin or has products whose spins matter. */
  usesSpin(pdgId: number): boolean;
  /** Branching fraction of all that is forced below a particle; 1 where nothing is. */
  branchingFraction(pdgId: number): number;
  /**
   * Append the products of a particle that decays, and theirs; nothing for one that does not.
   * @param columns - Receives the products.
   * @param at - Index of the particle in its event.
   * @param pdgId - Its number.
   * @param momentum - $p_x, p_y, p_z, E, m$, GeV; not kept.
   * @param made - Vertex it was made at, cm and ns; not kept.
   * @param stream - Random numbers.
   * @param density - Density matrix of its spin, of trace 1; unpolarised when absent.
   * @returns The decay matrix of its spin where a density was given and the decay depends on it.
   */
  decay(
    columns: EventColumns,
    at: number,
    pdgId: number,
    momentum: Float64Array,
    made: Float64Array,
    stream: RandomStream,
    density?: SpinMatrix,
  ): SpinMatrix | undefined;
}

interface Mode {
  readonly channel: DecayChannel;
  readonly masses: readonly number[];
  /** PDG numbers of the products of the particle and of its antiparticle. */
  readonly ids: readonly [readonly number[], readonly number[]];
  readonly probability: number;
  /** PDG numbers of the resonance of the particle and of its antiparticle. */
  readonly resonanceIds?: readonly [number, number];
  /** Largest weight. */
  readonly bound: number;
  /** Spins of a two-body decay that depends on them. */
  readonly spins?: DecaySpins;
}

interface Entry {
  readonly table: DecayTable;
  readonly modes: readonly Mode[];
  readonly factor: number;
}

const MOST_DRAWS = 1e7;
const none = /* @__PURE__ */ new Float64Array(3);

/** PDG number of the antiparticle; particles that are in no table and odd as `52` have one. */
function conjugate(tables: readonly DecayTable[], id: number): number {
  const own = tables.find(({ pdgId }) => Math.abs(pdgId) === Math.abs(id));
  if (own?.selfConjugate === false) return -id;
  try {
    return particle(-id).pdgId;
  } catch {
    return [22, 23, 25, 32, 35, 36, 111, 113, 130, 221, 223, 310, 331, 333].includes(id) || id > 4900000 ? id : -id;
  }
}

/** The table that a particle decays by. */
function find(tables: readonly DecayTable[], id: number): DecayTable | undefined {
  const own = tables.find((t) => t.pdgId === id);
  return own ?? tables.find((t) => t.conjugate !== false && conjugate(tables, t.pdgId) === id);
}

/**
 * A decayer of the particles in the tables; products that are in a table decay in turn.
 *
 * Momenta are drawn by hit or miss. Where the dynamics has no bound, the largest weight of 20 000 fixed draws times 1.2
 * is taken; an event beyond it is accepted as it is.
 * @param tables - Decay tables.
 * @throws RangeError when the mass of a product is unknown, a table would decay into itself, or a channel is closed.
 */
export function decayer(tables: readonly DecayTable[]): Decayer {
  // By table and not by number: a signal decay of a particle may stand beside another table for its antiparticle.
  const entries = new Map<DecayTable, Entry>();
  const open = new Set<DecayTable>();
  const found = new Map<number, DecayTable | undefined>();
  const tableOf = (id: number): DecayTable | undefined => {
    if (!found.has(id)) found.set(id, find(tables, id));
    return found.get(id);
  };
  const massOf = (id: number): number => {
    const own = tables.find((t) => t.pdgId === id || t.pdgId === -id)?.mass;
    const given = tables.find(({ masses }) => masses?.[id] !== undefined || masses?.[-id] !== undefined)?.masses;
    return own ?? given?.[id] ?? given?.[-id] ?? particle(id).mass;
  };

  const entryOf = (table: DecayTable): Entry => {
    const known = entries.get(table);
    if (known !== undefined) return known;
    if (open.has(table)) throw new RangeError(`decayer: ${table.pdgId} decays into itself`);
    open.add(table);
    const { mass, channels } = table;
    const factors = channels.map(({ products }) => products.reduce((f, id) => f * factorOf(id), 1));
    const sum = channels.reduce((total, { fraction }, k) => total + fraction * factors[k], 0);
    const all = channels.reduce((total, { fraction }) => total + fraction, 0);
    const modes = channels.map((channel, k): Mode => {
      const masses = channel.products.map(massOf);
      const total = masses.reduce((a, b) => a + b, 0);
      if (masses.length > 1 && !(total < mass)) {
        throw new RangeError(`decayer: ${table.pdgId} of ${mass} GeV must be above ${channel.name} of ${total} GeV`);
      }
      const ids = [channel.products, channel.products.map((id) => conjugate(tables, id))] as const;
      const own = channel.resonance?.pdgId;
      const resonanceIds = own === undefined ? {} : { resonanceIds: [own, conjugate(tables, own)] as const };
      const bound = weightBound(mass, masses, channel);
      const probability = (channel.fraction * factors[k]) / sum;
      const entry = { channel, masses, ids, probability, ...resonanceIds, bound };
      const amplitudes = masses.length === 2 ? channel.spins?.(mass, masses) : undefined;
      const matters = amplitudes !== undefined && (amplitudes.states[0] > 1 || channel.products.some(usesSpin));
      return matters ? { ...entry, spins: decaySpins(amplitudes) } : entry;
    });
    const entry = { table, modes, factor: (table.branchingFraction * sum) / all };
    entries.set(table, entry);
    open.delete(table);
    return entry;
  };
  const factorOf = (id: number): number => {
    const table = tableOf(id);
    return table === undefined ? 1 : entryOf(table).factor;
  };
  const usesSpin = (id: number): boolean => {
    const table = tableOf(id);
    return (
      table !== undefined && entryOf(table).modes.some((m) => m.spins !== undefined || m.channel.dynamics !== undefined)
    );
  };
  for (const table of tables) entryOf(table);

  const decay: Decayer["decay"] = (columns, at, pdgId, momentum, made, stream, density) => {
    const table = tableOf(pdgId);
    if (table === undefined) return undefined;
    const { modes } = entryOf(table);
    const anti = pdgId !== table.pdgId;
    let pick = stream.uniform();
    let m = 0;
    while (m < modes.length - 1 && pick >= modes[m].probability) pick -= modes[m++].probability;
    const mode = modes[m];
    const { ids, masses, resonanceIds, spins } = mode;
    const { dynamics } = mode.channel;
    const n = masses.length;
    const vertex = new Float64Array(4);
    decayVertex(momentum, made, table.ctau, stream, vertex);
    const out = new Float64Array(4 * n);
    const forced = (table.polarisation ?? 0) !== 0;
    const spin = forced
      ? spinOf(table, momentum, anti)
      : dynamics !== undefined && density?.length === FERMION
        ? polarisationOf(density, anti)
        : none;
    let own: SpinMatrix | undefined;
    for (let draws = 0; draws < MOST_DRAWS; draws++) {
      drawAccepted(mode, momentum[4], spin, stream, out);
      if (dynamics !== undefined && density?.length === FERMION && !forced) own = polarimeter(dynamics, out, anti);
      boostProducts(momentum, masses, anti ? -1 : 1, out);
      if (spins === undefined || spins.accept(momentum, masses, out, density, stream)) break;
    }
    let mother = at;
    const products = ids[anti ? 1 : 0];
    const first = columns.particles;
    if (resonanceIds !== undefined) mother = addResonance(columns, at, resonanceIds[anti ? 1 : 0], out, vertex);
    const shift = resonanceIds === undefined ? 0 : 1;
    for (let k = 0; k < n; k++) {
      const id = products[k];
      const status = tableOf(id) === undefined ? 1 : 2;
      const from = k < 2 ? mother : at;
      const i = columns.add(id, status, from, out[4 * k], out[4 * k + 1], out[4 * k + 2], out[4 * k + 3], masses[k]);
      columns.vertex(i, vertex[0], vertex[1], vertex[2], vertex[3]);
    }
    const begin = columns.eventStart();
    for (let k = 0; k < n; k++) {
      if (tableOf(products[k]) === undefined) continue;
      const p = Float64Array.of(out[4 * k], out[4 * k + 1], out[4 * k + 2], out[4 * k + 3], masses[k]);
      const theirs = spins !== undefined && usesSpin(products[k]) ? spins.densityOf(k) : undefined;
      const decayed = decay(columns, first - begin + shift + k, products[k], p, vertex, stream, theirs);
      if (decayed !== undefined) spins?.decayed(k, decayed);
    }
    return spins !== undefined && density !== undefined ? spins.matrix() : own;
  };
  return { decays: (id) => tableOf(id) !== undefined, usesSpin, branchingFraction: factorOf, decay };
}

/** Length of the density matrix of spin 1/2. */
const FERMION = 8;

/** Polarisation vector in the rest frame; that of the mirrored decay for an antiparticle. */
function spinOf({ polarisation = 0 }: DecayTable, [px, py, pz]: Float64Array, anti: boolean): Float64Array {
  const p = Math.sqrt(px * px + py * py + pz * pz);
  if (polarisation === 0 || p === 0) return none;
  const f = (anti ? -polarisation : polarisation) / p;
  return Float64Array.of(f * px, f * py, f * pz);
}

/** Append the resonance of the first two products; returns its index in the event. */
function addResonance(columns: EventColumns, at: number, pdgId: number, p: Float64Array, vertex: Float64Array): number {
  const [x, y, z, e] = [p[0] + p[4], p[1] + p[5], p[2] + p[6], p[3] + p[7]];
  const mass = Math.sqrt(e * e - x * x - y * y - z * z);
  const i = columns.add(pdgId, 2, at, x, y, z, e, mass);
  columns.vertex(i, vertex[0], vertex[1], vertex[2], vertex[3]);
  return i - columns.eventStart();
}
