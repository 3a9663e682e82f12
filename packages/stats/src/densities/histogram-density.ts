import { firstAbove, lastAtOrBelow, requireOptions } from "@belladonna/numerics";
import { fromShape } from "./shape.js";
import type { Density } from "./density.js";

/** Arguments of {@link histogramDensity}. */
export interface HistogramDensityOptions {
  /** Contents of each bin, $\ge 0$, not all 0. */
  readonly counts: ArrayLike<number>;
  /** Edges, one more than bins; the ends are the range. */
  readonly edges: ArrayLike<number>;
}

/**
 * Density that is constant in each bin of a histogram. It has no parameter; where a bin is empty the density is 0, and so
 * is the likelihood of an event there.
 *
 * ```ts
 * histogramDensity({ counts: [1, 3], edges: [0, 1, 2] }).integral(Float64Array.of(), 0, 1); // ≈ 0.25
 * ```
 * @param options - Contents and edges.
 * @returns The density.
 * @throws RangeError when contents are negative or all 0, or edges do not rise.
 */
export function histogramDensity(options: HistogramDensityOptions): Density {
  requireOptions("histogramDensity", options, ["counts", "edges"]);
  const counts = Float64Array.from(options.counts);
  const edges = Float64Array.from(options.edges);
  const bins = counts.length;
  if (edges.length !== bins + 1) {
    throw new RangeError(`histogramDensity: ${bins} bins need ${bins + 1} edges, got ${edges.length}`);
  }
  const cumulative = new Float64Array(bins + 1);
  for (let b = 0; b < bins; b++) {
    if (!(edges[b] < edges[b + 1])) {
      throw new RangeError(`histogramDensity: edges must rise, got ${edges[b]} and ${edges[b + 1]}`);
    }
    if (!(counts[b] >= 0 && counts[b] < Infinity)) {
      throw new RangeError(`histogramDensity: counts must be >= 0, got ${counts[b]} in bin ${b}`);
    }
    cumulative[b + 1] = cumulative[b] + counts[b];
  }
  if (!(cumulative[bins] > 0)) throw new RangeError("histogramDensity: counts are all 0");
  const binOf = (x: number): number => Math.min(bins - 1, lastAtOrBelow(edges, x));
  const below = (x: number): number => {
    const b = binOf(x);
    return cumulative[b] + (counts[b] * (x - edges[b])) / (edges[b + 1] - edges[b]);
  };
  return fromShape({
    name: "histogramDensity",
    slots: [],
    range: [edges[0], edges[bins]],
    fill(_p, x, n, s) {
      for (let i = 0; i < n; i++) {
        const b = binOf(x[i]);
        s[i] = counts[b] / (edges[b + 1] - edges[b]);
      }
    },
    integral: (_p, a, b) => below(b) - below(a),
    scale() {},
    second: "zero",
    draw(_p, random) {
      const u = random.uniform() * cumulative[bins];
      const b = Math.min(bins, firstAbove(cumulative, u)) - 1;
      return edges[b] + ((edges[b + 1] - edges[b]) * (u - cumulative[b])) / counts[b];
    },
  });
}
