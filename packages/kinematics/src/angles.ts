import { asinh, atan2, square } from "@belladonna/numerics/elementary";
import { p, pt } from "./arithmetic.js";
import { asinhRatio, differenceOfProducts, differenceOfSquares, isProduct, norm, rootOfDifference } from "./exact.js";
import type { FourVector } from "./four-vector.js";
import { productScale, times } from "./product-scale.js";

/**
 * Polar angle to $+z$, rad, in $[0, \pi]$, as $\mathrm{atan2}(p_T, p_z)$; 0 at rest.
 *
 * ```ts
 * theta(fromPThetaPhi(2, 0.3, 0.1, 0.5)); // ≈ 0.3
 * ```
 */
export function theta(v: FourVector): number {
  return atan2(pt(v), v.pz);
}

/**
 * Cosine of the polar angle; 1 at rest.
 *
 * ```ts
 * cosTheta(fourVector({ px: 0, py: 3, pz: 4, m: 0 })); // ≈ 0.8
 * ```
 */
export function cosTheta(v: FourVector): number {
  const momentum = p(v);
  return momentum === 0 ? 1 : v.pz / momentum;
}

/**
 * Azimuth, rad, in $(-\pi, \pi]$ (the sign of a zero $p_y$ decides at $\pi$ as in IEEE atan2); 0 on the axis.
 *
 * ```ts
 * phi(fourVector({ px: 0, py: 2, pz: 0, m: 0 })); // ≈ 1.571
 * ```
 */
export function phi(v: FourVector): number {
  return atan2(v.py, v.px);
}

/**
 * Pseudorapidity $\eta = \mathrm{asinh}(p_z/p_T) = -\ln\tan(\theta/2)$.
 *
 * @returns $\pm\infty$ on the axis with the sign of $p_z$; 0 at rest.
 * @example
 * ```ts
 * eta(fromPThetaPhi(1, 0.1, 0, 0)); // ≈ 2.9949
 * ```
 */
export function eta(v: FourVector): number {
  return v.pz === 0 ? 0 : asinhRatio(v.pz, pt(v));
}

/**
 * Rapidity along $z$, $y = \mathrm{asinh}(p_z/m_T) = \frac12\ln\frac{E+p_z}{E-p_z}$ with $m_T^2 = m^2 + p_T^2$.
 *
 * ```ts
 * rapidity(fourVector({ px: 0, py: 0, pz: 3, m: 4 })); // ≈ 0.6931
 * ```
 * @returns $\pm\infty$ for a light-like vector on the axis; `NaN` where $E^2 < p_z^2$ and for the zero vector.
 */
export function rapidity(v: FourVector): number {
  const y = asinhRatio(v.pz, transverseMass(v));
  return v.e < 0 ? -y : y;
}

/**
 * Transverse mass $m_T = \sqrt{m^2 + p_T^2} = \sqrt{E^2 - p_z^2}$, GeV; `NaN` where $E^2 < p_z^2$.
 *
 * ```ts
 * transverseMass(fourVector({ px: 3, py: 0, pz: 7, m: 4 })); // 5
 * ```
 */
export function transverseMass(v: FourVector): number {
  const t = pt(v);
  return v.m < 0 ? rootOfDifference(t, v.m) : norm(t, v.m, 0);
}

/**
 * Transverse energy $E_T = E\sin\theta$, GeV; 0 at rest.
 *
 * ```ts
 * transverseEnergy(fourVector({ px: 3, py: 0, pz: 4, m: 0 })); // 3
 * ```
 */
export function transverseEnergy(v: FourVector): number {
  const momentum = p(v);
  return momentum === 0 ? 0 : v.e * (pt(v) / momentum);
}

/**
 * Velocity $\beta = p/|E|$, units of $c$. Where $m$ is small it rounds to 1; use {@link gamma} for what lies beyond.
 *
 * ```ts
 * beta(fourVector({ px: 3, py: 0, pz: 0, m: 4 })); // ≈ 0.6
 * ```
 * @returns More than 1 for space-like vectors; `NaN` for the zero vector.
 */
export function beta(v: FourVector): number {
  return p(v) / Math.abs(v.e);
}

/**
 * Lorentz factor $\gamma = |E|/m$, from the carried mass.
 *
 * ```ts
 * gamma(fourVector({ px: 3, py: 0, pz: 0, m: 4 })); // ≈ 1.25
 * ```
 * @returns Infinity for light-like vectors, `NaN` for space-like ones and for the zero vector.
 */
export function gamma(v: FourVector): number {
  return v.m < 0 ? Number.NaN : Math.abs(v.e) / v.m;
}

