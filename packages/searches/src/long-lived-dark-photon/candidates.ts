import type { Beams } from "@belladonna/kinematics";
import { particle } from "@belladonna/kinematics";
import { atan2, square } from "@belladonna/numerics/elementary";
import { type Detector, evaluate, highLevel, hltMenu, l1Menu, newPairVertex, pairVertex } from "@belladonna/trigger";
import { photonsOf } from "../events/photons.js";
import type { Seen } from "../events/sample.js";
import type { Candidates as Columns } from "../selection/cut.js";
import { firedAny } from "../selection/fired.js";
import type { Quantity } from "../selection/quantity.js";
import type { PairChannel } from "./channels.js";

/** Level-1 lines, any of which keeps the event. */
export const LINES: Quantity<readonly string[]> = {
  quantity: "trigger, any of the level-1 lines, and the high-level menu",
  value: ["lml1", "lml6", "lml13", "hie", "ffo", "stt"],
  unit: "1",
  standing: "read",
  source: "basf2: lines for single photons, energy, two tracks and one; which of them the paper has is not at hand",
};

/** A photon and a pair of opposite charge with the identity of the channel: columns. */
export interface Candidates extends Columns {
  /** Tracks in the event. */
  readonly tracks: Int32Array;
  /** Energy of the most energetic neutral cluster of the event in the lab, GeV; 0 where there is none. */
  readonly photonEnergy: Float64Array;
  /** Distance of the vertex from the axis, cm. */
  readonly radius: Float64Array;
  /** Its position along the beams, cm. */
  readonly along: Float64Array;
  /** Mass of the pair, GeV. */
  readonly mass: Float64Array;
  /** The same, the tracks taken as pions. */
  readonly massOfPions: Float64Array;
  /**
   * How far both tracks are from the axis, $\sqrt{(d_1/\sigma_1)^2+(d_2/\sigma_2)^2}$ with the resolutions of the
   * detector: of a prompt pair the chance to exceed $x$ is $e^{-x^2/2}$.
   */
  readonly impact: Float64Array;
  /** Angle between the tracks at the vertex, rad. */
  readonly opening: Float64Array;
  /** 1 where a line of {@link LINES} fired. */
  readonly level1: Uint8Array;
  /** Chance that the high-level menu keeps the event; 0 where no line fired. */
  readonly trigger: Float64Array;
}

const PION = particle(211).mass;

/**
 * Fits a vertex to each pair of tracks of opposite charge with the identity of the channel.
 *
 * @param seen - What the detector and the trigger saw.
 * @param channel - The pair.
 * @param detector - The detector it was seen with.
 * @param beams - The beams.
 */
export function candidates(
  { detected, level1 }: Seen,
  channel: PairChannel,
  detector: Detector,
  beams: Beams,
): Candidates {
  const lines = evaluate(l1Menu, level1);
  const { keepProbability } = highLevel(detected, hltMenu, { level1: lines, beams });
  const { offsets, pdgId, charge } = detected.tracks;
  const vertex = newPairVertex();
  const { momenta: p } = vertex;
  const rows: Row[] = [];
  for (let event = 0; event < detected.length; event++) {
    const [first, last] = [offsets[event], offsets[event + 1]];
    const fired = firedAny(lines, LINES.value, event);
    const photonEnergy = photonsOf(detected, event, 0).reduce((most, { e }) => Math.max(most, e), 0);
    for (let a = first; a < last; a++) {
      if (charge[a] < 0 || Math.abs(pdgId[a]) !== channel.pdgId) continue;
      for (let b = first; b < last; b++) {
        if (charge[b] > 0 || Math.abs(pdgId[b]) !== channel.pdgId) continue;
        pairVertex(detected.tracks, a, b, detector, vertex);
        rows.push({
          event,
          tracks: last - first,
          photonEnergy,
          radius: vertex.rho,
          along: vertex.z,
          mass: massOf(p, channel.pairMass),
          massOfPions: massOf(p, PION),
          impact: Math.sqrt(square(impactOf(a)) + square(impactOf(b))),
          opening: openingOf(p),
          level1: fired ? 1 : 0,
          trigger: fired ? keepProbability[event] : 0,
        });
      }
    }
  }
  const column = (name: keyof Row): number[] => rows.map((row) => row[name]);
  return {
    event: Int32Array.from(column("event")),
    tracks: Int32Array.from(column("tracks")),
    photonEnergy: Float64Array.from(column("photonEnergy")),
    radius: Float64Array.from(column("radius")),
    along: Float64Array.from(column("along")),
    mass: Float64Array.from(column("mass")),
    massOfPions: Float64Array.from(column("massOfPions")),
    impact: Float64Array.from(column("impact")),
    opening: Float64Array.from(column("opening")),
    level1: Uint8Array.from(column("level1")),
    trigger: Float64Array.from(column("trigger")),
  };

  /** Impact parameter of a track over its resolution. */
  function impactOf(k: number): number {
    const { px, py, pz, d0 } = detected.tracks;
    const [pt2, mass2] = [square(px[k]) + square(py[k]), square(channel.pairMass)];
    const p2 = pt2 + square(pz[k]);
    const sin = Math.sqrt(pt2 / p2);
    const [constant, scattering] = detector.tracker.impact;
    const beta = Math.sqrt(p2 / (p2 + mass2));
    return d0[k] / Math.sqrt(square(constant) + square(scattering / (Math.sqrt(p2) * beta * sin * Math.sqrt(sin))));
  }
}

/** One pair. */
type Row = Readonly<Record<keyof Candidates, number>>;

/** Mass of two particles of the same mass, GeV. */
function massOf(p: Float64Array, mass: number): number {
  const energy = (k: number): number => Math.sqrt(square(p[k]) + square(p[k + 1]) + square(p[k + 2]) + square(mass));
  const momentum2 = square(p[0] + p[3]) + square(p[1] + p[4]) + square(p[2] + p[5]);
  return Math.sqrt(Math.max(0, square(energy(0) + energy(3)) - momentum2));
}

/** Angle between two momenta, rad. */
function openingOf(p: Float64Array): number {
  const [x, y, z] = [p[1] * p[5] - p[2] * p[4], p[2] * p[3] - p[0] * p[5], p[0] * p[4] - p[1] * p[3]];
  return atan2(Math.sqrt(x * x + y * y + z * z), p[0] * p[3] + p[1] * p[4] + p[2] * p[5]);
}
