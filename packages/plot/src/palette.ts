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

/** Fill of the band of 68 % and of 95 % around an expected limit: they differ in lightness, not only in hue. */
export const brazil: { /** 68 %. */ readonly one: string; /** 95 %. */ readonly two: string } = {
  one: "#5BB974",
  two: "#FBE38E",
};
