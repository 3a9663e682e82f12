import type { EventView, Sample } from "../worker/answers.js";

/** A place in the detector: x, y, z in cm. */
export type Place = readonly [x: number, y: number, z: number];

/** A part of the detector: a cylinder about the beams' axis, cm. */
export interface Cylinder {
  /** Part. */
  readonly part: "chamber" | "calorimeter" | "muons";
  /** Radius. */
  readonly radius: number;
  /** Backward end. */
  readonly back: number;
  /** Forward end. */
  readonly front: number;
}

/** What is drawn of an event, whichever way it is looked at. */
export interface Scene {
  /** Parts of the detector, the outermost first. */
  readonly parts: readonly Cylinder[];
  /** Tracks, with the name of what they were taken for. */
  readonly tracks: readonly { readonly name: string; readonly places: readonly Place[] }[];
  /** Clusters as bars outwards from the calorimeter's front. */
  readonly clusters: readonly {
    readonly from: Place;
    readonly to: Place;
    readonly neutral: boolean;
  }[];
  /** Marks where what reached the muon system leaves it. */
  readonly muons: readonly Place[];
}

/** Length of a bar for a cluster of 1 GeV, cm; it grows with the logarithm of the energy. */
const BAR = 34;

/** The place at a distance along a direction. */
function along(theta: number, phi: number, distance: number): Place {
  const across = distance * Math.sin(theta);
  return [across * Math.cos(phi), across * Math.sin(phi), distance * Math.cos(theta)];
}

/** What a track is drawn as, by its name: the particle without its charge, `mu`, `pi`, `e`. */
export function lookOf(name: string): string {
  return name.replace(/[^a-z]/g, "");
}

/** Where everything of an event is, in the coordinates of the laboratory. */
export function sceneOf(event: EventView, { chamber, calorimeter, muons }: Sample["detector"]): Scene {
  const [radius, back, front] = muons;
  const part = (name: Cylinder["part"], [r, b, f]: readonly number[]): Cylinder => ({
    part: name,
    radius: r,
    back: b,
    front: f,
  });
  const [inner, outer, ...ends] = chamber;
  return {
    parts: [
      part("muons", muons),
      part("calorimeter", calorimeter),
      part("chamber", [outer, ...ends]),
      part("chamber", [inner, ...ends]),
    ],
    tracks: event.tracks.map(({ name, path: { x, y, z } }) => ({
      name,
      places: x.map((_, i): Place => [x[i], y[i], z[i]]),
    })),
    clusters: event.clusters.map(({ theta, phi, distance, energy, neutral }) => {
      const length = Math.max(4, BAR * (1 + Math.log10(energy)));
      return { from: along(theta, phi, distance), to: along(theta, phi, distance + length), neutral };
    }),
    muons: event.muons.map(({ theta, phi }) => {
      const end = (theta < Math.PI / 2 ? front : back) / Math.cos(theta);
      return along(theta, phi, Math.min(radius / Math.sin(theta), end));
    }),
  };
}
