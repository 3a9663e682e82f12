import { add, DEGREE, type FourVector, fourVector, parity, particle, theta } from "@belladonna/kinematics";
import { square } from "@belladonna/numerics/elementary";
import { type Detected, evaluate, l1Menu, level1Inputs } from "@belladonna/trigger";
import { beams } from "../events/b-pairs.js";
import { photonsOf } from "../events/photons.js";
import { firedAny } from "../selection/fired.js";
import type { Kaon } from "./channels.js";
import type { Columns } from "./columns.js";
import { level1Lines, photonEnergy } from "./selection.js";

const [KAON, PION] = [particle(321).mass, particle(211).mass];

/** Masses squared of the kaon that $q^2$ is made with, GeV². */
const MASS2: Readonly<Record<Kaon, number>> = { K: square(KAON), "K*": square(particle(313).mass) };

/** Whether a particle of an event, by their numbers, is of the decay that is searched. */
export type OfDecay = (event: number, particle: number) => boolean;

/** One candidate as it is found. */
type Row = Readonly<Record<Exclude<keyof Columns, "event">, number>> & { readonly event: number };

/**
 * Candidates of events: identified kaons, or such with a pion of the other charge, with the mass squared of what is missing to
 * a $B$ at rest in the centre-of-mass frame, $q^2_\mathrm{rec}=s/4+m_{K^{(*)}}^2-\sqrt s\,E^*$.
 *
 * @param detected - What the detector saw.
 * @param kaon - Which of the two.
 * @param isRight - Whether a particle, by its number in its event, is of the decay that was generated; any when absent.
 */
export function candidates(detected: Detected, kaon: Kaon, isRight?: OfDecay): Columns {
  const { tracks, length } = detected;
  const lines = evaluate(l1Menu, level1Inputs(detected));
  const rows: Row[] = [];
  for (let i = 0; i < length; i++) {
    const all = Array.from({ length: tracks.offsets[i + 1] - tracks.offsets[i] }, (_, j) => tracks.offsets[i] + j);
    const pairs = all
      .filter((k) => Math.abs(tracks.pdgId[k]) === 321)
      .flatMap((k) => (kaon === "K" ? [[k]] : all.filter((j) => isPartner(detected, k, j)).map((j) => [k, j])));
    if (pairs.length === 0) continue;
    const event = eventOf(detected, i, all);
    const fired = firedAny(lines, level1Lines.value, i) ? 1 : 0;
    for (const own of pairs) {
      const momentum = add(...own.map((k, j) => momentumOf(detected, k, j === 0 ? KAON : PION)));
      rows.push({
        ...event,
        event: i,
        fired,
        right: own.every((k) => isRight?.(i, tracks.particle[k]) ?? true) ? 1 : 0,
        d0: Math.max(...own.map((k) => Math.abs(tracks.d0[k]))),
        z0: Math.max(...own.map((k) => Math.abs(tracks.z0[k]))),
        pt: Math.min(...own.map((k) => Math.sqrt(square(tracks.px[k]) + square(tracks.py[k])))),
        mass: own.length === 1 ? Number.NaN : momentum.m,
        q2: square(beams.sqrtS) / 4 + MASS2[kaon] - beams.sqrtS * beams.toCms(momentum).e,
      });
    }
  }
  return columnsOf(rows);
}

/** Whether track `j` is a pion that makes a neutral $K^*$ with kaon `k`. */
function isPartner({ tracks }: Detected, k: number, j: number): boolean {
  return j !== k && Math.abs(tracks.pdgId[j]) === 211 && tracks.charge[j] === -tracks.charge[k];
}

/** What all candidates of an event share; tracks that are no kaons are taken for pions. */
function eventOf(detected: Detected, i: number, all: readonly number[]): Pick<Row, "tracks" | "energy" | "missing"> {
  const charged = all.map((k) => momentumOf(detected, k, Math.abs(detected.tracks.pdgId[k]) === 321 ? KAON : PION));
  const seen = beams.toCms(add(...charged, ...photonsOf(detected, i, photonEnergy.value)));
  return { tracks: all.length, energy: seen.e, missing: theta(parity(seen)) / DEGREE };
}

function momentumOf({ tracks: { px, py, pz } }: Detected, k: number, m: number): FourVector {
  return fourVector({ px: px[k], py: py[k], pz: pz[k], m });
}

function columnsOf(rows: readonly Row[]): Columns {
  const column = (key: Exclude<keyof Columns, "event" | "fired" | "right">): Float64Array =>
    Float64Array.from(rows, (row) => row[key]);
  return {
    event: Int32Array.from(rows, (row) => row.event),
    d0: column("d0"),
    z0: column("z0"),
    pt: column("pt"),
    mass: column("mass"),
    tracks: column("tracks"),
    energy: column("energy"),
    missing: column("missing"),
    q2: column("q2"),
    right: Uint8Array.from(rows, (row) => row.right),
    fired: Uint8Array.from(rows, (row) => row.fired),
  };
}
