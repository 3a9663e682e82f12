import type { EventView, Sample } from "../worker/answers.js";

/** A projection of the detector: across the beams, or along them with the distance from them upwards. */
export type Projection = "x–y" | "z–r";

/** What is drawn of an event, cm; y grows upwards. */
export interface Drawing {
  /** Smallest x, smallest y, width, height. */
  readonly view: readonly [number, number, number, number];
  /** Outlines of chamber, calorimeter, muon system, as rectangles or circles. */
  readonly outlines: readonly Outline[];
  /** Tracks as paths, with the name of what they were taken for. */
  readonly tracks: readonly { readonly name: string; readonly d: string }[];
  /** Clusters as bars. */
  readonly clusters: readonly { readonly d: string; readonly neutral: boolean; readonly energy: number }[];
  /** Marks in the muon system. */
  readonly muons: readonly { readonly x: number; readonly y: number }[];
}

/** An outline of a part of the detector. */
interface Outline {
  /** Part. */
  readonly part: "chamber" | "calorimeter" | "muons";
  /** Path. */
  readonly d: string;
}

/** Space around the muon system, cm. */
const MARGIN = 12;

/** Length of a bar for a cluster of 1 GeV, cm; it grows with the logarithm of the energy. */
const BAR = 34;

/** Lay out an event in one projection. */
export function drawingOf(
  event: EventView,
  { chamber, calorimeter, muons }: Sample["detector"],
  to: Projection,
): Drawing {
  const across = to === "x–y";
  const place = (x: number, y: number, z: number, side: number): [number, number] =>
    across ? [x, y] : [z, Math.sqrt(x * x + y * y) * side];
  const [muonRadius, muonBack, muonFront] = muons;
  const outline = (part: Outline["part"], radius: number, back: number, front: number): Outline => ({
    part,
    d: across
      ? `M${radius},0A${radius},${radius},0,1,0,${-radius},0A${radius},${radius},0,1,0,${radius},0Z`
      : `M${back},${-radius}H${front}V${radius}H${back}Z`,
  });
  const side = (phi: number): number => (Math.sin(phi) < 0 ? -1 : 1);
  const direction = (theta: number, phi: number): [number, number, number] => [
    Math.sin(theta) * Math.cos(phi),
    Math.sin(theta) * Math.sin(phi),
    Math.cos(theta),
  ];
  const at = (theta: number, phi: number, distance: number): [number, number] => {
    const [x, y, z] = direction(theta, phi);
    return place(distance * x, distance * y, distance * z, side(phi));
  };
  const text = ([x, y]: readonly [number, number]): string => `${x.toFixed(1)},${y.toFixed(1)}`;
  return {
    view: across
      ? [-muonRadius - MARGIN, -muonRadius - MARGIN, 2 * (muonRadius + MARGIN), 2 * (muonRadius + MARGIN)]
      : [muonBack - MARGIN, -muonRadius - MARGIN, muonFront - muonBack + 2 * MARGIN, 2 * (muonRadius + MARGIN)],
    outlines: [
      outline("muons", muonRadius, muonBack, muonFront),
      outline("calorimeter", calorimeter[0], calorimeter[1], calorimeter[2]),
      outline("chamber", chamber[1], chamber[2], chamber[3]),
      outline("chamber", chamber[0], chamber[2], chamber[3]),
    ],
    tracks: event.tracks.map(({ name, path: { x, y, z } }) => {
      const up = y[y.length - 1] < y[0] ? -1 : 1;
      return { name, d: `M${x.map((v, i) => text(place(v, y[i], z[i], up))).join("L")}` };
    }),
    clusters: event.clusters.map(({ theta, phi, distance, energy, neutral }) => {
      const length = Math.max(4, BAR * (1 + Math.log10(energy)));
      return { d: `M${text(at(theta, phi, distance))}L${text(at(theta, phi, distance + length))}`, neutral, energy };
    }),
    muons: event.muons.map(({ theta, phi }) => {
      const [x, y, z] = direction(theta, phi);
      const reach = Math.min(muonRadius / Math.hypot(x, y), (z > 0 ? muonFront : muonBack) / z);
      const [px, py] = place(reach * x, reach * y, reach * z, side(phi));
      return { x: px, y: py };
    }),
  };
}
