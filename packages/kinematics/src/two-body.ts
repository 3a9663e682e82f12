import { square } from "@belladonna/numerics/elementary";

/**
 * Källén's triangle function of squared masses, $\lambda(a,b,c) = a^2+b^2+c^2-2ab-2bc-2ca$, evaluated as
 * $(a-b-c)^2 - 4bc$ with `a` the largest, in the factored form $[a-(\sqrt b+\sqrt c)^2][a-(\sqrt b-\sqrt c)^2]$ where the
 * arguments allow it.
 *
 * @param a - First squared mass, GeV².
 * @param b - Second squared mass, GeV².
 * @param c - Third squared mass, GeV².
 * @returns $\lambda$, GeV⁴; negative where the three masses cannot form a two-body decay; `NaN` when one is not finite.
 * @example
 * ```ts
 * kallen(100, 1, 4); // ≈ 9009
 * ```
 */
export function kallen(a: number, b: number, c: number): number {
  if (b > a) return kallen(b, a, c);
  if (c > a) return kallen(c, b, a);
  if (b < 0 || c < 0) return square(a - b - c) - 4 * b * c;
  const x = Math.sqrt(a);
  const y = Math.sqrt(b);
  const z = Math.sqrt(c);
  return (x - (y + z)) * (x + (y + z)) * (x - (y - z)) * (x + (y - z));
}

/**
 * Momentum of either daughter of $M \to m_1 m_2$ in the rest frame of the parent:
 *
 * $$p^* = \frac{\sqrt{[M^2-(m_1+m_2)^2]\,[M^2-(m_1-m_2)^2]}}{2M}$$
 *
 * The product form keeps full precision near threshold, where the polynomial cancels.
 *
 * @param M - Parent mass, GeV.
 * @param m1 - First daughter mass, GeV.
 * @param m2 - Second daughter mass, GeV.
 * @returns $p^*$ in GeV; 0 at threshold, `NaN` where the decay is closed.
 * @throws RangeError when a mass is negative or not finite, or `M` is 0.
 * @example
 * ```ts
 * breakupMomentum(0.497611, 0.13957039, 0.13957039); // ≈ 0.20597
 * ```
 */
export function breakupMomentum(M: number, m1: number, m2: number): number {
  if (!(M > 0 && m1 >= 0 && m2 >= 0 && Number.isFinite(M + m1 + m2))) {
    throw new RangeError(`breakupMomentum: masses must be finite, M > 0, m >= 0, got M=${M}, m1=${m1}, m2=${m2}`);
  }
  // Fourth powers leave the exponent range before the momentum does.
  const k = M > 1e70 ? 2 ** -800 : M < 1e-70 ? 2 ** 800 : 1;
  return breakup(M * k, m1 * k, m2 * k) / k;
}

/** {@link breakupMomentum} without the checks, for inner loops. */
export function breakup(M: number, m1: number, m2: number): number {
  const s = m1 + m2;
  const d = m1 - m2;
  const open = M - s;
  return open < 0 ? Number.NaN : Math.sqrt(open * (M + s) * (M - d) * (M + d)) / (2 * M);
}
