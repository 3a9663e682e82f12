import { testWindow } from "../limit/counted.js";
import type { Task } from "../task.js";
import { test, type Tested, type TestOptions } from "../limit/tested.js";
import { fewEvents } from "./facts.js";
import { type Hypothesis, windowOf } from "./scan.js";
import { backgroundAsimov, dataLikelihood, expectedNear, nearRange } from "./window-fit.js";

/** A hypothesis with what it is tested on. */
export interface TestPoint {
  /** The hypothesis. */
  readonly hypothesis: Hypothesis;
  /** Background expected in the bins of its window, from simulation at the luminosity of the data. */
  readonly background: Float64Array;
  /** Entries of the data in the same bins. */
  readonly data?: Float64Array;
}

/** Some hypotheses, one after the other on one thread. */
export interface TestBatch extends TestOptions {
  /** The hypotheses. */
  readonly points: readonly TestPoint[];
}

/** Tests masses: limits on the signal events in their windows, or reasons why a fit failed. */
export const testHypotheses: Task<TestBatch, (Tested | { readonly reason: string })[]> = {
  module: import.meta.url,
  name: "testHypotheses",
  run: ({ points, ...options }) => points.map((point, i) => testOne(point, { ...options, seed: options.seed + i })),
};

function testOne(
  { hypothesis, background, data }: TestPoint,
  options: TestOptions,
): Tested | { readonly reason: string } {
  const window = windowOf(hypothesis);
  if (options.toys === 0 && expectedNear(window, background, 1) < fewEvents.value)
    return counted(hypothesis, background, data, options);
  const asimov = backgroundAsimov(window, background, 1);
  if ("reason" in asimov) return { reason: `background fit: ${asimov.reason}` };
  return test(asimov, data === undefined ? undefined : dataLikelihood(window, background, data), options);
}

/**
 * Counts in ±2 widths. The background there is known as well as the entries of the whole window determine it.
 * @returns Limits on the signal events of the whole window, as the fit gives them.
 */
function counted(
  hypothesis: Hypothesis,
  background: Float64Array,
  data: Float64Array | undefined,
  options: TestOptions,
): Tested | { readonly reason: string } {
  const window = windowOf(hypothesis);
  const [low, high] = nearRange(window);
  const fraction = window.peak.integral(new Float64Array(), low, high);
  const total = background.reduce((sum, n) => sum + n, 0);
  const tested = testWindow(
    {
      background: expectedNear(window, background, 1),
      uncertainty: 1 / Math.sqrt(Math.max(1, total)),
      ...(data === undefined ? {} : { observed: expectedNear(window, data, 1) }),
    },
    options,
  );
  if ("reason" in tested) return tested;
  return {
    ...tested,
    expected: tested.expected.map((n) => n / fraction),
    ...(tested.observed === undefined ? {} : { observed: tested.observed / fraction }),
  };
}
