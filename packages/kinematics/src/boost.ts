import { dot, p } from "./arithmetic.js";
import { minkowski } from "./exact.js";
import type { FourVector } from "./four-vector.js";
import { productScale, times } from "./product-scale.js";
import type { ThreeVector } from "./three-vector.js";

/**
 * Velocity $\vec\beta = \vec p/E$ of a four-vector, units of $c$.
 *
 * ```ts
 * boostVector(fourVector({ px: 0, py: 0, pz: 3, m: 4 }))[2]; // ≈ 0.6
 * ```
 */
export function boostVector(v: FourVector): ThreeVector {
  return [v.px / v.e, v.py / v.e, v.pz / v.e];
}

/**
 * Active boost by a velocity: what is at rest before moves with $+\vec\beta$ after.
 *
 * $$E' = \gamma(E + \vec\beta\cdot\vec p),\qquad
 *   \vec p\,' = \vec p + \vec\beta\left[\frac{\gamma^2}{\gamma+1}\vec\beta\cdot\vec p + \gamma E\right]$$
 *
 * The mass is handed on untouched, and $1-\beta^2$ is taken exactly from the components.
 *
 * @param v - Four-vector.
 * @param betaVector - Velocity, units of $c$; $|\vec\beta| < 1$.
 * @throws RangeError when $|\vec\beta| \ge 1$ or is not a number: there is no frame at the speed of light.
 * @example
 * ```ts
 * boost(fourVector({ px: 0, py: 0, pz: 0, m: 1 }), [0, 0, 0.6]).pz; // ≈ 0.75
 * ```
 */
export function boost(v: FourVector, betaVector: ThreeVector): FourVector {
  const [x, y, z] = betaVector;
  const inverseGammaSquared = minkowski(1, x, y, z, 1, x, y, z);
  if (!(inverseGammaSquared > 0)) throw new RangeError(`boost: |beta| must be < 1, got (${x}, ${y}, ${z})`);
  return toRest(v, { px: -x, py: -y, pz: -z, e: 1, m: Math.sqrt(inverseGammaSquared) });
}

/**
 * `v` seen from the rest frame of `frame` (a passive boost by its velocity; axes stay parallel).
 *
 * $$E^* = \frac{v\cdot P}{M},\qquad \vec p^{\,*} = \vec p - \vec P\,\frac{E + E^*}{E_P + M}$$
 *
 * with the product of {@link dot} and the cancellation in $\vec p^{\,*}$ done in doubled precision: the daughters of a
 * 1 MeV dark photon of 5 GeV keep 12 digits.
 *
 * ```ts
 * p(boostToRestOf(fourVector({ px: 0, py: 0, pz: 3, m: 4 }), fourVector({ px: 0, py: 0, pz: 3, m: 4 }))); // 0
 * ```
 * @param v - Four-vector.
 * @param frame - Time-like four-vector with positive energy.
 * @throws RangeError when `frame` is not time-like with positive energy.
 */
export function boostToRestOf(v: FourVector, frame: FourVector): FourVector {
  checkFrame("boostToRestOf", frame);
  return toRest(v, frame);
}

/**
 * `v`, given in the rest frame of `frame`, seen from where `frame` moves as stated: the inverse of
 * {@link boostToRestOf}.
 *
 * ```ts
 * boostFromRestOf(fourVector({ px: 0, py: 0, pz: 0, m: 1 }), fourVector({ px: 0, py: 0, pz: 3, m: 4 })).e; // ≈ 1.25
 * ```
 * @param v - Four-vector in the rest frame of `frame`.
 * @param frame - Time-like four-vector with positive energy.
 * @throws RangeError when `frame` is not time-like with positive energy.
 */
export function boostFromRestOf(v: FourVector, frame: FourVector): FourVector {
  checkFrame("boostFromRestOf", frame);
  return toRest(v, { px: -frame.px, py: -frame.py, pz: -frame.pz, e: frame.e, m: frame.m });
}

function checkFrame(name: string, frame: FourVector): void {
  if (!(frame.m > 0 && frame.e > 0 && frame.e < Infinity)) {
    throw new RangeError(`${name}: frame must be time-like with e > 0, got e=${frame.e}, m=${frame.m}, p=${p(frame)}`);
  }
}

function toRest(v: FourVector, frame: FourVector): FourVector {
  const [k, scale] = [productScale(v), productScale(frame)];
  if (k !== 1 || scale !== 1) return times(toRest(times(v, k), times(frame, scale)), 1 / k);
  const { e: E, m: M } = frame;
  const e = dot(v, frame) / M;
  // p (E + M) - P (e + e*) over E + M: its four products are summed without loss, for they nearly cancel.
  const sum = E + M;
  return {
    px: minkowski(v.px, frame.px, -v.px, frame.px, E, v.e, M, e) / sum,
    py: minkowski(v.py, frame.py, -v.py, frame.py, E, v.e, M, e) / sum,
    pz: minkowski(v.pz, frame.pz, -v.pz, frame.pz, E, v.e, M, e) / sum,
    e,
    m: v.m,
  };
}
