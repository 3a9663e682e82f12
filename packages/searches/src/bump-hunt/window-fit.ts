import { firstAtOrAbove } from "@belladonna/numerics";
import {
  bernstein,
  type Density,
  fit,
  type Likelihood,
  parameter,
  type Parameter,
  type Range,
  superposition,
} from "@belladonna/stats";
import { binsPerWidth, nearWidths } from "./facts.js";

/** Name of the parameter of interest: signal events in the fit window. */
const SIGNAL = "signal";

/** A stretch of the observable in which a peak is fitted over a smooth background. */
export interface FitWindow {
  /** Ends, in the unit of the observable. */
  readonly range: Range;
  /** The signal, its shape fixed, normalised in the window. */
  readonly peak: Density;
  /** Where it peaks. */
  readonly centre: number;
  /** Width of its core. */
  readonly width: number;
  /** Order of the background polynomial. */
  readonly order: number;
}

/**
 * Yields of a peak of fixed shape and of a background polynomial.
 *
 * The polynomial is written in Bernstein's basis with coefficients that are not negative, so that it is positive in the
 * whole window, also where the spectrum ends. They start from the simulated spectrum.
 */
interface Yields {
  readonly signal: Parameter;
  /** One a Bernstein polynomial, each normalised to one. */
  readonly background: readonly Parameter[];
}

/**
 * @param simulated - Background entries of the simulation in the bins of the window.
 * @param entries - Number of events the fit will see.
 */
function yieldsOf(order: number, simulated: Float64Array, entries: number): Yields {
  const parts = order + 1;
  const spectrum = new Float64Array(parts);
  simulated.forEach((count, b) => (spectrum[Math.floor((b * parts) / simulated.length)] += count));
  const sum = total(spectrum);
  const share = (count: number): number => Math.max(sum > 0 ? count / sum : 1 / parts, 1e-3) * Math.max(entries, 1);
  return {
    signal: parameter(SIGNAL, 0, { min: 0 }),
    background: Array.from(spectrum, (count, k) => parameter(`b${k}`, share(count), { min: 0 })),
  };
}

/** The Bernstein polynomials of an order, each normalised on the range. */
const polynomials = (order: number, range: Range): Density[] =>
  Array.from({ length: order + 1 }, (_, k) =>
    bernstein({ coefficients: Array.from({ length: order + 1 }, (_, j) => (j === k ? 1 : 0)), range }),
  );

/** Likelihood of numbers of entries in the bins of the window. */
function binnedLikelihood(window: FitWindow, { signal, background }: Yields, counts: Float64Array): Likelihood {
  const edges = binEdges(window);
  const shape = (density: Density): Float64Array =>
    counts.map((_, b) => density.integral(NONE, edges[b], edges[b + 1]));
  return superposition(
    counts,
    [
      { shape: shape(window.peak), yield: signal },
      ...polynomials(window.order, window.range).map((p, k) => ({ shape: shape(p), yield: background[k] })),
    ],
    { poi: SIGNAL },
  );
}

/** Values of the parameters of a density that has none. */
const NONE = new Float64Array();

/** Likelihood of numbers of data entries in the bins of the window; the simulated background gives the fit its start. */
export function dataLikelihood(window: FitWindow, simulated: Float64Array, data: Float64Array): Likelihood {
  return binnedLikelihood(window, yieldsOf(window.order, simulated, total(data)), data);
}

/**
 * Likelihood of the Asimov data of background alone: the polynomial fitted to simulation, at the luminosity of the data.
 *
 * @param simulated - Background entries of the simulation in the bins of the window.
 * @param scale - Luminosity of the data over that of the simulation.
 * @returns The likelihood, or why the background could not be fitted.
 */
export function backgroundAsimov(
  window: FitWindow,
  simulated: Float64Array,
  scale: number,
): Likelihood | { readonly reason: string } {
  const { order } = window;
  const likelihood = binnedLikelihood(window, yieldsOf(order, simulated, total(simulated)), simulated);
  const { minimum } = fit(likelihood, { fix: { [SIGNAL]: 0 } });
  if (!minimum.valid) return { reason: minimum.reason };
  const theta = minimum.theta.map((y) => scale * y);
  return binnedLikelihood(window, yieldsOf(order, simulated, total(theta)), simulated).asimov(theta);
}

const total = (counts: Float64Array): number => counts.reduce((sum, n) => sum + n, 0);

/** Numbers of sorted values in the bins of the window, or the sums of their weights. */
export function countsIn(window: FitWindow, sorted: Float64Array, weights?: Float64Array): Float64Array {
  const edges = binEdges(window);
  const counts = new Float64Array(edges.length - 1);
  let from = firstAtOrAbove(sorted, edges[0]);
  for (let b = 0; b < counts.length; b++) {
    const to = firstAtOrAbove(sorted, edges[b + 1]);
    if (weights === undefined) counts[b] = to - from;
    else for (let i = from; i < to; i++) counts[b] += weights[i];
    from = to;
  }
  return counts;
}

/** The stretch of the observable that belongs to a peak: the bins whose centres are within two widths of it. */
export function nearRange(window: FitWindow): Range {
  const edges = binEdges(window);
  const near = binsNear(window, edges);
  return near.length === 0 ? [window.centre, window.centre] : [edges[near[0]], edges[near[near.length - 1] + 1]];
}

/** Expected background in the {@link nearRange} of the peak, events. */
export function expectedNear(window: FitWindow, simulated: Float64Array, scale: number): number {
  return scale * binsNear(window, binEdges(window)).reduce((sum, b) => sum + simulated[b], 0);
}

function binsNear({ centre, width }: FitWindow, edges: Float64Array): number[] {
  const near: number[] = [];
  for (let b = 0; b + 1 < edges.length; b++) {
    if (Math.abs(0.5 * (edges[b] + edges[b + 1]) - centre) < nearWidths.value * width) near.push(b);
  }
  return near;
}

function binEdges({ range: [low, high], width }: FitWindow): Float64Array {
  // Windows are whole numbers of widths: what rounding leaves above one must not make a bin more.
  const bins = Math.max(10, Math.ceil(((high - low) / width) * binsPerWidth.value - 1e-6));
  return Float64Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + (i * (high - low)) / bins));
}
