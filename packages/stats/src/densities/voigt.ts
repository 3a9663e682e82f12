import { faddeeva, requireOptions } from "@belladonna/numerics";
import { tan } from "@belladonna/numerics/elementary";
import { fromShape } from "./shape.js";
import type { Shape } from "./shape.js";
import type { Density, Range, Value } from "./density.js";
import { adaptiveIntegral, aroundPeak } from "@belladonna/numerics";

/** Arguments of {@link voigt}. */
export interface VoigtOptions {
  /** Peak position $\mu$. */
  readonly mean: Value;
  /** Standard deviation $\sigma > 0$ of the normal resolution. */
  readonly sigma: Value;
  /** Half width at half maximum $\gamma \ge 0$ of the Lorentz line; a resonance of width $\Gamma$ has $\gamma = \Gamma/2$. */
  readonly gamma: Value;
  /** Where it is normalised. */
  readonly range: Range;
}

/**
 * Lorentz line folded with a normal resolution:
 *
 * $$f(x) \propto \operatorname{Re} w(z), \qquad z = \frac{x - \mu + i\gamma}{\sigma\sqrt 2}$$
 *
 * with the Faddeeva function $w$. The normalisation on the range is by adaptive quadrature (1e-12).
 *
 * ```ts
 * voigt({ mean: 1, sigma: 0.01, gamma: 0.02, range: [0.8, 1.2] }).integral(Float64Array.of(), 0.98, 1.02); // ≈ 0.4938
 * ```
 * @param options - Position, widths and range, in the units of the observable.
 * @returns The density; NaN for $\sigma \le 0$ or $\gamma < 0$.
 * @throws RangeError when the range is empty, an option is unknown, or a value is no finite number or parameter.
 */
export function voigt(options: VoigtOptions): Density {
  requireOptions("voigt", options, ["mean", "sigma", "gamma", "range"]);
  const { mean, sigma, gamma, range } = options;
  const w = new Float64Array(2);
  const fill: Shape["fill"] = (p, x, n, s, ds) => {
    const [mu, width, g] = p;
    const c = Math.SQRT1_2 / width;
    const y = g * c;
    const factor = c / Math.sqrt(Math.PI);
    const valid = width > 0 && g >= 0;
    for (let i = 0; i < n; i++) {
      const u = (x[i] - mu) * c;
      faddeeva(u, y, w);
      const [re, im] = w;
      s[i] = valid ? factor * re : Number.NaN;
      if (ds === undefined) continue;
      // w' = -2 z w + 2 i / sqrt(pi)
      const slopeRe = -2 * (u * re - y * im);
      const slopeIm = -2 * (u * im + y * re) + 2 / Math.sqrt(Math.PI);
      ds[0][i] = -factor * slopeRe * c;
      ds[1][i] = (-factor * (re + u * slopeRe - y * slopeIm)) / width;
      ds[2][i] = -factor * slopeIm * c;
    }
  };
  return fromShape({
    name: "voigt",
    slots: [mean, sigma, gamma],
    range,
    fill,
    integral: adaptiveIntegral(3, fill, (p) => aroundPeak(p[0], p[1] + p[2])),
    scale(p, out) {
      out.fill(p[1] + p[2]);
      out[1] = p[1];
    },
    draw: (p, random) => p[0] + p[1] * random.normal() + p[2] * tan(Math.PI * (random.uniform() - 0.5)),
  });
}
