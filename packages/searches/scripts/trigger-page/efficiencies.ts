import type { EventTable } from "@belladonna/kinematics";
import { random, type Efficiency } from "@belladonna/numerics";
import {
  belle2,
  detect,
  evaluate,
  highLevel,
  hltMenu,
  l1Menu,
  level1Inputs,
  triggerEfficiency,
  type Detected,
} from "@belladonna/trigger";
import type { EfficiencyCurve } from "../../src/report/curves-plot.js";

/** A trigger as a search uses it. */
interface Trigger {
  /** How it is called in the table. */
  readonly name: string;
  /** Level-1 lines, or input bits: a name, or logic of names. */
  readonly line: string;
  /** Whether the names are of input bits. */
  readonly ofInputs?: boolean;
  /** Events it is measured on; all when absent. */
  readonly among?: (detected: Detected) => Uint8Array;
  /** What is known of its efficiency in data. */
  readonly published?: string;
}

/** The signal of one search. */
export interface Signal {
  /** Name of the picture. */
  readonly key: string;
  /** The process. */
  readonly title: string;
  /** Whose mass it is. */
  readonly particle: string;
  /** What was generated, in a sentence. */
  readonly about: string;
  /** Masses, GeV. */
  readonly masses: readonly number[];
  /** Events at a mass, in the lab. */
  readonly sample: (mass: number) => EventTable;
  /** The triggers of the search. */
  readonly triggers: readonly Trigger[];
}

/** Efficiencies of a signal at one mass. */
export interface Point {
  /** Mass, GeV. */
  readonly mass: number;
  /** Efficiency of each trigger at level 1, in the order of the signal. */
  readonly level1: readonly Efficiency[];
  /** Share of the events that the high level keeps, all its lines and prescales together. */
  readonly highLevel: number;
}

/** Efficiencies of the triggers of a search at each mass. */
export function efficienciesOf(signal: Signal): Point[] {
  return signal.masses.map((mass) => {
    const detected = detect(signal.sample(mass), belle2, random(1));
    const inputs = level1Inputs(detected);
    const lines = evaluate(l1Menu, inputs);
    const { keepProbability } = highLevel(detected, hltMenu, { level1: lines });
    const level1 = signal.triggers.map(({ line, among, ofInputs = false }) => {
      const bits = ofInputs ? inputs : lines;
      const reference = among?.(detected);
      return triggerEfficiency({ line, bits, ...(reference === undefined ? {} : { reference }) });
    });
    return { mass, level1, highLevel: keepProbability.reduce((sum, p) => sum + p, 0) / detected.length };
  });
}

/** The efficiencies as curves: one a trigger, and the high level dashed. */
export function curvesOf({ triggers }: Signal, points: readonly Point[]): EfficiencyCurve[] {
  return [
    ...triggers.map(({ name }, k) => ({ name, points: points.map(({ mass, level1 }) => ({ mass, ...level1[k] })) })),
    { name: "HLT", dashed: true, points: points.map(({ mass, highLevel }) => ({ mass, value: highLevel })) },
  ];
}

/** Events with two tracks and no more, both at 37 to 120 degrees, more than 90 degrees apart in azimuth. */
export function twoBarrelTracks({ length, tracks: { offsets, px, py, pz } }: Detected): Uint8Array {
  const barrel = (k: number): boolean => {
    const degrees = (Math.atan2(Math.hypot(px[k], py[k]), pz[k]) * 180) / Math.PI;
    return degrees > 37 && degrees < 120;
  };
  return Uint8Array.from({ length }, (_, i) => {
    const a = offsets[i];
    const two = offsets[i + 1] === a + 2 && barrel(a) && barrel(a + 1);
    return two && px[a] * px[a + 1] + py[a] * py[a + 1] < 0 ? 1 : 0;
  });
}

/** Events with a given number of tracks. */
export function withTracks(n: number): (detected: Detected) => Uint8Array {
  return ({ length, tracks: { offsets } }) =>
    Uint8Array.from({ length }, (_, i) => (offsets[i + 1] - offsets[i] === n ? 1 : 0));
}
