import { requireOptions } from "./options.js";

/** What {@link findRoot} knows beforehand, and how well it must do. */
export interface RootOptions {
  /** `f(a)`, where it is known already. */
  readonly fa?: number;
  /** `f(b)`. */
  readonly fb?: number;
  /** Half the width of the final bracket over the root; at least two roundings. Default: these. */
  readonly relative?: number;
  /** Width of the final bracket, in the unit of `a`, beside the relative one. Default 0. */
  readonly absolute?: number;
}

/**
 * A zero of `f` between `a` and `b`, where it changes sign: Brent's method, so never worse than a few bisections; where
 * `f` is not finite at an end of the bracket, bisection.
 * @param f - Continuous near its zero; may be infinite elsewhere.
 * @param a - One end; `f(a)` and `f(b)` must differ in sign or be 0.
 * @param b - Other end.
 * @param options - Known values and tolerances.
 * @returns The zero.
 * @throws RangeError when an end is not finite, or `f` has no value or the same sign at both.
 * @see R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4
 * @example
 * ```ts
 * findRoot((x) => Math.cos(x) - x, 0, 1); // ≈ 0.739085
 * ```
 */
export function findRoot(f: (x: number) => number, a: number, b: number, options: RootOptions = {}): number {
  requireOptions("findRoot", options, ["fa", "fb", "relative", "absolute"]);
  const { relative = 0, absolute = 0 } = options;
  if (!(relative >= 0 && absolute >= 0 && relative + absolute < Infinity)) {
    throw new RangeError(
      `findRoot: tolerances must be finite and >= 0, got relative ${relative}, absolute ${absolute}`,
    );
  }
  if (!Number.isFinite(a) || !Number.isFinite(b))
    throw new RangeError(`findRoot: a and b must be finite, got ${a}, ${b}`);
  let { fa = f(a), fb = f(b) } = options;
  if (!((fa <= 0 && fb >= 0) || (fa >= 0 && fb <= 0))) {
    throw new RangeError(`findRoot: f must change its sign between ${a} and ${b}, got ${fa} and ${fb}`);
  }
  let c = a;
  let fc = fa;
  let d = b - a;
  let e = d;
  for (let i = 0; i < 200; i++) {
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const tol = Math.max(relative, 4.5e-16) * Math.abs(b) + 0.5 * absolute + 1e-300;
    const m = 0.5 * (c - b);
    if (Math.abs(m) <= tol || fb === 0) return b;
    const finite = Number.isFinite(fa) && Number.isFinite(fb) && Number.isFinite(fc);
    if (!finite || Math.abs(e) < tol || Math.abs(fa) <= Math.abs(fb)) {
      d = e = m;
    } else {
      const s = fb / fa;
      let p: number;
      let q: number;
      if (a === c) {
        p = 2 * m * s;
        q = 1 - s;
      } else {
        const t = fa / fc;
        const r = fb / fc;
        p = s * (2 * m * t * (t - r) - (b - a) * (r - 1));
        q = (t - 1) * (r - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      else p = -p;
      if (2 * p < Math.min(3 * m * q - Math.abs(tol * q), Math.abs(e * q))) {
        e = d;
        d = p / q;
      } else {
        d = e = m;
      }
    }
    a = b;
    fa = fb;
    b += Math.abs(d) > tol ? d : Math.sign(m) * tol;
    fb = f(b);
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      d = e = b - a;
    }
  }
  return b;
}
