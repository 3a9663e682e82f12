import { requireOptions } from "@belladonna/numerics";
import { exp } from "@belladonna/numerics/elementary";
import { fromShape } from "./shape.js";
import type { Density, Range, Value } from "./density.js";
import { normalIntegral } from "./normal-integral.js";

/** Arguments of {@link bifurcatedGaussian}. */
export interface BifurcatedGaussianOptions {
  /** Peak position $\mu$. */
  readonly mean: Value;
  /** Width below the peak, $> 0$. */
  readonly sigmaLow: Value;
  /** Width above the peak, $> 0$. */
  readonly sigmaHigh: Value;
  /** Where it is normalised. */
  readonly range: Range;
}

/**
 * Gaussian with two widths:
 *
 * $$f(x) \propto e^{-t^2/2}, \qquad t = \frac{x - \mu}{\sigma_\pm}$$
 *
 * ```ts
 * bifurcatedGaussian({ mean: 0, sigmaLow: 1, sigmaHigh: 2, range: [-9, 9] }).integral(Float64Array.of(), -9, 0); // ≈ 0.3333
 * ```
 * @param options - Position, widths and range, in the units of the observable.
 * @returns The density; NaN when a width is not positive.
 * @throws RangeError when the range is empty, an option is unknown, or a value is no finite number or parameter.
 */
export function bifurcatedGaussian(options: BifurcatedGaussianOptions): Density {
  requireOptions("bifurcatedGaussian", options, ["mean", "sigmaLow", "sigmaHigh", "range"]);
  const { mean, sigmaLow, sigmaHigh, range } = options;
  return fromShape({
    name: "bifurcatedGaussian",
    slots: [mean, sigmaLow, sigmaHigh],
    range,
    fill(p, x, n, s, ds) {
      for (let i = 0; i < n; i++) {
        const below = x[i] < p[0];
        const inverse = 1 / (below ? p[1] : p[2]);
        const t = (x[i] - p[0]) * inverse;
        const e = exp(-0.5 * t * t);
        s[i] = e;
        if (ds === undefined) continue;
        const slope = e * t * inverse;
        ds[0][i] = slope;
        ds[1][i] = below ? slope * t : 0;
        ds[2][i] = below ? 0 : slope * t;
      }
    },
    integral(p, a, b, gradient) {
      const [mu, low, high] = p;
      if (!(low > 0 && high > 0)) return Number.NaN;
      let value = 0;
      gradient?.fill(0);
      for (let side = 1; side <= 2; side++) {
        const from = side === 1 ? a : Math.max(a, mu);
        const to = side === 1 ? Math.min(b, mu) : b;
        if (!(from < to)) continue;
        const width = p[side];
        const ta = (from - mu) / width;
        const tb = (to - mu) / width;
        const j = normalIntegral(ta, tb);
        value += width * j;
        if (gradient === undefined) continue;
        const ea = exp(-0.5 * ta * ta);
        const eb = exp(-0.5 * tb * tb);
        gradient[0] += ea - eb;
        gradient[side] = j + ta * ea - tb * eb;
      }
      return value;
    },
    scale(p, out) {
      out[0] = Math.min(p[1], p[2]);
      out[1] = p[1];
      out[2] = p[2];
    },
    second(p, x, n, w, out) {
      for (let i = 0; i < n; i++) {
        const side = x[i] < p[0] ? 1 : 2;
        const inverse = 1 / p[side];
        const t = (x[i] - p[0]) * inverse;
        const tt = t * t;
        const v = w[i] * inverse * inverse;
        out[0] += v * (tt - 1);
        out[side] += v * t * (tt - 2);
        out[4 * side] += v * tt * (tt - 3);
      }
    },
    draw(p, random) {
      const side = random.uniform() * (p[1] + p[2]) < p[1] ? 1 : 2;
      const t = Math.abs(random.normal());
      return side === 1 ? p[0] - p[1] * t : p[0] + p[2] * t;
    },
  });
}
