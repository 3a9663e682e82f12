import { differenceOfProducts, massOf, minkowski, norm, signedRoot } from "./exact.js";
import type { FourVector } from "./four-vector.js";
import { productScale, times } from "./product-scale.js";

/**
 * Minkowski product $a\cdot b = E_aE_b - \vec p_a\cdot\vec p_b$, GeV².
 *
 * Where the two terms cancel it is taken from the carried masses instead,
 *
 * $$a\cdot b = \frac{m_a^2 m_b^2 + m_a^2 p_b^2 + m_b^2 p_a^2 + |\vec p_a\times\vec p_b|^2}
 *   {E_aE_b + \vec p_a\cdot\vec p_b},$$
 *
 * a sum of squares: the mass of a 1 MeV pair at 5 GeV keeps 14 digits where the difference keeps 8. With a space-like
 * vector it is the exact value for the stored components, rounded.
 *
 * @returns The product; infinite where it is beyond the range of numbers, `NaN` when a component is not finite.
 * @example
 * ```ts
 * dot(fromPtEtaPhi(2, 0, 0, 0), fromPtEtaPhi(2, 0, 1e-6, 0)); // ≈ 2e-12
 * ```
 */
export function dot(a: FourVector, b: FourVector): number {
  const product = unscaledDot(a, b);
  if (product === product) return product;
  const [u, v] = [productScale(a), productScale(b)];
  return u === 1 && v === 1 ? product : dot(times(a, u), times(b, v)) / u / v;
}

/** The product; `NaN` where infinities meet on the way. */
function unscaledDot(a: FourVector, b: FourVector): number {
  if (a.m < 0 || b.m < 0) return minkowski(a.e, a.px, a.py, a.pz, b.e, b.px, b.py, b.pz);
  const ee = a.e * b.e;
  const space = a.px * b.px + a.py * b.py + a.pz * b.pz;
  if (!(ee * space > 0)) return ee - space;
  const cx = differenceOfProducts(a.py, b.pz, a.pz, b.py);
  const cy = differenceOfProducts(a.pz, b.px, a.px, b.pz);
  const cz = differenceOfProducts(a.px, b.py, a.py, b.px);
  const ma = a.m * a.m;
  const mb = b.m * b.m;
  const pa = a.px * a.px + a.py * a.py + a.pz * a.pz;
  const pb = b.px * b.px + b.py * b.py + b.pz * b.pz;
  // Of parallel momenta without mass nothing is left, not the rounding of their energies.
  if (a.m === 0 && b.m === 0 && cx === 0 && cy === 0 && cz === 0) return 0;
  const squares = ma * mb + (ma * pb + mb * pa) + (cx * cx + cy * cy + cz * cz);
  // Fourth powers leave the exponent range before the product does.
  return squares > 1e-250 && squares < 1e300 ? squares / (ee + space) : ee - space;
}

/** $m|m|$ of the sum: own terms and all pairs, every one of them free of cancellation. */
function sumMassSquared(vs: readonly FourVector[]): number {
  let own = 0;
  let cross = 0;
  for (let i = 0; i < vs.length; i++) {
    const v = vs[i];
    own += v.m * Math.abs(v.m);
    for (let j = 0; j < i; j++) cross += dot(v, vs[j]);
  }
  return own + 2 * cross;
}

/**
 * Sum of four-vectors. Its mass is $M^2 = \sum_i m_i^2 + 2\sum_{i<j} a_i\cdot a_j$ with the products as in {@link dot},
 * never $E^2 - p^2$ of the sum.
 *
 * @param vs - Any number of four-vectors; none gives the zero vector, one gives a copy.
 * @example
 * ```ts
 * add(fromPtEtaPhi(5, 0, 0, 0), fromPtEtaPhi(5, 0, 0.002, 0)).m; // ≈ 0.01
 * ```
 */
export function add(...vs: readonly FourVector[]): FourVector {
  let px = 0;
  let py = 0;
  let pz = 0;
  let e = 0;
  for (const v of vs) {
    px += v.px;
    py += v.py;
    pz += v.pz;
    e += v.e;
  }
  return { px, py, pz, e, m: invariantMass(...vs) };
}

