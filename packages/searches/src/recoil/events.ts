import { random } from "@belladonna/numerics";
import { kept, type Selected } from "../selection/cut.js";
import type { LeptonPairs } from "./lepton-pairs.js";

/** Selected events that the trigger kept: lists of equal length. */
export interface Events {
  /** Squared recoil mass, GeV². */
  readonly mass2: Float64Array;
  /** Polar angle of the recoil in the centre-of-mass frame, degrees. */
  readonly theta: Float64Array;
  /** Weights: cross section in fb of background; for signal the efficiency, which they sum to; 1 for data. */
  readonly weight: Float64Array;
}

/** The candidates that pass a selection, their weights times a factor. */
export function eventsOf(
  { mass2, theta, weight }: Pick<LeptonPairs, keyof Events>,
  selected: Selected,
  scale: number,
): Events {
  return {
    mass2: kept(mass2, selected),
    theta: kept(theta, selected),
    weight: kept(weight, selected).map((w) => w * scale),
  };
}

/** Lists end to end. */
export function joined(lists: readonly Events[]): Events {
  const n = lists.reduce((sum, { mass2 }) => sum + mass2.length, 0);
  const [mass2, theta, weight] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  let at = 0;
  for (const list of lists) {
    mass2.set(list.mass2, at);
    theta.set(list.theta, at);
    weight.set(list.weight, at);
    at += list.mass2.length;
  }
  return { mass2, theta, weight };
}

/** Data from lists: events of weight 1. */
export function dataOf(mass2: ArrayLike<number>, theta: ArrayLike<number>): Events {
  return {
    mass2: Float64Array.from(mass2),
    theta: Float64Array.from(theta),
    weight: new Float64Array(mass2.length).fill(1),
  };
}

/** Events drawn from signal: each as often as a Poisson distribution of its weight times `expected` says. */
export function drawn(signal: Events, expected: number, seed: number): Events {
  const r = random(seed);
  const rows: number[] = [];
  signal.weight.forEach((w, i) => {
    const copies = r.poisson(expected * w);
    for (let k = 0; k < copies; k++) rows.push(i);
  });
  return dataOf(
    rows.map((i) => signal.mass2[i]),
    rows.map((i) => signal.theta[i]),
  );
}

/** A background whose events are drawn as data. */
export interface DrawnBackground {
  /** Events; weights are cross sections in fb. */
  readonly events: Events;
  /** Half-width in the squared recoil mass over which an event of the simulation is spread, GeV². */
  readonly reach: (mass2: number) => number;
}

/** Most pseudo-data events that are drawn one by one; at higher luminosity there is only an expected limit. */
const MOST_PSEUDO_DATA = 1_000_000;

/** Pseudo-data of backgrounds at a luminosity in fb⁻¹, or nothing where they would be too many. */
export function pseudoDataOf(
  backgrounds: readonly DrawnBackground[],
  luminosity: number,
  seed: number,
): Events | undefined {
  const expected = backgrounds.reduce(
    (sum, { events }) => sum + luminosity * events.weight.reduce((a, b) => a + b, 0),
    0,
  );
  if (expected > MOST_PSEUDO_DATA) return undefined;
  const r = random(seed);
  const [mass2, theta]: [number[], number[]] = [[], []];
  for (const { events, reach } of backgrounds) {
    events.mass2.forEach((m2, i) => {
      const copies = r.poisson(luminosity * events.weight[i]);
      for (let k = 0; k < copies; k++) {
        mass2.push(m2 + reach(m2) * (2 * r.uniform() - 1));
        theta.push(events.theta[i]);
      }
    });
  }
  return dataOf(mass2, theta);
}
