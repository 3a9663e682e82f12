import { requireOptions } from "@belladonna/numerics";
import { asinh, exp, sinh } from "@belladonna/numerics/elementary";
import { fromShape } from "./shape.js";
import type { Shape } from "./shape.js";
import type { Density, Range, Value } from "./density.js";
import { normalIntegral } from "./normal-integral.js";

/** Arguments of {@link johnson}. */
export interface JohnsonOptions {
  /** Location $\xi$. */
  readonly location: Value;
  /** Scale $\lambda > 0$. */
  readonly scale: Value;
  /** Skewness $\gamma$; 0 is symmetric. */
  readonly gamma: Value;
  /** Lightness of the tails $\delta > 0$; a Gaussian for large $\delta$ and $\lambda$. */
  readonly delta: Value;
  /** Where it is normalised. */
  readonly range: Range;
}

const fill: Shape["fill"] = (p, x, n, s, ds) => {
  const [xi, lambda, gamma, delta] = p;
  for (let i = 0; i < n; i++) {
    const z = (x[i] - xi) / lambda;
    const root = Math.sqrt(1 + z * z);
    const arc = asinh(z);
    const r = gamma + delta * arc;
    const f = exp(-0.5 * r * r) / root;
    s[i] = f;
    if (ds === undefined) continue;
    const slope = (f * ((r * delta) / root + z / (root * root))) / lambda;
    ds[0][i] = slope;
    ds[1][i] = slope * z;
    ds[2][i] = -f * r;
    ds[3][i] = -f * r * arc;
  }
};

/**
 * Johnson's $S_U$ density, a normal one in the inverse hyperbolic sine:
 *
 * $$f(x) \propto \frac{1}{\sqrt{1 + z^2}}\, e^{-(\gamma + \delta \sinh^{-1} z)^2/2}, \qquad z = \frac{x - \xi}{\lambda}$$
 *
 * ```ts
 * johnson({ location: 0, scale: 1, gamma: 0, delta: 1, range: [-5, 5] }).integral(Float64Array.of(), -1, 1); // ≈ 0.6351
 * ```
 * @param options - Location, scale, shape and range, in the units of the observable.
 * @returns The density; NaN for $\lambda \le 0$ or $\delta \le 0$.
 * @throws RangeError when the range is empty, an option is unknown, or a value is no finite number or parameter.
 * @see N. L. Johnson, Biometrika 36 (1949) 149
 */
export function johnson(options: JohnsonOptions): Density {
  requireOptions("johnson", options, ["location", "scale", "gamma", "delta", "range"]);
  const { location, scale, gamma, delta, range } = options;
  return fromShape({
    name: "johnson",
    slots: [location, scale, gamma, delta],
    range,
    fill,
    integral(p, a, b, gradient) {
      const [xi, lambda, g, d] = p;
      if (!(lambda > 0 && d > 0)) return Number.NaN;
      const za = (a - xi) / lambda;
      const zb = (b - xi) / lambda;
      const sa = asinh(za);
      const sb = asinh(zb);
      const ra = g + d * sa;
      const rb = g + d * sb;
      const j = normalIntegral(ra, rb);
      if (gradient !== undefined) {
        const ea = exp(-0.5 * ra * ra);
        const eb = exp(-0.5 * rb * rb);
        const fa = ea / Math.sqrt(1 + za * za);
        const fb = eb / Math.sqrt(1 + zb * zb);
        gradient[0] = fa - fb;
        gradient[1] = j / d + za * fa - zb * fb;
        gradient[2] = (lambda / d) * (eb - ea);
        gradient[3] = (lambda / d) * (eb * sb - ea * sa - j / d);
      }
      return (lambda / d) * j;
    },
    scale(p, out) {
      out[0] = out[1] = p[1] / Math.max(p[3], 1);
      out[2] = 1;
      out[3] = p[3];
    },
    draw: (p, random) => p[0] + p[1] * sinh((random.normal() - p[2]) / p[3]),
  });
}
