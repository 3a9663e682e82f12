import { logNormalSf, normalSf, requireChoice } from "@belladonna/numerics";
import { exp } from "@belladonna/numerics/elementary";
import { SIGNAL_STATISTICS } from "./test-statistic.js";
import type { Statistic } from "./test-statistic.js";

/** The p-values of a test of a signal. */
export interface PValues {
  /** Of the signal hypothesis, $\mathrm{CL}_{s+b}$. */
  readonly clsb: number;
  /** Of the background-only hypothesis, $\mathrm{CL}_b$. */
  readonly clb: number;
  /** Their ratio, $\mathrm{CL}_s$. */
  readonly cls: number;
}

/**
 * Asymptotic p-values of an observed test statistic, from the value $q_A$ that the Asimov data of background alone give:
 * $\mathrm{CL}_{s+b} = 1 - \Phi(\sqrt q)$, $\mathrm{CL}_b = 1 - \Phi(\sqrt q - \sqrt{q_A})$, and for $\tilde q > q_A$
 * $\mathrm{CL}_{s+b} = 1 - \Phi\!\left(\frac{q + q_A}{2\sqrt{q_A}}\right)$,
 * $\mathrm{CL}_b = 1 - \Phi\!\left(\frac{q - q_A}{2\sqrt{q_A}}\right)$.
 * @param q - Observed statistic, not negative.
 * @param qA - Statistic of the Asimov data, finite and not negative.
 * @param statistic - Which statistic they are.
 * @throws RangeError when `q` or `qA` is negative or NaN, `qA` is infinite, or the statistic is `q0`, which has no $\mathrm{CL}_s$.
 * @see [Cowan, Cranmer, Gross and Vitells, Eur. Phys. J. C 71 (2011) 1554](https://arxiv.org/abs/1007.1727), eqs. 35-66
 * @example
 * ```ts
 * asymptoticPValues(3.84, 4, "qtilde").cls; // ≈ 0.048481
 * ```
 */
export function asymptoticPValues(q: number, qA: number, statistic: Exclude<Statistic, "q0">): PValues {
  requireChoice("asymptoticPValues: statistic", statistic, SIGNAL_STATISTICS);
  if (!(q >= 0 && qA >= 0 && qA < Infinity)) {
    throw new RangeError(`asymptoticPValues: need q >= 0 and finite qA >= 0, got ${q}, ${qA}`);
  }
  const r = Math.sqrt(q);
  const a = Math.sqrt(qA);
  if (q === Infinity) return { clsb: 0, clb: 0, cls: 0 };
  switch (statistic) {
    case "q":
      return oneSided(r, r - a, a * (r - 0.5 * a));
    case "qtilde":
      return q <= qA || a === 0
        ? oneSided(r, r - a, a * (r - 0.5 * a))
        : oneSided((0.5 * (q + qA)) / a, (0.5 * (q - qA)) / a, 0.5 * q);
    case "t":
      return ratio(2 * normalSf(r), normalSf(r + a) + normalSf(r - a));
    case "ttilde":
      // At the boundary itself only values above count.
      if (a === 0) return ratio(q > 0 ? normalSf(r) : 1, q > 0 ? normalSf(r) : 1);
      return q <= qA
        ? ratio(2 * normalSf(r), normalSf(r + a) + normalSf(r - a))
        : ratio(normalSf(r) + normalSf((q + qA) / (2 * a)), normalSf(r + a) + normalSf((q - qA) / (2 * a)));
  }
}

/**
 * From the two normal deviates and half the difference of their squares; the ratio by logarithms, so that it does not
 * underflow first, and far out by the leading term of both tails, where the logarithms cancel.
 */
function oneSided(sb: number, b: number, halfDifference: number): PValues {
  const cls = b > 1e5 ? exp(-halfDifference) : exp(logNormalSf(sb) - logNormalSf(b));
  return { clsb: normalSf(sb), clb: normalSf(b), cls };
}

function ratio(clsb: number, clb: number): PValues {
  return { clsb, clb, cls: clb > 0 ? clsb / clb : 0 };
}

/** The quantiles of the band: fluctuations of background alone by this many standard deviations. */
export const BAND: readonly number[] = [-2, -1, 0, 1, 2];

/**
 * The p-values expected from background alone when it fluctuates by `n` standard deviations of $\hat\mu$: for the one-sided
 * statistics $\mathrm{CL}_{s+b} = 1 - \Phi(\sqrt{q_A} - n)$, $\mathrm{CL}_b = \Phi(n)$.
 * @see [Cowan et al., Eur. Phys. J. C 71 (2011) 1554](https://arxiv.org/abs/1007.1727), eq. 89
 */
export function expectedPValues(qA: number, n: number, statistic: Exclude<Statistic, "q0">): PValues {
  const a = Math.sqrt(qA);
  if (statistic === "q" || statistic === "qtilde") return oneSided(a - n, -n, a * (0.5 * a - n));
  const q = statistic === "ttilde" && n < 0 ? qA - 2 * a * n : (a - n) * (a - n);
  return asymptoticPValues(q, qA, statistic);
}

/**
 * The band of p-values expected from background alone.
 * @param qA - Statistic of the background-only Asimov data, finite and not negative.
 * @param statistic - Which statistic; `qtilde` by default.
 * @returns The p-values at -2, -1, 0, 1, 2 standard deviations.
 * @throws RangeError when `qA` is negative, infinite or NaN.
 * @see [Cowan et al., Eur. Phys. J. C 71 (2011) 1554](https://arxiv.org/abs/1007.1727), eq. 89
 * @example
 * ```ts
 * asymptoticBand(4)[2].cls; // ≈ 0.0455003
 * ```
 */
export function asymptoticBand(qA: number, statistic: Exclude<Statistic, "q0"> = "qtilde"): PValues[] {
  requireChoice("asymptoticBand: statistic", statistic, SIGNAL_STATISTICS);
  if (!(qA >= 0 && qA < Infinity)) throw new RangeError(`asymptoticBand: qA must be finite and >= 0, got ${qA}`);
  return BAND.map((n) => expectedPValues(qA, n, statistic));
}
