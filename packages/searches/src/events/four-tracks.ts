import type { Detected } from "@belladonna/trigger";

/** Events with exactly four tracks from the collision point, two of either charge. */
export interface FourTracks {
  /** Number of events. */
  readonly length: number;
  /** Which event each is. */
  readonly event: Int32Array;
  /** Rows of the tracks, four an event: the negative ones, then the positive ones. */
  readonly rows: Int32Array;
}

/** What a track from the collision point is. */
export interface TrackCuts {
  /** Largest transverse impact parameter, cm. */
  readonly d0: number;
  /** Largest distance along the beams, cm. */
  readonly z0: number;
}

/** Finds the events with four tracks from the collision point and no charge. */
export function fourTracks({ length, tracks }: Detected, { d0, z0 }: TrackCuts): FourTracks {
  const event = new Int32Array(length);
  const rows = new Int32Array(4 * length);
  let n = 0;
  for (let i = 0; i < length; i++) {
    let minus = 0;
    let plus = 0;
    for (let k = tracks.offsets[i]; k < tracks.offsets[i + 1]; k++) {
      if (!(Math.abs(tracks.d0[k]) < d0 && Math.abs(tracks.z0[k]) < z0)) continue;
      if (tracks.charge[k] < 0) {
        if (minus < 2) rows[4 * n + minus] = k;
        minus++;
      } else {
        if (plus < 2) rows[4 * n + 2 + plus] = k;
        plus++;
      }
    }
    if (minus !== 2 || plus !== 2) continue;
    event[n] = i;
    n++;
  }
  return { length: n, event: event.slice(0, n), rows: rows.slice(0, 4 * n) };
}
