import type { Detector } from "./detector.js";
import type { Deviates } from "./deviates.js";
import { newHelix, type Helix } from "./helix.js";
import type { ResolutionForm } from "./resolution.js";
import type { GrowingClusters, GrowingMuons, GrowingTracks } from "./tables.js";

/** What the detector response to one particle needs at hand; one object for a whole table. */
export interface Context {
  /** The detector. */
  readonly detector: Detector;
  /** Form of the energy resolution. */
  readonly form: ResolutionForm;
  /** Random numbers of the event. */
  readonly random: Deviates;
  /** Clusters so far. */
  readonly clusters: GrowingClusters;
  /** Tracks so far. */
  readonly tracks: GrowingTracks;
  /** Muon-system tracks so far. */
  readonly muons: GrowingMuons;
  /** Scratch. */
  readonly helix: Helix;
  /** Where the tracks of the event enter the calorimeter: $x$, $y$, $z$ in turn; `NaN` for those that do not. */
  entries: Float64Array;
  /** First track row of the event. */
  firstTrack: number;
}

/** A context with empty scratch. */
export function newContext(
  parts: Pick<Context, "detector" | "form" | "random" | "clusters" | "tracks" | "muons">,
): Context {
  return { ...parts, helix: newHelix(), entries: new Float64Array(48), firstTrack: 0 };
}

/** Notes where the newest track enters the calorimeter. */
export function noteEntry(context: Context, row: number, x: number, y: number, z: number): void {
  const at = 3 * (row - context.firstTrack);
  if (at + 3 > context.entries.length) {
    const wider = new Float64Array(2 * (at + 3));
    wider.set(context.entries);
    context.entries = wider;
  }
  context.entries[at] = x;
  context.entries[at + 1] = y;
  context.entries[at + 2] = z;
}
