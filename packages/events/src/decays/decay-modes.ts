import { particle } from "@belladonna/kinematics";
import { antiparticleId } from "./antiparticle.js";
import type { DecayChannel, DecayTable } from "./decay-table.js";
import { decaySpins } from "./decay-spins.js";
import type { DecaySpins } from "./decay-spins.js";
import { weightBound } from "./draw-decay.js";
import type { DrawnDecay } from "./draw-decay.js";

/** A channel of a table, ready to be drawn. */
export interface DecayMode extends DrawnDecay {
  /** PDG numbers of the products. */
  readonly products: ParticleAndAnti<readonly number[]>;
  /** Probability among the channels of its table, with what is forced below the products. */
  readonly probability: number;
  /** PDG number of the resonance. */
  readonly resonanceId: ParticleAndAnti<number> | undefined;
  /** Spins of a two-body decay that depends on them. */
  readonly spins: DecaySpins | undefined;
}

/** What differs between the decay of a particle and that of its antiparticle. */
interface ParticleAndAnti<T> {
  /** For the particle of the table. */
  readonly particle: T;
  /** For its antiparticle. */
  readonly anti: T;
}

/** The channels of a table, ready to be drawn. */
interface TableModes {
  readonly modes: readonly DecayMode[];
  /** Branching fraction of all that is forced, below the products too. */
  readonly fraction: number;
}

/** The tables of a chain of decays and their channels. */
export interface DecayModes {
  /** The table that a particle decays by; undefined when it does not. */
  tableOf(pdgId: number): DecayTable | undefined;
  /** Channels of one of the tables. */
  of(table: DecayTable): readonly DecayMode[];
  /** Branching fraction of all that is forced below a particle; 1 where nothing is. */
  fraction(pdgId: number): number;
  /** Whether the decay of a particle depends on its spin or has products whose spins matter. */
  usesSpin(pdgId: number): boolean;
}

/**
 * Prepare tables whose products may decay by one another.
 * @param tables - Decay tables.
 * @throws RangeError when the mass of a product is unknown, a table would decay into itself, or a channel is closed.
 */
export function decayModes(tables: readonly DecayTable[]): DecayModes {
  // By table and not by number: a signal decay of a particle may stand beside another table for its antiparticle.
  const ready = new Map<DecayTable, TableModes>();
  const open = new Set<DecayTable>();
  const found = new Map<number, DecayTable | undefined>();
  const tableOf = (id: number): DecayTable | undefined => {
    if (!found.has(id)) found.set(id, findTable(tables, id));
    return found.get(id);
  };
  const modesOf = (table: DecayTable): TableModes => {
    const known = ready.get(table);
    if (known !== undefined) return known;
    if (open.has(table)) throw new RangeError(`decayer: ${table.pdgId} decays into itself`);
    open.add(table);
    const { channels } = table;
    const forced = channels.map(({ products }) => products.reduce((f, id) => f * fraction(id), 1));
    const sum = channels.reduce((total, { fraction }, k) => total + fraction * forced[k], 0);
    const all = channels.reduce((total, { fraction }) => total + fraction, 0);
    const modes = channels.map((channel, k) =>
      modeOf(tables, table, channel, (channel.fraction * forced[k]) / sum, usesSpin),
    );
    const made = { modes, fraction: (table.branchingFraction * sum) / all };
    ready.set(table, made);
    open.delete(table);
    return made;
  };
  const fraction = (id: number): number => {
    const table = tableOf(id);
    return table === undefined ? 1 : modesOf(table).fraction;
  };
  const usesSpin = (id: number): boolean => {
    const table = tableOf(id);
    if (table === undefined) return false;
    return modesOf(table).modes.some(({ spins, channel }) => spins !== undefined || channel.dynamics !== undefined);
  };
  for (const table of tables) modesOf(table);
  return { tableOf, of: (table) => modesOf(table).modes, fraction, usesSpin };
}

function modeOf(
  tables: readonly DecayTable[],
  table: DecayTable,
  channel: DecayChannel,
  probability: number,
  usesSpin: (id: number) => boolean,
): DecayMode {
  const { pdgId, mass } = table;
  const { products, resonance } = channel;
  const masses = products.map((id) => massOf(tables, id));
  const total = masses.reduce((a, b) => a + b, 0);
  if (masses.length > 1 && !(total < mass)) {
    throw new RangeError(`decayer: ${pdgId} of ${mass} GeV must be above ${channel.name} of ${total} GeV`);
  }
  const both = (id: number): ParticleAndAnti<number> => ({ particle: id, anti: antiparticle(tables, id) });
  const amplitudes = masses.length === 2 ? channel.spins?.(mass, masses) : undefined;
  const spinsMatter = amplitudes !== undefined && (amplitudes.states[0] > 1 || products.some(usesSpin));
  return {
    pdgId,
    channel,
    masses,
    products: { particle: products, anti: products.map((id) => antiparticle(tables, id)) },
    probability,
    resonanceId: resonance === undefined ? undefined : both(resonance.pdgId),
    bound: weightBound(mass, masses, channel),
    spins: spinsMatter ? decaySpins(amplitudes) : undefined,
  };
}

/** PDG number of the antiparticle, by the table of the particle where it says that it has one. */
function antiparticle(tables: readonly DecayTable[], id: number): number {
  const own = tables.find(({ pdgId }) => Math.abs(pdgId) === Math.abs(id));
  return own?.selfConjugate === false ? -id : antiparticleId(id);
}

/** The table that a particle decays by. */
function findTable(tables: readonly DecayTable[], id: number): DecayTable | undefined {
  const own = tables.find((t) => t.pdgId === id);
  return own ?? tables.find((t) => t.conjugate !== false && antiparticle(tables, t.pdgId) === id);
}

function massOf(tables: readonly DecayTable[], id: number): number {
  const own = tables.find((t) => t.pdgId === id || t.pdgId === -id)?.mass;
  const given = tables.find(({ masses }) => masses?.[id] !== undefined || masses?.[-id] !== undefined)?.masses;
  return own ?? given?.[id] ?? given?.[-id] ?? particle(id).mass;
}
