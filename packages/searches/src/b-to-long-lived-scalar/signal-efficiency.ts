import { particle, reducedMass } from "@belladonna/kinematics";
import { square } from "@belladonna/numerics/elementary";
import { displaceDecays, lifetimeWeight, meansFor } from "../events/displaced.js";
import { beams } from "../events/b-pairs.js";
import { bremsstrahlung } from "../events/bremsstrahlung.js";
import { displacedDetector } from "../events/displaced-tracking.js";
import { radiated, see } from "../events/sample.js";
import type { EventTable } from "@belladonna/kinematics";
import { applyCuts } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import { bestOf, candidates } from "./candidates.js";
import type { SignalChannel } from "./channels.js";
import { CANDIDATE, cutsOf, displacement, fitWindow, tightDisplacement } from "./selection.js";

/** Proper decay lengths $c\tau$ at which efficiencies are known, cm: those that were tested, and two for the mixing. */
export const lifetimes: readonly number[] = [
  0.001, 0.003, 0.005, 0.007, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 400, 4e3, 4e4,
];

/** Mean lengths in the lab that decays are drawn from, cm: from the vertex detector to the end of the chamber. */
const LENGTHS = [0.04, 0.25, 1.5, 9, 50] as const;

/** Pulls that are kept to find the shape of the peak: bins of a quarter of a width. */
export const PULLS = { low: fitWindow.value[0], high: fitWindow.value[1], bins: 80 } as const;

/** Least displacements for which efficiencies are known, cm: the usual one, and that where other decays peak. */
const DISPLACEMENTS = [displacement.value, tightDisplacement.value] as const;

/** Lifetime of the cut flow and of the efficiency of the trigger, cm. */
const SHOWN_LIFETIME = 1;

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
  /** What the selection did, events weighted to a lifetime of 1 cm. */
  readonly cutFlow: CutFlow;
}

/** Momentum of the scalar in the rest frame of the $B$, and that in the lab it is taken for, GeV. */
function typicalMomentum({ charge, kaon }: SignalChannel, mass: number): number {
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
  channel: SignalChannel,
  mass: number,
  seed: number,
): SignalPoint | { readonly reason: string } {
  const means = meansFor(LENGTHS, mass, typicalMomentum(channel, mass));
  const displaced = displaceDecays(events, pdgId, means, seed);
  const made = bremsstrahlung(radiated(displaced.events, seed), seed);
  const columns = candidates(see(made, seed, { detector: displacedDetector }), channel, beams);
  const cuts = cutsOf(channel);
  const weights = displaced.proper.map((proper) => lifetimeWeight(proper, SHOWN_LIFETIME, means));
  const selected = applyCuts(cuts, columns, weights);
  const best = bestOf(columns, selected);
  const truth = reducedMass(mass, channel.pairMass);
  const found = Float64Array.from(best, (k) => columns.reducedMass[k]);
  const sorted = found.filter((x) => Math.abs(x - truth) < NEAR).sort();
  const n = sorted.length;
  if (n < FEWEST) return { reason: `only ${n} of ${events.length} events of ${channel.name} pass at ${mass} GeV` };
  const quantile = (q: number) => sorted[Math.round(q * (n - 1))];
  const peak = quantile(0.5);
  const width = 0.5 * (quantile(0.841) - quantile(0.159));
  const pulls = Array<number>(PULLS.bins).fill(0);
  for (const x of found) {
    const b = Math.floor((((x - peak) / width - PULLS.low) / (PULLS.high - PULLS.low)) * PULLS.bins);
    if (b >= 0 && b < PULLS.bins) pulls[b]++;
  }
  const efficiency = DISPLACEMENTS.map(() => lifetimes.map(() => 0));
  const squares = DISPLACEMENTS.map(() => lifetimes.map(() => 0));
  const shown = lifetimes.indexOf(SHOWN_LIFETIME);
  let inWindow = 0;
  let beforeTrigger = 0;
  for (const k of best) {
    const pull = (columns.reducedMass[k] - peak) / width;
    if (!(pull > PULLS.low && pull < PULLS.high)) continue;
    const event = columns.event[k];
    inWindow += weights[event];
    lifetimes.forEach((ctau, l) => {
      const weight = lifetimeWeight(displaced.proper[event], ctau, means) * columns.survival[k];
      if (l === shown) beforeTrigger += weight;
      DISPLACEMENTS.forEach((least, d) => {
        if (!(columns.displacement[k] > least)) return;
        const kept = weight * columns.trigger[k];
        efficiency[d][l] += kept / events.length;
        squares[d][l] += square(kept / events.length);
      });
    });
  }
  const passed = efficiency[0][shown] * events.length;
  const sample = `signal, ${channel.name}, m = ${Number(mass.toPrecision(3))} GeV, ctau = ${SHOWN_LIFETIME} cm`;
  const flow = cutFlow(sample, events.length, CANDIDATE, cuts, selected);
  const steps = [
    { name: "best candidate in the window of the fit", events: inWindow },
    { name: "kaons and pions do not decay", events: beforeTrigger },
    { name: "trigger", events: passed },
  ];
  return {
    mass,
    efficiency,
    error: squares.map((row) => row.map(Math.sqrt)),
    triggerEfficiency: passed / beforeTrigger,
    offset: peak - truth,
    width,
    pulls,
    cutFlow: { ...flow, steps: [...flow.steps, ...steps] },
  };
}
