import { cos, sin } from "@belladonna/numerics/elementary";
import { norm } from "./exact.js";
import type { FourVector } from "./four-vector.js";
import type { ThreeVector } from "./three-vector.js";

function checkAngle(name: string, angle: number): void {
  if (!Number.isFinite(angle)) throw new RangeError(`${name}: the angle must be finite, got ${angle}`);
}

/**
 * Active right-handed rotation about $x$ by `angle` rad, a finite one; energy and mass untouched.
 *
 * ```ts
 * rotateX(fourVector({ px: 0, py: 1, pz: 0, m: 0 }), Math.PI / 2).pz; // 1
 * ```
 */
export function rotateX(v: FourVector, angle: number): FourVector {
  checkAngle("rotateX", angle);
  const c = cos(angle);
  const s = sin(angle);
  return { px: v.px, py: c * v.py - s * v.pz, pz: s * v.py + c * v.pz, e: v.e, m: v.m };
}

/**
 * Active right-handed rotation about $y$ by `angle` rad, a finite one; energy and mass untouched.
 *
 * ```ts
 * rotateY(fourVector({ px: 0, py: 0, pz: 1, m: 0 }), Math.PI / 2).px; // 1
 * ```
 */
export function rotateY(v: FourVector, angle: number): FourVector {
  checkAngle("rotateY", angle);
  const c = cos(angle);
  const s = sin(angle);
  return { px: c * v.px + s * v.pz, py: v.py, pz: c * v.pz - s * v.px, e: v.e, m: v.m };
}

/**
 * Active right-handed rotation about $z$ by `angle` rad, a finite one; energy and mass untouched.
 *
 * ```ts
 * rotateZ(fourVector({ px: 1, py: 0, pz: 0, m: 0 }), Math.PI / 2).py; // 1
 * ```
 */
export function rotateZ(v: FourVector, angle: number): FourVector {
  checkAngle("rotateZ", angle);
  const c = cos(angle);
  const s = sin(angle);
  return { px: c * v.px - s * v.py, py: s * v.px + c * v.py, pz: v.pz, e: v.e, m: v.m };
}

/**
 * Active right-handed rotation about any axis (Rodrigues):
 *
 * $$\vec p\,' = \vec p + \sin\alpha\;\hat n\times\vec p + 2\sin^2\tfrac{\alpha}{2}\;\hat n\times(\hat n\times\vec p)$$
 *
 * @param v - Four-vector.
 * @param axis - Axis of any length but zero.
 * @param angle - Angle $\alpha$, rad.
 * @throws RangeError when `axis` has no direction or the angle is not finite.
 * @example
 * ```ts
 * rotate(fourVector({ px: 1, py: 0, pz: 0, m: 0 }), [0, 0, 2], Math.PI / 6).py; // ≈ 0.5
 * ```
 */
export function rotate(v: FourVector, axis: ThreeVector, angle: number): FourVector {
  checkAngle("rotate", angle);
  const length = norm(axis[0], axis[1], axis[2]);
  if (!(length > 0 && length < Infinity)) {
    throw new RangeError(`rotate: axis must have a finite length > 0, got (${axis[0]}, ${axis[1]}, ${axis[2]})`);
  }
  const x = axis[0] / length;
  const y = axis[1] / length;
  const z = axis[2] / length;
  const half = sin(angle / 2);
  return turn(v, x, y, z, sin(angle), 2 * half * half);
}

/**
 * Rotation by a quaternion $q = w + x\,\mathbf i + y\,\mathbf j + z\,\mathbf k$ of any norm but zero:
 * $\vec p\,' = q\,\vec p\,q^{-1}$.
 *
 * ```ts
 * rotateByQuaternion(fourVector({ px: 1, py: 0, pz: 0, m: 0 }), [Math.SQRT1_2, 0, 0, Math.SQRT1_2]).py; // 1
 * ```
 * @throws RangeError when the quaternion is zero or not finite.
 */
export function rotateByQuaternion(
  v: FourVector,
  quaternion: readonly [w: number, x: number, y: number, z: number],
): FourVector {
  const [w, x, y, z] = quaternion;
  const square = w * w + x * x + y * y + z * z;
  if (!(square > 0 && square < Infinity)) {
    throw new RangeError(`rotateByQuaternion: the norm must be finite and > 0, got ${square}`);
  }
  return turn(v, x, y, z, (2 * w) / square, 2 / square);
}

/** $\vec p + s\,\vec n\times\vec p + c\,\vec n\times(\vec n\times\vec p)$. */
function turn(v: FourVector, x: number, y: number, z: number, s: number, c: number): FourVector {
  const cx = y * v.pz - z * v.py;
  const cy = z * v.px - x * v.pz;
  const cz = x * v.py - y * v.px;
  return {
    px: v.px + s * cx + c * (y * cz - z * cy),
    py: v.py + s * cy + c * (z * cx - x * cz),
    pz: v.pz + s * cz + c * (x * cy - y * cx),
    e: v.e,
    m: v.m,
  };
}

/**
 * Active rotation by Euler angles in the $z$-$x$-$z$ convention, $R = R_z(\phi)\,R_x(\theta)\,R_z(\psi)$, the factor on
 * the right acting first. The passive convention of ROOT's `EulerAngles` and scikit-hep's vector turns by its inverse:
 * their $(\phi,\theta,\psi)$ is `rotateByEuler(v, -psi, -theta, -phi)` here.
 *
 * ```ts
 * rotateByEuler(fourVector({ px: 0, py: 0, pz: 1, m: 0 }), 0, Math.PI / 2, 0).pz < 1e-9; // true
 * ```
 * @param v - Four-vector.
 * @param phi - Last turn, about $z$, rad.
 * @param theta - Second turn, about $x$, rad.
 * @param psi - First turn, about $z$, rad.
 */
export function rotateByEuler(v: FourVector, phi: number, theta: number, psi: number): FourVector {
  return rotateZ(rotateX(rotateZ(v, psi), theta), phi);
}
