import { type EventTable, particle } from "@belladonna/kinematics";
import { random } from "@belladonna/numerics";
import { bit, detect, evaluate, l1Menu, level1Inputs, newPairVertex, pairVertex } from "@belladonna/trigger";
import { displaceDecays, lifetimeWeight, meansFor } from "../events/displaced.js";
import type { Experiment } from "./experiment.js";
import { selection } from "./selection.js";

/** Proper decay lengths $c\tau$ at which efficiencies are known, cm: quarters of a decade to 30 cm, then halves. */
export const lifetimes: readonly number[] = [
  ...Array.from({ length: 8 }, (_, i) => 0.3 * 10 ** (i / 4)),
  ...Array.from({ length: 11 }, (_, i) => 30 * 10 ** (i / 2)),
].map((ctau) => Number(ctau.toPrecision(3)));

/** Mean lengths in the lab that decays are drawn from, cm. */
const LENGTHS = [4, 15, 60] as const;

/** Momentum of the $N$ in the lab it is taken for, GeV. */
const MOMENTUM = 3;

/** Signal of one mass. */
export interface SignalPoint {
  /** Mass, GeV. */
  readonly mass: number;
  /** Efficiency at each of {@link lifetimes}, trigger included. */
  readonly efficiency: readonly number[];
  /** Standard error of each. */
  readonly error: readonly number[];
  /** Efficiency of the trigger among selected events, at the longest lifetime. */
  readonly triggerEfficiency: number;
}

const PION = particle(211).mass;
const KAON = particle(310).mass;

/** Lets the $N$ of signal events fly, detects and selects them, and measures the efficiency at every lifetime. */
export function measureSignal(
  events: EventTable,
  pdgId: number,
  { detector }: Experiment,
  mass: number,
  seed: number,
): SignalPoint {
  const means = meansFor(LENGTHS, mass, MOMENTUM);
  const displaced = displaceDecays(events, pdgId, means, seed);
  const detected = detect(displaced.events, detector, random(seed));
  const lines = evaluate(l1Menu, level1Inputs(detected));
  const { offsets, pdgId: identity, charge, d0, z0, px, py, pz } = detected.tracks;
  const vertex = newPairVertex();
  const { momenta: p } = vertex;
  const efficiency = lifetimes.map(() => 0);
  const squares = lifetimes.map(() => 0);
  let before = 0;
  const longest = lifetimes.length - 1;

  const isPrompt = (k: number): boolean =>
    Math.abs(d0[k]) < selection.prompt[0] && Math.abs(z0[k]) < selection.prompt[1];

  /** Whether two tracks are muons of a vertex far out that is no $K_S$. */
  const isDecay = (a: number, b: number): boolean => {
    if (charge[a] === charge[b] || Math.abs(identity[a]) !== 13 || Math.abs(identity[b]) !== 13) return false;
    pairVertex(detected.tracks, a, b, detector, vertex);
    if (!(vertex.rho > selection.radius[0] && vertex.rho < selection.radius[1])) return false;
    const [x, y, z] = [p[0] + p[3], p[1] + p[4], p[2] + p[5]];
    const e =
      Math.sqrt(p[0] ** 2 + p[1] ** 2 + p[2] ** 2 + PION ** 2) +
      Math.sqrt(p[3] ** 2 + p[4] ** 2 + p[5] ** 2 + PION ** 2);
    return Math.abs(Math.sqrt(e * e - x * x - y * y - z * z) - KAON) > selection.kShort;
  };

  /** Whether the other tracks are a pion and one track of the other charge in the opposite hemisphere. */
  const isOnePronged = (first: number, last: number, a: number, b: number): boolean => {
    const rest = [];
    for (let k = first; k < last; k++) if (k !== a && k !== b && isPrompt(k)) rest.push(k);
    if (rest.length !== 2 || charge[rest[0]] === charge[rest[1]]) return false;
    const [k, l] = rest;
    const opposite = px[k] * px[l] + py[k] * py[l] + pz[k] * pz[l] < 0;
    return opposite && rest.some((track) => Math.abs(identity[track]) === 211);
  };

  for (let i = 0; i < detected.length; i++) {
    const [first, last] = [offsets[i], offsets[i + 1]];
    let found = false;
    for (let a = first; a < last && !found; a++) {
      for (let b = a + 1; b < last && !found; b++) found = isDecay(a, b) && isOnePronged(first, last, a, b);
    }
    if (!found) continue;
    const kept = selection.trigger.some((line) => bit(lines, line, i));
    before += lifetimeWeight(displaced.proper[i], lifetimes[longest], means) / events.length;
    if (!kept) continue;
    lifetimes.forEach((ctau, l) => {
      const weight = lifetimeWeight(displaced.proper[i], ctau, means) / events.length;
      efficiency[l] += weight;
      squares[l] += weight * weight;
    });
  }
  return { mass, efficiency, error: squares.map(Math.sqrt), triggerEfficiency: efficiency[longest] / before };
}
