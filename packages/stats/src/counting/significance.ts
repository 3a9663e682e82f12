import { betaI, logBetaI, normalUpperQuantile, normalUpperQuantileLog } from "@belladonna/numerics";
import { halfDeviance } from "./deviance.js";

/**
 * Significance of an excess in an on-source count over a background measured off source, by the likelihood ratio,
 * negative for a deficit:
 * $$Z = \sqrt2\left[n_\mathrm{on}\ln\frac{(1+\alpha)n_\mathrm{on}}{\alpha(n_\mathrm{on}+n_\mathrm{off})}
 * + n_\mathrm{off}\ln\frac{(1+\alpha)n_\mathrm{off}}{n_\mathrm{on}+n_\mathrm{off}}\right]^{1/2}.$$
 * @param nOn - Count in the signal region, finite and not negative.
 * @param nOff - Count in the background region, finite and not negative.
 * @param alpha - Expected background in the signal region over that in the background region, finite and positive.
 * @throws RangeError when an argument is not such.
 * @see [Li and Ma, Astrophys. J. 272 (1983) 317, eq. 17](https://doi.org/10.1086/161295)
 * @example
 * ```ts
 * liMa(15, 25, 0.2); // ≈ 3.1534
 * ```
 */
export function liMa(nOn: number, nOff: number, alpha: number): number {
  if (!(nOn >= 0 && nOff >= 0 && alpha > 0 && nOn + nOff + alpha * Math.max(1, nOff) < Infinity)) {
    throw new RangeError(`liMa: need finite nOn, nOff >= 0 and alpha > 0, got ${nOn}, ${nOff}, ${alpha}`);
  }
  return onOffSignificance(nOn, nOff, alpha, nOn - alpha * nOff);
}

/** {@link liMa} with the excess $n_\mathrm{on} - \alpha n_\mathrm{off}$ given apart, where it may be small. */
function onOffSignificance(nOn: number, nOff: number, alpha: number, excess: number): number {
  // A mean may underflow, but is not 0.
  const off = Math.max((nOn + nOff) / (1 + alpha), Number.MIN_VALUE);
  const on = Math.max(alpha * off, Number.MIN_VALUE);
  const shift = excess / (1 + alpha);
  const q0 = 2 * (halfDeviance(nOn, on, -shift) + halfDeviance(nOff, off, shift));
  return Math.sign(excess) * Math.sqrt(Math.max(0, q0));
}

/**
 * Significance of $n$ observed over an expected background $b \pm \sigma_b$: the signed root of $q_0$. The uncertainty is
 * that of an auxiliary Poisson measurement, $\tau = b/\sigma_b^2$ times as large.
 * @param n - Observed count, finite and not negative.
 * @param background - $b$, finite and positive.
 * @param uncertainty - $\sigma_b$, finite and not negative; 0 for an exactly known background.
 * @throws RangeError when an argument is not such.
 * @see [Cowan, Cranmer, Gross and Vitells, Eur. Phys. J. C 71 (2011) 1554](https://arxiv.org/abs/1007.1727)
 * @example
 * ```ts
 * countingSignificance(15, 5, 0); // ≈ 3.5998
 * ```
 */
export function countingSignificance(n: number, background: number, uncertainty: number): number {
  checkCount("countingSignificance", n, background, uncertainty);
  return excessSignificance(n - background, n, background, uncertainty);
}

function checkCount(name: string, n: number, background: number, uncertainty: number): void {
  if (!(n >= 0 && background > 0 && uncertainty >= 0 && n + background + uncertainty < Infinity)) {
    throw new RangeError(
      `${name}: need finite n >= 0, background > 0, uncertainty >= 0, got ${n}, ${background}, ${uncertainty}`,
    );
  }
}

function excessSignificance(excess: number, n: number, background: number, uncertainty: number): number {
  const relative = uncertainty / background;
  // 1/tau, and the count over the auxiliary one: where both are below rounding the background is known.
  const alpha = uncertainty * relative;
  if (alpha < 1e-17 && n * relative * relative < 1e-17) {
    return Math.sign(excess) * Math.sqrt(2 * halfDeviance(n, background, -excess));
  }
  return alpha < Infinity ? onOffSignificance(n, 1 / relative / relative, alpha, excess) : 0;
}

/**
 * Median significance expected for a signal $s$ on a background $b \pm \sigma_b$, from the Asimov count $n = s + b$;
 * $\sqrt{2\left((s+b)\ln(1+s/b) - s\right)}$ when the background is known.
 * @param signal - $s$, finite and not negative.
 * @param background - $b$, finite and positive.
 * @param uncertainty - $\sigma_b$, finite and not negative.
 * @throws RangeError when an argument is not such.
 * @see [Cowan et al., Eur. Phys. J. C 71 (2011) 1554](https://arxiv.org/abs/1007.1727), eq. 97
 * @example
 * ```ts
 * asimovSignificance(10, 100, 5); // ≈ 0.87725
 * ```
 */
export function asimovSignificance(signal: number, background: number, uncertainty: number): number {
  if (!(signal >= 0)) throw new RangeError(`asimovSignificance: signal must be >= 0, got ${signal}`);
  checkCount("asimovSignificance", signal + background, background, uncertainty);
  return excessSignificance(signal, signal + background, background, uncertainty);
}

/** A p-value and its significance. */
export interface Significance {
  /** One-sided p-value of the background-only hypothesis; 0 below the least double, where `z` is still right. */
  readonly pValue: number;
  /** Its significance in standard deviations, $\Phi^{-1}(1 - p)$. */
  readonly z: number;
}

/**
 * Exact test of the ratio of two Poisson means: $p = I_{1/(1+\tau)}(n_\mathrm{on}, n_\mathrm{off} + 1)$.
 * @param nOn - Count in the signal region, finite and positive.
 * @param nOff - Count in the background region, finite and not negative; effective (non-integer) numbers are allowed.
 * @param tau - Expected background in the background region over that in the signal region, finite and positive.
 * @throws RangeError when an argument is not such.
 * @see [Cousins, Linnemann and Tucker, Nucl. Instrum. Meth. A 595 (2008) 480](https://arxiv.org/abs/physics/0702156)
 * @example
 * ```ts
 * zBi(4, 5, 5).z; // ≈ 1.6643
 * ```
 */
export function zBi(nOn: number, nOff: number, tau: number): Significance {
  if (!(nOn > 0 && nOff >= 0 && tau > 0 && nOn + nOff + tau < Infinity)) {
    throw new RangeError(`zBi: need finite nOn > 0, nOff >= 0, tau > 0, got ${nOn}, ${nOff}, ${tau}`);
  }
  const x = 1 / (1 + tau);
  const pValue = betaI(x, nOn, nOff + 1);
  // From the smaller tail, and by its logarithm where it cannot be written.
  if (pValue > 0.5) return { pValue, z: -normalUpperQuantileLog(logBetaI(tau / (1 + tau), nOff + 1, nOn)) };
  const z = pValue > 1e-300 ? normalUpperQuantile(pValue) : normalUpperQuantileLog(logBetaI(x, nOn, nOff + 1));
  return { pValue, z };
}
