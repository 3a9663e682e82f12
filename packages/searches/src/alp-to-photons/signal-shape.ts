import { crystalBall, fit, parameter, type Range, unbinned } from "@belladonna/stats";
import type { CutFlow } from "../selection/cut-flow.js";

/** The signal at one mass in one region: how often it is selected and where it peaks. */
export interface SignalShape {
  /** Mass, GeV. */
  readonly mass: number;
  /** Selected over generated events. */
  readonly efficiency: number;
  /** Events that pass all cuts and the trigger, over those that pass all cuts. */
  readonly triggerEfficiency: number;
  /** Peak less the squared mass, GeV². */
  readonly offset: number;
  /** Width of the core, GeV². */
  readonly sigma: number;
  /** Start of the tail in widths, > 0 when it is below the peak. */
  readonly alpha: number;
}

/** A simulated signal, and what the cuts did to it. */
export interface SimulatedShape extends SignalShape {
  /** Its cut flow, whose last row is the efficiency. */
  readonly flow: CutFlow;
}

/**
 * Power of the Crystal Ball's tail. A calorimeter with a Gaussian response leaves almost no tail, so the simulation
 * cannot determine it; it has no influence where $\alpha$ comes out large.
 */
export const TAIL_POWER = 5;

/** Fewest signal events that a shape is fitted to. */
const FEWEST = 25;

/** How many widths around the median the shape is fitted. */
const FIT_WIDTHS = [-6, 6] as const;

/**
 * Crystal Ball fit to the observable of the right pairing of simulated signal.
 *
 * @param values - The observable of the right pairing in selected events.
 * @param flow - What the cuts did to the events; the last of them is the trigger.
 * @returns The shape, or a reason why there is none: too few events, or a fit that failed.
 */
export function signalShape(mass: number, values: Float64Array, flow: CutFlow): SimulatedShape | { reason: string } {
  const { generated, steps } = flow;
  const right = values.slice().sort();
  if (right.length < FEWEST)
    return { reason: `only ${right.length} of ${generated} signal events pass at ${mass} GeV; ${FEWEST} are wanted` };
  const quantile = (q: number) => right[Math.floor(q * (right.length - 1))];
  const median = quantile(0.5);
  const width = 0.5 * (quantile(0.841) - quantile(0.159));
  const range: Range = [median + FIT_WIDTHS[0] * width, median + FIT_WIDTHS[1] * width];
  const inside = right.filter((x) => x > range[0] && x < range[1]);
  // The tail may be on either side; the better fit says on which.
  const fits = [1.5, -1.5].map((start) => {
    const bounds = start > 0 ? { min: 0.3, max: 6 } : { min: -6, max: -0.3 };
    const density = crystalBall({
      mean: parameter("mean", median, { min: range[0], max: range[1] }),
      sigma: parameter("sigma", width, { min: 0.2 * width, max: 3 * width }),
      alpha: parameter("alpha", start, bounds),
      n: TAIL_POWER,
      range,
    });
    return fit(unbinned(density, inside));
  });
  const best = fits
    .filter(({ minimum }) => minimum.valid)
    .sort((a, b) => a.value - b.value)
    .at(0);
  if (best === undefined) return { reason: `signal shape at ${mass} GeV: ${fits[0].reason}` };
  return {
    mass,
    efficiency: steps[steps.length - 1].events / generated,
    triggerEfficiency: steps[steps.length - 1].events / steps[steps.length - 2].events,
    offset: best.parameters.mean - mass * mass,
    sigma: best.parameters.sigma,
    alpha: best.parameters.alpha,
    flow,
  };
}

/** Straight-line interpolation in mass between shapes in ascending order of mass; the ends are held. */
export function interpolateShape(shapes: readonly SignalShape[], mass: number): SignalShape {
  let i = shapes.findIndex((s) => s.mass >= mass);
  if (i === -1) i = shapes.length - 1;
  const b = shapes[i];
  const a = shapes[Math.max(0, i - 1)];
  const t = b.mass > a.mass ? (mass - a.mass) / (b.mass - a.mass) : 0;
  const mix = (x: number, y: number) => x + t * (y - x);
  return {
    mass,
    efficiency: mix(a.efficiency, b.efficiency),
    triggerEfficiency: mix(a.triggerEfficiency, b.triggerEfficiency),
    offset: mix(a.offset, b.offset),
    sigma: mix(a.sigma, b.sigma),
    // A tail that changes sides between two masses goes through "no tail", not through zero.
    alpha: a.alpha * b.alpha > 0 ? mix(a.alpha, b.alpha) : t < 0.5 ? a.alpha : b.alpha,
  };
}
