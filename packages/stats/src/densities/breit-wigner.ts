import { atan2, tan } from "@belladonna/numerics/elementary";
import { fromShape } from "./shape.js";
import type { Shape } from "./shape.js";
import type { Density, Range, Value } from "./density.js";
import { adaptiveIntegral, aroundPeak, requireOptions } from "@belladonna/numerics";

/** Arguments of {@link breitWigner}. */
export interface BreitWignerOptions {
  /** Position $m$ of the resonance. */
  readonly mass: Value;
  /** Full width $\Gamma > 0$. */
  readonly width: Value;
  /** Where it is normalised. */
  readonly range: Range;
  /** Whether the propagator is in $x^2$; default false. */
  readonly relativistic?: boolean;
}

/**
 * Breit–Wigner line, non-relativistic or relativistic with a constant width:
 *
 * $$f(x) \propto \frac{1}{(x - m)^2 + \Gamma^2/4} \qquad\text{or}\qquad
 * f(x) \propto \frac{1}{(x^2 - m^2)^2 + m^2\Gamma^2}$$
 *
 * ```ts
 * breitWigner({ mass: 1, width: 0.02, range: [0.8, 1.2] }).integral(Float64Array.of(), 0.99, 1.01); // ≈ 0.5164
 * ```
 * @param options - Mass, width and range, in the units of the observable.
 * @returns The density; NaN for $\Gamma \le 0$. The relativistic normalisation is by adaptive quadrature (1e-12).
 * @throws RangeError when the range is empty, an option is unknown, or a value is no finite number or parameter.
 */
export function breitWigner(options: BreitWignerOptions): Density {
  requireOptions("breitWigner", options, ["mass", "width", "range", "relativistic"]);
  const { mass, width, range, relativistic = false } = options;
  const common = {
    name: "breitWigner",
    slots: [mass, width],
    range,
    scale(p: Float64Array, out: Float64Array): void {
      out.fill(p[1]);
    },
  };
  if (relativistic) {
    const integral = adaptiveIntegral(2, fillRelativistic, (p) => aroundPeak(p[0], 0.5 * p[1]));
    return fromShape({
      ...common,
      fill: fillRelativistic,
      integral: (p, a, b, gradient) => (p[1] > 0 ? integral(p, a, b, gradient) : Number.NaN),
    });
  }
  return fromShape({
    ...common,
    fill: fillLorentz,
    integral(p, a, b, gradient) {
      const [m, g] = p;
      if (!(g > 0)) return Number.NaN;
      // With u = 2 (x - m) / g the shape is 1 / (1 + u^2); one arc tangent of the difference does not cancel.
      const ua = (2 * (a - m)) / g;
      const ub = (2 * (b - m)) / g;
      const arc = atan2(ub - ua, 1 + ua * ub);
      const fa = 1 / (1 + ua * ua);
      const fb = 1 / (1 + ub * ub);
      if (gradient !== undefined) {
        gradient[0] = fa - fb;
        gradient[1] = 0.5 * (arc - ub * fb + ua * fa);
      }
      return 0.5 * g * arc;
    },
    draw: (p, random) => p[0] + 0.5 * p[1] * tan(Math.PI * (random.uniform() - 0.5)),
  });
}

const fillLorentz: Shape["fill"] = (p, x, n, s, ds) => {
  const [m, g] = p;
  const c = 2 / g;
  for (let i = 0; i < n; i++) {
    const u = (x[i] - m) * c;
    const f = 1 / (1 + u * u);
    s[i] = f;
    if (ds === undefined) continue;
    const slope = 2 * u * f * f * c;
    ds[0][i] = slope;
    ds[1][i] = 0.5 * slope * u;
  }
};

// In units of m^2 Gamma^2, so that the peak is 1.
const fillRelativistic: Shape["fill"] = (p, x, n, s, ds) => {
  const [m, g] = p;
  const mg = m * g;
  for (let i = 0; i < n; i++) {
    const u = ((x[i] - m) * (x[i] + m)) / mg;
    const f = 1 / (1 + u * u);
    s[i] = f;
    if (ds === undefined) continue;
    const slope = -2 * u * f * f;
    ds[0][i] = slope * (-2 / g - u / m);
    ds[1][i] = (-slope * u) / g;
  }
};
