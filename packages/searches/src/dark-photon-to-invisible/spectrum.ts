import { lastAtOrBelow } from "@belladonna/numerics";
import { EDGES, selection } from "./selection.js";

/** Bins of the squared recoil mass, GeV². */
const BINS = { from: -12, width: 0.1, count: 1250 } as const;

/** Edges of the bins of polar angle, rad: every end that a range may have. */
const ANGLES: readonly number[] = [...EDGES.low, ...EDGES.high].sort((a, b) => a - b).map((d) => (d * Math.PI) / 180);

/** Events in bins of polar angle (rows) and squared recoil mass (columns). */
export type Spectrum = Float64Array;

/** A spectrum of nothing. */
export function emptySpectrum(): Spectrum {
  return new Float64Array((ANGLES.length - 1) * BINS.count);
}

/** Adds an event; what is outside all bins is left out. */
export function fill(spectrum: Spectrum, recoilSquared: number, theta: number, weight: number): void {
  const bin = Math.floor((recoilSquared - BINS.from) / BINS.width);
  if (!(bin >= 0 && bin < BINS.count && theta >= ANGLES[0] && theta < ANGLES[ANGLES.length - 1])) return;
  spectrum[lastAtOrBelow(ANGLES, theta) * BINS.count + bin] += weight;
}

/** A counting window: a range of squared recoil mass, GeV², and of polar angle by its bins, the last one excluded. */
export interface CountingWindow {
  /** Ends of the squared recoil mass, GeV². */
  readonly recoil: readonly [number, number];
  /** First and one past the last bin of polar angle. */
  readonly angles: readonly [number, number];
}

/** Events in a window: bins whose centres are inside. */
export function inWindow(spectrum: Spectrum, { recoil, angles }: CountingWindow): number {
  const bin = (m2: number): number => Math.min(BINS.count, Math.max(0, Math.ceil((m2 - BINS.from) / BINS.width - 0.5)));
  const [first, last] = [bin(recoil[0]), bin(recoil[1])];
  let sum = 0;
  for (let row = angles[0]; row < angles[1]; row++) {
    for (let b = first; b < last; b++) sum += spectrum[row * BINS.count + b];
  }
  return sum;
}

/** All ranges of polar angle that are tried, by bins. */
export const angleRanges: readonly (readonly [number, number])[] = EDGES.low.flatMap((_, i) =>
  EDGES.high.map((_high, j) => [i, ANGLES.length - 1 - j] as const),
);

/** A range of bins of polar angle in degrees. */
export function degreesOf([from, to]: readonly [number, number]): [number, number] {
  return [(ANGLES[from] * 180) / Math.PI, (ANGLES[to] * 180) / Math.PI];
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

/** The counting window of a signal in a range of polar angle. */
export function windowOf(
  { centre, sigma }: { readonly centre: number; readonly sigma: number },
  angles: readonly [number, number],
): CountingWindow {
  return {
    recoil: [centre + selection.window[0] * sigma, centre + selection.window[1] * sigma],
    angles,
  };
}
