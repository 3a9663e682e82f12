import { requireOptions } from "@belladonna/numerics";
import { square } from "@belladonna/numerics/elementary";
import { mergeParameters, parameterIndices } from "../parameter.js";
import type { Parameter } from "../parameter.js";
import type { RandomStream } from "@belladonna/numerics";
import { BLOCK, checkBlock, columns, evaluateInBlocks } from "./density.js";
import type { Density, Value } from "./density.js";

/** How {@link sum} weights its components: give one of the two. */
export interface SumOptions {
  /** Expected events of each component: the sum is then normalised to their total. */
  readonly yields?: readonly Value[];
  /** Fractions of all components but the last, which takes the rest; the sum is then normalised to 1. */
  readonly fractions?: readonly Value[];
  /** Constants that multiply the yields, so that one rate stands for its events in several channels; 1 each when absent. */
  readonly factors?: readonly number[];
}

/**
 * Sum of densities on one range, with yields $\nu_k$ (an extended density) or fractions $\varphi_k$:
 *
 * $$f(x) = \sum_k \nu_k f_k(x) \qquad\text{or}\qquad
 * f(x) = \sum_{k<K} \varphi_k f_k(x) + \left(1 - \sum_{k<K}\varphi_k\right) f_K(x)$$
 *
 * Components share parameters by name. A yield or fraction may be negative as long as the sum is positive at the data.
 *
 * ```ts
 * const peak = gaussian({ mean: 0, sigma: 1, range: [-5, 5] });
 * const flat = uniform({ range: [-5, 5] });
 * sum([peak, flat], { yields: [parameter("signal", 20), parameter("background", 80)] }).expectedEvents(Float64Array.of(20, 80)); // 100
 * ```
 * @param densities - Components, themselves without yields.
 * @param options - Yields or fractions.
 * @returns The sum.
 * @throws RangeError when ranges differ, the number of yields or fractions or factors does not fit, or a component has yields.
 */
export function sum(densities: readonly Density[], options: SumOptions): Density {
  requireOptions("sum", options, ["yields", "fractions", "factors"]);
  const { yields, fractions, factors } = options;
  if (densities.length === 0) throw new RangeError("sum: needs at least one density, got none");
  if ((yields === undefined) === (fractions === undefined)) {
    throw new RangeError("sum: needs either yields or fractions, got both or none");
  }
  const wanted = yields === undefined ? densities.length - 1 : densities.length;
  const given = yields ?? fractions ?? [];
  if (given.length !== wanted) {
    throw new RangeError(
      `sum: ${densities.length} densities need ${wanted} ${yields === undefined ? "fractions" : "yields"}, got ${given.length}`,
    );
  }
  if (factors !== undefined && (yields === undefined || factors.length !== wanted)) {
    throw new RangeError(`sum: factors must be one a yield, got ${factors.length}`);
  }
  for (const [what, list] of [
    [yields === undefined ? "fractions" : "yields", given],
    ["factors", factors ?? []],
  ] as const) {
    const bad = list.find((v) => typeof v === "number" && !(Math.abs(v) <= 1e100));
    if (bad !== undefined) {
      throw new RangeError(`sum: ${what} must be parameters or numbers up to 1e100 in size, got ${bad as number}`);
    }
  }
  const { range } = densities[0];
  for (const d of densities) {
    if (d.range[0] !== range[0] || d.range[1] !== range[1]) {
      throw new RangeError(`sum: ranges differ, got [${range.join(", ")}] and [${d.range.join(", ")}]`);
    }
    if (d.expectedEvents !== undefined) throw new RangeError("sum: a component has yields of its own");
  }
  return weightedSum(densities, given, yields !== undefined, factors ?? given.map(() => 1));
}

