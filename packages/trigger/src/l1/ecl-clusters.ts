import { cellX, cellY, cellZ } from "./trigger-cells.js";
import { CELLS, type CellEnergies, type CellGeometry } from "./cells.js";

/** Most clusters the level-1 trigger passes on. */
export const MAXIMUM_CLUSTERS = 6;

/** Calorimeter clusters of level 1 in one event. */
export interface TriggerClusters {
  /** Central cell of each. */
  readonly cell: Int16Array;
  /** Energy of each in the lab, GeV. */
  readonly energy: Float64Array;
  /** Energy-weighted $x$ of its cells, cm. */
  readonly x: Float64Array;
  /** Energy-weighted $y$ of its cells, cm. */
  readonly y: Float64Array;
  /** Energy-weighted $z$ of its cells, cm. */
  readonly z: Float64Array;
  /** Number of clusters. */
  count: number;
  /** Whether there were more than could be passed on. */
  overflow: boolean;
  /** Clusters of forward endcap and barrel before the limit, as counted by isolation alone. */
  isolated: number;
}

/** No clusters. */
export function newTriggerClusters(): TriggerClusters {
  return {
    cell: new Int16Array(MAXIMUM_CLUSTERS),
    energy: new Float64Array(MAXIMUM_CLUSTERS),
    x: new Float64Array(MAXIMUM_CLUSTERS),
    y: new Float64Array(MAXIMUM_CLUSTERS),
    z: new Float64Array(MAXIMUM_CLUSTERS),
    count: 0,
    overflow: false,
    isolated: 0,
  };
}

/**
 * Clusters of 3 × 3 trigger cells.
 *
 * A hit cell starts a cluster when neither the cell before it in azimuth nor the one outside it in ring number is hit,
 * and not both of the one after it and the one after-outside it; so a group of neighbouring cells counts once. The most
 * energetic of the nine cells around it becomes the centre, and the energies of the nine around the centre are summed.
 * At most six clusters are kept: of the barrel first, then of the forward, then of the backward endcap, each in order of
 * cell number (basf2 trg/ecl/src/TrgEclCluster.cc).
 */
export function findClusters(cells: CellEnergies, { neighbours, ring }: CellGeometry, out: TriggerClusters): void {
  const { energy, hits } = cells;
  out.count = 0;
  out.overflow = false;
  out.isolated = 0;
  if (cells.count === 0) return;
  sortHits(cells);
  for (let part = 0; part < 3; part++) {
    // Barrel, forward, backward; cells are numbered forward, barrel, backward.
    const first = part === 0 ? 81 : part === 1 ? 1 : 513;
    const last = part === 0 ? 512 : part === 1 ? 80 : CELLS;
    for (let i = 0; i < cells.count; i++) {
      const tc = hits[i];
      if (tc < first || tc > last) continue;
      const at = 9 * tc;
      const outer = energy[neighbours[at + 7]] > 0 || (ring[tc] === 1 && energy[neighbours[at + 3]] > 0);
      if (outer || energy[neighbours[at + 1]] > 0) continue;
      if (energy[neighbours[at + 5]] > 0 && energy[neighbours[at + 6]] > 0) continue;
      if (part < 2) out.isolated++;
      let centre = tc;
      for (let k = 1; k < 9; k++) {
        const other = neighbours[at + k];
        if (energy[other] > energy[centre]) centre = other;
      }
      if (out.count === MAXIMUM_CLUSTERS) {
        out.overflow = true;
        continue;
      }
      addCluster(cells, neighbours, centre, out);
    }
  }
}

/** Insertion sort: a few numbers, and cheaper than the engine's for as many. */
function sortHits({ hits, count }: CellEnergies): void {
  for (let i = 1; i < count; i++) {
    const moving = hits[i];
    let j = i;
    for (; j > 0 && hits[j - 1] > moving; j--) hits[j] = hits[j - 1];
    hits[j] = moving;
  }
}

/** Appends the cluster of the nine cells around `centre`. */
function addCluster({ energy }: CellEnergies, neighbours: Int16Array, centre: number, out: TriggerClusters): void {
  let sum = 0;
  let x = 0;
  let y = 0;
  let z = 0;
  for (let k = 0; k < 9; k++) {
    const tc = neighbours[9 * centre + k];
    const e = energy[tc];
    // Number 0 stands for no cell and has no energy.
    if (e === 0) continue;
    sum += e;
    x += e * cellX[tc - 1];
    y += e * cellY[tc - 1];
    z += e * cellZ[tc - 1];
  }
  const row = out.count++;
  out.cell[row] = centre;
  out.energy[row] = sum;
  out.x[row] = x / sum;
  out.y[row] = y / sum;
  out.z[row] = z / sum;
}
