import { requireOptions } from "@belladonna/numerics";
import { exp, log } from "@belladonna/numerics/elementary";
import { fromShape } from "./shape.js";
import type { Density, Range, Value } from "./density.js";
import { addTailCurvature, tailAt, tailIntegral } from "./crystal-ball-tail.js";
import type { Tail } from "./crystal-ball-tail.js";
import { normalIntegral } from "./normal-integral.js";

/** Arguments of {@link crystalBall}. */
export interface CrystalBallOptions {
  /** Peak position $\mu$. */
  readonly mean: Value;
  /** Width of the core $\sigma > 0$. */
  readonly sigma: Value;
  /** Where the tail starts, in widths: below the peak for $\alpha > 0$, above it for $\alpha < 0$. */
  readonly alpha: Value;
  /** Power of the tail $n > 0$. */
  readonly n: Value;
  /** Where it is normalised. */
  readonly range: Range;
}

/**
 * Gaussian core with a power-law tail on one side:
 *
 * $$f(x) \propto \begin{cases} e^{-t^2/2} & t > -\alpha \\
 * e^{-\alpha^2/2} \left[1 - \frac{\alpha}{n}(\alpha + t)\right]^{-n} & t \le -\alpha \end{cases},
 * \qquad t = \frac{x - \mu}{\sigma}$$
 *
 * with $t \to -t$ and $\alpha \to -\alpha$ for $\alpha < 0$. Its second derivative jumps at $t = -\alpha$.
 *
 * ```ts
 * crystalBall({ mean: 3.1, sigma: 0.02, alpha: 1.2, n: 3, range: [2.8, 3.3] }).integral(Float64Array.of(), 3.08, 3.12); // ≈ 0.6085
 * ```
 * @param options - Position, width, tail and range, in the units of the observable.
 * @returns The density; NaN for $\sigma \le 0$, $n \le 0$ or $\alpha = 0$.
 * @throws RangeError when the range is empty, an option is unknown, or a value is no finite number or parameter.
 * @see J. Gaiser, SLAC-R-255 (1982), appendix F
 */
export function crystalBall(options: CrystalBallOptions): Density {
  requireOptions("crystalBall", options, ["mean", "sigma", "alpha", "n", "range"]);
  const { mean, sigma, alpha, n: power, range } = options;
  const tail: Tail = { value: 0, dt: 0, da: 0, dn: 0 };
  return fromShape({
    name: "crystalBall",
    slots: [mean, sigma, alpha, power],
    range,
    fill(p, x, n, s, ds) {
      const sign = p[2] < 0 ? -1 : 1;
      const mu = p[0];
      const inverse = sign / p[1];
      const a = sign * p[2];
      const nn = p[3];
      if (ds === undefined) {
        for (let i = 0; i < n; i++) {
          const t = (x[i] - mu) * inverse;
          s[i] = t > -a ? exp(-0.5 * t * t) : exp(-0.5 * a * a - nn * log(1 - (a * (a + t)) / nn));
        }
        return;
      }
      const [dm, dw, da, dn] = ds;
      for (let i = 0; i < n; i++) {
        const t = (x[i] - mu) * inverse;
        if (t > -a) {
          const e = exp(-0.5 * t * t);
          s[i] = e;
          const slope = e * t * inverse;
          dm[i] = slope;
          dw[i] = slope * t * sign;
          da[i] = 0;
          dn[i] = 0;
        } else {
          tailAt(t, a, nn, tail);
          const e = tail.value;
          s[i] = e;
          const slope = -e * tail.dt * inverse;
          dm[i] = slope;
          dw[i] = slope * t * sign;
          da[i] = e * tail.da * sign;
          dn[i] = e * tail.dn;
        }
      }
    },
    integral(p, from, to, gradient) {
      const sign = p[2] < 0 ? -1 : 1;
      const sigma = p[1];
      const a = sign * p[2];
      const nn = p[3];
      if (!(sigma > 0 && a > 0 && nn > 0)) return Number.NaN;
      const t0 = (from - p[0]) / sigma;
      const t1 = (to - p[0]) / sigma;
      const ta = sign > 0 ? t0 : -t1;
      const tb = sign > 0 ? t1 : -t0;
      let j = tb > -a ? normalIntegral(Math.max(ta, -a), tb) : 0;
      let ja = 0;
      let jn = 0;
      if (ta < -a) {
        tailIntegral(ta, Math.min(tb, -a), a, nn, tail);
        j += tail.value;
        ja = tail.da;
        jn = tail.dn;
      }
      if (gradient !== undefined) {
        const height = (t: number): number => {
          if (t > -a) return exp(-0.5 * t * t);
          tailAt(t, a, nn, tail);
          return tail.value;
        };
        const ha = height(ta);
        const hb = height(tb);
        gradient[0] = sign * (ha - hb);
        gradient[1] = j + ta * ha - tb * hb;
        gradient[2] = sign * sigma * ja;
        gradient[3] = sigma * jn;
      }
      return sigma * j;
    },
    scale(p, out) {
      out[0] = out[1] = p[1];
      out[2] = 0.5 * Math.abs(p[2]);
      out[3] = 0.5 * p[3];
    },
    second(p, x, n, w, out) {
      const sign = p[2] < 0 ? -1 : 1;
      const inverse = 1 / p[1];
      const a = sign * p[2];
      const nn = p[3];
      const square = inverse * inverse;
      for (let i = 0; i < n; i++) {
        const t = sign * (x[i] - p[0]) * inverse;
        const v = w[i];
        if (t > -a) {
          const tt = t * t;
          out[0] += v * (tt - 1) * square;
          out[1] += sign * v * t * (tt - 2) * square;
          out[5] += v * tt * (tt - 3) * square;
        } else addTailCurvature(t, a, nn, sign, inverse, v, out);
      }
    },
  });
}
