import { findRoot } from "@belladonna/numerics";
import { exp } from "@belladonna/numerics/elementary";

// Gauss–Legendre nodes and weights of order 5 on [-1, 1].
const NODES = [-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664];
const WEIGHTS = [
  0.23692688505618908, 0.47862867049936647, 0.5688888888888889, 0.47862867049936647, 0.23692688505618908,
];
const ORDER = NODES.length;
const PANELS = 16;

/** A density on an interval, given by its logarithm, from panels of Gauss–Legendre nodes. */
export class Posterior {
  /** The nodes. */
  readonly mu: Float64Array;
  /** Normalised density at the nodes. */
  readonly density: Float64Array;
  readonly #low: number;
  readonly #half: number;

  /**
   * Evaluates and normalises the density.
   * @param range - Where it lives.
   * @param log - Its logarithm, up to a constant.
   */
  constructor([low, high]: readonly [number, number], log: (mu: number) => number) {
    const half = (0.5 * (high - low)) / PANELS;
    this.#low = low;
    this.#half = half;
    this.mu = Float64Array.from(
      { length: PANELS * ORDER },
      (_, i) => low + half * (2 * Math.floor(i / ORDER) + 1 + NODES[i % ORDER]),
    );
    const logs = this.mu.map((x) => log(x));
    const top = logs.reduce((a, b) => Math.max(a, b));
    this.density = logs.map((x) => exp(x - top));
    const total = this.density.reduce((sum, p, i) => sum + half * WEIGHTS[i % ORDER] * p, 0);
    for (let i = 0; i < this.density.length; i++) this.density[i] /= total;
  }

  /** The mean. */
  get mean(): number {
    return this.mu.reduce((sum, x, i) => sum + this.#half * WEIGHTS[i % ORDER] * this.density[i] * x, 0);
  }

  /** The value below which a probability `p` lies. */
  quantile(p: number): number {
    let below = 0;
    for (let panel = 0; panel < PANELS; panel++) {
      let inside = 0;
      for (let k = 0; k < ORDER; k++) inside += this.#half * WEIGHTS[k] * this.density[panel * ORDER + k];
      if (below + inside >= p) {
        const t = findRoot((x) => below + this.#partial(panel, x) - p, -1, 1, {
          fa: below - p,
          fb: below + inside - p,
          relative: 1e-10,
        });
        return this.#low + this.#half * (2 * panel + 1 + t);
      }
      below += inside;
    }
    return this.#low + 2 * PANELS * this.#half;
  }

  /** Integral of the polynomial through the nodes of a panel, up to `t` in -1 … 1. */
  #partial(panel: number, t: number): number {
    let sum = 0;
    const half = 0.5 * (t + 1);
    for (let q = 0; q < ORDER; q++) {
      const x = half * (NODES[q] + 1) - 1;
      let value = 0;
      for (let k = 0; k < ORDER; k++) {
        let basis = this.density[panel * ORDER + k];
        for (let j = 0; j < ORDER; j++) if (j !== k) basis *= (x - NODES[j]) / (NODES[k] - NODES[j]);
        value += basis;
      }
      sum += WEIGHTS[q] * value;
    }
    return this.#half * half * sum;
  }
}
