import { type Beams, type EventTable, particle } from "@belladonna/kinematics";
import { belle2, bit, type Detected, evaluate, l1Menu } from "@belladonna/trigger";
import { fourTracks } from "../events/four-tracks.js";
import type { Seen } from "../events/sample.js";
import { selection } from "./selection.js";

/** Pairs of muons in events that survive the selection. */
export interface Candidates {
  /** Mass of what recoils against each pair, GeV. */
  readonly values: Float64Array;
  /** Probability that the pair is called two muons: below 1 where pions stand for muons. */
  readonly weights: Float64Array;
  /** Which event of the table it is of. */
  readonly event: Int32Array;
  /** 1 where the pair are the muons that the signal was produced with. */
  readonly right: Uint8Array;
  /** Number of right pairs that survive all but the trigger. */
  readonly rightBeforeTrigger: number;
}

const [MUON, PION] = [particle(13).mass, particle(211).mass];

/**
 * Selects events with four tracks whose mass leaves room for neutrinos, and computes the mass that recoils against each
 * pair of muons of opposite charge, $M^2_\mathrm{rec} = (P - p_1 - p_2)^2$ with the sum $P$ of the nominal beam momenta.
 *
 * @param events - The events as generated.
 * @param seen - What the detector and the trigger saw of them.
 * @param beams - The beams.
 * @param misidentified - Whether pions that reach the muon system count as muons with the probability that they are
 * called so as weight, whatever was drawn for them; else muons are the tracks so called, with weight 1.
 */
export function candidates(
  { particles, offsets }: EventTable,
  { detected, level1 }: Seen,
  { total }: Beams,
  misidentified = false,
): Candidates {
  const { tracks } = detected;
  const { length, event, rows } = fourTracks(detected, selection.track);
  const fired = evaluate(l1Menu, level1);
  const reaches = reachesMuonSystem(detected);
  const values = new Float64Array(4 * length);
  const weights = new Float64Array(4 * length);
  const events = new Int32Array(4 * length);
  const right = new Uint8Array(4 * length);
  const sum = new Float64Array(4);
  let n = 0;
  let beforeTrigger = 0;

  const chance = (i: number, row: number): number => {
    const called = Math.abs(tracks.pdgId[row]) === 13;
    const k = tracks.particle[row];
    if (!misidentified || k < 0) return called ? 1 : 0;
    const isPion = Math.abs(particles.pdgId[offsets[i] + k]) === 211;
    if (!isPion) return called ? 1 : 0;
    return reaches[row] === 1 ? belle2.identification.pionAsMuon : 0;
  };
  // The second particle of an event is the positron: what comes from a mediator or a tau has a later mother.
  const isPrimary = (i: number, row: number): boolean => {
    const k = offsets[i] + tracks.particle[row];
    return Math.abs(particles.pdgId[k]) === 13 && particles.mother[k] < 2;
  };

  for (let j = 0; j < length; j++) {
    const i = event[j];
    sum.fill(0);
    for (let k = 4 * j; k < 4 * j + 4; k++) {
      add(sum, tracks, rows[k], Math.abs(tracks.pdgId[rows[k]]) === 13 ? MUON : PION);
    }
    if (!(sum[3] ** 2 - sum[0] ** 2 - sum[1] ** 2 - sum[2] ** 2 < selection.fourTrackMass ** 2)) continue;
    let pass = false;
    for (const line of selection.trigger) pass ||= bit(fired, line, i);
    for (let a = 4 * j; a < 4 * j + 2; a++) {
      const first = chance(i, rows[a]);
      if (first === 0) continue;
      for (let b = 4 * j + 2; b < 4 * j + 4; b++) {
        const weight = first * chance(i, rows[b]);
        if (weight === 0) continue;
        const isRight = isPrimary(i, rows[a]) && isPrimary(i, rows[b]);
        if (isRight) beforeTrigger++;
        if (!pass) continue;
        sum.fill(0);
        add(sum, tracks, rows[a], MUON);
        add(sum, tracks, rows[b], MUON);
        const square =
          (total.e - sum[3]) ** 2 - (total.px - sum[0]) ** 2 - (total.py - sum[1]) ** 2 - (total.pz - sum[2]) ** 2;
        values[n] = Math.sqrt(Math.max(0, square));
        weights[n] = weight;
        events[n] = i;
        right[n] = isRight ? 1 : 0;
        n++;
      }
    }
  }
  return {
    values: values.slice(0, n),
    weights: weights.slice(0, n),
    event: events.slice(0, n),
    right: right.slice(0, n),
    rightBeforeTrigger: beforeTrigger,
  };
}

/** 1 for each track that goes on in the muon system. */
function reachesMuonSystem({ tracks, muons }: Detected): Uint8Array {
  const reaches = new Uint8Array(tracks.px.length);
  for (const row of muons.track) if (row >= 0) reaches[row] = 1;
  return reaches;
}

/** Adds the momentum of a track taken as a particle of the given mass. */
function add(sum: Float64Array, { px, py, pz }: Detected["tracks"], k: number, mass: number): void {
  sum[0] += px[k];
  sum[1] += py[k];
  sum[2] += pz[k];
  sum[3] += Math.sqrt(px[k] ** 2 + py[k] ** 2 + pz[k] ** 2 + mass ** 2);
}
