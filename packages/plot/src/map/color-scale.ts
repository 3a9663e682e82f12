/** Red, green, blue, 0 to 255, at even places from the lowest value to the highest. */
type Stops = readonly (readonly [number, number, number])[];

/**
 * `viridis`: S. van der Walt and N. Smith's map of matplotlib, equally bright steps, no copyright (CC0), at eleven places.
 * `diverging`: blue below, orange above, white in the middle; both are of the palette.
 */
const SCALES: Readonly<Record<ColorScheme, Stops>> = {
  viridis: [
    [68, 1, 84],
    [72, 37, 118],
    [65, 68, 135],
    [53, 96, 141],
    [42, 120, 142],
    [33, 144, 140],
    [34, 168, 132],
    [67, 191, 113],
    [122, 209, 81],
    [187, 223, 39],
    [253, 231, 37],
  ],
  diverging: [
    [0, 114, 178],
    [255, 255, 255],
    [213, 94, 0],
  ],
};

/** Colours of a map: dark to light, or two colours on either side of a middle. */
export type ColorScheme = "viridis" | "diverging";

/** Names of the schemes there are. */
export const COLOR_SCHEMES = Object.keys(SCALES) as readonly ColorScheme[];

/** The colour at a place from 0, the lowest value, to 1, the highest, as `#rrggbb`; between two stops it is linear. */
export function colorAt(place: number, scheme: ColorScheme): string {
  const stops = SCALES[scheme];
  const at = Math.min(Math.max(place, 0), 1) * (stops.length - 1);
  const i = Math.min(Math.floor(at), stops.length - 2);
  return `#${stops[i]
    .map((low, c) =>
      Math.round(low + (stops[i + 1][c] - low) * (at - i))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
