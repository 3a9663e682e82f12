import type { EventTable } from "@belladonna/kinematics";
import { random, requireOptions } from "@belladonna/numerics";
import { decayer } from "../decays/decayer.js";
import type { DecayTable } from "../decays/decay-table.js";
import { EventColumns } from "../event-columns.js";

/** What {@link decayEvents} takes beside the events. */
export interface DecayEventsOptions {
  /** Decay tables of what decays, and of what comes out; particles without a table do not decay. */
  readonly decays: readonly DecayTable[];
  /** Seed of the decays. */
  readonly seed: number;
  /** How often each event is taken, each time with decays of its own; 1 when absent. */
  readonly copies?: number;
}

/** Events with the account of their decays. */
export interface DecayedEvents extends EventTable {
  /**
   * Share of decays whose weight was above the bound of their dynamics
   * (`DecayDynamics.bound`): well below $10^{-3}$, or the bound is too low and the spectra are wrong.
   */
  readonly overweightDecays: number;
}

/**
 * Events in which final particles have decayed: those of status 1 that a table is for get status 2, and their products
 * are added.
 *
 * Particles decay unpolarised: the spins of production, and what earlier decays left of them, are not in the events. Decays
 * by `generate` have them.
 *
 * With copies, copy $c$ of event $i$ is event $ic_{\max} + c$. Copies share what had been there before, so they count as
 * independent only in what the new decays determine.
 * @param events - Events, in any frame.
 * @param options - Tables, seed, copies.
 * @returns New events; event $i$ takes its random numbers from stream $i$ of the seed.
 * @throws RangeError when copies is not an integer >= 1, or a table cannot be used.
 * @example
 * ```ts
 * const taus = generate(treeProcess({ model: qed(), outgoing: [15, -15] }), { sqrtS: 10.58, seed: 1, events: 2 });
 * decayEvents(taus, { decays: [tauDecays({ channels: ["mu nu nu"] })], seed: 2, copies: 3 }).length; // 6
 * ```
 */
export function decayEvents(events: EventTable, options: DecayEventsOptions): DecayedEvents {
  requireOptions("decayEvents", options, ["decays", "seed", "copies"]);
  const { decays, seed, copies = 1 } = options;
  if (!(Number.isSafeInteger(copies) && copies >= 1)) {
    throw new RangeError(`decayEvents: copies must be an integer >= 1, got ${copies}`);
  }
  const chain = decayer(decays);
  const { offsets, particles: p, weights, length } = events;
  const rows = offsets[length] - offsets[0];
  const columns = new EventColumns(copies * (2 * rows + 16), copies * length + 1);
  const root = random(seed);
  const momentum = new Float64Array(5);
  const made = new Float64Array(4);
  for (let i = 0; i < length; i++) {
    const stream = root.stream(i);
    for (let c = 0; c < copies; c++) {
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        const status = p.status[k] === 1 && chain.decays(p.pdgId[k]) ? 2 : p.status[k];
        const row = columns.add(p.pdgId[k], status, p.mother[k], p.px[k], p.py[k], p.pz[k], p.e[k], p.m[k]);
        columns.vertex(row, p.vx[k], p.vy[k], p.vz[k], p.vt[k]);
      }
      for (let k = offsets[i]; k < offsets[i + 1]; k++) {
        if (p.status[k] !== 1 || !chain.decays(p.pdgId[k])) continue;
        momentum[0] = p.px[k];
        momentum[1] = p.py[k];
        momentum[2] = p.pz[k];
        momentum[3] = p.e[k];
        momentum[4] = p.m[k];
        made[0] = p.vx[k];
        made[1] = p.vy[k];
        made[2] = p.vz[k];
        made[3] = p.vt[k];
        chain.decay(columns, k - offsets[i], p.pdgId[k], momentum, made, stream);
      }
      columns.close(weights[i]);
    }
  }
  const { drawn, overweight } = chain.account;
  return { ...columns.table(), overweightDecays: drawn > 0 ? overweight / drawn : 0 };
}
