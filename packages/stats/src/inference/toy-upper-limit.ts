import { requireChoice, requireOptions } from "@belladonna/numerics";
import type { Likelihood } from "../likelihood/likelihood.js";
import { asymptoticLimit } from "./asymptotic-limit.js";
import { asymptotic, toys as toyCalculator } from "./calculator.js";
import { testerOf, toySamples, toyTest } from "./hypothesis-test.js";
import type { HypothesisTest } from "./hypothesis-test.js";
import type { LimitGoal } from "./limit-goal.js";
import { poiOf } from "./profile.js";
import { toyWorker } from "./run-toys.js";
import type { ToyTask } from "./run-toys.js";
import { SIGNAL_STATISTICS } from "./test-statistic.js";
import type { Statistic } from "./test-statistic.js";
import { toyLimit } from "./toy-limit.js";
import type { UpperLimit } from "./upper-limit-result.js";

/** Whatever does tasks: each executor of `@belladonna/scan` is one (`local()`, a pool of threads, a cluster). */
export interface ToyExecutor {
  /** Does all points of a job, calling `done` with each result in any order. */
  run(job: {
    readonly task: (task: ToyTask) => Float64Array;
    readonly points: readonly { readonly index: number; readonly point: ToyTask }[];
    readonly done: (index: number, result: Float64Array) => void;
  }): Promise<void>;
}

/** Options of `upperLimit` by pseudo-experiments made elsewhere. */
export interface ToyUpperLimitOptions {
  /** Pseudo-experiments of each hypothesis at each value, positive. */
  readonly toys: number;
  /** Seed of the streams, integer not negative. */
  readonly seed: number;
  /** Where the pseudo-experiments are made. */
  readonly executor: ToyExecutor;
  /** What a worker elsewhere builds the likelihood from: plain data for its {@link toyWorker}; the likelihood's `recipe` by default. */
  readonly config?: unknown;
  /** Confidence level in 0.5 … 1; 0.95 by default. */
  readonly level?: number;
  /** What is equal to 1 - level: $\mathrm{CL}_s$ (default) or, for `profile`, $\mathrm{CL}_{s+b}$. */
  readonly method?: "cls" | "profile";
  /** Test statistic; `qtilde` by default. */
  readonly statistic?: Exclude<Statistic, "q0">;
  /** Parameter of interest; the one the likelihood declares by default. */
  readonly poi?: string;
  /** Whether the expected limits are wanted; true by default. */
  readonly expected?: boolean;
  /** Experiments a task; 250 by default. */
  readonly chunk?: number;
}

const OPTIONS: readonly string[] = [
  "toys",
  "seed",
  "executor",
  "config",
  "level",
  "method",
  "statistic",
  "poi",
  "expected",
  "chunk",
] satisfies (keyof ToyUpperLimitOptions)[];

/** Upper limit by pseudo-experiments that an executor makes. */
export async function toyUpperLimit(likelihood: Likelihood, options: ToyUpperLimitOptions): Promise<UpperLimit> {
  requireOptions("upperLimit", options, OPTIONS);
  const {
    level = 0.95,
    method = "cls",
    statistic = "qtilde",
    expected = true,
    chunk = 250,
    executor,
    config = likelihood.recipe,
  } = options;
  if (!(level >= 0.5 && level < 1)) throw new RangeError(`upperLimit: level must be in [0.5, 1), got ${level}`);
  requireChoice("upperLimit: method", method, ["cls", "profile"]);
  requireChoice("upperLimit: statistic", statistic, SIGNAL_STATISTICS);
  if (!(Number.isSafeInteger(chunk) && chunk > 0)) {
    throw new RangeError(`upperLimit: chunk must be a positive integer, got ${chunk}`);
  }
  const calculator = toyCalculator({ toys: options.toys, seed: options.seed });
  const poi = poiOf("upperLimit", likelihood, options.poi);
  const goal: LimitGoal = { alpha: 1 - level, quantity: method === "cls" ? "cls" : "clsb", statistic, expected };
  const { data } = testerOf(likelihood, poi, statistic, calculator);
  const work = toyWorker(() => likelihood);

  /** Tests of some values, all their pseudo-experiments made in one job. */
  async function test(values: readonly number[]): Promise<HypothesisTest[]> {
    const plans = values.map((mu) => toySamples(data, mu, statistic, calculator));
    const points: { index: number; point: ToyTask }[] = [];
    const places: { into: Float64Array; at: number }[] = [];
    const samples = plans.map((plan) =>
      plan.samples.map(({ theta, first }) => {
        const into = new Float64Array(options.toys).fill(Number.NaN);
        for (let at = 0; at < options.toys; at += chunk) {
          const count = Math.min(chunk, options.toys - at);
          const { mu } = plan;
          const point = { config, mu, theta, seed: options.seed, first: first + at, count, statistic, poi };
          points.push({ index: points.length, point });
          places.push({ into, at });
        }
        return into;
      }),
    );
    await executor.run({
      task: work,
      points,
      done: (index, result) => {
        places[index].into.set(result, places[index].at);
      },
    });
    return plans.map((plan, i) => toyTest(plan, samples[i]));
  }

  const search = toyLimit(asymptoticLimit(testerOf(likelihood, poi, statistic, asymptotic()), goal), goal);
  let step = search.next();
  while (step.done !== true) step = search.next(await test(step.value));
  const found = step.value;
  return { ...found, level, method, muHat: data.best().theta[data.index], valid: found.reason === "" };
}