/**
 * Signed invariant mass of the sum of `vs`, GeV: `add(...vs).m` without making the vector.
 *
 * @example
 * ```ts
 * invariantMass(fromPThetaPhi(1, 0, 0, 0), fromPThetaPhi(1, Math.PI, 0, 0)); // ≈ 2
 * ```
 */
export function invariantMass(...vs: readonly FourVector[]): number {
  if (vs.length === 1) return vs[0].m;
  const m = signedRoot(sumMassSquared(vs));
  if (m !== 0 && Math.abs(m) < Infinity) return m;
  // Squares may leave the exponent range where the mass does not.
  const k = productScale(...vs);
  return k === 1 ? m : invariantMass(...vs.map((v) => times(v, k))) / k;
}

/**
 * Invariant mass squared of the sum of `vs`, GeV², negative when space-like.
 *
 * ```ts
 * invariantMassSquared(fourVector({ px: 0, py: 0, pz: 3, m: 0 }), fourVector({ px: 0, py: 0, pz: -3, m: 0 })); // 36
 * ```
 */
export function invariantMassSquared(...vs: readonly FourVector[]): number {
  return sumMassSquared(vs);
}

/**
 * Signed invariant mass squared, GeV²: $m|m|$ of the carried mass.
 *
 * ```ts
 * massSquared(fourVector({ px: 0, py: 0, pz: 3, m: 4 })); // 16
 * ```
 */
export function massSquared(v: FourVector): number {
  return v.m * Math.abs(v.m);
}

/**
 * Difference $a - b$. Its mass is that of the resulting components, $m|m| = E^2 - p^2$ computed exactly and rounded
 * once: a difference that vanishes has no mass left over.
 *
 * ```ts
 * subtract(fourVector({ px: 0, py: 0, pz: 5, m: 0 }), fourVector({ px: 0, py: 0, pz: 2, m: 0 })).pz; // 3
 * ```
 */
export function subtract(a: FourVector, b: FourVector): FourVector {
  const px = a.px - b.px;
  const py = a.py - b.py;
  const pz = a.pz - b.pz;
  const e = a.e - b.e;
  return { px, py, pz, e, m: massOf(px, py, pz, e) };
}

/**
 * All four components with the opposite sign; the mass is the same. For the reversed momentum see {@link parity}.
 *
 * ```ts
 * negate(fourVector({ px: 1, py: 0, pz: 0, m: 0 })).px; // -1
 * ```
 */
export function negate(v: FourVector): FourVector {
  return { px: -v.px, py: -v.py, pz: -v.pz, e: -v.e, m: v.m };
}

/**
 * The same energy and mass with the opposite momentum.
 *
 * ```ts
 * parity(fourVector({ px: 1, py: 0, pz: 0, m: 0 })).px; // -1
 * ```
 */
export function parity(v: FourVector): FourVector {
  return { px: -v.px, py: -v.py, pz: -v.pz, e: v.e, m: v.m };
}

/**
 * All components times `factor`; the signed mass times its magnitude, so that a time-like vector stays time-like.
 *
 * ```ts
 * scale(fourVector({ px: 0, py: 0, pz: 3, m: 4 }), 2).m; // 8
 * ```
 */
export function scale(v: FourVector, factor: number): FourVector {
  return { px: v.px * factor, py: v.py * factor, pz: v.pz * factor, e: v.e * factor, m: v.m * Math.abs(factor) };
}

/**
 * Magnitude of the momentum, GeV.
 *
 * ```ts
 * p(fourVector({ px: 3, py: 4, pz: 12, m: 0 })); // 13
 * ```
 */
export function p(v: FourVector): number {
  return norm(v.px, v.py, v.pz);
}

/**
 * Transverse momentum $p_T = \sqrt{p_x^2+p_y^2}$, GeV.
 *
 * ```ts
 * pt(fourVector({ px: 3, py: 4, pz: 12, m: 0 })); // 5
 * ```
 */
export function pt(v: FourVector): number {
  return norm(v.px, v.py, 0);
}
