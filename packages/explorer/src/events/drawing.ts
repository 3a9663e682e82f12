import type { Cylinder, Place, Scene } from "./scene.js";

/** A projection of the detector: across the beams, or along them with the distance from them upwards. */
export type Projection = "x–y" | "z–r";

/** What is drawn of an event, cm; y grows upwards. */
export interface Drawing {
  /** Smallest x, smallest y, width, height. */
  readonly view: readonly [number, number, number, number];
  /** Outlines of chamber, calorimeter, muon system, as rectangles or circles. */
  readonly outlines: readonly { readonly part: Cylinder["part"]; readonly d: string }[];
  /** Tracks as paths, with the name of what they were taken for. */
  readonly tracks: readonly { readonly name: string; readonly d: string }[];
  /** Clusters as bars. */
  readonly clusters: readonly { readonly d: string; readonly neutral: boolean }[];
  /** Marks in the muon system. */
  readonly muons: readonly { readonly x: number; readonly y: number }[];
}

/** Space around the muon system, cm. */
const MARGIN = 12;

/** Lay out an event in one projection. */
export function drawingOf({ parts, tracks, clusters, muons }: Scene, to: Projection): Drawing {
  const across = to === "x–y";
  const place = ([x, y, z]: Place, side: number): [number, number] =>
    across ? [x, y] : [z, Math.sqrt(x * x + y * y) * side];
  const side = ([, y]: Place): number => (y < 0 ? -1 : 1);
  const text = ([x, y]: readonly [number, number]): string => `${x.toFixed(1)},${y.toFixed(1)}`;
  const path = (places: readonly Place[], up: number): string => `M${places.map((p) => text(place(p, up))).join("L")}`;
  const [{ radius, back, front }] = parts;
  const [left, right] = across ? [-radius, radius] : [back, front];
  return {
    view: [left - MARGIN, -radius - MARGIN, right - left + 2 * MARGIN, 2 * (radius + MARGIN)],
    outlines: parts.map(({ part, radius: r, back: b, front: f }) => ({
      part,
      d: across ? `M${r},0A${r},${r},0,1,0,${-r},0A${r},${r},0,1,0,${r},0Z` : `M${b},${-r}H${f}V${r}H${b}Z`,
    })),
    tracks: tracks.map(({ name, places }) => ({
      name,
      d: path(places, places[places.length - 1][1] < places[0][1] ? -1 : 1),
    })),
    clusters: clusters.map(({ from, to: end, neutral }) => ({ d: path([from, end], side(from)), neutral })),
    muons: muons.map((p) => {
      const [x, y] = place(p, side(p));
      return { x, y };
    }),
  };
}
