/** Length of the part of `v` across the direction of `w`. */
export function across(v: Float64Array, w: Float64Array): number {
  const dot = v[0] * w[0] + v[1] * w[1] + v[2] * w[2];
  return Math.sqrt(Math.max(0, square(v) - (dot * dot) / square(w)));
}

/** Squared length. */
export function square(v: Float64Array): number {
  return v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
}

/** Length of a vector across the axis. */
export function transverse(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** Momentum in the centre-of-mass frame of the beams, into `out`. */
export function boost(
  velocity: readonly [number, number, number],
  gamma: number,
  x: number,
  y: number,
  z: number,
  e: number,
  out: Float64Array,
): void {
  const along = velocity[0] * x + velocity[1] * y + velocity[2] * z;
  const f = ((gamma * gamma) / (gamma + 1)) * along - gamma * e;
  out[0] = x + f * velocity[0];
  out[1] = y + f * velocity[1];
  out[2] = z + f * velocity[2];
}
