import { type EventTable, particle } from "@belladonna/kinematics";
import { bit, evaluate, type Detected, l1Menu } from "@belladonna/trigger";
import { fourTracks } from "../events/four-tracks.js";
import type { Seen } from "../events/sample.js";
import { selection } from "./selection.js";

/** Pairs of opposite charge in events that survive the selection. */
export interface Candidates {
  /** Reduced mass $M_R$ of each pair, GeV. */
  readonly values: Float64Array;
  /** 1 where the pair is the one the signal decayed to. */
  readonly right: Uint8Array;
  /** Number of right pairs that survive all but the trigger. */
  readonly rightBeforeTrigger: number;
  /** Number of events that survive. */
  readonly events: number;
}

const MUON = particle(13).mass;

/**
 * Selects events with four tracks of which three are muons, and computes the reduced mass
 * $$M_R = \sqrt{M^2(\mu\mu) - 4m_\mu^2}$$
 * of the four pairs of opposite charge.
 *
 * @param events - The events as generated.
 * @param seen - What the detector and the trigger saw of them.
 */
export function candidates({ particles, offsets }: EventTable, { detected, level1 }: Seen): Candidates {
  const { tracks, clusters } = detected;
  const { length, event, rows } = fourTracks(detected, selection.track);
  const fired = evaluate(l1Menu, level1);
  const values = new Float64Array(4 * length);
  const right = new Uint8Array(4 * length);
  const [low, high] = selection.fourTrackMass;
  let n = 0;
  let beforeTrigger = 0;
  // The second particle of an event is the positron: what comes from a mediator has a later mother.
  const fromMediator = (i: number, row: number): boolean => {
    const k = tracks.particle[row];
    return k >= 0 && particles.mother[offsets[i] + k] > 1;
  };
  for (let j = 0; j < length; j++) {
    const i = event[j];
    let muons = 0;
    let e = 0;
    let px = 0;
    let py = 0;
    let pz = 0;
    for (let k = 4 * j; k < 4 * j + 4; k++) {
      const row = rows[k];
      if (Math.abs(tracks.pdgId[row]) === 13) muons++;
      e += energy(tracks, row);
      px += tracks.px[row];
      py += tracks.py[row];
      pz += tracks.pz[row];
    }
    if (muons < selection.muons) continue;
    const m2 = e * e - px * px - py * py - pz * pz;
    if (!(m2 > low * low && m2 < high * high)) continue;
    let neutral = 0;
    for (let k = clusters.offsets[i]; k < clusters.offsets[i + 1]; k++) {
      if (clusters.track[k] < 0) neutral += clusters.energy[k];
    }
    if (!(neutral < selection.neutralEnergy)) continue;
    let pass = false;
    for (const line of selection.trigger) pass ||= bit(fired, line, i);
    for (let a = 4 * j; a < 4 * j + 2; a++) {
      for (let b = 4 * j + 2; b < 4 * j + 4; b++) {
        const isRight = fromMediator(i, rows[a]) && fromMediator(i, rows[b]);
        if (isRight) beforeTrigger++;
        if (!pass) continue;
        values[n] = reducedMass(tracks, rows[a], rows[b]);
        right[n] = isRight ? 1 : 0;
        n++;
      }
    }
  }
  return { values: values.slice(0, n), right: right.slice(0, n), rightBeforeTrigger: beforeTrigger, events: n / 4 };
}

type Tracks = Detected["tracks"];

const energy = ({ px, py, pz }: Tracks, k: number): number =>
  Math.sqrt(px[k] * px[k] + py[k] * py[k] + pz[k] * pz[k] + MUON * MUON);

/** $M_R^2 = 2(E_1E_2 - \vec p_1\cdot\vec p_2 - m_\mu^2)$. */
function reducedMass(tracks: Tracks, a: number, b: number): number {
  const { px, py, pz } = tracks;
  const inner = px[a] * px[b] + py[a] * py[b] + pz[a] * pz[b];
  return Math.sqrt(Math.max(0, 2 * (energy(tracks, a) * energy(tracks, b) - inner - MUON * MUON)));
}
