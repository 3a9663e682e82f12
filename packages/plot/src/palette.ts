/**
 * Colours that people with any common colour vision tell apart: M. Okabe and K. Ito, Color Universal Design (2008), the
 * yellow left out for lines (too light on white).
 */
export const palette: readonly string[] = [
  "#0072B2",
  "#D55E00",
  "#009E73",
  "#CC79A7",
  "#56B4E9",
  "#E69F00",
  "#5D5D5D",
  "#7A4FBF",
];

/** Fills of the bands of an expected limit. */
export interface BandColors {
  /** Band of 68 %. */
  readonly one: string;
  /** Band of 95 %. */
  readonly two: string;
}

/** Fill of the band of 68 % and of 95 % around an expected limit: they differ in lightness, not only in hue. */
export const brazil: BandColors = { one: "#5BB974", two: "#FBE38E" };

/** Fills of stacked histograms: pale, in the order of {@link palette}, apart in lightness. */
const FILLS: readonly string[] = ["#9CC9E8", "#F3C9A5", "#A8DCC6", "#E8C4D8", "#C9C9C9", "#F5E3A6"];

/** The fill of the histogram with this place in a stack. */
export function fillOf(place: number): string {
  return FILLS[place % FILLS.length];
}
