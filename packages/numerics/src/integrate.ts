import { pow } from "./elementary/pow.js";
import { requireOptions } from "./options.js";
import { GAUSS_WEIGHTS, NODES, WEIGHTS } from "./gauss-kronrod.js";

/** How well {@link integrate} must do, and what it should know of the function. */
export interface IntegrateOptions {
  /** Error allowed over the size of the integral, ≥ 0. Default 1e-10. */
  readonly relative?: number;
  /** Error allowed, in the unit of the integral, ≥ 0. Default 0. */
  readonly absolute?: number;
  /** Places of narrow peaks, kinks and singularities between the ends. */
  readonly breaks?: readonly number[];
}

type Scalar = (x: number) => number;

/** A part of the range with its integral, the error of that, and the integral of the absolute value. */
interface Panel {
  readonly a: number;
  readonly b: number;
  readonly value: number;
  readonly error: number;
  readonly size: number;
  /** Whether it holds enough doubles to be halved. */
  readonly wide: boolean;
}

/** Parts of the range to begin with, so that a peak between few nodes is not missed. */
const EVEN = [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1];
/** The same between `breaks`, where peaks of any width may stand at the ends. */
const GRADED = [0, 1e-8, 1e-6, 1e-4, 0.01, 0.1, 0.5, 0.9, 0.99, 1 - 1e-4, 1 - 1e-6, 1 - 1e-8, 1];
const MOST = 1000;
/** Relative error allowed where the doubles next to a singularity are used up. */
const NO_MORE_DOUBLES = 1e-7;
/** Relative error that rounding leaves in a sum of values of `f`. */
const ROUNDING = 5e-15;

/**
 * $\int_a^b f(x)\,\mathrm{d}x$ to a tolerance: Gauss–Kronrod with 7 and 15 points in parts of the range, of which the worst
 * is halved until the sum of the estimated errors is at most the largest of `absolute`, `relative` $\cdot|I|$ and
 * $5\cdot10^{-15}\int|f|$. The estimates are QUADPACK's, as a rule far above the true error.
 *
 * Singularities that can be integrated may stand at the ends and at `breaks`: at 0 to the tolerance, elsewhere, where no
 * doubles are nearer than rounding, to $10^{-7}\int|f|$ (move such an end to 0). An infinite end is brought near by
 * $x = a \pm t/(1 - t)$, two by $x = t/(1 - t^2)$. A peak narrower than a hundredth of the range that no `breaks` tell of
 * may be missed.
 * @param f - Function; where it is not finite the range is cut smaller around.
 * @param a - Lower limit, may be infinite.
 * @param b - Upper limit; below `a` the sign is turned.
 * @param options - Tolerances and difficult places.
 * @throws RangeError when a limit is `NaN`, a tolerance is not a number ≥ 0, or the integral does not converge.
 * @see R. Piessens et al., QUADPACK (1983), QAG
 * @example
 * ```ts
 * integrate((x) => Math.exp(-x * x), -Infinity, Infinity); // ≈ 1.7724539
 * ```
 */
