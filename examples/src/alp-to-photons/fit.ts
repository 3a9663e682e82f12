import {
  bernstein,
  binned,
  crystalBall,
  type Density,
  fit,
  type Likelihood,
  parameter,
  sum,
  unbinned,
} from "@belladonna/stats";
import type { Hypothesis } from "./hypothesis.js";
import { TAIL_POWER } from "./signal-shape.js";

/** Name of the parameter of interest: signal events in the fit window. */
const SIGNAL = "signal";

/** Name of the yield of the background in the fit window. */
const BACKGROUND = "background";

/** Bins a signal width, for Asimov data and for data too many to be fitted one by one. */
const BINS_PER_WIDTH = 4;

/** Entries above which data are binned: bins of a quarter of a width lose 0.3 % of the information on the signal. */
const MOST_UNBINNED = 10_000;

/**
 * Crystal Ball for the signal, its shape fixed from simulation, and a polynomial for the background; both yields float.
 *
 * The polynomial is written in Bernstein's basis with coefficients that are not negative, so that it is positive in the
 * whole window, also where the spectrum ends. They start from the simulated spectrum; the largest, which only sets the
 * scale, is held.
 * @param simulated - Background entries of the simulation in the bins of the window.
 * @param entries - Number of events the fit will see.
 */
function windowModel({ mass, shape, window, region }: Hypothesis, simulated: Float64Array, entries: number): Density {
  const peak = crystalBall({
    mean: mass * mass + shape.offset,
    sigma: shape.sigma,
    alpha: shape.alpha,
    n: TAIL_POWER,
    range: window,
  });
  const parts = region.order + 1;
  const spectrum = new Float64Array(parts);
  simulated.forEach((count, b) => (spectrum[Math.floor((b * parts) / simulated.length)] += count));
  const largest = Math.max(...spectrum, 1);
  const coefficients = Array.from(spectrum, (count, k) => {
    const start = count / largest;
    return start === 1 ? 1 : parameter(`b${k}`, Math.max(start, 1e-3), { min: 0 });
  });
  return sum([peak, bernstein({ coefficients, range: window })], {
    yields: [parameter(SIGNAL, 0, { min: 0 }), parameter(BACKGROUND, Math.max(entries, 1), { min: 0 })],
  });
}

/** Entries in a window: each, or their number in each bin where they are too many to be fitted one by one. */
export type Entries = { readonly values: Float64Array } | { readonly counts: Float64Array };

/** Entries of sorted values in the window. */
export function entriesIn(hypothesis: Hypothesis, sorted: Float64Array): Entries {
  const [low, high] = hypothesis.window;
  const from = lowerBound(sorted, low);
  const to = lowerBound(sorted, high);
  return to - from > MOST_UNBINNED ? { counts: countsIn(hypothesis, sorted) } : { values: sorted.slice(from, to) };
}

/** Likelihood of data in the window; the simulated background gives the fit its start. */
export function dataLikelihood(hypothesis: Hypothesis, simulated: Float64Array, data: Entries): Likelihood {
  if ("values" in data) {
    return unbinned(windowModel(hypothesis, simulated, data.values.length), data.values, { poi: SIGNAL });
  }
  const { counts } = data;
  const model = windowModel(hypothesis, simulated, total(counts));
  return binned(model, counts, binEdges(hypothesis), { poi: SIGNAL });
}

/**
 * Likelihood of the Asimov data of background alone: the polynomial fitted to simulation, at the luminosity of the data.
 *
 * @param simulated - Background entries of the simulation in the bins of the window.
 * @param scale - Luminosity of the data over that of the simulation.
 * @returns The likelihood, or why the background could not be fitted.
 */
export function backgroundAsimov(
  hypothesis: Hypothesis,
  simulated: Float64Array,
  scale: number,
): Likelihood | { readonly reason: string } {
  const edges = binEdges(hypothesis);
  const model = windowModel(hypothesis, simulated, total(simulated));
  const likelihood = binned(model, simulated, edges, { poi: SIGNAL });
  const { minimum } = fit(likelihood, { fix: { [SIGNAL]: 0 } });
  if (!minimum.valid) return { reason: minimum.reason };
  const theta = minimum.theta.slice();
  const background = model.parameters.findIndex(({ name }) => name === BACKGROUND);
  theta[background] *= scale;
  return binned(windowModel(hypothesis, simulated, theta[background]), simulated, edges, { poi: SIGNAL }).asimov(theta);
}

const total = (counts: Float64Array): number => counts.reduce((sum, n) => sum + n, 0);

/** Numbers of sorted values in the bins of the window. */
export const countsIn = (hypothesis: Hypothesis, sorted: Float64Array): Float64Array =>
  countsOf(sorted, binEdges(hypothesis));

/** Expected background within two resolutions of the peak, events. */
export function expectedNear(hypothesis: Hypothesis, simulated: Float64Array, scale: number): number {
  const edges = binEdges(hypothesis);
  const { mass, shape } = hypothesis;
  const centre = mass * mass + shape.offset;
  const near = simulated.filter((_, b) => Math.abs(0.5 * (edges[b] + edges[b + 1]) - centre) < 2 * shape.sigma);
  return scale * total(near);
}

function binEdges({ window: [low, high], shape }: Hypothesis): Float64Array {
  const bins = Math.max(10, Math.ceil(((high - low) / shape.sigma) * BINS_PER_WIDTH));
  return Float64Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + (i * (high - low)) / bins));
}

function countsOf(sorted: Float64Array, edges: Float64Array): Float64Array {
  const counts = new Float64Array(edges.length - 1);
  let from = lowerBound(sorted, edges[0]);
  for (let b = 0; b < counts.length; b++) {
    const to = lowerBound(sorted, edges[b + 1]);
    counts[b] = to - from;
    from = to;
  }
  return counts;
}

function lowerBound(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sorted[mid] < x) low = mid + 1;
    else high = mid;
  }
  return low;
}
