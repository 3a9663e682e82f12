import { square } from "@belladonna/numerics/elementary";
import { add, dot } from "./arithmetic.js";
import type { Beams } from "./beams.js";
import { fourVector, type FourVector } from "./four-vector.js";
import { normalPair, type UniformStream } from "./random-stream.js";
import type { ThreeVector } from "./three-vector.js";

/**
 * Standard deviation of $\sqrt{s}$ from the two beams' energy spreads, GeV:
 * $\sigma^2 = \sum_b \left(\frac{P\cdot \partial p_b/\partial E_b}{\sqrt s}\right)^2\sigma_b^2$, which for light beams is
 * $2\cos^2(\chi/2)\,E_\mp\sigma_\pm/\sqrt{s}$ for either beam.
 *
 * @throws RangeError when the beams state no energy spread.
 * @example
 * ```ts
 * sqrtSSpread(superKekb); // ≈ 4.996e-3
 * ```
 */
export function sqrtSSpread(beams: Beams): number {
  const spread = spreadOf("sqrtSSpread", beams);
  const one = (sigma: number, b: FourVector): number => {
    // dp/dE = E/p along the beam.
    const stretch = b.e / ((b.e - b.m) * (b.e + b.m));
    const change = fourVector({ px: b.px * stretch, py: b.py * stretch, pz: b.pz * stretch, e: 1 });
    return (sigma * dot(change, beams.total)) / beams.sqrtS;
  };
  const a = one(spread.electron, beams.electron);
  const b = one(spread.positron, beams.positron);
  return Math.sqrt(a * a + b * b);
}

/**
 * The initial four-momentum of one collision: both beam energies drawn from their Gaussians, directions kept.
 *
 * ```ts
 * sampleTotal(superKekb, random(1)).m; // ≈ 10.57
 * ```
 * @param beams - Beams with an energy spread.
 * @param random - Two uniforms are taken.
 * @throws RangeError when the beams state no energy spread.
 */
export function sampleTotal(beams: Beams, random: UniformStream): FourVector {
  const spread = spreadOf("sampleTotal", beams);
  const deviates = new Float64Array(2);
  normalPair(random, deviates);
  return add(
    withEnergy(beams.electron, beams.electron.e + spread.electron * deviates[0]),
    withEnergy(beams.positron, beams.positron.e + spread.positron * deviates[1]),
  );
}

function spreadOf(name: string, beams: Beams): NonNullable<Beams["energySpread"]> {
  if (!beams.energySpread) throw new RangeError(`${name}: beams must state an energySpread, got none`);
  return beams.energySpread;
}

function withEnergy(v: FourVector, e: number): FourVector {
  const factor = Math.sqrt(((e - v.m) * (e + v.m)) / ((v.e - v.m) * (v.e + v.m)));
  return { px: v.px * factor, py: v.py * factor, pz: v.pz * factor, e, m: v.m };
}

/** Covariance of the luminous region: rows of a symmetric matrix, cm². */
export type Covariance = readonly [ThreeVector, ThreeVector, ThreeVector];

/**
 * Covariance of the collision point, cm²: the product of the two bunches' Gaussians,
 * $C = C_-(C_- + C_+)^{-1}C_+$, each bunch turned into its direction of flight.
 *
 * @throws RangeError when the beams state no bunch size.
 * @example
 * ```ts
 * 1e4 * Math.sqrt(luminousRegion(superKekb)[0][0]); // ≈ 6.41
 * ```
 */
export function luminousRegion(beams: Beams): Covariance {
  if (!beams.bunchSize) throw new RangeError("luminousRegion: beams must state a bunchSize, got none");
  // x and z mix by the crossing angle; y stands alone.
  const a = bunch(beams.bunchSize.electron, beams.electron);
  const b = bunch(beams.bunchSize.positron, beams.positron);
  const xx = a.xx + b.xx;
  const xz = a.xz + b.xz;
  const zz = a.zz + b.zz;
  // A (A+B)^-1 B = det(B)/det(A+B) A + det(A)/det(A+B) B for 2x2 matrices: a sum of positive parts.
  const det = xx * zz - xz * xz;
  const wa = b.det / det;
  const wb = a.det / det;
  const cxx = wa * a.xx + wb * b.xx;
  const cxz = wa * a.xz + wb * b.xz;
  const czz = wa * a.zz + wb * b.zz;
  const cyy = (a.yy * b.yy) / (a.yy + b.yy);
  return [
    [cxx, 0, cxz],
    [0, cyy, 0],
    [cxz, 0, czz],
  ];
}

function bunch(size: ThreeVector, along: FourVector): { xx: number; xz: number; zz: number; yy: number; det: number } {
  const p = Math.sqrt(along.px * along.px + along.pz * along.pz);
  const s = along.px / p;
  const c = along.pz / p;
  const x = size[0] * size[0];
  const z = size[2] * size[2];
  return { xx: x * c * c + z * s * s, xz: (z - x) * s * c, zz: x * s * s + z * c * c, yy: square(size[1]), det: x * z };
}

/**
 * A collision point drawn from the luminous region, cm, around the origin.
 *
 * ```ts
 * sampleVertex(superKekb, random(1)).length; // 3
 * ```
 * @param beams - Beams with bunch sizes.
 * @param random - Four uniforms are taken.
 * @throws RangeError when the beams state no bunch size.
 */
export function sampleVertex(beams: Beams, random: UniformStream): ThreeVector {
  const [[xx, , xz], [, yy], [, , zz]] = luminousRegion(beams);
  const deviates = new Float64Array(4);
  normalPair(random, deviates.subarray(0, 2));
  normalPair(random, deviates.subarray(2, 4));
  const sz = Math.sqrt(zz);
  const slope = xz / sz;
  const x = slope * deviates[0] + Math.sqrt(xx - slope * slope) * deviates[1];
  return [x, Math.sqrt(yy) * deviates[2], sz * deviates[0]];
}
