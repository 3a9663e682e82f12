import { type Beams, particle, reducedMass } from "@belladonna/kinematics";
import { exp, square } from "@belladonna/numerics/elementary";
import { belle2, bit, evaluate, highLevel, hltMenu, l1Menu, newPairVertex, pairVertex } from "@belladonna/trigger";
import type { Seen } from "../events/sample.js";
import type { Selected } from "../selection/cut.js";
import type { SignalChannel } from "./channels.js";
import type { Columns } from "./columns.js";
import { secondFoxWolfram } from "./event-shape.js";
import { level1Lines, measuredRadius, promptAcross, promptAlong } from "./selection.js";

const KAON = 321;
const PION = 211;

/** Masses squared of the prompt hadrons, GeV². */
const MASS2 = { [KAON]: square(particle(KAON).mass), [PION]: square(particle(PION).mass) } as const;

/** Mass over lifetime of charged kaons and pions, GeV/cm; 0 for what does not decay on its way. */
const MASS_OVER_LIFETIME: Readonly<Record<number, number>> = {
  [PION]: particle(PION).mass / (particle(PION).ctau ?? Infinity),
  [KAON]: particle(KAON).mass / (particle(KAON).ctau ?? Infinity),
};

/** Exponent of the chance that a hadron of this transverse momentum reaches the radius at which it is measured. */
function decayLengths(kind: number, px: number, py: number): number {
  return (measuredRadius.value * (MASS_OVER_LIFETIME[kind] ?? 0)) / Math.sqrt(px * px + py * py);
}

/** The prompt hadrons of a candidate, together. */
interface Prompt {
  /** Rows of the tracks. */
  readonly rows: readonly number[];
  /** Their momentum, GeV. */
  readonly px: number;
  /** Along $y$. */
  readonly py: number;
  /** Along $z$. */
  readonly pz: number;
  /** Their energy, GeV. */
  readonly e: number;
  /** Mass of two of them, GeV; `NaN` for one. */
  readonly mass: number;
  /** Decay lengths that the kaon, and the pion if there is one, has to fly. */
  readonly lengths: readonly [kaon: number, pion: number];
}

/**
 * Candidates $B\to K^{(*)}S$: a prompt kaon (and a pion of the other charge), and two tracks of opposite charge with the
 * identity of the pair, with their common vertex and the mass and energy of the $B$ they make.
 *
 * @param seen - What the detector and the trigger saw.
 * @param channel - What to look for.
 * @param beams - The beams.
 */
export function candidates({ detected, level1 }: Seen, channel: SignalChannel, beams: Beams): Columns {
  const { tracks, length } = detected;
  const { offsets, pdgId, px, py, charge } = tracks;
  const { pdgId: kind, pairMass } = channel;
  const [bx, by, bz] = beams.boostVector;
  const boost = 1 / Math.sqrt(1 - bx * bx - by * by - bz * bz);
  const half = beams.sqrtS / 2;
  const m2 = pairMass * pairMass;
  const lines = evaluate(l1Menu, level1);
  const { keepProbability } = highLevel(detected, hltMenu, { level1: lines, beams });
  const vertex = newPairVertex();
  const p = vertex.momenta;
  const rows = emptyRows();
  let pairs = 0;
  for (let i = 0; i < length; i++) {
    const prompt = promptHadrons(tracks, offsets[i], offsets[i + 1], channel);
    if (prompt.length === 0) continue;
    const before = rows.event.length;
    for (let a = offsets[i]; a < offsets[i + 1]; a++) {
      if (Math.abs(pdgId[a]) !== kind || charge[a] < 0) continue;
      for (let b = offsets[i]; b < offsets[i + 1]; b++) {
        if (Math.abs(pdgId[b]) !== kind || charge[b] > 0) continue;
        addPair(i, a, b, prompt);
      }
    }
    if (rows.event.length === before) continue;
    const shape = secondFoxWolfram(detected, i, beams);
    const chance = level1Lines.value.some((line) => bit(lines, line, i)) ? keepProbability[i] : 0;
    while (rows.r2.length < rows.event.length) {
      rows.r2.push(shape);
      rows.trigger.push(chance);
    }
  }
  return columnsOf(rows);

  /** Combinations of two tracks with the prompt hadrons of their event. */
  function addPair(event: number, a: number, b: number, prompt: readonly Prompt[]): void {
    const others = prompt.filter((one) => !one.rows.includes(a) && !one.rows.includes(b));
    if (others.length === 0) return;
    pairVertex(tracks, a, b, belle2, vertex);
    const [sx, sy, sz] = [p[0] + p[3], p[1] + p[4], p[2] + p[5]];
    const along = sx * vertex.x + sy * vertex.y;
    const ea = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2] + m2);
    const eb = Math.sqrt(p[3] * p[3] + p[4] * p[4] + p[5] * p[5] + m2);
    const mass = reducedMass(Math.sqrt(square(ea + eb) - sx * sx - sy * sy - sz * sz), pairMass);
    const pt = Math.sqrt(Math.min(square(px[a]) + square(py[a]), square(px[b]) + square(py[b])));
    const [lengthsA, lengthsB] = [decayLengths(kind, p[0], p[1]), decayLengths(kind, p[3], p[4])];
    for (const one of others) {
      const [x, y, z, e] = [one.px + sx, one.py + sy, one.pz + sz, one.e + ea + eb];
      const energy = boost * (e - bx * x - by * y - bz * z);
      const p2 = energy * energy - (e * e - x * x - y * y - z * z);
      const [kaonLengths, pionLengths] = one.lengths;
      rows.survival.push(exp(-(kaonLengths + lengthsA + lengthsB + pionLengths)));
      rows.event.push(event);
      rows.pair.push(pairs);
      rows.pairPt.push(pt);
      rows.vertexProbability.push(vertex.probability);
      rows.displacement.push(vertex.rho);
      rows.pointing.push(along / (vertex.rho * Math.sqrt(sx * sx + sy * sy)));
      rows.kStarMass.push(one.mass);
      rows.deltaE.push(Math.abs(energy - half));
      rows.mBc.push(Math.sqrt(half * half - p2));
      rows.reducedMass.push(mass);
    }
    pairs++;
  }
}

