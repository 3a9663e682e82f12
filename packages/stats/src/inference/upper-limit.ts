import { requireChoice, requireOptions } from "@belladonna/numerics";
import type { Likelihood } from "../likelihood/likelihood.js";
import { withBounds } from "../likelihood/with-parameters.js";
import type { Bounds } from "../likelihood/with-parameters.js";
import { bayesianLimit } from "./bayesian-limit.js";
import { asymptotic, requireCalculator } from "./calculator.js";
import type { Calculator } from "./calculator.js";
import { testerOf } from "./hypothesis-test.js";
import type { Tester } from "./hypothesis-test.js";
import { asymptoticLimit } from "./asymptotic-limit.js";
import { exactCountOf, exactLimit } from "./exact-count.js";
import { fewEvents } from "./few-events.js";
import type { FoundLimit, LimitGoal } from "./limit-goal.js";
import { poiOf } from "./profile.js";
import { SIGNAL_STATISTICS } from "./test-statistic.js";
import type { Statistic } from "./test-statistic.js";
import { toyLimit } from "./toy-limit.js";
import { toyUpperLimit } from "./toy-upper-limit.js";
import type { ToyUpperLimitOptions } from "./toy-upper-limit.js";
import type { LimitMethod, UpperLimit } from "./upper-limit-result.js";

/** Options of {@link upperLimit}. */
export interface UpperLimitOptions {
  /** Confidence level in 0.5 … 1; 0.95 by default. */
  readonly level?: number;
  /** What the limit is; `cls` by default. */
  readonly method?: LimitMethod;
  /** Test statistic; `qtilde` by default, `ttilde` for `feldman-cousins`. */
  readonly statistic?: Exclude<Statistic, "q0">;
  /**
   * {@link asymptotic} or {@link toys}. By default the exact construction for `cls` and `feldman-cousins` of a count on a
   * background known exactly, and the asymptotic formulae for all else; `reason` says so where the events are few.
   */
  readonly calculator?: Calculator;
  /** Parameter of interest; the one the likelihood declares by default. */
  readonly poi?: string;
  /** Whether the expected limits are wanted; true by default. */
  readonly expected?: boolean;
  /** Bounds for this call, by name of the parameter; those of the likelihood where absent. */
  readonly bounds?: Bounds;
}

/**
 * Upper limit on the parameter of interest, observed and expected from background alone: the largest value that the test
 * does not exclude. The range is found by itself; each fit starts from its neighbour's end.
 * @param likelihood - Model with data.
 * @param options - Level, method, test statistic, calculator.
 * @returns Limits to a relative accuracy of 1e-7 (asymptotic), and the tests made; never throws for a fit that fails,
 * `valid` and `reason` say so and what was found is kept.
 * @throws RangeError when the level is out of range, or there is no parameter of interest.
 * @see [Cowan, Cranmer, Gross and Vitells, Eur. Phys. J. C 71 (2011) 1554](https://arxiv.org/abs/1007.1727)
 * @see {@link countingUpperLimit} and {@link feldmanCousins} for the exact constructions
 * @example
 * ```ts
 * upperLimit(counting({ observed: 0, background: 0.5 }), { level: 0.9 }).observed; // ≈ 2.302585
 * upperLimit(counting({ observed: 0, background: 0.5 }), { level: 0.9, method: "feldman-cousins" }).observed; // ≈ 1.93589
 * ```
 */
export function upperLimit(likelihood: Likelihood, options?: UpperLimitOptions): UpperLimit;
/**
 * The same by pseudo-experiments that an executor of `@belladonna/scan` makes, on threads or a cluster: the numbers of the
 * calculator `toys` of that seed, whatever the number of workers, since experiment $k$ is a function of the seed and $k$.
 *
 * A worker elsewhere builds the likelihood from `config`, by default from the likelihood's own `recipe`. Its module is
 * `const work = toyWorker(build); export default ({ point }) => work(point);`, for HistFactory the one that
 * `@belladonna/histfactory/toys` is.
 * @param likelihood - Model with data; an executor in this process uses it itself.
 * @param options - Number, seed and executor of the pseudo-experiments; level and method of the limit.
 * @returns The limits; `valid` and `reason` say when a fit failed. Rejects with what the executor rejects with, and with a
 * RangeError when an option is out of range or there is no parameter of interest.
 */
export function upperLimit(likelihood: Likelihood, options: ToyUpperLimitOptions): Promise<UpperLimit>;
export function upperLimit(
  likelihood: Likelihood,
  options: UpperLimitOptions | ToyUpperLimitOptions = {},
): UpperLimit | Promise<UpperLimit> {
  if ("executor" in options) return toyUpperLimit(likelihood, options);
  requireOptions("upperLimit", options, ["level", "method", "statistic", "calculator", "poi", "expected", "bounds"]);
  return limitOf(withBounds("upperLimit", likelihood, options.bounds), options);
}

function limitOf(likelihood: Likelihood, options: UpperLimitOptions): UpperLimit {
  const { level = 0.95, method = "cls", calculator = asymptotic(), statistic, expected = true } = options;
  if (!(level >= 0.5 && level < 1)) throw new RangeError(`upperLimit: level must be in [0.5, 1), got ${level}`);
  requireChoice("upperLimit: method", method, ["cls", "profile", "feldman-cousins", "bayesian"]);
  if (statistic !== undefined) requireChoice("upperLimit: statistic", statistic, SIGNAL_STATISTICS);
  requireCalculator("upperLimit", calculator);
  const poi = poiOf("upperLimit", likelihood, options.poi);
  if (method === "bayesian") return bayesianLimit(likelihood, poi, level, expected, calculator);
  const byDefault = options.calculator === undefined;
  if (byDefault && statistic === undefined && method !== "profile") {
    const count = exactCountOf(likelihood, poi);
    if (count !== undefined) {
      const exact = exactLimit(count, level, method, expected);
      return { ...exact, level, method, valid: exact.reason === "" };
    }
  }
  const goal: LimitGoal = {
    alpha: 1 - level,
    quantity: method === "cls" ? "cls" : "clsb",
    statistic: statistic ?? (method === "feldman-cousins" ? "ttilde" : "qtilde"),
    expected,
  };
  const tester = testerOf(likelihood, poi, goal.statistic, calculator);
  const found =
    calculator.kind === "asymptotic"
      ? asymptoticLimit(tester, goal)
      : toyLimitHere(tester, asymptoticLimit(testerOf(likelihood, poi, goal.statistic, asymptotic()), goal), goal);
  const { data } = tester;
  const muHat = data.best().theta[data.index];
  const valid = found.reason === "";
  const reason = valid && byDefault ? fewEvents(likelihood, data.index, data.at(found.observed).theta) : found.reason;
  return { ...found, level, method, muHat, valid, reason };
}

/** The limit by pseudo-experiments made in this thread. */
function toyLimitHere(tester: Tester, guess: FoundLimit, goal: LimitGoal): FoundLimit {
  const search = toyLimit(guess, goal);
  let step = search.next();
  while (step.done !== true) step = search.next(step.value.map((mu) => tester.at(mu)));
  return step.value;
}
