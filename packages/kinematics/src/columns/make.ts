import { cos, sin, sinh } from "@belladonna/numerics/elementary";
import { fourVectors, type FourVectors } from "../four-vectors.js";

/**
 * Columns from momentum and mass: $E = \sqrt{p^2 + m|m|}$.
 *
 * @param px - Momentum along $x$, GeV.
 * @param py - Momentum along $y$, GeV.
 * @param pz - Momentum along $z$, GeV.
 * @param m - Signed masses, GeV, one each or one for all.
 * @param out - Receives the result; made when absent.
 */
export function fromMass(
  px: Float64Array,
  py: Float64Array,
  pz: Float64Array,
  m: Float64Array | number,
  out: FourVectors = fourVectors(px.length),
): FourVectors {
  const { px: ox, py: oy, pz: oz, e: oe, m: om } = out;
  const one = typeof m === "number" ? m : 0;
  const each = typeof m === "number" ? undefined : m;
  for (let i = 0; i < px.length; i++) {
    const x = px[i];
    const y = py[i];
    const z = pz[i];
    const mass = each === undefined ? one : each[i];
    ox[i] = x;
    oy[i] = y;
    oz[i] = z;
    oe[i] = Math.sqrt(x * x + y * y + z * z + mass * Math.abs(mass));
    om[i] = mass;
  }
  return out;
}

/**
 * Columns from momentum and energy. The mass is the signed root of $(E-p)(E+p)$ in double precision: good to
 * $10^{-16}E^2$ in $m^2$. Where light particles matter use {@link fromMass}, or `fourVector` one by one.
 *
 * @param px - Momentum along $x$, GeV.
 * @param py - Momentum along $y$, GeV.
 * @param pz - Momentum along $z$, GeV.
 * @param e - Energy, GeV.
 * @param out - Receives the result; made when absent.
 */
export function fromEnergy(
  px: Float64Array,
  py: Float64Array,
  pz: Float64Array,
  e: Float64Array,
  out: FourVectors = fourVectors(px.length),
): FourVectors {
  const { px: ox, py: oy, pz: oz, e: oe, m: om } = out;
  for (let i = 0; i < px.length; i++) {
    const x = px[i];
    const y = py[i];
    const z = pz[i];
    const energy = e[i];
    const p = Math.sqrt(x * x + y * y + z * z);
    const square = (energy - p) * (energy + p);
    ox[i] = x;
    oy[i] = y;
    oz[i] = z;
    oe[i] = energy;
    om[i] = square < 0 ? -Math.sqrt(-square) : Math.sqrt(square);
  }
  return out;
}

/**
 * Columns from transverse momentum, pseudorapidity, azimuth and mass.
 *
 * @param pt - Transverse momentum, GeV.
 * @param eta - Pseudorapidity.
 * @param phi - Azimuth, rad.
 * @param m - Signed masses, GeV, one each or one for all.
 * @param out - Receives the result; made when absent.
 */
export function fromPtEtaPhi(
  pt: Float64Array,
  eta: Float64Array,
  phi: Float64Array,
  m: Float64Array | number,
  out: FourVectors = fourVectors(pt.length),
): FourVectors {
  const { px, py, pz } = out;
  for (let i = 0; i < pt.length; i++) {
    const t = pt[i];
    const azimuth = phi[i];
    pz[i] = t * sinh(eta[i]);
    px[i] = t * cos(azimuth);
    py[i] = t * sin(azimuth);
  }
  return fromMass(px, py, pz, m, out);
}

/**
 * Columns from momentum, polar angle, azimuth and mass.
 *
 * @param p - Momentum, GeV.
 * @param theta - Polar angle to $+z$, rad.
 * @param phi - Azimuth, rad.
 * @param m - Signed masses, GeV, one each or one for all.
 * @param out - Receives the result; made when absent.
 */
export function fromPThetaPhi(
  p: Float64Array,
  theta: Float64Array,
  phi: Float64Array,
  m: Float64Array | number,
  out: FourVectors = fourVectors(p.length),
): FourVectors {
  const { px, py, pz } = out;
  for (let i = 0; i < p.length; i++) {
    const momentum = p[i];
    const polar = theta[i];
    const azimuth = phi[i];
    const t = momentum * sin(polar);
    pz[i] = momentum * cos(polar);
    px[i] = t * cos(azimuth);
    py[i] = t * sin(azimuth);
  }
  return fromMass(px, py, pz, m, out);
}
