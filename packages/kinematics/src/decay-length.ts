import { requireOptions } from "@belladonna/numerics";
import { exp, expm1, log1p } from "@belladonna/numerics/elementary";

/** A particle's flight and the stretch of it that is asked for. */
export interface Flight {
  /** $\beta\gamma = p/m$, dimensionless, > 0. */
  readonly betaGamma: number;
  /** Mean proper decay length $c\tau$, cm, > 0. */
  readonly ctau: number;
  /** Start of the stretch, cm from the production point; 0 when absent. */
  readonly from?: number | undefined;
  /** End of the stretch, cm; Infinity when absent. */
  readonly to?: number | undefined;
}

/**
 * Probability to decay between two distances from the production point,
 *
 * $$P = e^{-a/L} - e^{-b/L} = -e^{-a/L}\,\mathrm{expm1}\!\left(-\frac{b-a}{L}\right),\qquad L = \beta\gamma\,c\tau,$$
 *
 * exact for short stretches of long flights, where the difference of exponentials is rounding noise.
 *
 * @param flight - $\beta\gamma$, $c\tau$ in cm, and the stretch in cm; 0 for a stable particle, of infinite $c\tau$.
 * @throws RangeError when $\beta\gamma$, $c\tau$ or their product is not > 0 or the stretch is not `0 <= from <= to`.
 * @example
 * ```ts
 * decayProbability({ betaGamma: 15, ctau: 100, from: 0.9, to: 3 }); // ≈ 0.00139828
 * ```
 */
export function decayProbability(flight: Flight): number {
  const { length, from, to } = check("decayProbability", flight);
  if (length === Infinity) return 0;
  return -exp(-from / length) * expm1((from - to) / length);
}

/**
 * The decay length at a given fraction of the stretch's probability: with a uniform `u` an exponential deviate confined to
 * the stretch; the event then carries the weight {@link decayProbability}.
 *
 * $$\ell = a - L\,\mathrm{log1p}\!\left[u\,\mathrm{expm1}\!\left(-\tfrac{b-a}{L}\right)\right]$$
 *
 * @param flight - $\beta\gamma$, $c\tau$ in cm, and the stretch in cm.
 * @param u - In $[0, 1)$.
 * @returns Distance from the production point, cm.
 * @throws RangeError as {@link decayProbability}, when `u` is not in $[0, 1)$, or when neither the decay length nor the
 * stretch is finite.
 * @example
 * ```ts
 * decayLength({ betaGamma: 2, ctau: 3 }, 0.5); // ≈ 4.1589
 * ```
 */
export function decayLength(flight: Flight, u: number): number {
  const { length, from, to } = check("decayLength", flight);
  if (!(u >= 0 && u < 1)) throw new RangeError(`decayLength: u must be in [0, 1), got ${u}`);
  // So long a flight decays evenly along the stretch.
  if (length === Infinity && to < Infinity) return Math.min(from + u * (to - from), to);
  if (length === Infinity)
    throw new RangeError("decayLength: betaGamma * ctau or the stretch must be finite, got neither");
  const within = -length * log1p(u * expm1((from - to) / length));
  return Math.min(from + within, to);
}

function check(name: string, flight: Flight): { length: number; from: number; to: number } {
  requireOptions(name, flight, ["betaGamma", "ctau", "from", "to"]);
  const { betaGamma, ctau, from = 0, to = Infinity } = flight;
  const length = betaGamma * ctau;
  if (!(betaGamma > 0 && ctau > 0 && length > 0)) {
    throw new RangeError(`${name}: betaGamma and ctau must be > 0, got ${betaGamma}, ${ctau}`);
  }
  if (!(from >= 0 && from <= to && from < Infinity)) {
    throw new RangeError(`${name}: the stretch must satisfy 0 <= from <= to, got ${from}, ${to}`);
  }
  return { length, from, to };
}
