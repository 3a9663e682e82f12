import { lastAtOrBelow } from "@belladonna/numerics";
import { belle2 } from "@belladonna/trigger";
import type { Quantity } from "../selection/quantity.js";

/** Half-width of the counting window around the peak in squared recoil mass. */
export const HALF: Quantity = {
  quantity: "half-width of the counting window in squared recoil mass s − 2√s E*",
  value: 2,
  unit: "resolutions",
  standing: "stand-in",
  source: "ours",
};

/** Ends of the ranges of polar angle among which the best one is chosen, beside those of the barrel. */
export const EDGES: Quantity<{ readonly low: readonly number[]; readonly high: readonly number[] }> = (() => {
  const value = { low: [36, 40, 44, 50, 56, 64], high: [124, 118, 112, 104, 98] };
  return {
    quantity: "polar angle",
    value,
    unit: "°",
    text: `from the barrel's edge or ${value.low.join(", ")}°, to the other or ${value.high.join(", ")}°: the range with the best expected limit, mass by mass`,
    standing: "stand-in" as const,
    source: "the projection has a region in (E*, θ) for low and one for high masses; its edges are not known to us",
  };
})();

/** Constant $a$ of Punzi's figure of merit, by which the range of polar angle is chosen. */
export const PUNZI: Quantity = {
  quantity: "a of Punzi's figure of merit, which chooses the range of polar angle",
  value: 1.64,
  unit: "1",
  standing: "stand-in",
  source: "ours, one-sided 95 %",
};

/** Bins of the squared recoil mass, GeV². */
export const BINS = { from: -12, width: 0.1, count: 1250 } as const;

const radians = (degrees: readonly number[]): number[] => degrees.map((d) => (d * Math.PI) / 180);
const [first, last] = belle2.calorimeter.barrel;
const LOW: readonly number[] = [first, ...radians(EDGES.value.low)];
const HIGH: readonly number[] = [last, ...radians(EDGES.value.high)];

/** Edges of the bins of polar angle, rad: every end that a range may have. */
export const ANGLES: readonly number[] = [...LOW, ...HIGH].sort((a, b) => a - b);

/** A counting window: a range of squared recoil mass, GeV², and of polar angle by its bins, the last one excluded. */
export interface CountingWindow {
  /** Ends of the squared recoil mass, GeV². */
  readonly recoil: readonly [number, number];
  /** First and one past the last bin of polar angle. */
  readonly angles: readonly [number, number];
}

/** The window that holds all bins. */
export const wholeWindow: CountingWindow = {
  recoil: [BINS.from, BINS.from + BINS.count * BINS.width],
  angles: [0, ANGLES.length - 1],
};

/** The counting window of a signal in a range of polar angle. */
export function windowOf(
  { centre, sigma }: { readonly centre: number; readonly sigma: number },
  angles: readonly [number, number],
): CountingWindow {
  return { recoil: [centre - HALF.value * sigma, centre + HALF.value * sigma], angles };
}

/** Bin of a squared recoil mass, GeV²; −1 outside all. */
export function recoilBin(recoilSquared: number): number {
  const bin = Math.floor((recoilSquared - BINS.from) / BINS.width);
  return bin >= 0 && bin < BINS.count ? bin : -1;
}

/** Bin of a polar angle, rad; −1 outside all. */
export function angleBin(theta: number): number {
  if (!(theta >= ANGLES[0] && theta < ANGLES[ANGLES.length - 1])) return -1;
  return lastAtOrBelow(ANGLES, theta);
}

/** First and one past the last bin of squared recoil mass in a window: those whose centres are inside. */
export function recoilBins({ recoil }: CountingWindow): [number, number] {
  const bin = (m2: number): number => Math.min(BINS.count, Math.max(0, Math.ceil((m2 - BINS.from) / BINS.width - 0.5)));
  return [bin(recoil[0]), bin(recoil[1])];
}

/** All ranges of polar angle that are tried, by bins. */
export const angleRanges: readonly (readonly [number, number])[] = LOW.flatMap((_, i) =>
  HIGH.map((_high, j) => [i, ANGLES.length - 1 - j] as const),
);

/** A range of bins of polar angle in degrees. */
export function degreesOf([from, to]: readonly [number, number]): [number, number] {
  return [(ANGLES[from] * 180) / Math.PI, (ANGLES[to] * 180) / Math.PI];
}
