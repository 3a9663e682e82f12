import { asin, log as ln, square } from "@belladonna/numerics/elementary";

/** $f(\tau)$ of a triangle loop: $\arcsin^2\sqrt\tau$ for $\tau\le1$, $-\tfrac14[\ln\frac{1+\beta}{1-\beta}-i\pi]^2$ above. */
function triangle(tau: number): readonly [re: number, im: number] {
  if (tau <= 1) return [square(asin(Math.sqrt(tau))), 0];
  const beta = Math.sqrt(1 - 1 / tau);
  // ln[(1+beta)/(1-beta)] = 2 artanh(beta), without cancellation for large tau
  const log = 2 * ln((1 + beta) * Math.sqrt(tau));
  return [(-log * log + square(Math.PI)) / 4, (log * Math.PI) / 2];
}

/**
 * Loop function of a fermion in scalar $\to$ two gauge bosons, $r(\tau) = [\tau+(\tau-1)f(\tau)]/\tau^2$ with
 * $\tau = m^2/4m_f^2$; $r\to\tfrac23$ for a heavy fermion, $r\to0$ for a light one.
 *
 * @param m - mass of the scalar, GeV, > 0
 * @param mf - mass of the fermion, GeV, > 0
 * @returns real and imaginary part
 * @see Winkler, arXiv:1809.01876
 */
export function fermionLoop(m: number, mf: number): readonly [re: number, im: number] {
  const tau = square(m / (2 * mf));
  // Series: the closed form loses all digits for a heavy fermion.
  if (tau < 1e-3) return [2 / 3 + (7 / 45) * tau + (4 / 63) * tau * tau, 0];
  const [re, im] = triangle(tau);
  return [(tau + (tau - 1) * re) / square(tau), ((tau - 1) * im) / square(tau)];
}

/** Loop function of the $W$ boson, $A_1 = -[2\tau^2+3\tau+3(2\tau-1)f(\tau)]/\tau^2$; $-7$ for a heavy $W$. */
export function bosonLoop(m: number, mW: number): number {
  const tau = square(m / (2 * mW));
  if (tau < 1e-3) return -(7 + (22 / 15) * tau);
  return -(2 * tau * tau + 3 * tau + 3 * (2 * tau - 1) * triangle(tau)[0]) / square(tau);
}
