import { square as squareOf } from "@belladonna/numerics/elementary";
import { components, scalarSum, type Momenta } from "./momenta.js";
import type { ThreeVector } from "./three-vector.js";

/** Thrust and its axis. */
export interface Thrust {
  /** $T$, from 1/2 (isotropic) to 1 (two pencil jets). */
  readonly value: number;
  /** Unit vector; of the two directions the one whose largest component is positive. */
  readonly axis: ThreeVector;
}

// Coplanar and collinear to this fraction: far above rounding, far below what would move the thrust.
const PARALLEL = 1e-12;

/**
 * Thrust,
 *
 * $$T = \max_{\hat n}\frac{\sum_i|\vec p_i\cdot\hat n|}{\sum_i|\vec p_i|} = \max_{\epsilon_i=\pm1}
 *   \frac{|\sum_i\epsilon_i\vec p_i|}{\sum_i|\vec p_i|},$$
 *
 * the global maximum, not one found from seeds: the best division into hemispheres is bounded by the plane of two of the
 * momenta, so trying the plane of every pair, with both on either side, finds it in $O(n^3)$ steps (S. Brandt, H. D.
 * Dahmen, Z. Phys. C 1 (1979) 61). Coplanar and collinear momenta are divided in their plane and on their line.
 *
 * @param momenta - Momenta of the event, usually in the centre-of-mass frame, GeV.
 * @returns `NaN` for value and axis when there is no momentum at all.
 * @throws RangeError for a component that is no number up to 1e70 GeV in size.
 * @example
 * ```ts
 * thrust([{ px: 1, py: 0, pz: 0 }, { px: -0.5, py: 0.5, pz: 0 }, { px: -0.5, py: -0.5, pz: 0 }]).value; // ≈ 0.82843
 * ```
 */
export function thrust(momenta: Momenta): Thrust {
  const { px, py, pz } = components("thrust", momenta);
  const n = px.length;
  const total = scalarSum({ px, py, pz });
  let best = 0;
  let x = Number.NaN;
  let y = Number.NaN;
  let z = Number.NaN;
  const offer = (sx: number, sy: number, sz: number): void => {
    const square = sx * sx + sy * sy + sz * sz;
    if (square > best) [best, x, y, z] = [square, sx, sy, sz];
  };
  const sums = new Float64Array(6);
  for (let i = 0; i < n; i++) {
    // All on one line: the direction of any of them.
    line(px, py, pz, i, sums);
    offer(sums[0], sums[1], sums[2]);
    for (let j = 0; j < i; j++) {
      const nx = py[i] * pz[j] - pz[i] * py[j];
      const ny = pz[i] * px[j] - px[i] * pz[j];
      const nz = px[i] * py[j] - py[i] * px[j];
      const area = nx * nx + ny * ny + nz * nz;
      const sizes =
        (squareOf(px[i]) + squareOf(py[i]) + squareOf(pz[i])) * (squareOf(px[j]) + squareOf(py[j]) + squareOf(pz[j]));
      if (area <= PARALLEL * PARALLEL * sizes) continue;
      for (let side = -1; side <= 1; side += 2) {
        divide(px, py, pz, i, nx, ny, nz, side, sums);
        offer(sums[0] + sums[3], sums[1] + sums[4], sums[2] + sums[5]);
        offer(sums[0] - sums[3], sums[1] - sums[4], sums[2] - sums[5]);
      }
    }
  }
  const length = Math.sqrt(best);
  const axis = [x / length, y / length, z / length] as const;
  const largest = axis.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  const sign = largest < 0 ? -1 : 1;
  return { value: length / total, axis: [sign * axis[0], sign * axis[1], sign * axis[2]] };
}

/** Sum with the signs of the projections on momentum `i`. */
function line(px: Float64Array, py: Float64Array, pz: Float64Array, i: number, sums: Float64Array): void {
  sums.fill(0);
  for (let k = 0; k < px.length; k++) {
    const sign = px[k] * px[i] + py[k] * py[i] + pz[k] * pz[i] < 0 ? -1 : 1;
    sums[0] += sign * px[k];
    sums[1] += sign * py[k];
    sums[2] += sign * pz[k];
  }
}

/**
 * Signed sums for the plane with normal $n$ through momentum `i`: what is off the plane by its side, what is in it by its
 * side of the line of `i` times `side` (both into 0-2), what is on that line by its direction (into 3-5).
 */
function divide(
  px: Float64Array,
  py: Float64Array,
  pz: Float64Array,
  i: number,
  nx: number,
  ny: number,
  nz: number,
  side: number,
  sums: Float64Array,
): void {
  // In the plane, across momentum i.
  const dx = ny * pz[i] - nz * py[i];
  const dy = nz * px[i] - nx * pz[i];
  const dz = nx * py[i] - ny * px[i];
  const normal = Math.sqrt(nx * nx + ny * ny + nz * nz);
  const across = Math.sqrt(dx * dx + dy * dy + dz * dz);
  sums.fill(0);
  for (let k = 0; k < px.length; k++) {
    const size = PARALLEL * Math.sqrt(px[k] * px[k] + py[k] * py[k] + pz[k] * pz[k]);
    let s = px[k] * nx + py[k] * ny + pz[k] * nz;
    let to = 0;
    if (Math.abs(s) <= size * normal) {
      s = side * (px[k] * dx + py[k] * dy + pz[k] * dz);
      if (Math.abs(s) <= size * across) {
        s = px[k] * px[i] + py[k] * py[i] + pz[k] * pz[i];
        to = 3;
      }
    }
    const sign = s < 0 ? -1 : 1;
    sums[to] += sign * px[k];
    sums[to + 1] += sign * py[k];
    sums[to + 2] += sign * pz[k];
  }
}
