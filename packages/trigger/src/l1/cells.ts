import { DEGREE } from "@belladonna/kinematics";
import { firstAbove } from "@belladonna/numerics";
import { atan2, cos, exp, sin } from "@belladonna/numerics/elementary";
import { cellPhiId, cellThetaId, cellX, cellY, cellZ } from "./trigger-cells.js";

/** Number of trigger cells; they are numbered from 1. */
export const CELLS = 576;

const RINGS = 17;
/** Azimuthal bins of the look-up of a direction's cell; all cell edges of the barrel fall on edges of bins. */
const PHI_BINS = 1440;

/** Where each trigger cell is, and which are its neighbours. */
export interface CellGeometry {
  /** Polar angle of each cell's centre, rad; index 0 is not a cell. */
  readonly theta: Float64Array;
  /** Azimuth of each cell's centre, rad. */
  readonly phi: Float64Array;
  /** Ring of each cell, 1-17. */
  readonly ring: Int8Array;
  /** Half of each cell's extent in azimuth, rad. */
  readonly halfPhi: Float64Array;
  /** Lower edges in polar angle of rings 1-17 at 0-16, rad, then the upper edge of the last. */
  readonly thetaEdges: Float64Array;
  /** Cell by ring − 1 and azimuthal bin. */
  readonly lookup: Int16Array;
  /**
   * Nine entries a cell: itself, then before, before-inner, inner, after-inner, after, after-outer, outer, before-outer,
   * where before and after are in azimuth and inner has the smaller ring; 0 where there is none.
   */
  readonly neighbours: Int16Array;
}

let geometry: CellGeometry | undefined;

/** The trigger cells' geometry, computed at the first call. */
export function cellGeometry(): CellGeometry {
  return (geometry ??= build());
}

function build(): CellGeometry {
  const theta = new Float64Array(CELLS + 1);
  const phi = new Float64Array(CELLS + 1);
  const ring = new Int8Array(CELLS + 1);
  const halfPhi = new Float64Array(CELLS + 1);
  const sums = new Float64Array(RINGS + 1);
  const members: number[][] = Array.from({ length: RINGS + 1 }, () => []);
  for (let tc = 1; tc <= CELLS; tc++) {
    const [x, y, z] = [cellX[tc - 1], cellY[tc - 1], cellZ[tc - 1]];
    theta[tc] = atan2(Math.sqrt(x * x + y * y), z);
    phi[tc] = atan2(y, x);
    ring[tc] = cellThetaId[tc - 1];
    sums[ring[tc]] += theta[tc];
    members[ring[tc]].push(tc);
  }
  for (let r = 1; r <= RINGS; r++) for (const tc of members[r]) halfPhi[tc] = Math.PI / members[r].length;

  const mean = (r: number): number => sums[r] / members[r].length;
  // Edges half way between ring centres; acceptance of the calorimeter at the ends, middle of the gaps between its parts.
  const thetaEdges = Float64Array.from({ length: RINGS + 1 }, (_, i) =>
    i === 0 || i === RINGS ? 0 : (mean(i) + mean(i + 1)) / 2,
  );
  thetaEdges[0] = 12.4 * DEGREE;
  thetaEdges[3] = 31.8 * DEGREE;
  thetaEdges[15] = 129.7 * DEGREE;
  thetaEdges[RINGS] = 155.1 * DEGREE;

  const lookup = new Int16Array(RINGS * PHI_BINS);
  for (let r = 1; r <= RINGS; r++) {
    for (let b = 0; b < PHI_BINS; b++) {
      const at = (2 * Math.PI * (b + 0.5)) / PHI_BINS;
      let best = -2;
      for (const tc of members[r]) {
        const cosine = cos(at - phi[tc]);
        if (cosine > best) {
          best = cosine;
          lookup[(r - 1) * PHI_BINS + b] = tc;
        }
      }
    }
  }
  return { theta, phi, ring, halfPhi, thetaEdges, lookup, neighbours: neighboursOf() };
}

/** Neighbours within the forward endcap, the barrel and the backward endcap; clusters do not cross between them. */
function neighboursOf(): Int16Array {
  const neighbours = new Int16Array(9 * (CELLS + 1));
  for (const [first, last, columns] of [
    [1, 3, 32],
    [4, 15, 36],
    [16, 17, 32],
  ]) {
    const grid = new Int16Array((last - first + 1) * columns);
    for (let tc = 1; tc <= CELLS; tc++) {
      const r = cellThetaId[tc - 1];
      if (r < first || r > last) continue;
      const at = (r - first) * columns + cellPhiId[tc - 1] - 1;
      grid[at] = tc;
      // A cell of the innermost forward ring is as wide as two of the next.
      if (r === 1) grid[at + 1] = tc;
    }
    const cell = (r: number, column: number): number =>
      r < first || r > last ? 0 : grid[(r - first) * columns + ((column + columns) % columns)];
    for (let tc = 1; tc <= CELLS; tc++) {
      const r = cellThetaId[tc - 1];
      if (r < first || r > last) continue;
      const c = cellPhiId[tc - 1] - 1;
      const around =
        r === 1
          ? [cell(1, c - 1), 0, 0, 0, cell(1, c + 2), cell(2, c + 2), cell(2, c), cell(2, c - 1)]
          : [
              cell(r, c - 1),
              cell(r - 1, c - 1),
              cell(r - 1, c),
              cell(r - 1, c + 1),
              cell(r, c + 1),
              cell(r + 1, c + 1),
              cell(r + 1, c),
              cell(r + 1, c - 1),
            ];
      neighbours[9 * tc] = tc;
      around.forEach((other, k) => {
        neighbours[9 * tc + 1 + k] = around.indexOf(other) === k ? other : 0;
      });
      // The fourth neighbour on the outer side of a double-width cell takes the place of the absent inner one.
      if (r === 1) neighbours[9 * tc + 3] = cell(2, c + 1);
    }
  }
  return neighbours;
}