/** The prompt kaons of an event, or its pairs of a prompt kaon and a prompt pion of the other charge. */
function promptHadrons(
  { pdgId, px, py, pz, d0, z0, charge }: Seen["detected"]["tracks"],
  first: number,
  last: number,
  { kaon }: SignalChannel,
): Prompt[] {
  const prompt = (k: number, id: number): boolean =>
    Math.abs(pdgId[k]) === id && Math.abs(d0[k]) < promptAcross.value && Math.abs(z0[k]) < promptAlong.value;
  const energy = (k: number, id: typeof KAON | typeof PION): number =>
    Math.sqrt(square(px[k]) + square(py[k]) + square(pz[k]) + MASS2[id]);
  const found: Prompt[] = [];
  for (let k = first; k < last; k++) {
    if (!prompt(k, KAON)) continue;
    const ek = energy(k, KAON);
    const lengths = decayLengths(KAON, px[k], py[k]);
    if (kaon === "K") {
      found.push({ rows: [k], lengths: [lengths, 0], px: px[k], py: py[k], pz: pz[k], e: ek, mass: Number.NaN });
      continue;
    }
    for (let pi = first; pi < last; pi++) {
      if (pi === k || !prompt(pi, PION) || charge[pi] === charge[k]) continue;
      const [x, y, z, e] = [px[k] + px[pi], py[k] + py[pi], pz[k] + pz[pi], ek + energy(pi, PION)];
      const mass = Math.sqrt(e * e - x * x - y * y - z * z);
      const both = [lengths, decayLengths(PION, px[pi], py[pi])] as const;
      found.push({ rows: [k, pi], lengths: both, px: x, py: y, pz: z, e, mass });
    }
  }
  return found;
}

/**
 * The best candidate of each event that has one left. Of several it is the one whose pair most probably has a common
 * vertex: with three kaons the energy does not tell which of two is the prompt one. Of several with this pair it is the one
 * of least $|\Delta E|$.
 *
 * @returns Indices of the candidates, in ascending order of events.
 */
export function bestOf({ event, pair, vertexProbability, deltaE }: Columns, { mask }: Selected): number[] {
  const best: number[] = [];
  mask.forEach((kept, k) => {
    if (kept === 0) return;
    const last = best.length - 1;
    if (last < 0 || event[best[last]] !== event[k]) best.push(k);
    else {
      const known = best[last];
      const better =
        pair[k] === pair[known] ? deltaE[k] < deltaE[known] : vertexProbability[k] > vertexProbability[known];
      if (better) best[last] = k;
    }
  });
  return best;
}

/** Growing columns. */
type Rows = { readonly [K in keyof Columns]: number[] };

function emptyRows(): Rows {
  return {
    event: [],
    pair: [],
    pairPt: [],
    vertexProbability: [],
    displacement: [],
    pointing: [],
    kStarMass: [],
    deltaE: [],
    mBc: [],
    r2: [],
    reducedMass: [],
    trigger: [],
    survival: [],
  };
}

function columnsOf(rows: Rows): Columns {
  return {
    event: Int32Array.from(rows.event),
    pair: Int32Array.from(rows.pair),
    pairPt: Float64Array.from(rows.pairPt),
    vertexProbability: Float64Array.from(rows.vertexProbability),
    displacement: Float64Array.from(rows.displacement),
    pointing: Float64Array.from(rows.pointing),
    kStarMass: Float64Array.from(rows.kStarMass),
    deltaE: Float64Array.from(rows.deltaE),
    mBc: Float64Array.from(rows.mBc),
    r2: Float64Array.from(rows.r2),
    reducedMass: Float64Array.from(rows.reducedMass),
    trigger: Float64Array.from(rows.trigger),
    survival: Float64Array.from(rows.survival),
  };
}
