import { particleColumns, type ParticleColumns } from "@belladonna/kinematics";
import type { Detector } from "./detector.js";
import type { Deviates } from "./deviates.js";
import { newHelix, type Helix } from "./helix.js";
import type { ResolutionForm } from "./resolution.js";
import type { GrowingClusters, GrowingMuons, GrowingTracks } from "./tables.js";

/** A deposit of energy in the calorimeter. */
interface Hit {
  /** $x$ of the entry point, cm. */
  x: number;
  /** $y$ of the entry point, cm. */
  y: number;
  /** $z$ of the entry point, cm. */
  z: number;
  /** Time of arrival, ns. */
  time: number;
  /** Energy, GeV. */
  energy: number;
}

/** A charged particle where it starts. */
interface Start {
  /** Momentum, GeV. */
  p: number;
  /** Transverse momentum, GeV. */
  pt: number;
  /** Polar angle, rad. */
  theta: number;
  /** Velocity. */
  beta: number;
  /** Kinetic energy, GeV. */
  kinetic: number;
  /** Transverse distance from the axis, cm. */
  rho: number;
  /** Time, ns. */
  time: number;
  /** Interaction lengths it goes before it interacts; infinite for a lepton. */
  depth: number;
}

/** What the detector response to one particle needs at hand; one object for a whole table. */
export interface Context {
  /** The detector. */
  readonly detector: Detector;
  /** Form of the energy resolution. */
  readonly form: ResolutionForm;
  /** Whether showers have a tail to low energies. */
  readonly tail: boolean;
  /** Random numbers of the event. */
  readonly random: Deviates;
  /** Clusters so far. */
  readonly clusters: GrowingClusters;
  /** Tracks so far. */
  readonly tracks: GrowingTracks;
  /** Muon-system tracks so far. */
  readonly muons: GrowingMuons;
  /** Path of the particle at hand. */
  readonly helix: Helix;
  /** The charged particle at hand. */
  readonly start: Start;
  /** Where it enters the calorimeter, and what it leaves there. */
  readonly hit: Hit;
  /** The pair a photon converts to. */
  readonly pair: ParticleColumns;
  /** Where the tracks of the event enter the calorimeter: $x$, $y$, $z$ in turn; `NaN` for those that do not. */
  entries: Float64Array;
  /** First track row of the event. */
  firstTrack: number;
}

/** A context with empty scratch. */
export function newContext(
  parts: Pick<Context, "detector" | "form" | "tail" | "random" | "clusters" | "tracks" | "muons">,
): Context {
  // Not whole from the start: engines then keep the numbers unboxed.
  const hit: Hit = { x: 0.5, y: 0.5, z: 0.5, time: 0.5, energy: 0.5 };
  const start: Start = { p: 0.5, pt: 0.5, theta: 0.5, beta: 0.5, kinetic: 0.5, rho: 0.5, time: 0.5, depth: 0.5 };
  return {
    ...parts,
    helix: newHelix(),
    start,
    hit,
    pair: particleColumns(2),
    entries: new Float64Array(48),
    firstTrack: 0,
  };
}

/** Notes where the newest track enters the calorimeter: at the hit, or nowhere. */
export function noteEntry(context: Context, row: number, enters: boolean): void {
  const at = 3 * (row - context.firstTrack);
  if (at + 3 > context.entries.length) {
    const wider = new Float64Array(2 * (at + 3));
    wider.set(context.entries);
    context.entries = wider;
  }
  const { hit, entries } = context;
  entries[at] = enters ? hit.x : Number.NaN;
  entries[at + 1] = hit.y;
  entries[at + 2] = hit.z;
}
