import type { EventView } from "../worker/answers.js";

/** Lengths and energies of a Phoenix file, mm and MeV, of one of ours, cm and GeV. */
const [MM, MEV] = [10, 1000];

/**
 * An event as a file for Phoenix, the event display of HSF: tracks as lines, clusters by energy, η and φ.
 * @param view - The event.
 * @param sample - Name of the sample.
 * @returns JSON as text.
 * @see https://github.com/HSF/phoenix/blob/main/guides/developers/event_data_format.md
 */
export function phoenixText({ index, tracks, clusters }: EventView, sample: string): string {
  const eta = (theta: number): number => -Math.log(Math.tan(theta / 2));
  const event = {
    "event number": index,
    "run number": 0,
    Tracks: {
      [sample]: tracks.map(({ name, momentum: [px, py, pz], path: { x, y, z } }) => ({
        pos: x.map((_, i) => [MM * x[i], MM * y[i], MM * z[i]]),
        dparams: [0, 0, Math.atan2(py, px), Math.atan2(Math.sqrt(px * px + py * py), pz), 0],
        particle: name,
      })),
    },
    CaloClusters: {
      [sample]: clusters.map(({ energy, theta, phi }) => ({ energy: MEV * energy, eta: eta(theta), phi })),
    },
  };
  return `${JSON.stringify({ [`event ${index}`]: event }, null, 1)}\n`;
}
