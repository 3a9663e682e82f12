import type { EventTable } from "@belladonna/kinematics";
import { random } from "@belladonna/numerics";
import { pow } from "@belladonna/numerics/elementary";
import { detect } from "@belladonna/trigger";
import {
  displaceDecays,
  type LifetimeEfficiency,
  lifetimeEfficiency,
  meansFor,
  type SelectedFlight,
} from "../events/displaced.js";
import { applyCuts, kept, type Selected } from "../selection/cut.js";
import { type CutFlow, cutFlow } from "../selection/cut-flow.js";
import { candidates } from "./candidates.js";
import type { Experiment } from "./experiment.js";
import { cuts, MADE, offlineCuts } from "./selection.js";

/** Proper decay lengths $c\tau$ at which efficiencies are known, cm: quarters of a decade to 30 cm, then halves. */
export const lifetimes: readonly number[] = [
  ...Array.from({ length: 8 }, (_, i) => 0.3 * pow(10, i / 4)),
  ...Array.from({ length: 11 }, (_, i) => 30 * pow(10, i / 2)),
].map((ctau) => Number(ctau.toPrecision(3)));

/** Mean lengths in the lab that decays are drawn from, cm. */
const LENGTHS = [4, 15, 60] as const;

/** Momentum of the $N$ in the lab it is taken for, GeV. */
const MOMENTUM = 3;

/** Signal of one mass: efficiencies at each of {@link lifetimes}, trigger included. */
export interface SignalPoint extends LifetimeEfficiency {
  /** Mass, GeV. */
  readonly mass: number;
  /** Efficiency of the trigger among selected events, at the longest lifetime. */
  readonly triggerEfficiency: number;
  /** What the cuts did to the events as their flights were drawn, before they are weighted to a lifetime. */
  readonly cutFlow: CutFlow;
}

/** Lets the $N$ of signal events fly, detects and selects them, and measures the efficiency at every lifetime. */
export function measureSignal(
  events: EventTable,
  pdgId: number,
  { name, detector }: Experiment,
  mass: number,
  seed: number,
): SignalPoint {
  const means = meansFor(LENGTHS, mass, MOMENTUM);
  const displaced = displaceDecays(events, pdgId, means, seed);
  const found = candidates(detect(displaced.events, detector, random(seed)), detector);
  const flights = (selected: Selected): SelectedFlight[] =>
    eventsOf(found.event, selected).map((i) => ({ proper: displaced.proper[i], weight: 1 }));
  const selected = applyCuts(cuts, found);
  const { efficiency, error } = lifetimeEfficiency(flights(selected), events.length, lifetimes, means);
  const longest = lifetimes.length - 1;
  const offline = flights(applyCuts(offlineCuts, found));
  const untriggered = lifetimeEfficiency(offline, events.length, [lifetimes[longest]], means);
  return {
    mass,
    efficiency,
    error,
    triggerEfficiency: efficiency[longest] / untriggered.efficiency[0],
    cutFlow: cutFlow(
      `signal in ${name}, m = ${mass.toFixed(2)} GeV (mean flights of ${LENGTHS.join(", ")} cm, not weighted to a lifetime)`,
      events.length,
      MADE,
      cuts,
      selected,
    ),
  };
}

/** The events of candidates that pass, each once. */
const eventsOf = (event: Int32Array, selected: Selected): number[] => [...new Set(kept(event, selected))];
