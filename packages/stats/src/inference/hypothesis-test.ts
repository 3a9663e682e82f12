import type { Likelihood } from "../likelihood/likelihood.js";
import { withBounds } from "../likelihood/with-parameters.js";
import type { Bounds } from "../likelihood/with-parameters.js";
import { normalCdf, requireChoice, requireOptions } from "@belladonna/numerics";
import { asymptoticBand, asymptoticPValues, BAND } from "./asymptotic.js";
import type { PValues } from "./asymptotic.js";
import { asymptotic, requireCalculator } from "./calculator.js";
import type { Calculator, ToyCalculator } from "./calculator.js";
import { poiOf } from "./profile.js";
import type { Profile } from "./profile.js";
import { profileFor, SIGNAL_STATISTICS, statisticOf } from "./test-statistic.js";
import type { Statistic, TestStatistic } from "./test-statistic.js";
import { sortToys, tailFraction, toyStatistics, upperQuantile } from "./toys.js";

/** Options of {@link hypothesisTest}. */
export interface HypothesisTestOptions {
  /** Test statistic; `qtilde` by default. */
  readonly statistic?: Exclude<Statistic, "q0">;
  /** {@link asymptotic} (default) or {@link toys}. */
  readonly calculator?: Calculator;
  /** Parameter of interest; the one the likelihood declares by default. */
  readonly poi?: string;
  /** Bounds for this call, by name of the parameter; those of the likelihood where absent. */
  readonly bounds?: Bounds;
}

/** Result of {@link hypothesisTest}. */
export interface HypothesisTest extends PValues {
  /** $\mathrm{CL}_s$ expected from background alone, at -2, -1, 0, 1, 2 standard deviations. */
  readonly expected: readonly number[];
  /** The same of $\mathrm{CL}_{s+b}$. */
  readonly expectedClsb: readonly number[];
  /** Tested value. */
  readonly mu: number;
  /** Observed test statistic. */
  readonly q: number;
  /** Test statistic of the background-only Asimov data; `NaN` with toys. */
  readonly qA: number;
  /** Best value of the parameter of interest. */
  readonly muHat: number;
  /** Pseudo-experiments without a valid fit, left out of the p-values: those with signal and those without. */
  readonly failedToys: readonly [number, number];
  /** Whether all fits of the data were verified. */
  readonly valid: boolean;
  /** What failed, or empty; the p-values are `NaN` then. */
  readonly reason: string;
}

/**
 * Test of a value $\mu$ of the parameter of interest: $\mathrm{CL}_{s+b}$, $\mathrm{CL}_b$ and $\mathrm{CL}_s$, observed and expected
 * from background alone. By the asymptotic formulae p-values are too small where events are few: for none seen on 0.5 the
 * $\mathrm{CL}_s$ of 2.30 is 0.045, where the count has 0.1; {@link toys} do without them.
 *
 * ```ts
 * const likelihood = counting({ observed: 5, background: 3 });
 * hypothesisTest(likelihood, 6).cls; // ≈ 0.08989
 * ```
 * @param likelihood - Model with data.
 * @param mu - Tested value.
 * @param options - Test statistic, calculator and parameter.
 * @returns p-values; never throws for a fit that fails, `valid` and `reason` say so.
 * @throws RangeError when `mu` is not finite, or there is no parameter of interest.
 * @see [Cowan, Cranmer, Gross and Vitells, Eur. Phys. J. C 71 (2011) 1554](https://arxiv.org/abs/1007.1727)
 * @see [A. L. Read, J. Phys. G 28 (2002) 2693](https://doi.org/10.1088/0954-3899/28/10/313)
 */
export function hypothesisTest(
  likelihood: Likelihood,
  mu: number,
  options: HypothesisTestOptions = {},
): HypothesisTest {
  requireOptions("hypothesisTest", options, ["statistic", "calculator", "poi", "bounds"]);
  if (!Number.isFinite(mu)) throw new RangeError(`hypothesisTest: mu must be finite, got ${mu}`);
  const poi = poiOf("hypothesisTest", likelihood, options.poi);
  const { statistic = "qtilde", calculator = asymptotic() } = options;
  requireChoice("hypothesisTest: statistic", statistic, SIGNAL_STATISTICS);
  requireCalculator("hypothesisTest", calculator);
  return testerOf(withBounds("hypothesisTest", likelihood, options.bounds), poi, statistic, calculator).at(mu);
}

/** Tests of one likelihood at many values, the fits shared. */
export interface Tester {
  /** The profile of the data. */
  readonly data: Profile;
  /** The test at a value. */
  at(mu: number): HypothesisTest;
  /** The statistic of the background-only Asimov data alone. */
  asimov(mu: number): TestStatistic;
}

