import { doubleCrystalBall, type Density, fit, parameter, type Range, unbinned } from "@belladonna/stats";

/** Parameters of a peak, in the unit of the observable: a Gaussian core with power-law tails on both sides. */
export interface PeakShape {
  /** Peak less the mass of the hypothesis. */
  readonly offset: number;
  /** Width of the core. */
  readonly sigma: number;
  /** Start of the lower tail in widths. */
  readonly alphaLow: number;
  /** Power of the lower tail. */
  readonly nLow: number;
  /** Start of the upper tail in widths. */
  readonly alphaHigh: number;
  /** Power of the upper tail. */
  readonly nHigh: number;
}

/** A simulated signal at one mass: how often it is selected and where it peaks. */
export interface SignalPeak extends PeakShape {
  /** Mass, GeV. */
  readonly mass: number;
  /** Entries in the fit window over events generated. */
  readonly efficiency: number;
  /** Entries that pass all cuts and the trigger, over those that pass all cuts. */
  readonly triggerEfficiency: number;
}

/** What a peak is fitted to. */
export interface PeakSample {
  /** The observable of correct candidates that pass everything. */
  readonly values: Float64Array;
  /** Number of correct candidates that pass all but the trigger. */
  readonly beforeTrigger: number;
  /** Events generated. */
  readonly generated: number;
}

/** Fewest candidates that a shape is fitted to. */
const FEWEST = 50;

/** Bounds of the powers of the tails: 1 has no finite area, above 20 it falls as a Gaussian. */
const POWER = { min: 1.05, max: 20 } as const;

/** Bounds of the starts of the tails. */
const START = { min: 0.3, max: 5 } as const;

/**
 * Double-sided Crystal Ball fitted to simulated signal by unbinned maximum likelihood.
 *
 * @param at - Where the mass lies in the observable.
 * @param mass - Mass of the hypothesis, GeV.
 * @param sample - The simulated candidates.
 * @param widths - Fit range around the median, in half-widths of the central 68 %; the efficiency is what is in it.
 * @param end - Largest value the observable can take.
 * @returns The peak, or a reason why there is none: too few candidates, or a fit that failed.
 */
export function signalPeak(
  at: number,
  mass: number,
  { values, beforeTrigger, generated }: PeakSample,
  widths: Range,
  end = Infinity,
): SignalPeak | { readonly reason: string } {
  const sorted = values.slice().sort();
  if (sorted.length < FEWEST) {
    return { reason: `only ${sorted.length} of ${generated} signal events pass at ${mass} GeV; ${FEWEST} are wanted` };
  }
  const quantile = (q: number): number => sorted[Math.floor(q * (sorted.length - 1))];
  const median = quantile(0.5);
  // From the lower half, which radiation leaves alone in a recoil mass; both halves where they are alike.
  const width = Math.min(median - quantile(0.159), quantile(0.841) - median);
  const range: Range = [Math.max(0, median + widths[0] * width), Math.min(end, median + widths[1] * width)];
  const inside = sorted.filter((x) => x > range[0] && x < range[1]);
  const density = doubleCrystalBall({
    mean: parameter("mean", median, { min: median - 3 * width, max: median + 3 * width }),
    sigma: parameter("sigma", width, { min: 0.2 * width, max: 3 * width }),
    alphaLow: parameter("alphaLow", 1.5, START),
    nLow: parameter("nLow", 3, POWER),
    alphaHigh: parameter("alphaHigh", 1.5, START),
    nHigh: parameter("nHigh", 3, POWER),
    range,
  });
  const { minimum, parameters: p } = fit(unbinned(density, inside));
  if (!minimum.valid) return { reason: `signal shape at ${mass} GeV: ${minimum.reason}` };
  return {
    mass,
    efficiency: inside.length / generated,
    triggerEfficiency: sorted.length / beforeTrigger,
    offset: p.mean - at,
    sigma: p.sigma,
    alphaLow: p.alphaLow,
    nLow: p.nLow,
    alphaHigh: p.alphaHigh,
    nHigh: p.nHigh,
  };
}

/** The density of a peak whose mass lies at `at` in the observable, normalised on a range. */
export function peakDensity(shape: PeakShape, at: number, range: Range): Density {
  const { offset, sigma, alphaLow, nLow, alphaHigh, nHigh } = shape;
  return doubleCrystalBall({ mean: at + offset, sigma, alphaLow, nLow, alphaHigh, nHigh, range });
}

/**
 * Straight-line interpolation in mass of a number that simulation gave at some masses, in ascending order; the ends are
 * held.
 */
export function interpolated<T extends { readonly mass: number }>(
  nodes: readonly T[],
  mass: number,
  of: (node: T) => number,
): number {
  let i = nodes.findIndex((p) => p.mass >= mass);
  if (i === -1) i = nodes.length - 1;
  const b = nodes[i];
  const a = nodes[Math.max(0, i - 1)];
  const t = b.mass > a.mass ? (Math.min(mass, b.mass) - a.mass) / (b.mass - a.mass) : 0;
  return of(a) + t * (of(b) - of(a));
}

/** The peak at a mass between those that were simulated. */
export function interpolatePeak(peaks: readonly SignalPeak[], mass: number): SignalPeak {
  const mix = (name: Exclude<keyof SignalPeak, "mass">): number => interpolated(peaks, mass, (p) => p[name]);
  return {
    mass,
    efficiency: mix("efficiency"),
    triggerEfficiency: mix("triggerEfficiency"),
    offset: mix("offset"),
    sigma: mix("sigma"),
    alphaLow: mix("alphaLow"),
    nLow: mix("nLow"),
    alphaHigh: mix("alphaHigh"),
    nHigh: mix("nHigh"),
  };
}
