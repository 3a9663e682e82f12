import { GEV_PER_TESLA_CM } from "@belladonna/kinematics";
import { acos, atan2, cos, sin } from "@belladonna/numerics/elementary";
const TWO_PI = 2 * Math.PI;

/**
 * A charged particle's path in a uniform field along $z$. One object is reused for all particles.
 *
 * With $q$ the charge, $R$ the radius, $\phi_0$ the direction at the start and $\alpha \ge 0$ the angle turned,
 * $x = x_c - qR\sin(\phi_0 - q\alpha)$, $y = y_c + qR\cos(\phi_0 - q\alpha)$, $z = z_0 + R\alpha\cot\theta$.
 */
export interface Helix {
  /** Charge, ±1. */
  q: number;
  /** Radius of curvature, cm. */
  radius: number;
  /** Centre of the circle along $x$, cm. */
  xc: number;
  /** Centre of the circle along $y$, cm. */
  yc: number;
  /** Distance of the centre from the $z$ axis, cm. */
  centre: number;
  /** Direction of the transverse momentum at the start, rad. */
  phi0: number;
  /** $z$ of the start, cm. */
  z: number;
  /** $\cot\theta$. */
  cot: number;
  /** Angle, about the centre, that the start still has to turn until the farthest point from the axis, in $[0, 2\pi)$. */
  toApex: number;
}

/** A helix with nothing set. */
export function newHelix(): Helix {
  // Not whole from the start: engines then keep the numbers unboxed.
  return { q: 1, radius: 0.5, xc: 0.5, yc: 0.5, centre: 0.5, phi0: 0.5, z: 0.5, cot: 0.5, toApex: 0.5 };
}

/** Sets `helix` to the path of a particle of charge `q` that starts at a point, GeV, cm, T. */
export function setHelix(
  helix: Helix,
  q: number,
  px: number,
  py: number,
  pz: number,
  x: number,
  y: number,
  z: number,
  field: number,
): void {
  const pt = Math.sqrt(px * px + py * py);
  const radius = pt / (GEV_PER_TESLA_CM * field);
  const toCentre = (q * radius) / pt;
  helix.q = q;
  helix.radius = radius;
  helix.xc = x + toCentre * py;
  helix.yc = y - toCentre * px;
  helix.centre = Math.sqrt(helix.xc * helix.xc + helix.yc * helix.yc);
  helix.phi0 = atan2(py, px);
  helix.z = z;
  helix.cot = pz / pt;
  const cross = helix.xc * (y - helix.yc) - helix.yc * (x - helix.xc);
  const dot = helix.xc * (x - helix.xc) + helix.yc * (y - helix.yc);
  const angle = q * atan2(cross, dot);
  helix.toApex = angle < 0 ? angle + TWO_PI : angle;
}

/** $x$ after turning by `alpha`, cm. */
export function helixX(helix: Helix, alpha: number): number {
  return helix.xc - helix.q * helix.radius * sin(helix.phi0 - helix.q * alpha);
}

/** $y$ after turning by `alpha`, cm. */
export function helixY(helix: Helix, alpha: number): number {
  return helix.yc + helix.q * helix.radius * cos(helix.phi0 - helix.q * alpha);
}

/** $z$ after turning by `alpha`, cm. */
export function helixZ(helix: Helix, alpha: number): number {
  return helix.z + helix.radius * alpha * helix.cot;
}

/**
 * Angle turned until the first outward crossing of the cylinder of radius `rho`, for a start inside it.
 * @returns Angle in $[0, 2\pi)$, or `Infinity` when the helix never gets there.
 */
export function turnToRadius(helix: Helix, rho: number): number {
  const { radius, centre } = helix;
  if (rho >= centre + radius) return Infinity;
  // Distance from the axis: r² = c² + R² + 2 c R cos(angle to the apex).
  const k = (rho * rho - centre * centre - radius * radius) / (2 * centre * radius);
  if (k <= -1) return 0;
  const alpha = helix.toApex - acos(k);
  return alpha < 0 ? alpha + TWO_PI : alpha;
}

/** Angle turned until the plane at `zPlane`, cm; `Infinity` when it lies behind. */
export function turnToPlane(helix: Helix, zPlane: number): number {
  const alpha = (zPlane - helix.z) / (helix.radius * helix.cot);
  return alpha >= 0 ? alpha : Infinity;
}

/** Angle turned until the surface of a closed cylinder, `Infinity` when that takes more than one turn. */
export function turnToSurface(
  helix: Helix,
  surface: { readonly radius: number; readonly zForward: number; readonly zBackward: number },
): number {
  const barrel = turnToRadius(helix, surface.radius);
  const plane = turnToPlane(helix, helix.cot > 0 ? surface.zForward : surface.zBackward);
  const alpha = Math.min(barrel, plane);
  return alpha <= TWO_PI ? alpha : Infinity;
}

/** Largest distance from the $z$ axis reached before the planes at `zLow` and `zHigh` or the cylinder of radius `rho`. */
export function reach(helix: Helix, rho: number, zLow: number, zHigh: number): number {
  const plane = turnToPlane(helix, helix.cot > 0 ? zHigh : zLow);
  if (turnToRadius(helix, rho) <= plane) return rho;
  if (helix.toApex <= plane) return helix.centre + helix.radius;
  // Short of the apex the track is farthest out at one of its ends; a displaced one may start inwards.
  const { centre, radius } = helix;
  const cosine = Math.max(cos(helix.toApex), cos(helix.toApex - plane));
  return Math.sqrt(Math.max(0, centre * centre + radius * radius + 2 * centre * radius * cosine));
}

/** Angle (either sign) to turn until the point closest to the $z$ axis, in $(-\pi, \pi]$. */
export function turnToClosest(helix: Helix): number {
  return helix.toApex - Math.PI;
}
