import { betaI } from "@belladonna/numerics";
import { normalUpperQuantile } from "@belladonna/numerics";
import { halfDeviance } from "./deviance.js";

/**
 * Significance of an excess in an on-source count over a background measured off source, by the likelihood ratio,
 * negative for a deficit:
 * $$Z = \sqrt2\left[n_\mathrm{on}\ln\frac{(1+\alpha)n_\mathrm{on}}{\alpha(n_\mathrm{on}+n_\mathrm{off})}
 * + n_\mathrm{off}\ln\frac{(1+\alpha)n_\mathrm{off}}{n_\mathrm{on}+n_\mathrm{off}}\right]^{1/2}.$$
 * @param nOn - Count in the signal region, not negative.
 * @param nOff - Count in the background region, not negative.
 * @param alpha - Expected background in the signal region over that in the background region, positive.
 * @throws RangeError when an argument is not such.
 * @see [Li and Ma, Astrophys. J. 272 (1983) 317, eq. 17](https://doi.org/10.1086/161295)
 * @example
 * ```ts
 * liMa(15, 25, 0.2); // ≈ 3.1534
 * ```
 */
export function liMa(nOn: number, nOff: number, alpha: number): number {
  if (!(nOn >= 0 && nOff >= 0 && alpha > 0)) {
    throw new RangeError(`liMa: need nOn, nOff >= 0 and alpha > 0, got ${nOn}, ${nOff}, ${alpha}`);
  }
  const b = (nOn + nOff) / (1 + alpha);
  const q0 = 2 * (halfDeviance(nOn, alpha * b) + halfDeviance(nOff, b));
  return Math.sign(nOn - alpha * nOff) * Math.sqrt(q0);
}

/**
 * Significance of $n$ observed over an expected background $b \pm \sigma_b$: the signed root of $q_0$. The uncertainty is
 * that of an auxiliary Poisson measurement, $\tau = b/\sigma_b^2$ times as large.
 * @param n - Observed count, not negative.
 * @param background - $b$, positive.
 * @param uncertainty - $\sigma_b$, not negative; 0 for an exactly known background.
 * @throws RangeError when an argument is not such.
 * @see [Cowan, Cranmer, Gross and Vitells, Eur. Phys. J. C 71 (2011) 1554](https://arxiv.org/abs/1007.1727)
 * @example
 * ```ts
 * countingSignificance(15, 5, 0); // ≈ 3.5998
 * ```
 */
export function countingSignificance(n: number, background: number, uncertainty: number): number {
  if (!(n >= 0 && background > 0 && uncertainty >= 0)) {
    throw new RangeError(
      `countingSignificance: need n >= 0, background > 0, uncertainty >= 0, got ${n}, ${background}, ${uncertainty}`,
    );
  }
  if (uncertainty === 0) return Math.sign(n - background) * Math.sqrt(2 * halfDeviance(n, background));
  const tau = background / (uncertainty * uncertainty);
  return liMa(n, background * tau, 1 / tau);
}

/**
 * Median significance expected for a signal $s$ on a background $b \pm \sigma_b$, from the Asimov count $n = s + b$;
 * $\sqrt{2\left((s+b)\ln(1+s/b) - s\right)}$ when the background is known.
 * @param signal - $s$, not negative.
 * @param background - $b$, positive.
 * @param uncertainty - $\sigma_b$, not negative.
 * @throws RangeError when an argument is not such.
 * @see [Cowan et al., Eur. Phys. J. C 71 (2011) 1554](https://arxiv.org/abs/1007.1727), eq. 97
 * @example
 * ```ts
 * asimovSignificance(10, 100, 5); // ≈ 0.87725
 * ```
 */
export function asimovSignificance(signal: number, background: number, uncertainty: number): number {
  if (!(signal >= 0)) throw new RangeError(`asimovSignificance: signal must be >= 0, got ${signal}`);
  return countingSignificance(signal + background, background, uncertainty);
}

/** A p-value and its significance. */
export interface Significance {
  /** One-sided p-value of the background-only hypothesis. */
  readonly pValue: number;
  /** Its significance in standard deviations, $\Phi^{-1}(1 - p)$. */
  readonly z: number;
}

/**
 * Exact test of the ratio of two Poisson means: $p = I_{1/(1+\tau)}(n_\mathrm{on}, n_\mathrm{off} + 1)$.
 * @param nOn - Count in the signal region, positive.
 * @param nOff - Count in the background region, not negative; effective (non-integer) numbers are allowed.
 * @param tau - Expected background in the background region over that in the signal region, positive.
 * @throws RangeError when an argument is not such.
 * @see [Cousins, Linnemann and Tucker, Nucl. Instrum. Meth. A 595 (2008) 480](https://arxiv.org/abs/physics/0702156)
 * @example
 * ```ts
 * zBi(4, 5, 5).z; // ≈ 1.6643
 * ```
 */
export function zBi(nOn: number, nOff: number, tau: number): Significance {
  if (!(nOn > 0 && nOff >= 0 && tau > 0)) {
    throw new RangeError(`zBi: need nOn > 0, nOff >= 0, tau > 0, got ${nOn}, ${nOff}, ${tau}`);
  }
  const pValue = betaI(1 / (1 + tau), nOn, nOff + 1);
  return { pValue, z: normalUpperQuantile(pValue) };
}
