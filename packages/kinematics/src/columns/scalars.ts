import { atan2, log, log1p } from "@belladonna/numerics/elementary";
import type { FourVectors } from "../four-vectors.js";

/** Momenta, GeV. `out` receives the result; made when absent. */
export function p(vs: FourVectors, out: Float64Array = new Float64Array(vs.px.length)): Float64Array {
  const { px, py, pz } = vs;
  for (let i = 0; i < px.length; i++) out[i] = Math.sqrt(px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i]);
  return out;
}

/** Transverse momenta, GeV. `out` receives the result; made when absent. */
export function pt(vs: FourVectors, out: Float64Array = new Float64Array(vs.px.length)): Float64Array {
  const { px, py } = vs;
  for (let i = 0; i < px.length; i++) out[i] = Math.sqrt(px[i] * px[i] + py[i] * py[i]);
  return out;
}

/** Polar angles to $+z$, rad. `out` receives the result; made when absent. */
export function theta(vs: FourVectors, out: Float64Array = new Float64Array(vs.px.length)): Float64Array {
  const { px, py, pz } = vs;
  for (let i = 0; i < px.length; i++) out[i] = atan2(Math.sqrt(px[i] * px[i] + py[i] * py[i]), pz[i]);
  return out;
}

/** Cosines of the polar angles; 1 at rest. `out` receives the result; made when absent. */
export function cosTheta(vs: FourVectors, out: Float64Array = new Float64Array(vs.px.length)): Float64Array {
  const { px, py, pz } = vs;
  for (let i = 0; i < px.length; i++) {
    const momentum = Math.sqrt(px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i]);
    out[i] = momentum === 0 ? 1 : pz[i] / momentum;
  }
  return out;
}

/** Azimuths, rad, in $(-\pi, \pi]$. `out` receives the result; made when absent. */
export function phi(vs: FourVectors, out: Float64Array = new Float64Array(vs.px.length)): Float64Array {
  const { px, py } = vs;
  for (let i = 0; i < px.length; i++) out[i] = atan2(py[i], px[i]);
  return out;
}

/** Pseudorapidities; $\pm\infty$ on the axis, 0 at rest. `out` receives the result; made when absent. */
export function eta(vs: FourVectors, out: Float64Array = new Float64Array(vs.px.length)): Float64Array {
  const { px, py, pz } = vs;
  for (let i = 0; i < px.length; i++) {
    const z = pz[i];
    out[i] = z === 0 ? 0 : asinh(z / Math.sqrt(px[i] * px[i] + py[i] * py[i]));
  }
  return out;
}

/** Rapidities along $z$, from the carried mass. `out` receives the result; made when absent. */
export function rapidity(vs: FourVectors, out: Float64Array = new Float64Array(vs.px.length)): Float64Array {
  const { px, py, pz, e, m } = vs;
  for (let i = 0; i < px.length; i++) {
    const y = asinh(pz[i] / Math.sqrt(px[i] * px[i] + py[i] * py[i] + m[i] * Math.abs(m[i])));
    out[i] = e[i] < 0 ? -y : y;
  }
  return out;
}

/** Inverse hyperbolic sine to 1e-15 by one logarithm: twice as fast as the library's. */
function asinh(x: number): number {
  const t = Math.abs(x);
  const y = t > 0.5 ? log(t + Math.sqrt(t * t + 1)) : log1p(t + (t * t) / (1 + Math.sqrt(t * t + 1)));
  return x < 0 ? -y : y;
}

/** Masses squared with their sign, GeV². `out` receives the result; made when absent. */
export function massSquared(vs: FourVectors, out: Float64Array = new Float64Array(vs.px.length)): Float64Array {
  const { m } = vs;
  for (let i = 0; i < m.length; i++) out[i] = m[i] * Math.abs(m[i]);
  return out;
}

/** Velocities $p/|E|$. `out` receives the result; made when absent. */
export function beta(vs: FourVectors, out: Float64Array = new Float64Array(vs.px.length)): Float64Array {
  const { px, py, pz, e } = vs;
  for (let i = 0; i < px.length; i++) {
    out[i] = Math.sqrt(px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i]) / Math.abs(e[i]);
  }
  return out;
}

/** Lorentz factors $|E|/m$; `NaN` for space-like vectors. `out` receives the result; made when absent. */
export function gamma(vs: FourVectors, out: Float64Array = new Float64Array(vs.px.length)): Float64Array {
  const { e, m } = vs;
  for (let i = 0; i < e.length; i++) out[i] = m[i] < 0 ? Number.NaN : Math.abs(e[i]) / m[i];
  return out;
}