/** Ring at a polar angle, 0 outside all. */
export function ringAt(theta: number, { thetaEdges }: CellGeometry): number {
  if (theta < thetaEdges[0] || theta > thetaEdges[RINGS]) return 0;
  return Math.min(RINGS, firstAbove(thetaEdges, theta));
}

/** Cell of a ring at an azimuth in $(-\pi, 2\pi)$. */
export function cellAt(ring: number, phi: number, { lookup }: CellGeometry): number {
  const turn = phi < 0 ? phi + 2 * Math.PI : phi;
  const bin = Math.min(PHI_BINS - 1, Math.floor((turn * PHI_BINS) / (2 * Math.PI)));
  return lookup[(ring - 1) * PHI_BINS + bin];
}

/** Energy of one count of a cell's digitiser, GeV (basf2 trg/ecl/src/TrgEclMaster.cc). */
export const GEV_PER_COUNT = 0.00525;

/** Energies of the trigger cells of one event. */
export interface CellEnergies {
  /** Energy by cell number, GeV. */
  readonly energy: Float64Array;
  /** Cells with energy. */
  readonly hits: Int16Array;
  /** How many they are. */
  count: number;
}

/** No energy in any cell. */
export function newCellEnergies(): CellEnergies {
  return { energy: new Float64Array(CELLS + 1), hits: new Int16Array(CELLS), count: 0 };
}

/** Empties the cells. */
export function clearCells(cells: CellEnergies): void {
  for (let i = 0; i < cells.count; i++) cells.energy[cells.hits[i]] = 0;
  cells.count = 0;
}

function addToCell(cells: CellEnergies, tc: number, energy: number): void {
  if (cells.energy[tc] === 0) cells.hits[cells.count++] = tc;
  cells.energy[tc] += energy;
}

/**
 * Shares a shower among its cell and the nearest ones in azimuth and polar angle.
 *
 * Across an edge at distance $d$ the fraction $\frac12 e^{-d/\lambda}$ of the energy leaks, in each of the two
 * directions independently: a lateral profile that falls exponentially, with the length $\lambda$ of the detector.
 */
export function addShower(
  cells: CellEnergies,
  geometry: CellGeometry,
  theta: number,
  phi: number,
  distance: number,
  energy: number,
  lambda: number,
): void {
  const ring = ringAt(theta, geometry);
  if (ring === 0 || !(energy > 0)) return;
  const tc = cellAt(ring, phi, geometry);
  let delta = phi - geometry.phi[tc];
  if (delta > Math.PI) delta -= 2 * Math.PI;
  else if (delta < -Math.PI) delta += 2 * Math.PI;
  const toPhiEdge = Math.max(0, geometry.halfPhi[tc] - Math.abs(delta)) * distance * sin(theta);
  const leakPhi = 0.5 * exp(-toPhiEdge / lambda);
  const low = theta - geometry.thetaEdges[ring - 1];
  const high = geometry.thetaEdges[ring] - theta;
  const otherRing = low < high ? ring - 1 : ring + 1;
  const leakTheta = 0.5 * exp((-Math.min(low, high) * distance) / lambda);
  // Too little to matter once a cell's threshold is a tenth of a GeV.
  const besides = energy * leakPhi > 0.001;
  const acrossRing = energy * leakTheta > 0.001;
  const kept = (besides ? 1 - leakPhi : 1) * (acrossRing ? 1 - leakTheta : 1);
  addToCell(cells, tc, energy * kept);
  const phiBeside = geometry.phi[tc] + (delta < 0 ? -2 : 2) * geometry.halfPhi[tc];
  const wrapped = phiBeside < -Math.PI ? phiBeside + 2 * Math.PI : phiBeside;
  if (besides) addToCell(cells, cellAt(ring, wrapped, geometry), energy * leakPhi * (acrossRing ? 1 - leakTheta : 1));
  // Energy lost in the gaps between barrel and endcaps and at the ends is not seen.
  if (!acrossRing || otherRing < 1 || otherRing > RINGS || !samePart(ring, otherRing)) return;
  const across = energy * leakTheta;
  addToCell(cells, cellAt(otherRing, phi, geometry), across * (besides ? 1 - leakPhi : 1));
  if (besides) addToCell(cells, cellAt(otherRing, wrapped, geometry), across * leakPhi);
}

function samePart(a: number, b: number): boolean {
  const part = (r: number): number => (r <= 3 ? 0 : r <= 15 ? 1 : 2);
  return part(a) === part(b);
}

/** Turns energies into whole counts and drops cells below the threshold, GeV. */
export function digitize(cells: CellEnergies, threshold: number): void {
  let kept = 0;
  for (let i = 0; i < cells.count; i++) {
    const tc = cells.hits[i];
    const energy = Math.floor(cells.energy[tc] / GEV_PER_COUNT) * GEV_PER_COUNT;
    if (energy >= threshold) {
      cells.energy[tc] = energy;
      cells.hits[kept++] = tc;
    } else {
      cells.energy[tc] = 0;
    }
  }
  cells.count = kept;
}
