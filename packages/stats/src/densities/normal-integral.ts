import { erf, erfc } from "@belladonna/numerics";

const ROOT_HALF_PI = Math.sqrt(Math.PI / 2);

/** $\int_a^b e^{-t^2/2}\,dt$, to full relative precision also far from 0. */
export function normalIntegral(a: number, b: number): number {
  const u = a * Math.SQRT1_2;
  const v = b * Math.SQRT1_2;
  if (u > 0.5) return ROOT_HALF_PI * (erfc(u) - erfc(v));
  if (v < -0.5) return ROOT_HALF_PI * (erfc(-v) - erfc(-u));
  return ROOT_HALF_PI * (erf(v) - erf(u));
}
