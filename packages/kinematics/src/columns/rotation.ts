import { rotateX as turnX, rotateY as turnY, rotateZ as turnZ, rotate as turn } from "../rotation.js";
import { fourVectors, type FourVectors } from "../four-vectors.js";
import type { FourVector } from "../four-vector.js";
import type { ThreeVector } from "../three-vector.js";

/** Active rotation about $x$ by `angle` rad. `out` receives the result, may be `vs`; made when absent. */
export function rotateX(vs: FourVectors, angle: number, out: FourVectors = fourVectors(vs.px.length)): FourVectors {
  return apply((v) => turnX(v, angle), vs, out);
}

/** Active rotation about $y$ by `angle` rad. `out` receives the result, may be `vs`; made when absent. */
export function rotateY(vs: FourVectors, angle: number, out: FourVectors = fourVectors(vs.px.length)): FourVectors {
  return apply((v) => turnY(v, angle), vs, out);
}

/** Active rotation about $z$ by `angle` rad. `out` receives the result, may be `vs`; made when absent. */
export function rotateZ(vs: FourVectors, angle: number, out: FourVectors = fourVectors(vs.px.length)): FourVectors {
  return apply((v) => turnZ(v, angle), vs, out);
}

/**
 * Active rotation of every row about one axis.
 *
 * @param vs - Four-vectors.
 * @param axis - Axis of any length but zero.
 * @param angle - Angle, rad.
 * @param out - Receives the result, may be `vs`; made when absent.
 * @throws RangeError when `axis` has no direction.
 */
export function rotate(
  vs: FourVectors,
  axis: ThreeVector,
  angle: number,
  out: FourVectors = fourVectors(vs.px.length),
): FourVectors {
  return apply((v) => turn(v, axis, angle), vs, out);
}

/** The matrix of a rotation is its effect on the axes; then three multiplications a component and row. */
function apply(rotation: (v: FourVector) => FourVector, vs: FourVectors, out: FourVectors): FourVectors {
  const { px: xx, py: yx, pz: zx } = rotation({ px: 1, py: 0, pz: 0, e: 0, m: 0 });
  const { px: xy, py: yy, pz: zy } = rotation({ px: 0, py: 1, pz: 0, e: 0, m: 0 });
  const { px: xz, py: yz, pz: zz } = rotation({ px: 0, py: 0, pz: 1, e: 0, m: 0 });
  const { px, py, pz, e, m } = vs;
  const { px: ox, py: oy, pz: oz, e: oe, m: om } = out;
  for (let i = 0; i < px.length; i++) {
    const x = px[i];
    const y = py[i];
    const z = pz[i];
    ox[i] = xx * x + xy * y + xz * z;
    oy[i] = yx * x + yy * y + yz * z;
    oz[i] = zx * x + zy * y + zz * z;
  }
  if (oe !== e) oe.set(e);
  if (om !== m) om.set(m);
  return out;
}
