import { type Beams, type EventTable, particle } from "@belladonna/kinematics";
import { square as squareOf } from "@belladonna/numerics/elementary";
import { type Detected, evaluate, l1Menu } from "@belladonna/trigger";
import { fourTracks } from "../events/four-tracks.js";
import type { Seen } from "../events/sample.js";
import { firedAny } from "../selection/fired.js";
import type { TrackPairs } from "./columns.js";
import { pionAsMuon, trackCuts, triggerLines } from "./selection.js";

const [MUON, PION] = [particle(13).mass, particle(211).mass];

/**
 * The pairs of opposite charge in events with four tracks, as columns; the mass that recoils against a pair is
 * $M^2_\mathrm{rec} = (P - p_1 - p_2)^2$ with the sum $P$ of the nominal beam momenta.
 *
 * @param events - The events as generated.
 * @param seen - What the detector and the trigger saw of them.
 * @param beams - The beams.
 * @param misidentified - Whether pions that reach the muon system count as muons with the probability that they are
 * called so as weight, whatever was drawn for them; else muons are the tracks so called, with weight 1.
 */
export function trackPairs(
  { particles, offsets }: EventTable,
  { detected, level1 }: Seen,
  beams: Beams,
  misidentified = false,
): TrackPairs {
  const { tracks } = detected;
  const { length, event, rows } = fourTracks(detected, trackCuts.value);
  const fired = evaluate(l1Menu, level1);
  const reaches = reachesMuonSystem(detected);
  const pairs: TrackPairs = {
    event: new Int32Array(4 * length),
    right: new Uint8Array(4 * length),
    fourTrackMass: new Float64Array(4 * length),
    weight: new Float64Array(4 * length),
    trigger: new Uint8Array(4 * length),
    recoilMass: new Float64Array(4 * length),
  };

  const chance = (i: number, row: number): number => {
    const called = isMuon(tracks, row) ? 1 : 0;
    const k = tracks.particle[row];
    if (!misidentified || k < 0) return called;
    const isPion = Math.abs(particles.pdgId[offsets[i] + k]) === 211;
    if (!isPion) return called;
    return reaches[row] === 1 ? pionAsMuon.value : 0;
  };
  // The second particle of an event is the positron: what comes from a mediator or a tau has a later mother.
  const isPrimary = (i: number, row: number): boolean => {
    const k = tracks.particle[row];
    return k >= 0 && Math.abs(particles.pdgId[offsets[i] + k]) === 13 && particles.mother[offsets[i] + k] < 2;
  };

  let n = 0;
  for (let j = 0; j < length; j++) {
    const i = event[j];
    const four = rows.subarray(4 * j, 4 * j + 4);
    pairs.event.fill(i, n, n + 4);
    pairs.fourTrackMass.fill(massOf(tracks, four), n, n + 4);
    pairs.trigger.fill(firedAny(fired, triggerLines.value, i) ? 1 : 0, n, n + 4);
    for (const a of four.subarray(0, 2)) {
      for (const b of four.subarray(2, 4)) {
        pairs.right[n] = isPrimary(i, a) && isPrimary(i, b) ? 1 : 0;
        pairs.weight[n] = chance(i, a) * chance(i, b);
        pairs.recoilMass[n] = recoilMass(tracks, a, b, beams);
        n++;
      }
    }
  }
  return pairs;
}

type Tracks = Detected["tracks"];

const isMuon = ({ pdgId }: Tracks, row: number): boolean => Math.abs(pdgId[row]) === 13;

/** Mass of tracks, GeV: each as what it is called. */
function massOf(tracks: Tracks, rows: Int32Array): number {
  const sum = new Float64Array(4);
  for (const row of rows) add(sum, tracks, row, isMuon(tracks, row) ? MUON : PION);
  return Math.sqrt(squareOf(sum[3]) - squareOf(sum[0]) - squareOf(sum[1]) - squareOf(sum[2]));
}

/** Mass of what recoils against two tracks taken as muons, GeV; 0 where its square comes out negative. */
function recoilMass(tracks: Tracks, a: number, b: number, { total }: Beams): number {
  const sum = new Float64Array(4);
  add(sum, tracks, a, MUON);
  add(sum, tracks, b, MUON);
  const square =
    squareOf(total.e - sum[3]) -
    squareOf(total.px - sum[0]) -
    squareOf(total.py - sum[1]) -
    squareOf(total.pz - sum[2]);
  return Math.sqrt(Math.max(0, square));
}

/** 1 for each track that goes on in the muon system. */
function reachesMuonSystem({ tracks, muons }: Detected): Uint8Array {
  const reaches = new Uint8Array(tracks.px.length);
  for (const row of muons.track) if (row >= 0) reaches[row] = 1;
  return reaches;
}

/** Adds the momentum of a track taken as a particle of the given mass. */
function add(sum: Float64Array, { px, py, pz }: Tracks, k: number, mass: number): void {
  sum[0] += px[k];
  sum[1] += py[k];
  sum[2] += pz[k];
  sum[3] += Math.sqrt(squareOf(px[k]) + squareOf(py[k]) + squareOf(pz[k]) + squareOf(mass));
}
