import { logPoissonPmf, poissonCdf } from "@belladonna/numerics";
import { exp } from "@belladonna/numerics/elementary";

/** What of `n` events may be signal: the posterior of a signal on a background that is known, or has a Gamma prior. */
export interface EventShares {
  /** Signal counts up to this are certain to rounding. */
  readonly certain: number;
  /** Probability that at least `certain + 1 + i` of the events are signal, before the signal is known. */
  readonly atLeast: Float64Array;
}

/** Background counts this much less probable than the likeliest play no part. */
const NEGLIGIBLE = 1e-45;

/**
 * Probabilities, given `n` events, that so many of them are signal, for a flat prior of the signal: negative binomial (Poisson
 * for a known background) in the number of background events, which cannot exceed `n`.
 * @param n - Events seen.
 * @param b - Expected background, positive.
 * @param r - Relative width of its Gamma prior, not negative.
 * @param most - Most background counts that are followed.
 * @returns `undefined` where more counts than `most` matter.
 */
export function eventShares(n: number, b: number, r: number, most: number): EventShares | undefined {
  // Ratio of the probabilities of k and k - 1 background events, b (1 + (k - 1) r^2) / k (1 + b r^2), free of overflow.
  const [one, square] = r > 1 ? [1 / r / r, 1] : [1, r * r];
  const ratio = (k: number): number => (one + (k - 1) * square) / (one / b + square) / k;
  const mode = Math.min(n, Math.max(0, Math.floor(b * (1 - r * r))));
  const above: number[] = [];
  for (let k = mode + 1, w = 1; k <= n; k++) {
    w *= ratio(k);
    if (w < NEGLIGIBLE) break;
    above.push(w);
    if (above.length > most) return undefined;
  }
  const below: number[] = [1];
  for (let k = mode, w = 1; k > 0; k--) {
    w /= ratio(k);
    if (w < NEGLIGIBLE) break;
    below.push(w);
    if (below.length > most) return undefined;
  }
  // From the fewest signal events, n less the most background, upwards.
  const weights = Float64Array.from([...above.reverse(), ...below]);
  const certain = n - mode - above.length;
  const total = weights.reduce((sum, w) => sum + w, 0);
  const atLeast = new Float64Array(weights.length - 1);
  for (let i = weights.length - 1, sum = 0; i > 0; i--) atLeast[i - 1] = (sum += weights[i]) / total;
  return { certain, atLeast };
}

/** Posterior probability that the signal exceeds `s`: $\sum_i \mathrm{Poisson}(i|s)\,P(\text{signal events} \ge i)$. */
export function signalBeyond({ certain, atLeast }: EventShares, s: number): number {
  let sum = poissonCdf(certain, s);
  const last = atLeast.length - 1;
  if (last < 0) return sum;
  // From the likeliest count outwards, so that the first term does not underflow.
  const start = Math.min(Math.max(Math.floor(s) - certain - 1, 0), last);
  const first = exp(logPoissonPmf(certain + 1 + start, s));
  for (let i = start, p = first; i <= last && p > 0; i++) {
    sum += p * atLeast[i];
    p *= s / (certain + 2 + i);
  }
  for (let i = start, p = first; i > 0 && p > 0;) {
    p *= (certain + 1 + i) / s;
    sum += p * atLeast[--i];
  }
  return sum;
}
