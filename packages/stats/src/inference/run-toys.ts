import { requireChoice, requireOptions } from "@belladonna/numerics";
import type { Likelihood } from "../likelihood/likelihood.js";
import { STATISTICS } from "./test-statistic.js";
import type { Statistic } from "./test-statistic.js";
import { sortToys, tailFraction, toyStatistics } from "./toys.js";

/** A range of pseudo-experiments as plain data, for a worker. */
export interface ToyTask {
  /** What the worker builds its likelihood from. */
  readonly config: unknown;
  /** Tested value of the parameter of interest. */
  readonly mu: number;
  /** Where the pseudo-data are drawn. */
  readonly theta: Float64Array;
  /** Seed of the streams, integer not negative. */
  readonly seed: number;
  /** Index of the first experiment. */
  readonly first: number;
  /** Number of experiments. */
  readonly count: number;
  /** Test statistic; `qtilde` when absent. */
  readonly statistic?: Statistic;
  /** Parameter of interest; the one the likelihood declares when absent. */
  readonly poi?: string;
}

/** Whatever runs tasks elsewhere: a Tinypool or Piscina is one as it is. */
export interface ToyPool {
  /** Runs one task. */
  run(task: ToyTask): Promise<Float64Array>;
}

/** All pseudo-experiments of {@link runToys}. */
export type ToyJob = Omit<ToyTask, "first"> & {
  /** Index of the first experiment; 0 by default. */
  readonly first?: number;
  /** Experiments a task; 250 by default. */
  readonly chunk?: number;
  /** Called after each task with the number of experiments done. */
  readonly onProgress?: (done: number) => void;
};

/**
 * The function a worker file exports to serve {@link runToys}. The likelihood is built once for each new `config`.
 *
 * ```ts
 * // In the module that a thread loads.
 * const worker = toyWorker(({ observed, background }) => counting({ observed, background }));
 * const config = { observed: 3, background: 3 };
 * worker({ config, mu: 5, theta: Float64Array.of(5), seed: 1, first: 0, count: 10 }).length; // 10
 * ```
 * @param build - Makes the likelihood from the configuration, which must be plain data.
 */
export function toyWorker(build: (config: unknown) => Likelihood): (task: ToyTask) => Float64Array {
  let known: { key: string; likelihood: Likelihood } | undefined;
  return (task) => {
    const key = JSON.stringify(task.config);
    if (known === undefined || known.key !== key) known = { key, likelihood: build(task.config) };
    const { seed, first, count, statistic, poi } = task;
    return toyStatistics(known.likelihood, task.mu, task.theta, {
      seed,
      first,
      count,
      ...(statistic !== undefined && { statistic }),
      ...(poi !== undefined && { poi }),
    });
  };
}

const JOB: readonly string[] = [
  "config",
  "mu",
  "theta",
  "seed",
  "first",
  "count",
  "statistic",
  "poi",
  "chunk",
  "onProgress",
] satisfies (keyof ToyJob)[];

/**
 * Pseudo-experiments by any number of workers. Experiment $k$ is a function of the seed and $k$: the result does not depend
 * on the number of workers, the size of a task or the order they end in.
 *
 * ```ts
 * // Any pool that runs tasks elsewhere will do; this one stays on the thread.
 * const worker = toyWorker(({ observed, background }) => counting({ observed, background }));
 * const pool = { run: async (task) => worker(task) };
 * const config = { observed: 1, background: 3 };
 * const sample = await runToys(pool, { config, mu: 5, theta: Float64Array.of(0), seed: 1, count: 500, chunk: 100 });
 * toyPValue(sample, testStatistic(counting(config), 5).value).pValue; // ≈ 0.202
 * ```
 * @param pool - Runs tasks; its worker file exports a {@link toyWorker}.
 * @param job - What to run.
 * @returns One test statistic an experiment, in order; `NaN` where a fit failed or a task was lost.
 * @throws RangeError when `count` or `chunk` is not a positive integer.
 */
export async function runToys(pool: ToyPool, job: ToyJob): Promise<Float64Array> {
  requireOptions("runToys", job, JOB);
  const { first = 0, count, chunk = 250, onProgress, ...rest } = job;
  if (rest.statistic !== undefined) requireChoice("runToys: statistic", rest.statistic, STATISTICS);
  if (!(Number.isSafeInteger(count) && count > 0 && Number.isSafeInteger(chunk) && chunk > 0)) {
    throw new RangeError(`runToys: count and chunk must be positive integers, got ${count}, ${chunk}`);
  }
  const out = new Float64Array(count).fill(Number.NaN);
  let done = 0;
  const parts = Array.from({ length: Math.ceil(count / chunk) }, async (_, i) => {
    const at = i * chunk;
    const size = Math.min(chunk, count - at);
    try {
      out.set(await pool.run({ ...rest, first: first + at, count: size }), at);
    } catch {
      // A lost task is as many failed experiments: the caller sees NaN, and toyPValue counts them.
    }
    done += size;
    onProgress?.(done);
  });
  await Promise.all(parts);
  return out;
}

/** A p-value from pseudo-experiments. */
export interface ToyPValue {
  /** Fraction of the valid experiments with at least the observed statistic; `NaN` when none is valid. */
  readonly pValue: number;
  /** Its binomial standard deviation. */
  readonly error: number;
  /** Experiments without a value, left out. */
  readonly failed: number;
}

/**
 * The p-value of an observed test statistic.
 * @param sample - Values of pseudo-experiments, `NaN` for failed ones.
 * @param observed - The observed value.
 * @throws RangeError when the observed value is `NaN`.
 * @example
 * ```ts
 * toyPValue([0, 1, 2, 3], 2).pValue; // ≈ 0.5
 * ```
 */
export function toyPValue(sample: ArrayLike<number>, observed: number): ToyPValue {
  if (Number.isNaN(observed)) throw new RangeError("toyPValue: the observed value must be a number, got NaN");
  const sorted = sortToys(Float64Array.from(sample));
  const n = sorted.values.length;
  const pValue = tailFraction(sorted, observed);
  return { pValue, error: Math.sqrt((pValue * (1 - pValue)) / n), failed: sorted.failed };
}
