import { normalCdf, normalQuantile } from "@belladonna/numerics";
import { exp, pow } from "@belladonna/numerics/elementary";

/**
 * A deviate of the Crystal Ball distribution by inversion: a standard normal core that goes over into a power-law tail
 * $(n/\alpha-\alpha-z)^{-n}$ below $z=-\alpha$.
 *
 * @param u - Uniform in (0, 1).
 * @param alpha - Start of the tail in widths of the core, > 0.
 * @param n - Power, > 1.
 * @returns The deviate, in widths of the core; its most probable value is 0.
 * @example
 * At `crystalBallDeviate(0.5, 10, 4)`, the median where the tail is far off, it is 0.
 */
export function crystalBallDeviate(u: number, alpha: number, n: number): number {
  const below = normalCdf(-alpha);
  const tail = ((n / alpha) * exp((-alpha * alpha) / 2)) / (n - 1);
  const core = Math.sqrt(2 * Math.PI) * (1 - below);
  const share = tail / (tail + core);
  if (u < share) return n / alpha - alpha - (n / alpha) * pow(u / share, -1 / (n - 1));
  return normalQuantile(below + ((u - share) / (1 - share)) * (1 - below));
}
