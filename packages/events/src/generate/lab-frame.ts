import type { CollidingBeams } from "./collisions.js";

/**
 * Lorentz matrix from the centre-of-mass frame with $e^-$ along $+z$ to the lab, for beams along the directions of
 * `beams` with the given energies: a rotation of $z$ onto the electron's direction, then a boost.
 * @param electronEnergy - GeV.
 * @param positronEnergy - GeV.
 * @param out - Receives 16 numbers by rows, order $E, x, y, z$.
 */
export function labMatrix(
  { electron, positron }: CollidingBeams,
  electronEnergy: number,
  positronEnergy: number,
  out: Float64Array,
): void {
  const a = beamScale(electron.e, electron.m, electronEnergy);
  const b = beamScale(positron.e, positron.m, positronEnergy);
  const ex = a * electron.px;
  const ey = a * electron.py;
  const ez = a * electron.pz;
  const x = ex + b * positron.px;
  const y = ey + b * positron.py;
  const z = ez + b * positron.pz;
  const e = electronEnergy + positronEnergy;
  const m2 = (e - Math.sqrt(x * x + y * y + z * z)) * (e + Math.sqrt(x * x + y * y + z * z));
  const m = Math.sqrt(m2);
  const u0 = e / m;
  const u = [x / m, y / m, z / m];
  const f = 1 / (1 + u0);
  // Electron's direction after the boost to rest.
  const along = (ex * u[0] + ey * u[1] + ez * u[2]) * f - electronEnergy;
  const d = [ex + along * u[0], ey + along * u[1], ez + along * u[2]];
  const size = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
  const [nx, ny, nz] = [d[0] / size, d[1] / size, d[2] / size];
  // Rotation of z onto n about the axis normal to both.
  const g = nz > -1 + 1e-12 ? 1 / (1 + nz) : 0;
  const flip = g === 0 ? -1 : 1;
  const r = [1 - g * nx * nx, -g * nx * ny, nx, -g * nx * ny, flip * (1 - g * ny * ny), ny, -nx, -ny, nz];
  out[0] = u0;
  for (let j = 0; j < 3; j++) {
    const c = u[0] * r[j] + u[1] * r[3 + j] + u[2] * r[6 + j];
    out[1 + j] = c;
    for (let i = 0; i < 3; i++) out[4 * (i + 1) + 1 + j] = r[3 * i + j] + f * c * u[i];
  }
  for (let i = 0; i < 3; i++) out[4 * (i + 1)] = u[i];
}

/** Factor on a momentum of energy `e` and mass `m` to give it energy `to`, GeV. */
export function beamScale(e: number, m: number, to: number): number {
  return Math.sqrt(((to - m) * (to + m)) / ((e - m) * (e + m)));
}
