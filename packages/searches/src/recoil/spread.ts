import type { Events } from "./events.js";
import type { Part } from "./histogram.js";

/** Half-width in the squared recoil mass over which an event of a smooth background is spread, GeV². */
export const smoothReach = (mass2: number): number => 0.2 + 0.02 * Math.abs(mass2);

/** A background of a luminosity in fb⁻¹ as it fills a histogram, each event spread by a half-width. */
export function spread(events: Events, luminosity: number, reach: (mass2: number) => number): Part {
  return { events, scale: luminosity, from: (mass2) => -reach(mass2), to: (mass2) => reach(mass2) };
}
