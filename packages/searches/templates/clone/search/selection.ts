import { type EventTable, particle } from "@belladonna/kinematics";
import { bit, type Detected, evaluate, l1Menu } from "@belladonna/trigger";
import { see } from "../events/sample.js";
import type { Fact } from "../fact.js";
import { type Candidates, type Cut, factsOf } from "../selection/cut.js";
import { factOf, type Quantity } from "../selection/quantity.js";

/** Two tracks of opposite charge, with the hardest cluster that no track made. */
export interface Pairs extends Candidates {
  /** Mass of the two tracks taken as muons, GeV. */
  readonly mass: Float64Array;
  /** Energy of the cluster, GeV. */
  readonly photon: Float64Array;
  /** 1 where a level-1 line of the search fired. */
  readonly trigger: Uint8Array;
}

/** A number that goes in; a recalled or stand-in number is never called published. */
function standIn(quantity: string, value: number, unit: string): Quantity {
  return { quantity, value, unit, standing: "stand-in", source: "choose, and say where from" };
}

const photonEnergy: Quantity = standIn("photon energy", 1.5, "GeV");

/** Half width of the window around a mass, GeV. */
export const window: Quantity = standIn("half width of the window", 0.03, "GeV");

/** Relative uncertainty of the background. */
export const uncertainty: Quantity = standIn("relative uncertainty of the background", 0.05, "1");

/** The selection, cut by cut. */
export const cuts: readonly Cut<Pairs>[] = [
  { name: "photon", numbers: [photonEnergy], keep: ({ photon }, k) => photon[k] > photonEnergy.value },
  { name: "level 1", numbers: [], keep: ({ trigger }, k) => trigger[k] === 1 },
];

/** Every number that goes in. */
export const facts: readonly Fact[] = [...factsOf(cuts), factOf(window), factOf(uncertainty)];

const LINES = ["hie", "ffo"] as const;
const MUON = particle(13).mass;

/** Pairs of tracks of events, as detector and trigger see them. */
export function pairs(events: EventTable, seed: number): Pairs {
  const { detected, level1 } = see(events, seed);
  const { tracks, clusters } = detected;
  const fired = evaluate(l1Menu, level1);
  const rows: { event: number; mass: number; photon: number; trigger: number }[] = [];
  for (let i = 0; i < detected.length; i++) {
    const a = tracks.offsets[i];
    if (tracks.offsets[i + 1] - a !== 2 || tracks.charge[a] === tracks.charge[a + 1]) continue;
    let photon = 0;
    for (let k = clusters.offsets[i]; k < clusters.offsets[i + 1]; k++) {
      if (clusters.track[k] < 0) photon = Math.max(photon, clusters.energy[k]);
    }
    const trigger = LINES.some((line) => bit(fired, line, i)) ? 1 : 0;
    rows.push({ event: i, mass: pairMass(tracks, a), photon, trigger });
  }
  return {
    event: Int32Array.from(rows, ({ event }) => event),
    mass: Float64Array.from(rows, ({ mass }) => mass),
    photon: Float64Array.from(rows, ({ photon }) => photon),
    trigger: Uint8Array.from(rows, ({ trigger }) => trigger),
  };
}

/** Mass of two neighbouring tracks, GeV. */
function pairMass({ px, py, pz }: Detected["tracks"], a: number): number {
  const energy = (k: number) => Math.sqrt(px[k] ** 2 + py[k] ** 2 + pz[k] ** 2 + MUON ** 2);
  const e = energy(a) + energy(a + 1);
  return Math.sqrt(e ** 2 - (px[a] + px[a + 1]) ** 2 - (py[a] + py[a + 1]) ** 2 - (pz[a] + pz[a + 1]) ** 2);
}