export function integrate(f: (x: number) => number, a: number, b: number, options: IntegrateOptions = {}): number {
  requireOptions("integrate", options, ["relative", "absolute", "breaks"]);
  const { relative = 1e-10, absolute = 0, breaks = [] } = options;
  if (Number.isNaN(a) || Number.isNaN(b)) throw new RangeError(`integrate: limits must be numbers, got ${a} and ${b}`);
  if (!(relative >= 0 && absolute >= 0)) {
    throw new RangeError(`integrate: tolerances must be >= 0, got relative ${relative}, absolute ${absolute}`);
  }
  if (a === b) return 0;
  if (a > b) return -integrate(f, b, a, options);
  const { g, from, to, image } = nearby(f, a, b);
  const inner = breaks.filter((x) => x > a && x < b).map(image);
  const cuts = [from, ...inner, to].sort((u, v) => u - v);
  const panels: Panel[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const shares = inner.length > 0 ? GRADED : EVEN;
    const at = (k: number): number => cuts[i] + shares[k] * (cuts[i + 1] - cuts[i]);
    for (let k = 0; k + 1 < shares.length; k++) {
      panels.push(panel(g, at(k), k + 2 === shares.length ? cuts[i + 1] : at(k + 1)));
    }
  }
  for (;;) {
    let [value, error, size, worst] = [0, 0, 0, 0];
    panels.forEach((p, i) => {
      value += p.value;
      error += p.error;
      size += p.size;
      if (p.error > panels[worst].error) worst = i;
    });
    if (error <= Math.max(absolute, relative * Math.abs(value), ROUNDING * size)) return value;
    if (!panels[worst].wide && error <= NO_MORE_DOUBLES * size) return value;
    if (panels.length >= MOST || !panels[worst].wide) {
      throw new RangeError(`integrate: f must converge from ${a} to ${b}, got ${value} with an error of ${error}`);
    }
    const { a: low, b: high } = panels[worst];
    const middle = 0.5 * (low + high);
    panels[worst] = panel(g, low, middle);
    panels.push(panel(g, middle, high));
  }
}

/** The integrand on a finite range, and where a point of the given range is there. */
function nearby(f: Scalar, a: number, b: number): { g: Scalar; from: number; to: number; image: Scalar } {
  if (Number.isFinite(a) && Number.isFinite(b)) return { g: f, from: a, to: b, image: (x) => x };
  if (a === -Infinity && b === Infinity) {
    const g: Scalar = (t) => {
      const s = (1 - t) * (1 + t);
      return (f(t / s) * (1 + t * t)) / (s * s);
    };
    return { g, from: -1, to: 1, image: (x) => (2 * x) / (1 + Math.sqrt(1 + 4 * x * x)) };
  }
  const [end, sign] = a === -Infinity ? [b, -1] : [a, 1];
  return {
    g: (t) => f(end + (sign * t) / (1 - t)) / ((1 - t) * (1 - t)),
    from: 0,
    to: 1,
    image: (x) => Math.abs(x - end) / (1 + Math.abs(x - end)),
  };
}

function panel(f: Scalar, a: number, b: number): Panel {
  const centre = 0.5 * (a + b);
  const half = 0.5 * (b - a);
  const low: number[] = [];
  const high: number[] = [];
  let infinite = 0;
  const at = (x: number): number => {
    const y = f(x);
    if (Number.isFinite(y)) return y;
    infinite++;
    return 0;
  };
  const middle = at(centre);
  let fine = WEIGHTS[7] * middle;
  let rough = GAUSS_WEIGHTS[3] * middle;
  let size = WEIGHTS[7] * Math.abs(middle);
  for (let k = 0; k < 7; k++) {
    const u = (low[k] = at(centre - half * NODES[k]));
    const v = (high[k] = at(centre + half * NODES[k]));
    fine += WEIGHTS[k] * (u + v);
    size += WEIGHTS[k] * (Math.abs(u) + Math.abs(v));
    if (k % 2 === 1) rough += GAUSS_WEIGHTS[(k - 1) / 2] * (u + v);
  }
  const mean = 0.5 * fine;
  let spread = WEIGHTS[7] * Math.abs(middle - mean);
  for (let k = 0; k < 7; k++) spread += WEIGHTS[k] * (Math.abs(low[k] - mean) + Math.abs(high[k] - mean));
  // The difference is the error of the rule of order 7; that of order 15 is about its 3/2 power (QUADPACK).
  const difference = Math.abs(fine - rough);
  const error = spread > 0 ? spread * Math.min(1, pow((200 * difference) / spread, 1.5)) : difference;
  const wide = half > 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b)) && half > 1e-300;
  const estimate = infinite === 0 ? error : wide ? Infinity : size;
  return { a, b, value: half * fine, error: half * estimate, size: half * size, wide };
}
