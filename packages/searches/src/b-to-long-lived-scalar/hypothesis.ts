import { reducedMass } from "@belladonna/kinematics";
import { exp, log } from "@belladonna/numerics/elementary";
import { massSteps } from "../mass-steps.js";
import { simulatedMasses } from "../simulated-masses.js";
import type { SignalChannel } from "./channels.js";
import { displacementAt, vetoed } from "./difficult-masses.js";
import { expectedBackground } from "./expected-background.js";
import type { SignalPoint } from "./signal-efficiency.js";
import type { TestWindow } from "./windows.js";
import { type PeakShape, WINDOW } from "./windows.js";

/** Masses at which signal is simulated, GeV; those of a channel that are in its range, and its ends. */
const NODES = [0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 1.7, 2.2, 2.7, 3.2, 3.7, 4.1, 4.45];

/** Distance of the masses tested when no step is given, GeV. */
const STEP = 0.1;

/** Relative error of an efficiency from which on it is not used. */
const LARGEST_ERROR = 0.3;

/** Signal of one channel: its points in ascending order of mass, and the shape of its peak in widths. */
export interface ChannelSignal {
  /** The channel. */
  readonly channel: SignalChannel;
  /** Simulated masses. */
  readonly points: readonly SignalPoint[];
  /** Peak. */
  readonly shape: PeakShape;
}

/** A mass of a channel that is tested. */
export interface Hypothesis {
  /** The channel. */
  readonly channel: SignalChannel;
  /** Mass, GeV. */
  readonly mass: number;
  /** Position of the peak in the reduced mass, GeV. */
  readonly peak: number;
  /** Its width, GeV. */
  readonly width: number;
  /** Efficiency at each lifetime, trigger included; `NaN` where too few simulated decays pass. */
  readonly efficiency: readonly number[];
  /** Efficiency of the trigger. */
  readonly triggerEfficiency: number;
}

/** Masses of a channel at which signal is simulated. */
export function channelMasses(
  { from, to }: SignalChannel,
  masses: { readonly from: number; readonly to: number },
): number[] {
  const [low, high] = [Math.max(from, masses.from), Math.min(to, masses.to)];
  if (low > high) return [];
  const grid = [from, ...NODES.filter((m) => m > from + 0.01 && m < to - 0.01), to];
  return simulatedMasses(grid, { from: low, to: high });
}

/** Masses to test, for all channels alike: round ones, or in the step given. */
export function testedMasses({ from, to, step }: { from: number; to: number; step?: number }): number[] {
  if (step !== undefined) return massSteps({ from, to }, step);
  const inner = Array.from({ length: Math.floor(to / STEP) + 1 }, (_, i) => Number((i * STEP).toFixed(6)));
  return [
    ...new Set([from, ...[0.05, 0.22, 0.25, ...inner].sort((x, y) => x - y).filter((m) => m > from && m < to), to]),
  ];
}

/** The signal of a channel at a mass, between the simulated ones; nothing outside them or where the mass is left out. */
export function hypothesisAt({ channel, points }: ChannelSignal, mass: number): Hypothesis | undefined {
  const last = points.length - 1;
  if (!(mass >= points[0].mass && mass <= points[last].mass) || vetoed(channel, mass)) return undefined;
  const i = Math.max(
    1,
    points.findIndex((point) => point.mass >= mass),
  );
  const a = points[Math.min(i, last) - (last > 0 ? 1 : 0)];
  const b = points[Math.min(i, last)];
  const t = b.mass > a.mass ? (mass - a.mass) / (b.mass - a.mass) : 0;
  // At a simulated mass nothing is asked of its neighbour.
  const mix = (x: number, y: number): number => (t === 0 ? x : t === 1 ? y : x + t * (y - x));
  const d = displacementAt(channel, mass);
  const known = (point: SignalPoint, l: number): number =>
    point.error[d][l] < LARGEST_ERROR * point.efficiency[d][l] ? log(point.efficiency[d][l]) : Number.NaN;
  return {
    channel,
    mass,
    peak: reducedMass(mass, channel.pairMass) + mix(a.offset, b.offset),
    width: mix(a.width, b.width),
    efficiency: a.efficiency[d].map((_, l) => exp(mix(known(a, l), known(b, l)))),
    triggerEfficiency: mix(a.triggerEfficiency, b.triggerEfficiency),
  };
}

/** Ends of the reduced mass in a channel, GeV. */
export function reducedRange({ from, to, pairMass }: SignalChannel): readonly [number, number] {
  return [reducedMass(from, pairMass), reducedMass(to, pairMass)];
}

/** Steps of the background, relative: windows that differ by less are tested as one. */
const BACKGROUND_STEP = log(1.2);

/**
 * The window of a hypothesis.
 *
 * @param shape - Peak of the channel.
 * @param scale - Luminosity over that of the publication.
 * @param data - Reduced masses of the events of the channel, if there are data.
 * @param share - Its share of the signal.
 */
export function windowOf(
  { channel, peak, width }: Hypothesis,
  shape: PeakShape,
  scale: number,
  data: Float64Array | undefined,
  share = 1,
): TestWindow {
  const [low, high] = reducedRange(channel);
  const expected = (scale * expectedBackground[channel.pair].value * (WINDOW[1] - WINDOW[0]) * width) / (high - low);
  const background = exp(BACKGROUND_STEP * Math.round(log(expected) / BACKGROUND_STEP));
  if (data === undefined) return { shape, share, background };
  const entries = Array.from(data, (x) => Number(((x - peak) / width).toFixed(2)))
    .filter((x) => x > WINDOW[0] && x < WINDOW[1])
    .sort((x, y) => x - y);
  return { shape, share, background, entries };
}

/** Expected background within two widths of the peak, events. */
export function backgroundNear({ background }: TestWindow): number {
  return (4 * background) / (WINDOW[1] - WINDOW[0]);
}
