import { log, pow } from "@belladonna/numerics/elementary";

/**
 * An adaptive grid: each dimension's unit interval cut into bins of equal probability, so that a uniform becomes a
 * number dense where the integrand is large.
 * @see G. P. Lepage, J. Comput. Phys. 27 (1978) 192.
 */
export interface VegasGrid {
  /** Number of dimensions. */
  readonly dimensions: number;
  /** Bins a dimension. */
  readonly bins: number;
  /** Edges, `bins + 1` a dimension, from 0 to 1. */
  readonly edges: Float64Array;
  /** Sums of squared weights, `bins` a dimension, for the next refinement. */
  readonly sums: Float64Array;
}

/** A grid of equal bins. */
export function vegasGrid(dimensions: number, bins: number): VegasGrid {
  const edges = new Float64Array(dimensions * (bins + 1));
  for (let d = 0; d < dimensions; d++) for (let b = 0; b <= bins; b++) edges[d * (bins + 1) + b] = b / bins;
  return { dimensions, bins, edges, sums: new Float64Array(dimensions * bins) };
}

/**
 * Map uniforms through the grid in place.
 * @param u - Uniforms, overwritten.
 * @param at - Receives the bin of each dimension.
 * @returns The Jacobian $\mathrm{d}x/\mathrm{d}u$.
 */
export function warp({ dimensions, bins, edges }: VegasGrid, u: Float64Array, at: Int32Array): number {
  let jacobian = 1;
  for (let d = 0; d < dimensions; d++) {
    const y = u[d] * bins;
    const b = Math.min(bins - 1, y | 0);
    const low = edges[d * (bins + 1) + b];
    const step = edges[d * (bins + 1) + b + 1] - low;
    u[d] = low + (y - b) * step;
    jacobian *= step * bins;
    at[d] = b;
  }
  return jacobian;
}

/**
 * Move the edges so that every bin holds the same share of the (smoothed, damped) squared weights; clears the sums.
 * @param damping - 0 leaves the grid as it is, 1 adapts in one step.
 */
export function refine({ dimensions, bins, edges, sums }: VegasGrid, damping: number): void {
  const share = new Float64Array(bins);
  const moved = new Float64Array(bins + 1);
  for (let d = 0; d < dimensions; d++) {
    const s = sums.subarray(d * bins, (d + 1) * bins);
    const e = edges.subarray(d * (bins + 1), (d + 1) * (bins + 1));
    let total = 0;
    for (let b = 0; b < bins; b++) {
      share[b] = (s[Math.max(0, b - 1)] + 6 * s[b] + s[Math.min(bins - 1, b + 1)]) / 8;
      total += share[b];
    }
    s.fill(0);
    if (!(total > 0)) continue;
    let damped = 0;
    for (let b = 0; b < bins; b++) {
      const r = share[b] / total;
      share[b] = r >= 1 ? 1 : r > 0 ? pow((r - 1) / log(r), damping) : 0;
      // A floor, so that no region is lost for good because it was not hit yet.
      share[b] = Math.max(share[b], 1e-3 / bins);
      damped += share[b];
    }
    let b = 0;
    let filled = share[0];
    moved[0] = 0;
    moved[bins] = 1;
    for (let k = 1; k < bins; k++) {
      const wanted = (damped * k) / bins;
      while (filled < wanted && b < bins - 1) filled += share[++b];
      moved[k] = e[b + 1] - ((filled - wanted) / share[b]) * (e[b + 1] - e[b]);
    }
    e.set(moved);
  }
}
