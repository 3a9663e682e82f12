/** $p_a\cdot p_b$ of two products of a decay, from their $p_x,p_y,p_z,E$ in turn, GeV². */
export function dot(p: Float64Array, a: number, b: number): number {
  return p[4 * a + 3] * p[4 * b + 3] - p[4 * a] * p[4 * b] - p[4 * a + 1] * p[4 * b + 1] - p[4 * a + 2] * p[4 * b + 2];
}

/** $(p_a+p_b)^2$ of two products, GeV². */
export function pairMass2(p: Float64Array, a: number, b: number): number {
  const x = p[4 * a] + p[4 * b];
  const y = p[4 * a + 1] + p[4 * b + 1];
  const z = p[4 * a + 2] + p[4 * b + 2];
  const e = p[4 * a + 3] + p[4 * b + 3];
  return e * e - x * x - y * y - z * z;
}
