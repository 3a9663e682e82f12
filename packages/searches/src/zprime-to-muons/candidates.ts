import { type EventTable, particle } from "@belladonna/kinematics";
import { type Detected, evaluate, l1Menu } from "@belladonna/trigger";
import { fourTracks } from "../events/four-tracks.js";
import type { Seen } from "../events/sample.js";
import { firedAny } from "../selection/fired.js";
import type { MuonPairs } from "./columns.js";
import { trackCuts, triggerLines } from "./selection.js";

const MUON = particle(13).mass;

/**
 * The pairs of opposite charge in events with four tracks, as columns.
 *
 * @param events - The events as generated.
 * @param seen - What the detector and the trigger saw of them.
 */
export function muonPairs({ particles, offsets }: EventTable, { detected, level1 }: Seen): MuonPairs {
  const { tracks } = detected;
  const { length, event, rows } = fourTracks(detected, trackCuts.value);
  const fired = evaluate(l1Menu, level1);
  const pairs: MuonPairs = {
    event: new Int32Array(4 * length),
    right: new Uint8Array(4 * length),
    muons: new Uint8Array(4 * length),
    fourTrackMass: new Float64Array(4 * length),
    neutralEnergy: new Float64Array(4 * length),
    trigger: new Uint8Array(4 * length),
    reducedMass: new Float64Array(4 * length),
  };
  // The second particle of an event is the positron: what comes from a mediator has a later mother.
  const fromMediator = (i: number, row: number): boolean => {
    const k = tracks.particle[row];
    return k >= 0 && particles.mother[offsets[i] + k] > 1;
  };
  let n = 0;
  for (let j = 0; j < length; j++) {
    const i = event[j];
    const four = rows.subarray(4 * j, 4 * j + 4);
    // What all four pairs of the event share.
    pairs.event.fill(i, n, n + 4);
    pairs.muons.fill(muonsAmong(tracks, four), n, n + 4);
    pairs.fourTrackMass.fill(massOfMuons(tracks, four), n, n + 4);
    pairs.neutralEnergy.fill(neutralEnergy(detected, i), n, n + 4);
    pairs.trigger.fill(firedAny(fired, triggerLines.value, i) ? 1 : 0, n, n + 4);
    for (const a of four.subarray(0, 2)) {
      for (const b of four.subarray(2, 4)) {
        pairs.right[n] = fromMediator(i, a) && fromMediator(i, b) ? 1 : 0;
        pairs.reducedMass[n] = reducedMass(tracks, a, b);
        n++;
      }
    }
  }
  return pairs;
}

type Tracks = Detected["tracks"];

function muonsAmong({ pdgId }: Tracks, rows: Int32Array): number {
  return rows.reduce((count, row) => count + (Math.abs(pdgId[row]) === 13 ? 1 : 0), 0);
}

/** Mass of tracks taken as muons, GeV. */
function massOfMuons(tracks: Tracks, rows: Int32Array): number {
  let [e, px, py, pz] = [0, 0, 0, 0];
  for (const row of rows) {
    e += energy(tracks, row);
    px += tracks.px[row];
    py += tracks.py[row];
    pz += tracks.pz[row];
  }
  return Math.sqrt(e * e - px * px - py * py - pz * pz);
}

/** Energy of the clusters of an event that have no track, GeV. */
function neutralEnergy({ clusters }: Detected, event: number): number {
  let sum = 0;
  for (let k = clusters.offsets[event]; k < clusters.offsets[event + 1]; k++) {
    if (clusters.track[k] < 0) sum += clusters.energy[k];
  }
  return sum;
}

const energy = ({ px, py, pz }: Tracks, k: number): number =>
  Math.sqrt(px[k] * px[k] + py[k] * py[k] + pz[k] * pz[k] + MUON * MUON);

/** $M_R^2 = 2(E_1E_2 - \vec p_1\cdot\vec p_2 - m_\mu^2)$. */
function reducedMass(tracks: Tracks, a: number, b: number): number {
  const { px, py, pz } = tracks;
  const inner = px[a] * px[b] + py[a] * py[b] + pz[a] * pz[b];
  return Math.sqrt(Math.max(0, 2 * (energy(tracks, a) * energy(tracks, b) - inner - MUON * MUON)));
}
