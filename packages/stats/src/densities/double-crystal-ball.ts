import { requireOptions } from "@belladonna/numerics";
import { exp } from "@belladonna/numerics/elementary";
import { addTailCurvature, tailAt, tailIntegral } from "./crystal-ball-tail.js";
import type { Tail } from "./crystal-ball-tail.js";
import { fromShape } from "./shape.js";
import type { Density, Range, Value } from "./density.js";
import { normalIntegral } from "./normal-integral.js";

/** Arguments of {@link doubleCrystalBall}. */
export interface DoubleCrystalBallOptions {
  /** Peak position $\mu$. */
  readonly mean: Value;
  /** Width of the core $\sigma > 0$. */
  readonly sigma: Value;
  /** Start of the lower tail, in widths below the peak, $> 0$. */
  readonly alphaLow: Value;
  /** Power of the lower tail, $> 0$. */
  readonly nLow: Value;
  /** Start of the upper tail, in widths above the peak, $> 0$. */
  readonly alphaHigh: Value;
  /** Power of the upper tail, $> 0$. */
  readonly nHigh: Value;
  /** Where it is normalised. */
  readonly range: Range;
}

/**
 * Gaussian core with power-law tails on both sides, see `crystalBall` for their form.
 *
 * ```ts
 * doubleCrystalBall({ mean: 3.1, sigma: 0.02, alphaLow: 1.2, nLow: 3, alphaHigh: 1.5, nHigh: 4, range: [2.8, 3.3] }).integral(Float64Array.of(), 3.08, 3.12); // ≈ 0.5841
 * ```
 * @param options - Position, width, tails and range, in the units of the observable.
 * @returns The density; NaN where a width, a power or a start of a tail is not positive.
 * @throws RangeError when the range is empty.
 */
export function doubleCrystalBall(options: DoubleCrystalBallOptions): Density {
  requireOptions("doubleCrystalBall", options, ["mean", "sigma", "alphaLow", "nLow", "alphaHigh", "nHigh", "range"]);
  const { mean, sigma, alphaLow, nLow, alphaHigh, nHigh, range } = options;
  const tail: Tail = { value: 0, dt: 0, da: 0, dn: 0 };
  const block = new Float64Array(16);
  return fromShape({
    name: "doubleCrystalBall",
    slots: [mean, sigma, alphaLow, nLow, alphaHigh, nHigh],
    range,
    fill(p, x, n, s, ds) {
      const inverse = 1 / p[1];
      for (let i = 0; i < n; i++) {
        const t = (x[i] - p[0]) * inverse;
        const side = t <= -p[2] ? -1 : t >= p[4] ? 1 : 0;
        if (side === 0) {
          tail.value = exp(-0.5 * t * t);
          tail.dt = -t;
        } else tailAt(side < 0 ? t : -t, side < 0 ? p[2] : p[4], side < 0 ? p[3] : p[5], tail);
        const e = tail.value;
        s[i] = e;
        if (ds === undefined) continue;
        const slope = (side > 0 ? e : -e) * tail.dt * inverse;
        ds[0][i] = slope;
        ds[1][i] = slope * t;
        ds[2][i] = side < 0 ? e * tail.da : 0;
        ds[3][i] = side < 0 ? e * tail.dn : 0;
        ds[4][i] = side > 0 ? e * tail.da : 0;
        ds[5][i] = side > 0 ? e * tail.dn : 0;
      }
    },
    integral(p, a, b, gradient) {
      const [mu, width, al, nl, ah, nh] = p;
      if (!(width > 0 && al > 0 && nl > 0 && ah > 0 && nh > 0)) return Number.NaN;
      const ta = (a - mu) / width;
      const tb = (b - mu) / width;
      const low = Math.max(ta, -al);
      const high = Math.min(tb, ah);
      let j = low < high ? normalIntegral(low, high) : 0;
      gradient?.fill(0);
      if (ta < -al) {
        tailIntegral(ta, Math.min(tb, -al), al, nl, tail);
        j += tail.value;
        if (gradient !== undefined) {
          gradient[2] = width * tail.da;
          gradient[3] = width * tail.dn;
        }
      }
      if (tb > ah) {
        tailIntegral(-tb, Math.min(-ta, -ah), ah, nh, tail);
        j += tail.value;
        if (gradient !== undefined) {
          gradient[4] = width * tail.da;
          gradient[5] = width * tail.dn;
        }
      }
      if (gradient !== undefined) {
        const height = (t: number): number => {
          if (t > -al && t < ah) return exp(-0.5 * t * t);
          if (t < 0) tailAt(t, al, nl, tail);
          else tailAt(-t, ah, nh, tail);
          return tail.value;
        };
        const ha = height(ta);
        const hb = height(tb);
        gradient[0] = ha - hb;
        gradient[1] = j + ta * ha - tb * hb;
      }
      return width * j;
    },
    scale(p, out) {
      out[0] = out[1] = p[1];
      for (let k = 2; k < 6; k++) out[k] = 0.5 * p[k];
    },
    second(p, x, n, w, out) {
      const inverse = 1 / p[1];
      const square = inverse * inverse;
      for (let i = 0; i < n; i++) {
        const t = (x[i] - p[0]) * inverse;
        const v = w[i];
        if (t > -p[2] && t < p[4]) {
          const tt = t * t;
          out[0] += v * (tt - 1) * square;
          out[1] += v * t * (tt - 2) * square;
          out[7] += v * tt * (tt - 3) * square;
          continue;
        }
        const above = t > 0;
        const sign = above ? -1 : 1;
        block.fill(0);
        addTailCurvature(sign * t, above ? p[4] : p[2], above ? p[5] : p[3], sign, inverse, v, block);
        const k = above ? 4 : 2;
        out[0] += block[0];
        out[1] += block[1];
        out[7] += block[5];
        // The block counts alpha with the sign of the tail; here it is positive on both sides.
        out[k] += sign * block[2];
        out[k + 1] += block[3];
        out[6 + k] += sign * block[6];
        out[6 + k + 1] += block[7];
        out[6 * k + k] += block[10];
        out[6 * k + k + 1] += sign * block[11];
        out[6 * (k + 1) + k + 1] += block[15];
      }
    },
  });
}