/** Prepares tests of one likelihood. */
export function testerOf(
  likelihood: Likelihood,
  poi: string,
  statistic: Exclude<Statistic, "q0">,
  calculator: Calculator,
): Tester {
  const data = profileFor(likelihood, poi, statistic);
  let made: Profile | string | undefined;

  /** The profile of the Asimov data of the background fitted to the data, or why there is none. */
  function asimovProfile(): Profile | string {
    if (made === undefined) {
      data.best();
      const background = data.background();
      made = background.valid
        ? profileFor(likelihood.asimov(background.theta), poi, statistic, background.theta)
        : `the fit at ${poi} = 0 failed: ${background.reason}`;
    }
    return made;
  }

  function asimov(mu: number): TestStatistic {
    const profile = asimovProfile();
    return typeof profile === "string"
      ? { value: Number.NaN, muHat: Number.NaN, theta: new Float64Array(0), valid: false, reason: profile }
      : statisticOf(profile, mu, statistic);
  }

  return {
    data,
    asimov,
    at(mu) {
      if (calculator.kind === "toys") return withToys(data, mu, statistic, calculator);
      const observed = statisticOf(data, mu, statistic);
      const { muHat } = observed;
      if (!observed.valid) return failed(mu, muHat, observed.reason);
      const expected = asimov(mu);
      if (!expected.valid) return failed(mu, muHat, `Asimov data: ${expected.reason}`);
      const [q, qA] = [observed.value, expected.value];
      const band = asymptoticBand(qA, statistic);
      return {
        ...asymptoticPValues(q, qA, statistic),
        expected: band.map((p) => p.cls),
        expectedClsb: band.map((p) => p.clsb),
        mu,
        q,
        qA,
        muHat,
        failedToys: [0, 0],
        valid: true,
        reason: "",
      };
    },
  };
}

function failed(mu: number, muHat: number, reason: string): HypothesisTest {
  const nan = Number.NaN;
  const none = BAND.map(() => nan);
  const p = { clsb: nan, clb: nan, cls: nan, expected: none, expectedClsb: none };
  return { ...p, mu, q: nan, qA: nan, muHat, failedToys: [0, 0], valid: false, reason };
}

/** The samples of pseudo-experiments that a test needs, those of the signal and those without, or why it has none. */
export interface ToyPlan {
  readonly mu: number;
  readonly observed: TestStatistic;
  /** Where each sample is drawn and the index of its first experiment; none when a fit of the data failed. */
  readonly samples: readonly { readonly theta: Float64Array; readonly first: number }[];
  /** What failed, or empty. */
  readonly reason: string;
}

/** What a test of `mu` by pseudo-experiments needs. */
export function toySamples(data: Profile, mu: number, statistic: Statistic, { toys: count }: ToyCalculator): ToyPlan {
  const observed = statisticOf(data, mu, statistic);
  if (!observed.valid) return { mu, observed, samples: [], reason: observed.reason };
  const atZero = data.at(0);
  const background = atZero.valid ? atZero : data.background();
  if (!background.valid) {
    return { mu, observed, samples: [], reason: `the fit at ${data.poi} = 0 failed: ${background.reason}` };
  }
  // The background's experiments after the signal's: no stream is used twice.
  const samples = [
    { theta: observed.theta, first: 0 },
    { theta: background.theta, first: count },
  ];
  return { mu, observed, samples, reason: "" };
}

/** The test from the statistics of its samples. */
export function toyTest({ mu, observed, reason }: ToyPlan, samples: readonly Float64Array[]): HypothesisTest {
  if (reason !== "") return failed(mu, observed.muHat, reason);
  const [signal, alone] = samples.map(sortToys);
  const failedToys = [signal.failed, alone.failed] as const;
  if (signal.values.length === 0 || alone.values.length === 0) {
    return { ...failed(mu, observed.muHat, "no pseudo-experiment has a valid fit"), failedToys };
  }
  const pValues = (q: number): PValues => {
    const clsb = tailFraction(signal, q);
    const clb = tailFraction(alone, q);
    return { clsb, clb, cls: clb > 0 ? clsb / clb : 0 };
  };
  const band = BAND.map((n) => pValues(upperQuantile(alone, normalCdf(n))));
  return {
    ...pValues(observed.value),
    expected: band.map((p) => p.cls),
    expectedClsb: band.map((p) => p.clsb),
    mu,
    q: observed.value,
    qA: Number.NaN,
    muHat: observed.muHat,
    failedToys,
    valid: true,
    reason: "",
  };
}

/** The test with all its pseudo-experiments made here. */
function withToys(data: Profile, mu: number, statistic: Statistic, calculator: ToyCalculator): HypothesisTest {
  const { likelihood, poi } = data;
  const { toys: count, seed } = calculator;
  const plan = toySamples(data, mu, statistic, calculator);
  return toyTest(
    plan,
    plan.samples.map(({ theta, first }) =>
      toyStatistics(likelihood, mu, theta, { seed, first, count, statistic, poi }),
    ),
  );
}
