import { type Beams, particle, reducedMass } from "@belladonna/kinematics";
import { belle2, bit, evaluate, highLevel, hltMenu, l1Menu, newPairVertex, pairVertex } from "@belladonna/trigger";
import type { Seen } from "../events/sample.js";
import type { Channel } from "./channels.js";
import { secondFoxWolfram } from "./event-shape.js";
import { selection } from "./selection.js";

/** The best candidate of each event that has one. */
export interface Candidates {
  /** Event of each candidate. */
  readonly event: Int32Array;
  /** Reduced mass of the pair, GeV. */
  readonly reducedMass: Float64Array;
  /** Distance of the vertex from the axis, cm. */
  readonly displacement: Float64Array;
  /** Chance that the trigger keeps the event: prescales of the high level. */
  readonly trigger: Float64Array;
  /** Chance that none of its hadrons decays before it is measured. */
  readonly survival: Float64Array;
}

/** Masses squared of the prompt hadrons, GeV². */
const KAON2 = particle(321).mass ** 2;
const PION2 = particle(211).mass ** 2;

/** Radius that a hadron must reach before it decays, cm: the middle of the drift chamber. */
const MIDDLE = 0.5 * (belle2.tracker.chamberRadius[0] + belle2.tracker.chamberRadius[1]);

/** Mass over lifetime of charged kaons and pions, GeV/cm; 0 for what does not decay on its way. */
const MASS_OVER_LIFETIME: Readonly<Record<number, number>> = {
  211: particle(211).mass / (particle(211).ctau ?? Infinity),
  321: particle(321).mass / (particle(321).ctau ?? Infinity),
};

/** Exponent of the chance that a hadron of this transverse momentum reaches the middle of the chamber. */
const decayLengths = (kind: number, px: number, py: number): number =>
  (MIDDLE * (MASS_OVER_LIFETIME[kind] ?? 0)) / Math.sqrt(px * px + py * py);

/**
 * Candidates $B\to K^{(*)}S$: a prompt kaon (and pion), a displaced vertex of two identified tracks that points back, and
 * the mass and energy of a $B$. Of several in an event the one whose pair most probably has a common vertex is taken: with
 * three kaons the energy does not tell which of two is the prompt one. Of several with this pair it is the one of least
 * $|\Delta E|$.
 *
 * @param seen - What the detector and the trigger saw.
 * @param channel - What to look for.
 * @param beams - The beams.
 */
export function candidates({ detected, level1 }: Seen, channel: Channel, beams: Beams): Candidates {
  const { tracks, length } = detected;
  const { offsets, pdgId, px, py, pz, d0, z0, charge } = tracks;
  const { kaon, pdgId: kind, pairMass } = channel;
  const [bx, by, bz] = beams.boostVector;
  const boost = 1 / Math.sqrt(1 - bx * bx - by * by - bz * bz);
  const half = beams.sqrtS / 2;
  const lines = evaluate(l1Menu, level1);
  const { keepProbability } = highLevel(detected, hltMenu, { level1: lines, beams });
  const vertex = newPairVertex();
  const p = vertex.momenta;
  const event: number[] = [];
  const [mass, displacement, trigger, survival]: number[][] = [[], [], [], []];
  const prompt = (k: number, id: number): boolean =>
    Math.abs(pdgId[k]) === id && Math.abs(d0[k]) < selection.prompt[0] && Math.abs(z0[k]) < selection.prompt[1];
  for (let i = 0; i < length; i++) {
    const [first, last] = [offsets[i], offsets[i + 1]];
    let best = -1;
    let bestMass = Number.NaN;
    let bestDisplacement = 0;
    let lengths = 0;
    for (let a = first; a < last; a++) {
      if (Math.abs(pdgId[a]) !== kind || charge[a] < 0 || px[a] ** 2 + py[a] ** 2 < selection.minPt ** 2) continue;
      for (let b = first; b < last; b++) {
        if (Math.abs(pdgId[b]) !== kind || charge[b] > 0 || px[b] ** 2 + py[b] ** 2 < selection.minPt ** 2) continue;
        pairVertex(tracks, a, b, belle2, vertex);
        if (!(vertex.probability > best && vertex.rho > selection.displacement[0])) continue;
        const [sx, sy, sz] = [p[0] + p[3], p[1] + p[4], p[2] + p[5]];
        const along = sx * vertex.x + sy * vertex.y;
        if (!(along > selection.pointing * vertex.rho * Math.sqrt(sx * sx + sy * sy))) continue;
        const m2 = pairMass * pairMass;
        let closest: number = selection.deltaE;
        const ea = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2] + m2);
        const eb = Math.sqrt(p[3] * p[3] + p[4] * p[4] + p[5] * p[5] + m2);
        for (let k = first; k < last; k++) {
          if (k === a || k === b || !prompt(k, 321)) continue;
          const ek = Math.sqrt(px[k] ** 2 + py[k] ** 2 + pz[k] ** 2 + KAON2);
          for (let pi = kaon === "K" ? k : first; pi < (kaon === "K" ? k + 1 : last); pi++) {
            let [x, y, z, e] = [px[k], py[k], pz[k], ek];
            let flight = decayLengths(321, x, y) + decayLengths(kind, p[0], p[1]) + decayLengths(kind, p[3], p[4]);
            if (kaon === "K*") {
              if (pi === a || pi === b || pi === k || !prompt(pi, 211) || charge[pi] === charge[k]) continue;
              const ep = Math.sqrt(px[pi] ** 2 + py[pi] ** 2 + pz[pi] ** 2 + PION2);
              flight += decayLengths(211, px[pi], py[pi]);
              [x, y, z, e] = [x + px[pi], y + py[pi], z + pz[pi], e + ep];
              const mKPi = Math.sqrt(e * e - x * x - y * y - z * z);
              if (!(mKPi > selection.kStar[0] && mKPi < selection.kStar[1])) continue;
            }
            [x, y, z, e] = [x + sx, y + sy, z + sz, e + ea + eb];
            const energy = boost * (e - bx * x - by * y - bz * z);
            const difference = Math.abs(energy - half);
            if (!(difference < closest)) continue;
            const p2 = energy * energy - (e * e - x * x - y * y - z * z);
            if (!(half * half - p2 > selection.mBc ** 2)) continue;
            best = vertex.probability;
            closest = difference;
            bestMass = Math.sqrt((ea + eb) ** 2 - sx * sx - sy * sy - sz * sz);
            bestDisplacement = vertex.rho;
            lengths = flight;
          }
        }
      }
    }
    if (Number.isNaN(bestMass) || !(secondFoxWolfram(detected, i, beams) < selection.r2)) continue;
    event.push(i);
    mass.push(reducedMass(bestMass, pairMass));
    displacement.push(bestDisplacement);
    trigger.push(selection.trigger.some((line) => bit(lines, line, i)) ? keepProbability[i] : 0);
    survival.push(Math.exp(-lengths));
  }
  return {
    event: Int32Array.from(event),
    reducedMass: Float64Array.from(mass),
    displacement: Float64Array.from(displacement),
    trigger: Float64Array.from(trigger),
    survival: Float64Array.from(survival),
  };
}
