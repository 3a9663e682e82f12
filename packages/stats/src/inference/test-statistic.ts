import { requireChoice, requireOptions } from "@belladonna/numerics";
import type { Likelihood } from "../likelihood/likelihood.js";
import { poiOf, profileOf } from "./profile.js";
import type { Profile } from "./profile.js";

/**
 * Which test statistic:
 *
 * - `qtilde`: $\tilde q_\mu$, for upper limits on a signal that cannot be negative;
 * - `q`: $q_\mu$, for upper limits when the best signal may be negative;
 * - `q0`: for discovery, at $\mu = 0$;
 * - `t`, `ttilde`: two-sided, without and with the physical boundary.
 */
export type Statistic = "q0" | "q" | "qtilde" | "t" | "ttilde";

/** All test statistics. */
export const STATISTICS: readonly Statistic[] = ["q0", "q", "qtilde", "t", "ttilde"];
/** Those of a signal, which have limits. */
export const SIGNAL_STATISTICS: readonly Statistic[] = ["q", "qtilde", "t", "ttilde"];

/** A value of a test statistic and the fits behind it. */
export interface TestStatistic {
  /** The statistic; `NaN` when a fit failed. */
  readonly value: number;
  /** Best value of the parameter of interest (within its bounds, and not negative for `qtilde` and `ttilde`). */
  readonly muHat: number;
  /** The parameters of the conditional fit at the tested value. */
  readonly theta: Float64Array;
  /** Whether both fits are verified minima. */
  readonly valid: boolean;
  /** What failed, or empty. */
  readonly reason: string;
}

/** Options of {@link testStatistic}. */
export interface TestStatisticOptions {
  /** Which one; `qtilde` by default. */
  readonly statistic?: Statistic;
  /** Parameter of interest; the one the likelihood declares by default. */
  readonly poi?: string;
}

/**
 * Profile-likelihood-ratio test statistic of a value $\mu$ of the parameter of interest, from
 * $-2\ln\lambda(\mu) = -2\ln\frac{L(\mu, \hat{\hat\theta})}{L(\hat\mu, \hat\theta)}$: zero for `q` and `qtilde` where
 * $\hat\mu > \mu$, for `q0` where $\hat\mu < 0$; for `qtilde` and `ttilde` the best $\mu$ is kept from being negative.
 *
 * ```ts
 * const likelihood = counting({ observed: 5, background: 3 });
 * testStatistic(likelihood, 6).value; // ≈ 2.122
 * ```
 * @param likelihood - Model with data.
 * @param mu - Tested value.
 * @param options - Which statistic, of which parameter.
 * @throws RangeError when `mu` is not finite, or there is no parameter of interest.
 * @see [Cowan, Cranmer, Gross and Vitells, Eur. Phys. J. C 71 (2011) 1554](https://arxiv.org/abs/1007.1727), section 2
 */
export function testStatistic(likelihood: Likelihood, mu: number, options: TestStatisticOptions = {}): TestStatistic {
  requireOptions("testStatistic", options, ["statistic", "poi"]);
  const { statistic = "qtilde" } = options;
  requireChoice("testStatistic: statistic", statistic, STATISTICS);
  if (!Number.isFinite(mu)) throw new RangeError(`testStatistic: mu must be finite, got ${mu}`);
  const poi = poiOf("testStatistic", likelihood, options.poi);
  return statisticOf(profileFor(likelihood, poi, statistic), mu, statistic);
}

/** The profile with the lower bound that a statistic asks for. */
export function profileFor(likelihood: Likelihood, poi: string, statistic: Statistic, start?: Float64Array): Profile {
  const bounded = statistic === "qtilde" || statistic === "ttilde";
  const own = likelihood.parameters.find((p) => p.name === poi)?.min ?? -Infinity;
  return profileOf(likelihood, poi, {
    ...(bounded && { lowest: Math.max(0, own) }),
    ...(start !== undefined && { start }),
  });
}

/** The statistic from the fits of a profile. */
export function statisticOf(profile: Profile, mu: number, statistic: Statistic): TestStatistic {
  const at = profile.at(mu);
  const best = profile.best();
  const muHat = best.theta[profile.index];
  const theta = at.theta;
  const reason = !best.valid
    ? `the fit with ${profile.poi} free failed: ${best.reason}`
    : at.valid || at.value === Infinity
      ? ""
      : `the fit at ${profile.poi} = ${mu} failed: ${at.reason}`;
  if (reason !== "") return { value: Number.NaN, muHat, theta, valid: false, reason };
  const oneSided = statistic === "q" || statistic === "qtilde";
  const zero = (oneSided && muHat > mu) || (statistic === "q0" && muHat < mu);
  // Rounding may leave a conditional minimum a hair below the free one.
  const value = zero ? 0 : Math.max(0, at.value - best.value);
  return { value, muHat, theta, valid: true, reason: "" };
}