function weightedSum(
  densities: readonly Density[],
  given: readonly Value[],
  extended: boolean,
  factors: readonly number[],
): Density {
  const parameters = mergeParameters("sum", [
    given.filter((v): v is Parameter => typeof v !== "number"),
    ...densities.map((d) => d.parameters),
  ]);
  const np = parameters.length;
  const k = densities.length;
  const where = densities.map((d) => parameterIndices(d.parameters, parameters));
  const weightAt = Int32Array.from(given, (v) =>
    typeof v === "number" ? -1 : parameters.findIndex((p) => p.name === v.name),
  );
  // Coefficient of each component by each parameter: the factor of a yield, 1 for a fraction, -1 for the component that takes the rest.
  const slope = densities.map((_, c) => {
    const s = new Float64Array(np);
    if (c < given.length) {
      if (weightAt[c] >= 0) s[weightAt[c]] = factors[c];
    } else for (const j of weightAt) if (j >= 0) s[j] -= 1;
    return s;
  });
  const linear = slope.map((s) => [...s.keys()].filter((j) => s[j] !== 0));
  const own = densities.map((d) => new Float64Array(d.parameters.length));
  const values = columns(k);
  const parts = densities.map((d) => columns(d.parameters.length));
  const blocks = densities.map((d) => new Float64Array(square(d.parameters.length)));
  const weights = new Float64Array(k);
  const scaled = new Float64Array(BLOCK);
  const wide = new Float64Array(Math.max(1, ...densities.map((d) => d.parameters.length)));

  function prepare(theta: Float64Array): void {
    let rest = 1;
    for (let c = 0; c < k; c++) {
      for (let a = 0; a < where[c].length; a++) own[c][a] = theta[where[c][a]];
      const value = given[c];
      if (c === given.length) weights[c] = rest;
      else {
        weights[c] = factors[c] * (typeof value === "number" ? value : theta[weightAt[c]]);
        rest -= weights[c];
      }
    }
  }

  function drawComponents(n: number, positive: Float64Array, random: RandomStream): Float64Array {
    const total = positive.reduce((a, b) => a + b, 0);
    const counts = new Float64Array(k);
    for (let i = 0; i < n; i++) {
      let u = random.uniform() * total;
      let c = 0;
      while (c < k - 1 && u >= positive[c]) u -= positive[c++];
      counts[c]++;
    }
    const out = new Float64Array(n);
    let at = 0;
    for (let c = 0; c < k; c++) {
      out.set(densities[c].sample(own[c], counts[c], random), at);
      at += counts[c];
    }
    return out;
  }

  const density: Density = {
    parameters,
    range: densities[0].range,
    evaluate(theta, x, n, out, derivatives) {
      if (n > BLOCK) {
        evaluateInBlocks(density, theta, x, n, out, derivatives);
        return;
      }
      prepare(theta);
      out.fill(0, 0, n);
      if (derivatives !== undefined) for (let j = 0; j < np; j++) derivatives[j].fill(0, 0, n);
      for (let c = 0; c < k; c++) {
        const w = weights[c];
        const f = values[c];
        densities[c].evaluate(own[c], x, n, f, derivatives === undefined ? undefined : parts[c]);
        for (let i = 0; i < n; i++) out[i] += w * f[i];
        if (derivatives === undefined) continue;
        for (const j of linear[c]) {
          const s = slope[c][j];
          const to = derivatives[j];
          for (let i = 0; i < n; i++) to[i] += s * f[i];
        }
        for (let a = 0; a < parts[c].length; a++) {
          const from = parts[c][a];
          const to = derivatives[where[c][a]];
          for (let i = 0; i < n; i++) to[i] += w * from[i];
        }
      }
    },
    curvature(theta, x, n, w, _values, _derivatives, out) {
      checkBlock("sum", n);
      prepare(theta);
      for (let c = 0; c < k; c++) {
        const m = where[c].length;
        for (let i = 0; i < n; i++) scaled[i] = w[i] * weights[c];
        const block = blocks[c];
        block.fill(0);
        densities[c].curvature(own[c], x, n, scaled, values[c], parts[c], block);
        for (let a = 0; a < m; a++) {
          for (let b = 0; b < m; b++) out[where[c][a] * np + where[c][b]] += block[a * m + b];
          if (linear[c].length === 0) continue;
          const column = parts[c][a];
          let mixed = 0;
          for (let i = 0; i < n; i++) mixed += w[i] * column[i];
          for (const j of linear[c]) {
            out[j * np + where[c][a]] += slope[c][j] * mixed;
            out[where[c][a] * np + j] += slope[c][j] * mixed;
          }
        }
      }
    },
    integral(theta, a, b, gradient) {
      prepare(theta);
      gradient?.fill(0);
      let total = 0;
      for (let c = 0; c < k; c++) {
        const m = where[c].length;
        const g = gradient === undefined ? undefined : wide.subarray(0, m);
        const value = densities[c].integral(own[c], a, b, g);
        total += weights[c] * value;
        if (gradient === undefined || g === undefined) continue;
        for (const j of linear[c]) gradient[j] += slope[c][j] * value;
        for (let i = 0; i < m; i++) gradient[where[c][i]] += weights[c] * g[i];
      }
      return total;
    },
    sample(theta, n, random) {
      prepare(theta);
      const positive = weights.map((w) => Math.max(w, 0));
      if (weights.every((w) => w >= 0)) return drawComponents(n, positive, random);
      // A negative component thins out the others: keep a point of the positive ones with probability f / f+.
      const out = new Float64Array(n);
      const x = new Float64Array(1);
      const f = new Float64Array(1);
      for (let filled = 0; filled < n;) {
        x[0] = drawComponents(1, positive, random)[0];
        let all = 0;
        let plus = 0;
        for (let c = 0; c < k; c++) {
          densities[c].evaluate(own[c], x, 1, f);
          all += weights[c] * f[0];
          plus += positive[c] * f[0];
        }
        if (random.uniform() * plus < all) out[filled++] = x[0];
      }
      return out;
    },
    ...(extended && {
      expectedEvents(theta: Float64Array, gradient?: Float64Array): number {
        prepare(theta);
        gradient?.fill(0);
        let total = 0;
        for (let c = 0; c < k; c++) {
          total += weights[c];
          if (gradient !== undefined) for (const j of linear[c]) gradient[j] += slope[c][j];
        }
        return total;
      },
    }),
  };
  return density;
}
