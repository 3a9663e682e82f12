import { requireOptions } from "@belladonna/numerics";
import { cosh, exp, expm1, log1p, sinh } from "@belladonna/numerics/elementary";
import { fromShape } from "./shape.js";
import type { Density, Range, Value } from "./density.js";

/** Arguments of {@link exponential}. */
export interface ExponentialOptions {
  /** Decay rate $\lambda$, of any sign, in inverse units of the observable. */
  readonly lambda: Value;
  /** Where it is normalised. */
  readonly range: Range;
}

/**
 * Falling (or, for $\lambda < 0$, rising) exponential on a range:
 *
 * $$f(x) \propto e^{-\lambda x}$$
 *
 * ```ts
 * exponential({ lambda: 2, range: [0, 3] }).integral(Float64Array.of(), 0, 1); // ≈ 0.8668
 * ```
 * @param options - Rate and range.
 * @returns The density; flat at $\lambda = 0$.
 * @throws RangeError when the range is empty, an option is unknown, or a value is no finite number or parameter.
 */
export function exponential(options: ExponentialOptions): Density {
  requireOptions("exponential", options, ["lambda", "range"]);
  const { lambda, range } = options;
  // Counted from the middle of the range, so that no power of e overflows.
  const middle = 0.5 * (range[0] + range[1]);
  const half = 0.5 * (range[1] - range[0]);
  return fromShape({
    name: "exponential",
    slots: [lambda],
    range,
    fill(p, x, n, s, ds) {
      const k = p[0];
      if (ds === undefined) {
        for (let i = 0; i < n; i++) s[i] = exp(k * (middle - x[i]));
        return;
      }
      const dk = ds[0];
      for (let i = 0; i < n; i++) {
        const u = middle - x[i];
        const e = exp(k * u);
        s[i] = e;
        dk[i] = u * e;
      }
    },
    integral(p, a, b, gradient) {
      const k = p[0];
      const u = middle - 0.5 * (a + b);
      const h = 0.5 * (b - a);
      const e = exp(k * u);
      const z = k * h;
      const shc = Math.abs(z) < 1e-4 ? 1 + (z * z) / 6 : sinh(z) / z;
      const value = 2 * h * e * shc;
      if (gradient !== undefined) {
        // Derivative of sinh(z)/z, by its series where the difference cancels.
        const zz = z * z;
        const d =
          Math.abs(z) < 0.3
            ? z * (1 / 3 + zz * (1 / 30 + zz * (1 / 840 + zz * (1 / 45360 + zz / 3991680))))
            : (cosh(z) - sinh(z) / z) / z;
        gradient[0] = u * value + 2 * h * h * e * d;
      }
      return value;
    },
    scale(_p, out) {
      out[0] = 1 / half;
    },
    second(_p, x, n, w, out) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += w[i] * (middle - x[i]) * (middle - x[i]);
      out[0] += sum;
    },
    draw(p, random) {
      const k = p[0];
      const width = 2 * half;
      const u = random.uniform();
      const y = Math.abs(k * width) < 1e-12 ? u * width : -log1p(u * expm1(-k * width)) / k;
      return Math.min(range[0] + y, range[1]);
    },
  });
}
