import { requireOptions } from "@belladonna/numerics";
import { p } from "./arithmetic.js";
import { decayProbability } from "./decay-length.js";
import type { FourVector } from "./four-vector.js";
import type { ThreeVector } from "./three-vector.js";

/** A hollow cylinder around the $z$ axis, cm: a detector's sensitive volume. */
export interface Cylinder {
  /** Inner radius, cm; 0 when absent. */
  readonly rMin?: number | undefined;
  /** Outer radius, cm. */
  readonly rMax: number;
  /** Backward end, cm. */
  readonly zMin: number;
  /** Forward end, cm. */
  readonly zMax: number;
}

/** A stretch of a straight flight, distances from its start, cm. */
export interface Stretch {
  /** Where it begins. */
  readonly from: number;
  /** Where it ends. */
  readonly to: number;
}

/**
 * The stretches of a straight flight inside a hollow cylinder: none, one, or two when it crosses the hole.
 *
 * ```ts
 * stretchesInside({ rMin: 0, rMax: 10, zMin: -50, zMax: 50 }, [0, 0, 0], fourVector({ px: 1, py: 0, pz: 0, m: 0 })).length; // 1
 * ```
 * @param volume - Cylinder, cm.
 * @param origin - Where the flight starts, cm.
 * @param momentum - Direction of the flight; its length does not matter.
 * @throws RangeError when the momentum is zero or not finite, the cylinder is not one, or the origin is not finite.
 */
export function stretchesInside(volume: Cylinder, origin: ThreeVector, momentum: FourVector): Stretch[] {
  requireOptions("stretchesInside: volume", volume, ["rMin", "rMax", "zMin", "zMax"]);
  const { rMin = 0, rMax, zMin, zMax } = volume;
  const length = p(momentum);
  if (!(length > 0 && length < Infinity)) {
    throw new RangeError(`stretchesInside: the momentum must have a direction and be finite, got ${length}`);
  }
  if (!(rMin >= 0 && rMax >= rMin && zMax >= zMin)) {
    throw new RangeError(
      `stretchesInside: needs 0 <= rMin <= rMax and zMin <= zMax, got ${rMin}, ${rMax} and ${zMin}, ${zMax}`,
    );
  }
  if (!Number.isFinite(origin[0] + origin[1] + origin[2])) {
    throw new RangeError(`stretchesInside: the origin must be finite, got (${origin.join(", ")})`);
  }
  const [x, y, z] = origin;
  const dx = momentum.px / length;
  const dy = momentum.py / length;
  const dz = momentum.pz / length;
  let from = 0;
  let to = Infinity;
  if (dz === 0) {
    if (z < zMin || z > zMax) return [];
  } else {
    from = Math.max(from, ((dz > 0 ? zMin : zMax) - z) / dz);
    to = Math.min(to, ((dz > 0 ? zMax : zMin) - z) / dz);
  }
  const outer = crossing(x, y, dx, dy, rMax);
  if (outer === undefined) return [];
  from = Math.max(from, outer.from);
  to = Math.min(to, outer.to);
  if (!(from < to)) return [];
  const hole = rMin > 0 ? crossing(x, y, dx, dy, rMin) : undefined;
  if (hole === undefined) return [{ from, to }];
  return [
    { from, to: Math.min(to, hole.from) },
    { from: Math.max(from, hole.to), to },
  ].filter((stretch) => stretch.from < stretch.to);
}

/** Where a straight line is inside a circle around the origin. */
function crossing(x: number, y: number, dx: number, dy: number, r: number): Stretch | undefined {
  const a = dx * dx + dy * dy;
  const c = x * x + y * y - r * r;
  if (a === 0) return c <= 0 ? { from: -Infinity, to: Infinity } : undefined;
  const b = x * dx + y * dy;
  const discriminant = b * b - a * c;
  if (discriminant <= 0) return undefined;
  // The root without cancellation, the other from their product.
  const far = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant));
  const one = far / a;
  const two = far === 0 ? 0 : c / far;
  return { from: Math.min(one, two), to: Math.max(one, two) };
}

/**
 * Probability that a particle decays inside a hollow cylinder, summed exactly over the stretches of its flight.
 *
 * @param volume - Cylinder, cm.
 * @param origin - Production point, cm.
 * @param momentum - Four-momentum with mass > 0, GeV.
 * @param ctau - Mean proper decay length, cm.
 * @throws RangeError when the particle is massless or at rest, `ctau` is not > 0, or as {@link stretchesInside}.
 * @example
 * ```ts
 * decayProbabilityInside({ rMax: 3, zMin: -9, zMax: 9 }, [0, 0, 0], fromPtEtaPhi(2, 0, 0, 1), 1.5); // ≈ 0.63212
 * ```
 */
export function decayProbabilityInside(
  volume: Cylinder,
  origin: ThreeVector,
  momentum: FourVector,
  ctau: number,
): number {
  if (!(momentum.m > 0)) throw new RangeError(`decayProbabilityInside: the mass must be > 0, got ${momentum.m}`);
  const betaGamma = p(momentum) / momentum.m;
  let sum = 0;
  for (const { from, to } of stretchesInside(volume, origin, momentum)) {
    sum += decayProbability({ betaGamma, ctau, from, to });
  }
  return sum;
}
