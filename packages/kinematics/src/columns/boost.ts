import type { FourVector } from "../four-vector.js";
import { fourVectors, type FourVectors } from "../four-vectors.js";
import { minkowski } from "../exact.js";
import type { ThreeVector } from "../three-vector.js";

/**
 * Active boost of every row by one velocity: what is at rest before moves with $+\vec\beta$ after. Masses are copied.
 *
 * @param vs - Four-vectors.
 * @param betaVector - Velocity, units of $c$, $|\vec\beta| < 1$.
 * @param out - Receives the result, may be `vs`; made when absent.
 * @throws RangeError when $|\vec\beta| \ge 1$.
 */
export function boost(
  vs: FourVectors,
  betaVector: ThreeVector,
  out: FourVectors = fourVectors(vs.px.length),
): FourVectors {
  const [bx, by, bz] = betaVector;
  const inverseGammaSquared = minkowski(1, bx, by, bz, 1, bx, by, bz);
  if (!(inverseGammaSquared > 0)) throw new RangeError(`boost: |beta| must be < 1, got (${bx}, ${by}, ${bz})`);
  const g = 1 / Math.sqrt(inverseGammaSquared);
  const { px, py, pz, e, m } = vs;
  const { px: ox, py: oy, pz: oz, e: oe, m: om } = out;
  const k = (g * g) / (g + 1);
  for (let i = 0; i < px.length; i++) {
    const x = px[i];
    const y = py[i];
    const z = pz[i];
    const t = e[i];
    const along = bx * x + by * y + bz * z;
    const f = k * along + g * t;
    ox[i] = x + f * bx;
    oy[i] = y + f * by;
    oz[i] = z + f * bz;
    oe[i] = g * (t + along);
  }
  if (om !== m) om.set(m);
  return out;
}

/**
 * Every row seen from the rest frame of `frame`: one frame for all, or its own for each row. Light frames keep their
 * digits as in the scalar function, but for the momentum's last cancellation: $10^{-16}\gamma^2$ of it is lost.
 *
 * @param vs - Four-vectors.
 * @param frame - One time-like four-vector, or one each.
 * @param out - Receives the result, may be `vs` or `frame`; made when absent.
 * @throws RangeError when a single frame is not time-like with positive energy; rows of a batch are not checked and give
 * `NaN`.
 */
export function boostToRestOf(
  vs: FourVectors,
  frame: FourVector | FourVectors,
  out: FourVectors = fourVectors(vs.px.length),
): FourVectors {
  return isOne(frame) ? byOne("boostToRestOf", vs, frame, -1, out) : byEach(vs, frame, -1, out);
}

/**
 * Rows given in the rest frame of `frame` seen from where it moves: the inverse of {@link boostToRestOf}.
 *
 * @param vs - Four-vectors.
 * @param frame - One time-like four-vector, or one each.
 * @param out - Receives the result, may be `vs` or `frame`; made when absent.
 * @throws RangeError when a single frame is not time-like with positive energy.
 */
export function boostFromRestOf(
  vs: FourVectors,
  frame: FourVector | FourVectors,
  out: FourVectors = fourVectors(vs.px.length),
): FourVectors {
  return isOne(frame) ? byOne("boostFromRestOf", vs, frame, 1, out) : byEach(vs, frame, 1, out);
}

function isOne(frame: FourVector | FourVectors): frame is FourVector {
  return typeof frame.px === "number";
}

function byOne(name: string, vs: FourVectors, frame: FourVector, sign: 1 | -1, out: FourVectors): FourVectors {
  if (!(frame.m > 0 && frame.e > 0)) {
    throw new RangeError(`${name}: frame must be time-like with e > 0, got e=${frame.e}, m=${frame.m}`);
  }
  const g = frame.e / frame.m;
  const ux = (sign * frame.px) / frame.m;
  const uy = (sign * frame.py) / frame.m;
  const uz = (sign * frame.pz) / frame.m;
  const k = 1 / (g + 1);
  const { px, py, pz, e, m } = vs;
  const { px: ox, py: oy, pz: oz, e: oe, m: om } = out;
  for (let i = 0; i < px.length; i++) {
    const x = px[i];
    const y = py[i];
    const z = pz[i];
    const t = e[i];
    const along = ux * x + uy * y + uz * z;
    const f = k * along + t;
    ox[i] = x + f * ux;
    oy[i] = y + f * uy;
    oz[i] = z + f * uz;
    oe[i] = g * t + along;
  }
  if (om !== m) om.set(m);
  return out;
}

function byEach(vs: FourVectors, frames: FourVectors, sign: 1 | -1, out: FourVectors): FourVectors {
  const { px, py, pz, e, m } = vs;
  const { px: fx, py: fy, pz: fz, e: fe, m: fm } = frames;
  const { px: ox, py: oy, pz: oz, e: oe, m: om } = out;
  for (let i = 0; i < px.length; i++) {
    const x = px[i];
    const y = py[i];
    const z = pz[i];
    const t = e[i];
    const mass = m[i];
    const X = sign * fx[i];
    const Y = sign * fy[i];
    const Z = sign * fz[i];
    const T = fe[i];
    const M = fm[i];
    const space = x * X + y * Y + z * Z;
    // Energy of the row in the frame; the cancelling case as a sum of squares.
    let energy = t * T + space;
    if (space < 0 && mass >= 0) {
      const cx = y * Z - z * Y;
      const cy = z * X - x * Z;
      const cz = x * Y - y * X;
      const square = cx * cx + cy * cy + cz * cz;
      energy = (M * M * t * t + mass * mass * (X * X + Y * Y + Z * Z) + square) / (t * T - space);
    }
    energy /= M;
    const f = (t + energy) / (T + M);
    ox[i] = x + f * X;
    oy[i] = y + f * Y;
    oz[i] = z + f * Z;
    oe[i] = energy;
    om[i] = mass;
  }
  return out;
}
