import type { EventTable } from "@belladonna/kinematics";
import { pow } from "@belladonna/numerics/elementary";
import { bremsstrahlung } from "../events/bremsstrahlung.js";
import {
  displaceDecays,
  type LifetimeEfficiency,
  lifetimeEfficiency,
  meansFor,
  type SelectedFlight,
} from "../events/displaced.js";
import { displacedDetector } from "../events/displaced-tracking.js";
import { radiated, see, seedOf } from "../events/sample.js";
import { applyCuts, kept, type Selected } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import { candidates } from "./candidates.js";
import type { PairChannel } from "./channels.js";
import { beams } from "./samples.js";
import { cutsIn, cutsOf, MADE, WINDOW } from "./selection.js";

/**
 * Proper decay lengths $c\tau$ at which efficiencies are known, cm: eighths of a decade to 1 cm, over which few decays reach
 * the innermost radius, then quarters.
 */
export const lifetimes: readonly number[] = [
  ...Array.from({ length: 33 }, (_, i) => 1e-4 * pow(10, i / 8)),
  ...Array.from({ length: 12 }, (_, i) => pow(10, (i + 1) / 4)),
].map((ctau) => Number(ctau.toPrecision(4)));

/** Mean lengths in the lab that decays are drawn from, cm: from inside the beam pipe to the end of the chamber. */
const LENGTHS = [0.1, 0.5, 4, 40] as const;

/** Momentum of the dark photon in the lab it is taken for, GeV. */
const MOMENTUM = 5;

/** Lifetimes, cm, of which limits on the rate are drawn; that of the first limit and of the cut flow first. */
export const SHOWN: readonly number[] = [0.1, 1];

/** Fewest selected events from which a resolution is taken. */
const FEWEST = 20;

/** Signal of one mass to one pair: efficiencies at each of {@link lifetimes}, trigger and window in mass included. */
export interface SignalPoint extends LifetimeEfficiency {
  /** Mass, GeV. */
  readonly mass: number;
  /** Half of the central 68 % of the masses that are measured, GeV; `NaN` where too few events pass. */
  readonly resolution: number;
  /** Efficiency of the trigger among events that pass the rest, at each of {@link SHOWN}. */
  readonly triggerEfficiency: readonly number[];
  /** What the selection did to the events as their flights were drawn, before they are weighted to a lifetime. */
  readonly cutFlow: CutFlow;
}

/** Mean proper decay lengths that flights of a mass are drawn from, cm. */
export const meansOf = (mass: number): number[] => meansFor(LENGTHS, mass, MOMENTUM);

/** Window in mass: ends, GeV. */
export const windowOf = ({ mass, resolution }: Pick<SignalPoint, "mass" | "resolution">): readonly [number, number] => [
  mass - WINDOW.value * resolution,
  mass + WINDOW.value * resolution,
];

/**
 * Lets the dark photons of signal events fly, detects and selects them, and measures the resolution and the efficiency at
 * every lifetime from the one sample.
 *
 * @param events - Signal in the lab, the dark photon decayed to the pair where it is made.
 * @param pdgId - Its PDG number in the events.
 * @param channel - The pair.
 * @param mass - Mass, GeV.
 * @param seed - Seed of the sample.
 */
export function measureSignal(
  events: EventTable,
  pdgId: number,
  channel: PairChannel,
  mass: number,
  seed: number,
): SignalPoint {
  const means = meansOf(mass);
  const displaced = displaceDecays(events, pdgId, means, seed);
  const made = bremsstrahlung(radiated(displaced.events, seed), seed);
  const found = candidates(
    see(made, seedOf(seed, "detector"), { detector: displacedDetector }),
    channel,
    displacedDetector,
    beams,
  );
  const resolution = halfWidth(kept(found.mass, applyCuts(cutsOf(channel), found)));
  const cuts = cutsIn(channel, windowOf({ mass, resolution }));
  const offline = flights(applyCuts(cuts.slice(0, -1), found), () => 1);
  const selected = applyCuts(cuts, found);
  const triggered = flights(selected, (k) => found.trigger[k]);
  const all = events.weights.reduce((total, weight) => total + weight, 0);
  const untriggered = lifetimeEfficiency(offline, all, SHOWN, means).efficiency;
  const flow = cutFlow(
    `signal, A′ → ${channel.text}, m = ${Number(mass.toPrecision(3))} GeV (mean flights of ${LENGTHS.join(", ")} cm, not weighted to a lifetime)`,
    events.length,
    MADE,
    cuts,
    selected,
  );
  const whole = flights(selected, (k) => found.trigger[k] / events.weights[found.event[k]]);
  return {
    mass,
    resolution,
    ...lifetimeEfficiency(triggered, all, lifetimes, means),
    triggerEfficiency: lifetimeEfficiency(triggered, all, SHOWN, means).efficiency.map((e, k) => e / untriggered[k]),
    cutFlow: {
      ...flow,
      steps: [
        ...flow.steps,
        { name: "high-level trigger", events: whole.reduce((sum, { weight }) => sum + weight, 0) },
      ],
    },
  };

  /** The events of candidates that pass, each once. */
  function flights({ mask }: Selected, chance: (k: number) => number): SelectedFlight[] {
    const first = new Map<number, number>();
    mask.forEach((one, k) => {
      if (one === 1 && !first.has(found.event[k])) first.set(found.event[k], k);
    });
    return [...first].map(([event, k]) => ({
      proper: displaced.proper[event],
      weight: events.weights[event] * chance(k),
    }));
  }
}

/** Half of the central 68 % of some masses, GeV; `NaN` of too few. */
function halfWidth(masses: Float64Array): number {
  const sorted = masses.slice().sort();
  const n = sorted.length;
  if (n < FEWEST) return Number.NaN;
  return 0.5 * (sorted[Math.round(0.841 * (n - 1))] - sorted[Math.round(0.159 * (n - 1))]);
}
