import { mergeParameters, parameterIndices } from "../parameter.js";
import type { Density } from "./density.js";
import { fromShape } from "./shape.js";
import { adaptiveIntegral } from "@belladonna/numerics";

/**
 * Normalised product of densities in one observable, such as a shape times an acceptance:
 *
 * $$f(x) \propto \prod_k f_k(x)$$
 *
 * Factors share parameters by name. The normalisation is by adaptive quadrature (1e-12).
 *
 * ```ts
 * product([gaussian({ mean: 0, sigma: 1, range: [-5, 5] }), exponential({ lambda: 1, range: [-5, 5] })]).range; // [-5, 5]
 * ```
 * @param factors - Densities on one range, without yields.
 * @returns The product.
 * @throws RangeError when there is no factor, ranges differ or a factor has yields.
 */
export function product(factors: readonly Density[]): Density {
  if (factors.length === 0) throw new RangeError("product: needs at least one density, got none");
  const { range } = factors[0];
  for (const f of factors) {
    if (f.range[0] !== range[0] || f.range[1] !== range[1]) {
      throw new RangeError(`product: ranges differ, got [${range.join(", ")}] and [${f.range.join(", ")}]`);
    }
    if (f.expectedEvents !== undefined) throw new RangeError("product: a factor has yields");
  }
  const parameters = mergeParameters(
    "product",
    factors.map((f) => f.parameters),
  );
  const m = parameters.length;
  const where = factors.map((f) => parameterIndices(f.parameters, parameters));
  const own = where.map((w) => new Float64Array(w.length));
  let capacity = 0;
  let values: Float64Array[] = [];
  let columns: Float64Array[][] = [];

  function fill(
    p: Float64Array,
    x: Float64Array,
    n: number,
    s: Float64Array,
    ds: readonly Float64Array[] | undefined,
  ): void {
    if (n > capacity) {
      capacity = n;
      values = factors.map(() => new Float64Array(n));
      columns = where.map((w) => Array.from(w, () => new Float64Array(n)));
    }
    s.fill(1, 0, n);
    if (ds !== undefined) for (const d of ds) d.fill(0, 0, n);
    factors.forEach((f, k) => {
      for (let a = 0; a < where[k].length; a++) own[k][a] = p[where[k][a]];
      f.evaluate(own[k], x, n, values[k], ds === undefined ? undefined : columns[k]);
    });
    // Product rule, one factor after the other: derivatives so far times the factor, plus value so far times its own.
    for (let k = 0; k < factors.length; k++) {
      const v = values[k];
      if (ds !== undefined) {
        for (const d of ds) for (let i = 0; i < n; i++) d[i] *= v[i];
        for (let a = 0; a < where[k].length; a++) {
          const to = ds[where[k][a]];
          const from = columns[k][a];
          for (let i = 0; i < n; i++) to[i] += s[i] * from[i];
        }
      }
      for (let i = 0; i < n; i++) s[i] *= v[i];
    }
  }

  const width = range[1] - range[0];
  const cuts = Array.from({ length: 15 }, (_, i) => range[0] + (width * (i + 1)) / 16);
  return fromShape({
    name: "product",
    slots: parameters,
    range,
    fill,
    integral: adaptiveIntegral(m, fill, () => cuts),
    scale(p, out) {
      for (let j = 0; j < m; j++) out[j] = Math.max(0.1 * Math.abs(p[j]), 1e-3);
    },
  });
}
