import { sameChannel } from "@belladonna/kinematics";
import { didYouMean } from "@belladonna/numerics";
import type { DecayDynamics } from "@belladonna/models";
import type { HelicityAmplitudes } from "../amplitude/helicity-amplitudes.js";
import type { Citation } from "@belladonna/sources";

/** A resonance of the first two of three products: where phase space peaks, and what events list between. */
export interface DecayResonance {
  /** PDG number it is listed under. */
  readonly pdgId: number;
  /** Mass, GeV. */
  readonly mass: number;
  /** Width, GeV, > 0. */
  readonly width: number;
}

/** One decay channel. */
export interface DecayChannel {
  /** Name, unique in the table, e.g. `"mu nu nu"`. */
  readonly name: string;
  /** PDG numbers of the products; a single one renames the parent, as $K^0\to K_S$. */
  readonly products: readonly number[];
  /** Branching fraction, > 0. */
  readonly fraction: number;
  /** Squared matrix element; flat phase space when absent. */
  readonly dynamics?: DecayDynamics;
  /** Resonance of products 0 and 1 of three. */
  readonly resonance?: DecayResonance;
  /**
   * Makes the amplitudes of a two-body decay for the spins of the particle and its products, from the masses of both,
   * GeV: they correlate the decay with how the particle was made and with the decays of the products. Without them spins
   * are averaged over.
   */
  readonly spins?: (mass: number, masses: readonly number[]) => HelicityAmplitudes | undefined;
}

/** How a particle decays in events: a plain list, to be handed to {@link generate} with others. */
export interface DecayTable {
  /** PDG number of the particle; its antiparticle decays to the charge conjugates with all momenta reversed (CP). */
  readonly pdgId: number;
  /** Mass, GeV; for particles that are not in the particle table, and for the fixed bounds of the dynamics. */
  readonly mass: number;
  /** Mean proper decay length, cm; 0 to decay where it is made. */
  readonly ctau: number;
  /** The channels to decay to; probabilities are in proportion to their fractions. */
  readonly channels: readonly DecayChannel[];
  /** Branching fraction of these channels together. */
  readonly branchingFraction: number;
  /**
   * Longitudinal polarisation of the particle, in $[-1, 1]$ (opposite for the antiparticle), in place of that of its
   * production. When 0 or absent the spin is that of production, where the process knows it.
   */
  readonly polarisation?: number;
  /** False where the antiparticle is another particle and the particle is in no table: a Dirac heavy neutral lepton. */
  readonly selfConjugate?: boolean;
  /** False where only the particle decays and not its antiparticle, as a signal $B$ beside a tag; true when absent. */
  readonly conjugate?: boolean;
  /** Masses of products that are in no particle table, by PDG number, GeV. */
  readonly masses?: Readonly<Record<number, number>>;
  /** Where the fractions are from. */
  readonly source: Citation;
}

/**
 * The wanted channels of a table.
 * @param table - Table of all channels.
 * @param wanted - Names of channels; `"all"` keeps the table as it is.
 * @throws RangeError when a name is not in the table.
 */
export function selectChannels(table: DecayTable, wanted: "all" | readonly string[]): DecayTable {
  if (wanted === "all") return table;
  const names = table.channels.map(({ name }) => name);
  const chosen = wanted.flatMap((name) => {
    const found = names.includes(name) ? [name] : names.filter((known) => sameChannel(known, name));
    if (found.length > 0) return found;
    const all = names.map((known) => `"${known}"`).join(", ");
    throw new RangeError(`selectChannels: channel must be one of ${all}, got "${name}"${didYouMean(name, names)}`);
  });
  const channels = [...new Set(chosen)].flatMap((name) => table.channels.filter((channel) => channel.name === name));
  return { ...table, channels, branchingFraction: channels.reduce((sum, { fraction }) => sum + fraction, 0) };
}
