import { asinh, atan2 } from "@belladonna/numerics/elementary";
import type { FourVectors } from "../four-vectors.js";

/**
 * Minkowski products row by row, GeV², from the carried masses where the terms would cancel (as the scalar `dot`, but
 * with the cross product in plain double precision).
 *
 * @param a - First factors.
 * @param b - Second factors.
 * @param out - Receives the result; made when absent.
 */
export function dot(a: FourVectors, b: FourVectors, out: Float64Array = new Float64Array(a.px.length)): Float64Array {
  const { px: ax, py: ay, pz: az, e: ae, m: am } = a;
  const { px: bx, py: by, pz: bz, e: be, m: bm } = b;
  for (let i = 0; i < ax.length; i++) {
    out[i] = product(ax[i], ay[i], az[i], ae[i], am[i], bx[i], by[i], bz[i], be[i], bm[i]);
  }
  return out;
}

/** The product of one row; small enough to be compiled into the loops that call it. */
export function product(
  ax: number,
  ay: number,
  az: number,
  ae: number,
  am: number,
  bx: number,
  by: number,
  bz: number,
  be: number,
  bm: number,
): number {
  const space = ax * bx + ay * by + az * bz;
  const ee = ae * be;
  if (!(space * ee > 0 && am >= 0 && bm >= 0)) return ee - space;
  const cx = ay * bz - az * by;
  const cy = az * bx - ax * bz;
  const cz = ax * by - ay * bx;
  const aa = am * am;
  const bb = bm * bm;
  const pa = ax * ax + ay * ay + az * az;
  const pb = bx * bx + by * by + bz * bz;
  return (aa * bb + (aa * pb + bb * pa) + (cx * cx + cy * cy + cz * cz)) / (ee + space);
}

/** Signed invariant masses of $a + b$ row by row, GeV. `out` receives the result; made when absent. */
export function invariantMass(
  a: FourVectors,
  b: FourVectors,
  out: Float64Array = new Float64Array(a.px.length),
): Float64Array {
  const { px: ax, py: ay, pz: az, e: ae, m: am } = a;
  const { px: bx, py: by, pz: bz, e: be, m: bm } = b;
  for (let i = 0; i < ax.length; i++) {
    const u = am[i];
    const v = bm[i];
    const twice = 2 * product(ax[i], ay[i], az[i], ae[i], u, bx[i], by[i], bz[i], be[i], v);
    const square = u * Math.abs(u) + v * Math.abs(v) + twice;
    out[i] = square < 0 ? -Math.sqrt(-square) : Math.sqrt(square);
  }
  return out;
}

/** Angles between momenta row by row, rad, in $[0, \pi]$. `out` receives the result; made when absent. */
export function angle(a: FourVectors, b: FourVectors, out: Float64Array = new Float64Array(a.px.length)): Float64Array {
  const { px: ax, py: ay, pz: az } = a;
  const { px: bx, py: by, pz: bz } = b;
  for (let i = 0; i < ax.length; i++) {
    const cx = ay[i] * bz[i] - az[i] * by[i];
    const cy = az[i] * bx[i] - ax[i] * bz[i];
    const cz = ax[i] * by[i] - ay[i] * bx[i];
    out[i] = atan2(Math.sqrt(cx * cx + cy * cy + cz * cz), ax[i] * bx[i] + ay[i] * by[i] + az[i] * bz[i]);
  }
  return out;
}

/** Differences of azimuths $\phi_a - \phi_b$, rad, in $(-\pi, \pi]$. `out` receives the result; made when absent. */
export function deltaPhi(
  a: FourVectors,
  b: FourVectors,
  out: Float64Array = new Float64Array(a.px.length),
): Float64Array {
  const { px: ax, py: ay } = a;
  const { px: bx, py: by } = b;
  for (let i = 0; i < ax.length; i++) {
    const d = atan2(bx[i] * ay[i] - by[i] * ax[i], ax[i] * bx[i] + ay[i] * by[i]);
    out[i] = d === -Math.PI ? Math.PI : d;
  }
  return out;
}

/** Differences of pseudorapidities. `out` receives the result; made when absent. */
export function deltaEta(
  a: FourVectors,
  b: FourVectors,
  out: Float64Array = new Float64Array(a.px.length),
): Float64Array {
  const { px: ax, py: ay, pz: az } = a;
  const { px: bx, py: by, pz: bz } = b;
  for (let i = 0; i < ax.length; i++) {
    const x = az[i] === 0 ? 0 : az[i] / Math.sqrt(ax[i] * ax[i] + ay[i] * ay[i]);
    const y = bz[i] === 0 ? 0 : bz[i] / Math.sqrt(bx[i] * bx[i] + by[i] * by[i]);
    out[i] = asinh(x) - asinh(y);
  }
  return out;
}

/** Separations $\sqrt{\Delta\eta^2 + \Delta\phi^2}$. `out` receives the result; made when absent. */
export function deltaR(
  a: FourVectors,
  b: FourVectors,
  out: Float64Array = new Float64Array(a.px.length),
): Float64Array {
  const { px: ax, py: ay } = a;
  const { px: bx, py: by } = b;
  deltaEta(a, b, out);
  for (let i = 0; i < ax.length; i++) {
    const d = atan2(bx[i] * ay[i] - by[i] * ax[i], ax[i] * bx[i] + ay[i] * by[i]);
    out[i] = Math.sqrt(out[i] * out[i] + d * d);
  }
  return out;
}
