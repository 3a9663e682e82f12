import type { Scene } from "../events/scene.js";
import type { EventView } from "../worker/answers.js";

/** Lengths and energies of a Phoenix file, mm and MeV, of one of ours, cm and GeV. */
const [MM, MEV] = [10, 1000];

/**
 * An event as a file for Phoenix, the event display of HSF: tracks as lines, clusters where the calorimeter is, marks in the
 * muon system as hits; an empty collection is left out, since Phoenix stops at one.
 * @param view - The event.
 * @param scene - The same event as it is drawn.
 * @param sample - Name of the sample, which names its collections.
 * @returns JSON as text.
 * @see https://github.com/HSF/phoenix/blob/main/guides/developers/event_data_format.md
 */
export function phoenixText({ index, tracks, clusters }: EventView, scene: Scene, sample: string): string {
  const eta = (theta: number): number => -Math.log(Math.tan(theta / 2));
  const millimetres = (place: readonly number[]): number[] => place.map((v) => MM * v);
  const collections = {
    Tracks: tracks.map(({ name, charge, momentum: [px, py, pz] }, i) => {
      const pt = Math.sqrt(px * px + py * py);
      return {
        pos: scene.tracks[i].places.map(millimetres),
        phi: Math.atan2(py, px),
        eta: eta(Math.atan2(pt, pz)),
        pT: MEV * pt,
        mom: MEV * Math.sqrt(pt * pt + pz * pz),
        charge,
        particle: name,
      };
    }),
    CaloClusters: clusters.map(({ energy, theta, phi }, i) => {
      const { from, to } = scene.clusters[i];
      const [x, y, z] = from;
      return {
        energy: MEV * energy,
        phi,
        eta: eta(theta),
        theta,
        radius: MM * Math.sqrt(x * x + y * y),
        z: Math.abs(MM * z),
        length: MM * Math.sqrt(to.reduce((sum, v, k) => sum + (v - from[k]) ** 2, 0)),
      };
    }),
    Hits: scene.muons.map(millimetres),
  };
  const names = { Tracks: sample, CaloClusters: sample, Hits: `${sample}, muon system` };
  const event = {
    // Numbered from 1 as on the screen; Phoenix takes 0 for none.
    "event number": index + 1,
    "run number": 1,
    ...Object.fromEntries(
      Object.entries(collections).flatMap(([type, objects]) =>
        objects.length > 0 ? [[type, { [names[type as keyof typeof names]]: objects }]] : [],
      ),
    ),
  };
  return `${JSON.stringify({ [`event ${index + 1}`]: event }, null, 1)}\n`;
}
