import {
  binned,
  type Density,
  doubleCrystalBall,
  fit,
  type Likelihood,
  parameter,
  simultaneous,
  sum,
  unbinned,
  uniform,
} from "@belladonna/stats";
import { PULLS, type SignalPoint } from "./signal-efficiency.js";

/** Name of the parameter of interest: signal events in all windows of a test. */
export const SIGNAL = "signal";

/** Ends of a fit window, in widths of the peak around it: hypotheses of all masses then share one model. */
export const WINDOW = [PULLS.low, PULLS.high] as const;

/** Shape of the peak in widths: a double-sided Crystal Ball. */
export interface PeakShape {
  /** Position. */
  readonly mean: number;
  /** Width of the core. */
  readonly sigma: number;
  /** Starts of the lower and upper tail. */
  readonly alpha: readonly [number, number];
}

/** Power of the tails, that the few candidates in them cannot tell from others. */
const TAIL_POWER = 3;

/** Least background yield, events: none at all, with an event beside the peak, would have no likelihood. */
const LEAST = 1e-4;

/** The density of a peak in its window. */
export function peakDensity({ mean, sigma, alpha }: PeakShape): Density {
  return doubleCrystalBall({
    mean,
    sigma,
    alphaLow: alpha[0],
    nLow: TAIL_POWER,
    alphaHigh: alpha[1],
    nHigh: TAIL_POWER,
    range: WINDOW,
  });
}

/** The peak of a channel, fitted to the candidates of all its masses in widths. */
export function fitPeak(points: readonly SignalPoint[]): PeakShape | { readonly reason: string } {
  const counts = new Float64Array(PULLS.bins);
  for (const { pulls } of points) pulls.forEach((n, b) => (counts[b] += n));
  const step = (PULLS.high - PULLS.low) / PULLS.bins;
  const edges = Float64Array.from({ length: PULLS.bins + 1 }, (_, b) => PULLS.low + b * step);
  const density = doubleCrystalBall({
    mean: parameter("mean", 0, { min: -1, max: 1 }),
    sigma: parameter("sigma", 0.9, { min: 0.3, max: 1.5 }),
    alphaLow: parameter("alphaLow", 1.5, { min: 0.2, max: 5 }),
    nLow: TAIL_POWER,
    alphaHigh: parameter("alphaHigh", 1.5, { min: 0.2, max: 5 }),
    nHigh: TAIL_POWER,
    range: WINDOW,
  });
  const { valid, reason, parameters } = fit(binned(density, counts, edges));
  if (!valid) return { reason };
  const { mean, sigma, alphaLow, alphaHigh } = parameters;
  return { mean, sigma, alpha: [alphaLow, alphaHigh] };
}

/** The window of one channel in a test. */
export interface TestWindow {
  /** Peak. */
  readonly shape: PeakShape;
  /** Share of the signal that is expected in this channel; 1 where it stands alone. */
  readonly share: number;
  /** Background expected in the window, events. */
  readonly background: number;
  /** Events seen, in widths from the peak, if there are data. */
  readonly entries?: readonly number[];
}

/**
 * Likelihood of windows with one signal: in each the peak with its share of the signal, and a flat background whose yield
 * floats, as the experiment takes it from the data.
 *
 * @param windows - One a channel.
 * @param events - Events of each, in widths.
 */
export function windowsLikelihood(windows: readonly TestWindow[], events: readonly Float64Array[]): Likelihood {
  const signal = parameter(SIGNAL, 0, { min: 0 });
  const parts = windows.map(({ shape, share, background }, k) => {
    const flat = parameter(`background${k}`, Math.max(background, 2 * LEAST), { min: LEAST });
    const density = sum([peakDensity(shape), uniform({ range: WINDOW })], {
      yields: [signal, flat],
      factors: [share, 1],
    });
    return unbinned(density, events[k], { poi: SIGNAL });
  });
  return parts.length === 1 ? parts[0] : simultaneous(parts, { poi: SIGNAL });
}

/** The same with Asimov data of the expected background alone. */
export function windowsAsimov(windows: readonly TestWindow[]): Likelihood {
  const model = windowsLikelihood(
    windows,
    windows.map(() => new Float64Array()),
  );
  return model.asimov(Float64Array.from(model.parameters, ({ name, start }) => (name === SIGNAL ? 0 : start)));
}
