import { requireOptions } from "@belladonna/numerics";
import { exp, log as ln, pow } from "@belladonna/numerics/elementary";
import { fromShape } from "./shape.js";
import type { Density, Range, Value } from "./density.js";

/** Arguments of {@link argus}. */
export interface ArgusOptions {
  /** End point $m_0$, above which the density is 0. */
  readonly endPoint: Value;
  /** Slope $c$ (negative for the usual shape). */
  readonly slope: Value;
  /** Power $p > -1$; default 1/2. */
  readonly power?: Value;
  /** Where it is normalised. */
  readonly range: Range;
}

// Gauss–Legendre nodes and weights of order 12 on [-1, 1], positive half.
const NODES = [
  0.1252334085114689, 0.3678314989981802, 0.5873179542866175, 0.7699026741943047, 0.9041172563704749,
  0.9815606342467192,
];
const WEIGHTS = [
  0.2491470458134028, 0.2334925365383548, 0.2031674267230659, 0.1600783285433462, 0.1069393259953184,
  0.0471753363865118,
];

/**
 * ARGUS shape, of masses below a kinematic end point:
 *
 * $$f(x) \propto x\, u^p\, e^{c u}, \qquad u = 1 - \frac{x^2}{m_0^2}$$
 *
 * ```ts
 * argus({ endPoint: 5.29, slope: -20, range: [5.2, 5.29] }).integral(Float64Array.of(), 5.25, 5.29); // ≈ 0.3686
 * ```
 * @param options - End point, slope, power and range, in the units of the observable.
 * @returns The density; 0 at and above the end point.
 * @throws RangeError when the range is empty, an option is unknown, or a value is no finite number or parameter.
 * @see ARGUS Collaboration, Phys. Lett. B 241 (1990) 278
 */
export function argus(options: ArgusOptions): Density {
  requireOptions("argus", options, ["endPoint", "slope", "power", "range"]);
  const { endPoint, slope, power = 0.5, range } = options;
  const sums = new Float64Array(3);
  return fromShape({
    name: "argus",
    slots: [endPoint, slope, power],
    range,
    fill(p, x, n, s, ds) {
      const [m0, c, q] = p;
      for (let i = 0; i < n; i++) {
        const r = x[i] / m0;
        const u = (1 - r) * (1 + r);
        const inside = u > 0;
        const log = inside ? ln(u) : 0;
        const f = inside ? x[i] * exp(q * log + c * u) : 0;
        s[i] = f;
        if (ds === undefined) continue;
        ds[0][i] = inside ? (f * (q / u + c) * 2 * r * r) / m0 : 0;
        ds[1][i] = f * u;
        ds[2][i] = f * log;
      }
    },
    integral(p, a, b, gradient) {
      const [m0, c, q] = p;
      if (!(m0 > 0 && q > -1)) return Number.NaN;
      const ua = Math.max((1 - a / m0) * (1 + a / m0), 0);
      const ub = Math.max((1 - b / m0) * (1 + b / m0), 0);
      integrate(c, q, ub, ua, sums);
      const area = 0.5 * m0 * m0;
      if (gradient !== undefined) {
        const edge = (u: number, x: number): number =>
          u > 0 ? pow(u, q) * exp(c * u) * ((2 * x * x) / (m0 * m0 * m0)) : 0;
        gradient[0] = m0 * sums[0] + area * (edge(ua, a) - edge(ub, b));
        gradient[1] = area * sums[1];
        gradient[2] = area * sums[2];
      }
      return area * sums[0];
    },
    scale(p, out) {
      out[0] = 0.1 * Math.max(p[0] - range[0], 1e-6 * p[0]);
      out[1] = 1 + 0.1 * Math.abs(p[1]);
      out[2] = 0.1;
    },
  });
}

/** Integrals of $u^q e^{cu}$ times 1, $u$ and $\ln u$: in $v = \sqrt u$, panels that halve towards the end point. */
function integrate(c: number, q: number, low: number, high: number, out: Float64Array): void {
  out.fill(0);
  let top = Math.sqrt(high);
  const bottom = Math.sqrt(low);
  for (let level = 0; level < 40 && top > bottom; level++) {
    const floor = level === 39 ? bottom : Math.max(bottom, 0.6 * top);
    const centre = 0.5 * (top + floor);
    const half = 0.5 * (top - floor);
    for (let k = 0; k < 12; k++) {
      const v = k < 6 ? centre - half * NODES[k] : centre + half * NODES[k - 6];
      const u = v * v;
      const log = 2 * ln(v);
      const f = 2 * v * half * WEIGHTS[k % 6] * exp(q * log + c * u);
      out[0] += f;
      out[1] += f * u;
      out[2] += f * log;
    }
    top = floor;
  }
}
