import { angleBin, ANGLES, BINS, type CountingWindow, recoilBin, recoilBins } from "./counting-window.js";

/** Events in bins of polar angle (rows) and squared recoil mass (columns). */
export type Spectrum = Float64Array;

/** A spectrum of nothing. */
export function emptySpectrum(): Spectrum {
  return new Float64Array((ANGLES.length - 1) * BINS.count);
}

/** Adds an event; what is outside all bins is left out. */
export function fill(spectrum: Spectrum, recoilSquared: number, theta: number, weight: number): void {
  const bin = recoilBin(recoilSquared);
  const row = angleBin(theta);
  if (bin < 0 || row < 0) return;
  spectrum[row * BINS.count + bin] += weight;
}

/** Events in a window: bins whose centres are inside. */
export function inWindow(spectrum: Spectrum, window: CountingWindow): number {
  const { angles } = window;
  const [first, last] = recoilBins(window);
  let sum = 0;
  for (let row = angles[0]; row < angles[1]; row++) {
    for (let b = first; b < last; b++) sum += spectrum[row * BINS.count + b];
  }
  return sum;
}

/** Median of the squared recoil mass near the true one, and half of the interval that holds the middle 68 %. */
export function peakOf(recoilSquared: Float64Array, truth: number): { centre: number; sigma: number } | undefined {
  let sorted = recoilSquared.slice().sort();
  for (const reach of [8, 4, 3] as const) {
    const sigma = reach === 8 ? 1 : widthOf(sorted);
    const centre = reach === 8 ? truth : sorted[sorted.length >> 1];
    sorted = sorted.filter((x) => Math.abs(x - centre) < reach * sigma);
    if (sorted.length < FEWEST) return undefined;
  }
  return { centre: sorted[sorted.length >> 1], sigma: widthOf(sorted) };
}

/** Fewest signal events that make a peak. */
const FEWEST = 50;

const widthOf = (sorted: Float64Array): number =>
  0.5 * (sorted[Math.floor(0.841 * (sorted.length - 1))] - sorted[Math.floor(0.159 * (sorted.length - 1))]);
