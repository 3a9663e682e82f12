import { LEVEL1_FIT, LEVEL1_FULL, LEVEL1_NEURAL, LEVEL1_SHORT, type TrackColumns } from "../detector/detected.js";
import { singleTrack, type Reading } from "./cdc.js";
import { pairClasses, sectorOf } from "./sectors.js";

/** Most tracks of a kind that are looked at in one event; more only raise counts. */
const MAXIMUM = 64;

/** What the drift-chamber trigger says of one event. */
export interface ChamberDecision {
  /** Full tracks. */
  full: number;
  /** Full tracks fitted in three dimensions with $|z_0|$ < 35 cm. */
  fitted: number;
  /** Neural tracks with $|z_0|$ < 20 cm. */
  neural: number;
  /** Short tracks. */
  short: number;
  /** Whether a neural track fulfils the single-track condition. */
  single: boolean;
  /** Classes of angle among pairs of full tracks. */
  fullPairs: number;
  /** Classes of angle among pairs of a short and a full track. */
  shortFullPairs: number;
  /** Classes of angle among pairs of short tracks. */
  shortPairs: number;
  /** Rows of the full tracks. */
  readonly fullRows: Int32Array;
  /** Rows of the short tracks. */
  readonly shortRows: Int32Array;
  /** Row of a fitted track, −1 for none. */
  fittedRow: number;
}

/** A decision with nothing set. */
export function newChamberDecision(): ChamberDecision {
  return {
    full: 0,
    fitted: 0,
    neural: 0,
    short: 0,
    single: false,
    fullPairs: 0,
    shortFullPairs: 0,
    shortPairs: 0,
    fullRows: new Int32Array(MAXIMUM),
    shortRows: new Int32Array(MAXIMUM),
    fittedRow: -1,
  };
}

const fullSectors = new Int8Array(MAXIMUM);
const shortSectors = new Int8Array(MAXIMUM);

/** Counts the level-1 tracks in rows `first` to `last − 1` and the angles between them. */
export function decideChamber(
  tracks: TrackColumns,
  first: number,
  last: number,
  reading: Reading,
  out: ChamberDecision,
): void {
  out.full = out.fitted = out.neural = out.short = 0;
  out.fullPairs = out.shortFullPairs = out.shortPairs = 0;
  out.single = false;
  out.fittedRow = -1;
  for (let t = first; t < last; t++) {
    const flags = tracks.level1[t];
    if (flags === 0) continue;
    const sector = sectorOf(tracks.level1Phi[t]);
    if ((flags & LEVEL1_SHORT) !== 0 && out.short < MAXIMUM) {
      for (let k = 0; k < out.short; k++) out.shortPairs |= pairClasses(sector, shortSectors[k]);
      shortSectors[out.short] = sector;
      out.shortRows[out.short++] = t;
    }
    if ((flags & LEVEL1_FULL) !== 0 && out.full < MAXIMUM) {
      for (let k = 0; k < out.full; k++) out.fullPairs |= pairClasses(sector, fullSectors[k]);
      fullSectors[out.full] = sector;
      out.fullRows[out.full++] = t;
    }
    if ((flags & LEVEL1_FIT) !== 0 && Math.abs(tracks.level1FitZ[t]) < 35) {
      out.fitted++;
      out.fittedRow = t;
    }
    if ((flags & LEVEL1_NEURAL) !== 0) {
      const z = tracks.level1Z[t];
      if (Math.abs(z) < 20) out.neural++;
      out.single ||= singleTrack(z, tracks.level1Omega[t], tracks.level1CotTheta[t], reading);
    }
  }
  for (let s = 0; s < out.short; s++) {
    for (let f = 0; f < out.full; f++) out.shortFullPairs |= pairClasses(shortSectors[s], fullSectors[f]);
  }
}
