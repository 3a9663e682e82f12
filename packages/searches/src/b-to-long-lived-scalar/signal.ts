import { beamPreset, particle, reducedMass } from "@belladonna/kinematics";
import { displaceDecays, lifetimeWeight, meansFor } from "../events/displaced.js";
import { bremsstrahlung } from "../events/bremsstrahlung.js";
import { radiated, see } from "../events/sample.js";
import type { EventTable } from "@belladonna/kinematics";
import { candidates } from "./candidates.js";
import type { Channel } from "./channels.js";
import { selection } from "./selection.js";

/** Proper decay lengths $c\tau$ at which efficiencies are known, cm: those that were tested, and two for the mixing. */
export const lifetimes: readonly number[] = [
  0.001, 0.003, 0.005, 0.007, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 400, 4e3, 4e4,
];

/** Mean lengths in the lab that decays are drawn from, cm: from the vertex detector to the end of the chamber. */
const LENGTHS = [0.04, 0.25, 1.5, 9, 50] as const;

/** Pulls that are kept to find the shape of the peak: bins of a quarter of a width. */
export const PULLS = { low: -10, high: 10, bins: 80 } as const;

/** Distance in the reduced mass beyond which a candidate is a wrong pair or has lost a hard photon, GeV. */
const NEAR = 0.25;

/** Fewest candidates from which a width is taken. */
const FEWEST = 20;

/** Signal at one mass. */
export interface SignalPoint {
  /** Mass, GeV. */
  readonly mass: number;
  /** Efficiency in the window of the fit, trigger included, for each displacement cut and each of {@link lifetimes}. */
  readonly efficiency: readonly (readonly number[])[];
  /** Standard error of each. */
  readonly error: readonly (readonly number[])[];
  /** Efficiency of the trigger among candidates, at a lifetime of 1 cm. */
  readonly triggerEfficiency: number;
  /** Peak of the reduced mass over that of the decay, GeV. */
  readonly offset: number;
  /** Half-width of its central 68 %, GeV. */
  readonly width: number;
  /** Candidates in bins of (M′ − peak)/width, {@link PULLS}. */
  readonly pulls: readonly number[];
}

const beams = beamPreset("upsilon4S");

/** Momentum of the scalar in the rest frame of the $B$, and that in the lab it is taken for, GeV. */
function typicalMomentum({ charge, kaon }: Channel, mass: number): number {
  const b = particle(charge === "+" ? 521 : 511).mass;
  const k = particle(kaon === "K" ? 321 : 313).mass;
  const lambda = (b - k - mass) * (b - k + mass) * (b + k - mass) * (b + k + mass);
  const atRest = Math.sqrt(Math.max(0, lambda)) / (2 * b);
  return Math.max(atRest, 0.28 * mass);
}

/**
 * Lets the scalar of signal events fly, detects and selects them, and measures the peak and the efficiency at every
 * lifetime from the one sample.
 *
 * @param events - Signal in the lab, the scalar decayed where it is made.
 * @param pdgId - PDG number of the scalar in it.
 * @returns The signal, or why there is none.
 */
export function measureSignal(
  events: EventTable,
  pdgId: number,
  channel: Channel,
  mass: number,
  seed: number,
): SignalPoint | { readonly reason: string } {
  const means = meansFor(LENGTHS, mass, typicalMomentum(channel, mass));
  const displaced = displaceDecays(events, pdgId, means, seed);
  const made = bremsstrahlung(radiated(displaced.events, seed), seed);
  const found = candidates(see(made, seed), channel, beams);
  const truth = reducedMass(mass, channel.pairMass);
  const sorted = found.reducedMass.filter((x) => Math.abs(x - truth) < NEAR).sort();
  const n = sorted.length;
  if (n < FEWEST) return { reason: `only ${n} of ${events.length} events of ${channel.name} pass at ${mass} GeV` };
  const quantile = (q: number) => sorted[Math.round(q * (n - 1))];
  const peak = quantile(0.5);
  const width = 0.5 * (quantile(0.841) - quantile(0.159));
  const pulls = Array<number>(PULLS.bins).fill(0);
  for (const x of found.reducedMass) {
    const b = Math.floor((((x - peak) / width - PULLS.low) / (PULLS.high - PULLS.low)) * PULLS.bins);
    if (b >= 0 && b < PULLS.bins) pulls[b]++;
  }
  const efficiency = selection.displacement.map(() => lifetimes.map(() => 0));
  const squares = selection.displacement.map(() => lifetimes.map(() => 0));
  const atOne = lifetimes.indexOf(1);
  let beforeTrigger = 0;
  for (let k = 0; k < found.event.length; k++) {
    const pull = (found.reducedMass[k] - peak) / width;
    if (!(pull > PULLS.low && pull < PULLS.high)) continue;
    const proper = displaced.proper[found.event[k]];
    lifetimes.forEach((ctau, l) => {
      const weight = lifetimeWeight(proper, ctau, means) * found.survival[k];
      if (l === atOne) beforeTrigger += weight;
      selection.displacement.forEach((least, d) => {
        if (!(found.displacement[k] > least)) return;
        const kept = weight * found.trigger[k];
        efficiency[d][l] += kept / events.length;
        squares[d][l] += (kept / events.length) ** 2;
      });
    });
  }
  return {
    mass,
    efficiency,
    error: squares.map((row) => row.map(Math.sqrt)),
    triggerEfficiency: (efficiency[0][atOne] * events.length) / beforeTrigger,
    offset: peak - truth,
    width,
    pulls,
  };
}
