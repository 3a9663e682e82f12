import { requireOptions } from "@belladonna/numerics";
import { exp } from "@belladonna/numerics/elementary";
import { fromShape } from "./shape.js";
import type { Density, Range, Value } from "./density.js";
import { normalIntegral } from "./normal-integral.js";

/** Arguments of {@link gaussian}. */
export interface GaussianOptions {
  /** Mean $\mu$. */
  readonly mean: Value;
  /** Standard deviation $\sigma > 0$. */
  readonly sigma: Value;
  /** Where it is normalised. */
  readonly range: Range;
}

/**
 * Normal density on a range:
 *
 * $$f(x) \propto \exp\left(-\frac{(x-\mu)^2}{2\sigma^2}\right)$$
 *
 * ```ts
 * gaussian({ mean: 0, sigma: 1, range: [-5, 5] }).integral(Float64Array.of(), -1, 1); // ≈ 0.6827
 * ```
 * @param options - Mean, standard deviation and range, in the units of the observable.
 * @returns The density; its values are NaN for $\sigma \le 0$.
 * @throws RangeError when the range is empty, an option is unknown, or a value is no finite number or parameter.
 */
export function gaussian(options: GaussianOptions): Density {
  requireOptions("gaussian", options, ["mean", "sigma", "range"]);
  const { mean, sigma, range } = options;
  return fromShape({
    name: "gaussian",
    slots: [mean, sigma],
    range,
    fill(p, x, n, s, ds) {
      const mu = p[0];
      const inverse = 1 / p[1];
      if (ds === undefined) {
        for (let i = 0; i < n; i++) {
          const t = (x[i] - mu) * inverse;
          s[i] = exp(-0.5 * t * t);
        }
        return;
      }
      const [dm, dw] = ds;
      for (let i = 0; i < n; i++) {
        const t = (x[i] - mu) * inverse;
        const e = exp(-0.5 * t * t);
        const slope = e * t * inverse;
        s[i] = e;
        dm[i] = slope;
        dw[i] = slope * t;
      }
    },
    integral(p, a, b, gradient) {
      const [mu, sigma] = p;
      if (!(sigma > 0)) return Number.NaN;
      const ta = (a - mu) / sigma;
      const tb = (b - mu) / sigma;
      const j = normalIntegral(ta, tb);
      if (gradient !== undefined) {
        const ea = exp(-0.5 * ta * ta);
        const eb = exp(-0.5 * tb * tb);
        gradient[0] = ea - eb;
        gradient[1] = j + ta * ea - tb * eb;
      }
      return sigma * j;
    },
    scale(p, out) {
      out.fill(p[1]);
    },
    second(p, x, n, w, out) {
      const mu = p[0];
      const inverse = 1 / p[1];
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let s4 = 0;
      for (let i = 0; i < n; i++) {
        const t = (x[i] - mu) * inverse;
        const v = w[i];
        const vt = v * t;
        const vtt = vt * t;
        s0 += v;
        s1 += vt;
        s2 += vtt;
        s3 += vtt * t;
        s4 += vtt * t * t;
      }
      const square = inverse * inverse;
      out[0] += (s2 - s0) * square;
      out[1] += (s3 - 2 * s1) * square;
      out[3] += (s4 - 3 * s2) * square;
    },
    draw: (p, random) => p[0] + p[1] * random.normal(),
  });
}
