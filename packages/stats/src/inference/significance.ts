import type { Likelihood } from "../likelihood/likelihood.js";
import { withBounds } from "../likelihood/with-parameters.js";
import type { Bounds } from "../likelihood/with-parameters.js";
import { normalSf, normalUpperQuantile, requireOptions } from "@belladonna/numerics";
import { asymptotic, requireCalculator } from "./calculator.js";
import type { Calculator } from "./calculator.js";
import { poiOf, profileOf } from "./profile.js";
import { statisticOf } from "./test-statistic.js";
import { sortToys, tailFraction, toyStatistics } from "./toys.js";

/** Options of {@link significance}. */
export interface SignificanceOptions {
  /** {@link asymptotic} (default) or {@link toys}. */
  readonly calculator?: Calculator;
  /** Signal for which the expected significance is wanted; none by default. */
  readonly expectedAt?: number;
  /** Parameter of interest; the one the likelihood declares by default. */
  readonly poi?: string;
  /** Bounds for this call, by name of the parameter; those of the likelihood where absent. */
  readonly bounds?: Bounds;
}

/** Result of {@link significance}. */
export interface Discovery {
  /** Significance, standard deviations: $\sqrt{q_0}$, or the normal quantile of the toys' p-value; 0 for a deficit. */
  readonly z: number;
  /** $\pm\sqrt{-2\ln\lambda(0)}$, negative for a deficit (which needs a parameter that may be negative). */
  readonly signedZ: number;
  /** p-value of background alone, $1 - \Phi(z_\mathrm{signed})$, or the fraction of toys. */
  readonly pValue: number;
  /** $q_0$. */
  readonly q0: number;
  /** Best value of the parameter of interest. */
  readonly muHat: number;
  /** Significance expected for the signal `expectedAt`, from Asimov data; `NaN` when not asked for. */
  readonly expected: number;
  /** Pseudo-experiments without a valid fit, left out of the p-value. */
  readonly failedToys: number;
  /** Whether all fits were verified. */
  readonly valid: boolean;
  /** What failed, or empty. */
  readonly reason: string;
}

/**
 * Significance of a signal: the test of $\mu = 0$ with $q_0 = -2\ln\frac{L(0, \hat{\hat\theta})}{L(\hat\mu, \hat\theta)}$ for
 * $\hat\mu > 0$, $Z = \sqrt{q_0}$. By the asymptotic formulae it is too large where events are few: 3.82 for 3 events on a
 * background of 0.1, where the count alone has 3.61; {@link toys} and {@link countingSignificance} do without them.
 *
 * ```ts
 * const likelihood = counting({ observed: 5, background: 3 });
 * significance(likelihood).z; // ≈ 1.053
 * ```
 * @param likelihood - Model with data.
 * @param options - Calculator, signal for the expected significance, parameter.
 * @returns The significance; never throws for a fit that fails, `valid` and `reason` say so.
 * @throws RangeError when there is no parameter of interest, an option is unknown, or `expectedAt` is not finite.
 * @see [Cowan, Cranmer, Gross and Vitells, Eur. Phys. J. C 71 (2011) 1554](https://arxiv.org/abs/1007.1727), eqs. 12, 53
 */
export function significance(likelihood: Likelihood, options: SignificanceOptions = {}): Discovery {
  requireOptions("significance", options, ["calculator", "expectedAt", "poi", "bounds"]);
  return significanceOf(withBounds("significance", likelihood, options.bounds), options);
}

function significanceOf(likelihood: Likelihood, options: SignificanceOptions): Discovery {
  const poi = poiOf("significance", likelihood, options.poi);
  const { calculator = asymptotic(), expectedAt } = options;
  requireCalculator("significance", calculator);
  if (expectedAt !== undefined && !Number.isFinite(expectedAt)) {
    throw new RangeError(`significance: expectedAt must be finite, got ${expectedAt}`);
  }
  const profile = profileOf(likelihood, poi);
  const test = statisticOf(profile, 0, "t");
  const { muHat } = test;
  const signedZ = Math.sign(muHat) * Math.sqrt(test.value);
  const q0 = muHat > 0 ? test.value : 0;
  let expected = Number.NaN;
  let { reason } = test;
  if (test.valid && expectedAt !== undefined) {
    const at = profile.at(expectedAt);
    const asimov = at.valid
      ? statisticOf(profileOf(likelihood.asimov(at.theta), poi, { start: at.theta }), 0, "q0")
      : { value: Number.NaN, reason: at.reason };
    expected = Math.sqrt(asimov.value);
    if (asimov.reason !== "") reason = `expected significance: ${asimov.reason}`;
  }
  const result = { signedZ, q0, muHat, expected };
  const valid = reason === "";
  if (!test.valid || calculator.kind === "asymptotic") {
    const z = Math.sqrt(test.valid ? q0 : Number.NaN);
    return { ...result, z, pValue: normalSf(signedZ), failedToys: 0, valid, reason };
  }
  const { toys: count, seed } = calculator;
  const sample = sortToys(toyStatistics(likelihood, 0, profile.at(0).theta, { seed, count, statistic: "q0", poi }));
  const pValue = tailFraction(sample, q0);
  return { ...result, z: Math.max(0, normalUpperQuantile(pValue)), pValue, failedToys: sample.failed, valid, reason };
}
