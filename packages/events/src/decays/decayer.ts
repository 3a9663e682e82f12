import type { RandomStream } from "@belladonna/numerics";
import type { EventColumns } from "../event-columns.js";
import { decayModes } from "./decay-modes.js";
import type { DecayMode } from "./decay-modes.js";
import type { DecayTable } from "./decay-table.js";
import { decayVertex } from "./decay-vertex.js";
import { drawAccepted, MOST_TRIES, nothingAccepted, polarimeter } from "./draw-decay.js";
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
  /** What was drawn so far. */
  readonly account: Readonly<DecayAccount>;
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
   * @throws RangeError when a bound is so far above the weights of a decay that nothing is accepted.
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

/** Account of decays. */
interface DecayAccount {
  /** Decays. */
  drawn: number;
  /** Those whose weight was above the bound: they are too rare. */
  overweight: number;
}

/**
 * A decayer of the particles in the tables; products that are in a table decay in turn.
 *
 * Momenta are drawn by hit or miss. Where the dynamics has no bound, the largest weight of 20 000 fixed draws times 1.2
 * is taken; an event beyond it is accepted as it is, and counted.
 * @param tables - Decay tables.
 * @throws RangeError when the mass of a product is unknown, a table would decay into itself, a channel is closed, or a
 * bound is not finite and > 0.
 */
export function decayer(tables: readonly DecayTable[]): Decayer {
  const modes = decayModes(tables);
  const account: DecayAccount = { drawn: 0, overweight: 0 };

  const decay: Decayer["decay"] = (columns, at, pdgId, momentum, made, stream, density) => {
    const table = modes.tableOf(pdgId);
    if (table === undefined) return undefined;
    const which = pdgId === table.pdgId ? "particle" : "anti";
    const mode = pickMode(modes.of(table), stream.uniform());
    const { masses, resonanceId, spins } = mode;
    const products = mode.products[which];
    const n = masses.length;
    const vertex = new Float64Array(4);
    decayVertex(momentum, made, table.ctau, stream, vertex);
    const out = new Float64Array(4 * n);
    const polarimeterMatrix = drawMomenta(mode, table, which === "anti", momentum, density, stream, account, out);

    const first = columns.particles - columns.eventStart();
    const mother = resonanceId === undefined ? at : addResonance(columns, at, resonanceId[which], out, vertex);
    const firstProduct = resonanceId === undefined ? first : first + 1;
    for (let k = 0; k < n; k++) {
      const status = modes.tableOf(products[k]) === undefined ? 1 : 2;
      const from = k < 2 ? mother : at;
      const p = 4 * k;
      const i = columns.add(products[k], status, from, out[p], out[p + 1], out[p + 2], out[p + 3], masses[k]);
      columns.vertex(i, vertex[0], vertex[1], vertex[2], vertex[3]);
    }
    for (let k = 0; k < n; k++) {
      if (modes.tableOf(products[k]) === undefined) continue;
      const p = Float64Array.of(out[4 * k], out[4 * k + 1], out[4 * k + 2], out[4 * k + 3], masses[k]);
      const theirs = spins !== undefined && modes.usesSpin(products[k]) ? spins.densityOf(k) : undefined;
      const decayed = decay(columns, firstProduct + k, products[k], p, vertex, stream, theirs);
      if (decayed !== undefined) spins?.decayed(k, decayed);
    }
    return spins !== undefined && density !== undefined ? spins.matrix() : polarimeterMatrix;
  };
  return {
    decays: (id) => modes.tableOf(id) !== undefined,
    usesSpin: (id) => modes.usesSpin(id),
    branchingFraction: (id) => modes.fraction(id),
    account,
    decay,
  };
}

/** The channel for a uniform. */
function pickMode(modes: readonly DecayMode[], u: number): DecayMode {
  let rest = u;
  let m = 0;
  while (m < modes.length - 1 && rest >= modes[m].probability) rest -= modes[m++].probability;
  return modes[m];
}

/** Length of the density matrix of spin 1/2. */
const FERMION = 8;

/**
 * Momenta of the products in the frame of the event, by the spin of the particle.
 * @returns Its decay matrix where it has spin 1/2 and the matrix element is linear in that; undefined otherwise.
 */
function drawMomenta(
  mode: DecayMode,
  table: DecayTable,
  anti: boolean,
  momentum: Float64Array,
  density: SpinMatrix | undefined,
  stream: RandomStream,
  account: DecayAccount,
  out: Float64Array,
): SpinMatrix | undefined {
  const { masses, spins } = mode;
  const { dynamics } = mode.channel;
  const forced = (table.polarisation ?? 0) !== 0;
  const fermion = dynamics !== undefined && density?.length === FERMION ? density : undefined;
  const spin = forced
    ? forcedSpin(table, momentum, anti)
    : fermion === undefined
      ? none
      : polarisationOf(fermion, anti);
  account.drawn++;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const above = drawAccepted(mode, momentum[4], spin, stream, out);
    const matrix =
      dynamics !== undefined && fermion !== undefined && !forced ? polarimeter(dynamics, out, anti) : undefined;
    boostProducts(momentum, masses, anti ? -1 : 1, out);
    if (spins !== undefined && !spins.accept(momentum, masses, out, density, stream)) continue;
    if (above) account.overweight++;
    return matrix;
  }
  throw nothingAccepted(mode, 0);
}

const none = /* @__PURE__ */ new Float64Array(3);

/** Polarisation vector in the rest frame as the table says; that of the mirrored decay for an antiparticle. */
function forcedSpin({ polarisation = 0 }: DecayTable, [px, py, pz]: Float64Array, anti: boolean): Float64Array {
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
