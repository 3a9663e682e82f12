import type { FourVectors } from "./four-vectors.js";

/**
 * Particles of all events, end to end: the child columns of an Arrow list. All columns have the same length.
 */
export interface ParticleColumns extends FourVectors {
  /** PDG Monte Carlo number. */
  readonly pdgId: Int32Array;
  /** Les Houches status: −1 incoming, 2 decayed, 1 final. */
  readonly status: Int8Array;
  /** Index, inside its event, of the particle this one came from; −1 for none. */
  readonly mother: Int32Array;
  /** Production vertex along $x$, cm. */
  readonly vx: Float64Array;
  /** Production vertex along $y$, cm. */
  readonly vy: Float64Array;
  /** Production vertex along $z$, cm. */
  readonly vz: Float64Array;
  /** Production time, ns. */
  readonly vt: Float64Array;
}

/**
 * Events of any multiplicity as ragged columns: event $i$ owns particles `offsets[i]` to `offsets[i + 1] - 1`.
 */
export interface EventTable {
  /** Number of events. */
  readonly length: number;
  /** Start of each event in the particle columns; `length + 1` entries, the last is the number of particles. */
  readonly offsets: Int32Array;
  /** Particle columns. */
  readonly particles: ParticleColumns;
  /** Weight of each event: sum over events is the cross section in fb where the table says so, else 1 each. */
  readonly weights: Float64Array;
}
