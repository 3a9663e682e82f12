import { fromShape } from "./shape.js";
import type { Density, Range, Value } from "./density.js";
import { adaptiveIntegral, requireOptions } from "@belladonna/numerics";

/** Arguments of {@link density}. */
export interface UserDensityOptions {
  /** The numbers it depends on, in the order of `p`. */
  readonly parameters: readonly Value[];
  /** Where it is normalised. */
  readonly range: Range;
  /** The density up to normalisation; writes derivatives by each entry of `p` to `gradient` where it is given. */
  readonly shape: (x: number, p: Float64Array, gradient?: Float64Array) => number;
  /** Whether `shape` fills `gradient`; derivatives are two-sided differences when not. Default false. */
  readonly exactGradient?: boolean;
  /** Points at which the shape has a kink, a step or a narrow peak. */
  readonly breaks?: (p: Float64Array) => readonly number[];
  /** Length over which each entry of `p` changes the shape; default $\max(|p|, 10^{-2})$. */
  readonly scale?: (p: Float64Array) => readonly number[];
}

const STEP = 6e-6;

/**
 * A density of one's own, normalised by adaptive quadrature (1e-12 for smooth shapes).
 *
 * ```ts
 * // A background that falls by a power of the mass between 1 and 5 GeV.
 * const power = density({ parameters: [parameter("n", 3)], range: [1, 5], shape: (m, [n]) => m ** -n });
 * const fitted = fit(unbinned(power, [1.05, 1.1, 1.25, 1.4, 1.6, 2.1, 2.5, 3.4]));
 * fitted.parameters.n; // ≈ 2.51
 * fitted.errors.n; // ≈ 0.8718
 * ```
 * @param options - Shape, parameters and range.
 * @returns The density.
 * @throws RangeError when the range is empty.
 */
export function density(options: UserDensityOptions): Density {
  requireOptions("density", options, ["parameters", "range", "shape", "exactGradient", "breaks", "scale"]);
  const { parameters, range, shape, exactGradient = false } = options;
  const m = parameters.length;
  const slope = new Float64Array(m);
  const lengths = new Float64Array(m);
  const scale = (p: Float64Array, out: Float64Array): void => {
    const own = options.scale?.(p);
    for (let j = 0; j < m; j++) out[j] = own === undefined ? Math.max(Math.abs(p[j]), 1e-2) : own[j];
  };
  function fill(
    p: Float64Array,
    x: Float64Array,
    n: number,
    s: Float64Array,
    ds: readonly Float64Array[] | undefined,
  ): void {
    if (ds === undefined) {
      for (let i = 0; i < n; i++) s[i] = shape(x[i], p);
      return;
    }
    if (exactGradient) {
      for (let i = 0; i < n; i++) {
        s[i] = shape(x[i], p, slope);
        for (let j = 0; j < m; j++) ds[j][i] = slope[j];
      }
      return;
    }
    for (let i = 0; i < n; i++) s[i] = shape(x[i], p);
    scale(p, lengths);
    for (let j = 0; j < m; j++) {
      const centre = p[j];
      const h = STEP * lengths[j];
      const d = ds[j];
      p[j] = centre + h;
      for (let i = 0; i < n; i++) d[i] = shape(x[i], p);
      p[j] = centre - h;
      for (let i = 0; i < n; i++) d[i] = (d[i] - shape(x[i], p)) / (2 * h);
      p[j] = centre;
    }
  }
  return fromShape({
    name: "density",
    slots: parameters,
    range,
    fill,
    integral: adaptiveIntegral(m, fill, options.breaks ?? (() => [])),
    scale,
  });
}
