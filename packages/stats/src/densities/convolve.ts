import { requireOptions } from "@belladonna/numerics";
import { log2 } from "@belladonna/numerics/elementary";
import { mergeParameters, parameterIndices } from "../parameter.js";
import { convolutionTables, stencil } from "./convolution-table.js";
import type { ConvolutionTable } from "./convolution-table.js";
import { checkRange } from "./density.js";
import type { Density, Range } from "./density.js";
import { fromShape } from "./shape.js";

/** Options of {@link convolve}. */
export interface ConvolveOptions {
  /** Where the result is normalised; the sum of both ranges when absent. */
  readonly range?: Range;
  /** Points of the grid, a power of 2; default 1024. Eight points a width of the resolution give 1e-8 of the peak. */
  readonly points?: number;
}

// Integral over one step of the polynomial through 4 points on each side: symmetric weights.
const CELL = [-191 / 120960, 1879 / 120960, -9531 / 120960, 68323 / 120960];

/**
 * Convolution of a density with a resolution, by fast Fourier transform:
 *
 * $$(f * g)(x) = \int f(y)\, g(x - y)\, dy$$
 *
 * The first density may have edges (it is represented by moments in each cell); the resolution, a density in the shift
 * $x - y$, must be smooth on the grid and vanish at the ends of its range, such as a Gaussian out to 8 widths.
 *
 * ```ts
 * const smeared = convolve(uniform({ range: [-5, 5] }), gaussian({ mean: 0, sigma: 1, range: [-5, 5] }));
 * smeared.range.length; // 2
 * ```
 * @param shape - Density of the true value.
 * @param resolution - Density of the shift.
 * @param options - Range of the result, and the grid.
 * @returns The convolution, normalised on its range.
 * @throws RangeError when a density has yields, the range is outside the sum of both, or `points` is not a power of 2.
 */
export function convolve(shape: Density, resolution: Density, options: ConvolveOptions = {}): Density {
  requireOptions("convolve", options, ["range", "points"]);
  const { points = 1024 } = options;
  if (!(points >= 64 && Number.isInteger(log2(points)))) {
    throw new RangeError(`convolve: points must be a power of 2 from 64 on, got ${points}`);
  }
  if (shape.expectedEvents !== undefined || resolution.expectedEvents !== undefined) {
    throw new RangeError("convolve: a density has yields");
  }
  const full: Range = [shape.range[0] + resolution.range[0], shape.range[1] + resolution.range[1]];
  const range = checkRange("convolve", options.range ?? full);
  if (!(range[0] >= full[0] && range[1] <= full[1])) {
    throw new RangeError(`convolve: range must be inside [${full[0]}, ${full[1]}], got [${range[0]}, ${range[1]}]`);
  }
  const parameters = mergeParameters("convolve", [shape.parameters, resolution.parameters]);
  const m = parameters.length;
  const where = [shape, resolution].map((d) => parameterIndices(d.parameters, parameters));
  const make = convolutionTables(shape, resolution, points);
  const own = where.map((w) => new Float64Array(w.length));
  const target = [...where[0], ...where[1]];
  const cache: { p: Float64Array; table: ConvolutionTable; sums: readonly Float64Array[] }[] = [];
  const weights = new Float64Array(8);

  /** The table at `p`; those of the points that a Hessian by differences asks for are kept. */
  function tableAt(p: Float64Array): { table: ConvolutionTable; sums: readonly Float64Array[] } {
    const known = cache.find((c) => c.p.every((v, i) => v === p[i]));
    if (known !== undefined) return known;
    for (let k = 0; k < 2; k++) for (let a = 0; a < own[k].length; a++) own[k][a] = p[where[k][a]];
    const table = make(own[0], own[1]);
    const fresh = { p: p.slice(), table, sums: table.columns.map((c) => cumulate(c, table.step)) };
    cache.push(fresh);
    if (cache.length > 2 * m + 2) cache.shift();
    return fresh;
  }

  function below(table: ConvolutionTable, sums: Float64Array, column: Float64Array, x: number): number {
    const u = (x - table.start) / table.step;
    const cell = Math.min(Math.max(Math.floor(u), 4), points - 5);
    // The rest of the cell by four-point Gauss, exact for the interpolating polynomial.
    const part = u - cell;
    let rest = 0;
    for (const [node, weight] of GAUSS) {
      const base = stencil(cell + part * node, points, weights);
      let f = 0;
      for (let i = 0; i < 8; i++) f += weights[i] * column[base + i];
      rest += weight * f;
    }
    return sums[cell] + rest * part * table.step;
  }

  return fromShape({
    name: "convolve",
    slots: parameters,
    range,
    fill(p, x, n, s, ds) {
      const { table } = tableAt(p);
      const { columns, start, step } = table;
      if (ds !== undefined) for (const d of ds) d.fill(0, 0, n);
      for (let i = 0; i < n; i++) {
        const base = stencil((x[i] - start) / step, points, weights);
        let f = 0;
        for (let k = 0; k < 8; k++) f += weights[k] * columns[0][base + k];
        s[i] = f;
        if (ds === undefined) continue;
        for (let a = 0; a < target.length; a++) {
          const column = columns[a + 1];
          let d = 0;
          for (let k = 0; k < 8; k++) d += weights[k] * column[base + k];
          ds[target[a]][i] += d;
        }
      }
    },
    integral(p, a, b, gradient) {
      const { table, sums } = tableAt(p);
      const over = (c: number): number =>
        below(table, sums[c], table.columns[c], b) - below(table, sums[c], table.columns[c], a);
      if (gradient !== undefined) {
        gradient.fill(0);
        for (let k = 0; k < target.length; k++) gradient[target[k]] += over(k + 1);
      }
      return over(0);
    },
    scale(p, out) {
      for (let j = 0; j < m; j++) out[j] = Math.max(0.1 * Math.abs(p[j]), 1e-3 * (range[1] - range[0]));
    },
  });
}

// Gauss–Legendre nodes and weights of order 4 on [0, 1].
const GAUSS = [
  [0.0694318442029737, 0.1739274225687269],
  [0.3300094782075719, 0.3260725774312731],
  [0.6699905217924281, 0.3260725774312731],
  [0.9305681557970263, 0.1739274225687269],
];

function cumulate(column: Float64Array, step: number): Float64Array {
  const out = new Float64Array(column.length);
  for (let i = 4; i + 5 < column.length; i++) {
    let cell = 0;
    for (let k = 0; k < 4; k++) cell += CELL[k] * (column[i - 3 + k] + column[i + 4 - k]);
    out[i + 1] = out[i] + step * cell;
  }
  return out;
}