/**
 * $\beta\gamma = p/m$: the mean decay length over $c\tau$. Infinity for light-like, `NaN` for space-like vectors.
 *
 * ```ts
 * betaGamma(fourVector({ px: 3, py: 0, pz: 0, m: 4 })); // ≈ 0.75
 * ```
 */
export function betaGamma(v: FourVector): number {
  return v.m < 0 ? Number.NaN : p(v) / v.m;
}

/**
 * Angle between two momenta, rad, in $[0, \pi]$: $\mathrm{atan2}(|\vec p_a\times\vec p_b|, \vec p_a\cdot\vec p_b)$, good
 * to the last digits for angles of $10^{-9}$ and near $\pi$, where the arccosine returns 0.
 *
 * @returns 0 when either is at rest; `NaN` when a component is not finite.
 * @example
 * ```ts
 * angle(fromPtEtaPhi(1, 0, 0, 0), fromPtEtaPhi(3, 0, 1e-9, 0)); // ≈ 1e-9
 * ```
 */
export function angle(a: FourVector, b: FourVector): number {
  const cx = differenceOfProducts(a.py, b.pz, a.pz, b.py);
  const cy = differenceOfProducts(a.pz, b.px, a.px, b.pz);
  const cz = differenceOfProducts(a.px, b.py, a.py, b.px);
  const across = norm(cx, cy, cz);
  const along = a.px * b.px + a.py * b.py + a.pz * b.pz;
  if (isProduct(across + Math.abs(along))) return atan2(across, along);
  const [u, v] = [direction(a, a.pz), direction(b, b.pz)];
  return u === a && v === b ? atan2(across, along) : angle(u, v);
}

/** The momentum along $x$ and $y$, and `pz` along $z$, times a power of two where products need it: else itself. */
function direction(v: FourVector, pz: number): FourVector {
  const momentum = { px: v.px, py: v.py, pz, e: 0, m: 0 };
  const k = productScale(momentum);
  return k === 1 ? v : times(momentum, k);
}

/**
 * Difference of azimuths $\phi_a - \phi_b$, rad, in $(-\pi, \pi]$, without wrapping or cancellation; 0 when one is on the
 * axis.
 *
 * ```ts
 * deltaPhi(fourVector({ px: 1, py: 0, pz: 0, m: 0 }), fourVector({ px: 0, py: 1, pz: 0, m: 0 })); // ≈ -1.571
 * ```
 */
export function deltaPhi(a: FourVector, b: FourVector): number {
  const across = differenceOfProducts(b.px, a.py, b.py, a.px);
  const along = a.px * b.px + a.py * b.py;
  if (!isProduct(Math.abs(across) + Math.abs(along))) {
    const [u, v] = [direction(a, 0), direction(b, 0)];
    if (u !== a || v !== b) return deltaPhi(u, v);
  }
  const difference = atan2(across, along);
  return difference === -Math.PI ? Math.PI : difference;
}

/**
 * Difference of pseudorapidities $\eta_a - \eta_b$, without cancellation on one side of the detector:
 *
 * $$\sinh\Delta\eta = \frac{x^2 - y^2}{x\sqrt{1+y^2} + y\sqrt{1+x^2}},\qquad x = \sinh\eta_a,\ y = \sinh\eta_b$$
 *
 * ```ts
 * deltaEta(fromPtEtaPhi(1, 1.5, 0, 0), fromPtEtaPhi(1, 0.5, 2, 0)); // 1
 * ```
 * @returns $\pm\infty$ when one is on the axis, `NaN` when both are on the same side of it.
 */
export function deltaEta(a: FourVector, b: FourVector): number {
  const ta = pt(a);
  const tb = pt(b);
  const x = a.pz / ta;
  const y = b.pz / tb;
  const inRange = Math.min(ta, tb) > 1e-50 && Math.max(ta, tb) < 1e50;
  if (x * y > 0 && inRange && x * y < 1e50) {
    const difference = differenceOfSquares(a.pz, b.px, b.py, b.pz, a.px, a.py) / square(ta * tb);
    return asinh(difference / (x * Math.sqrt(1 + y * y) + y * Math.sqrt(1 + x * x)));
  }
  return eta(a) - eta(b);
}

/**
 * Separation $\Delta R = \sqrt{\Delta\eta^2 + \Delta\phi^2}$; infinity where $\Delta\eta$ is.
 *
 * ```ts
 * deltaR(fromPtEtaPhi(1, 1.5, 0, 0), fromPtEtaPhi(1, 0.5, 2, 0)); // ≈ 2.236
 * ```
 */
export function deltaR(a: FourVector, b: FourVector): number {
  return norm(deltaEta(a, b), deltaPhi(a, b), 0);
}
