/**
 * Unit vector of a momentum seen from a rest frame.
 * @param frame - $E, p_x, p_y, p_z$ of the frame, GeV.
 * @param m2 - Its squared mass, GeV².
 * @param p - $E, p_x, p_y, p_z$ of the momentum, GeV.
 * @param out - Receives the unit vector; $z$ for a momentum at rest.
 */
export function restAxis(frame: Float64Array, m2: number, p: Float64Array, out: Float64Array): void {
  const m = Math.sqrt(m2);
  const along = (frame[1] * p[1] + frame[2] * p[2] + frame[3] * p[3]) / (frame[0] + m);
  const f = (along - p[0]) / m;
  const a = p[1] + f * frame[1];
  const b = p[2] + f * frame[2];
  const c = p[3] + f * frame[3];
  const size = Math.sqrt(a * a + b * b + c * c);
  const g = size > 0 ? 1 / size : 0;
  out[0] = g * a;
  out[1] = g * b;
  out[2] = size > 0 ? g * c : 1;
}

/**
 * Momentum of length `size` along a unit vector in the rest frame of `frame`, seen from where `frame` moves.
 * @param frame - $E, p_x, p_y, p_z$ of the frame, GeV.
 * @param m2 - Its squared mass, GeV².
 * @param energy - Energy in the rest frame, GeV.
 * @param size - Momentum along `unit`, GeV; may be negative.
 * @param unit - Unit vector.
 * @param out - Receives $E, p_x, p_y, p_z$, GeV.
 */
export function fromRest(
  frame: Float64Array,
  m2: number,
  energy: number,
  size: number,
  unit: Float64Array,
  out: Float64Array,
): void {
  const m = Math.sqrt(m2);
  const x = size * unit[0];
  const y = size * unit[1];
  const z = size * unit[2];
  const inner = frame[1] * x + frame[2] * y + frame[3] * z;
  const f = inner / (m * (frame[0] + m)) + energy / m;
  out[0] = (frame[0] * energy + inner) / m;
  out[1] = x + f * frame[1];
  out[2] = y + f * frame[2];
  out[3] = z + f * frame[3];
}

/** Vector with component `c` along the unit vector `axis` and (a, b) across it. */
export function aboutAxis(axis: Float64Array, c: number, a: number, b: number, out: Float64Array): void {
  const [x, y, z] = axis;
  // Rotation of z onto the axis; about x by π where the axis points down.
  if (z > -0.999999) {
    const g = 1 / (1 + z);
    out[0] = (1 - g * x * x) * a - g * x * y * b + x * c;
    out[1] = -g * x * y * a + (1 - g * y * y) * b + y * c;
    out[2] = -x * a - y * b + z * c;
  } else {
    const t = Math.sqrt(x * x + y * y);
    const cf = t > 0 ? x / t : 1;
    const sf = t > 0 ? y / t : 0;
    out[0] = z * cf * a - sf * b + x * c;
    out[1] = z * sf * a + cf * b + y * c;
    out[2] = -t * a + z * c;
  }
}
