import { normalUpperQuantile } from "@belladonna/numerics";
import { BAND, expectedPValues } from "./asymptotic.js";
import type { HypothesisTest, Tester } from "./hypothesis-test.js";
import type { FoundLimit, LimitGoal } from "./limit-goal.js";
import { findRoot } from "@belladonna/numerics";

/** Relative accuracy of a limit. */
const TOLERANCE = 1e-8;
/** Most steps taken to bracket a limit: a range of more than ten decades either way. */
const MAX_STEPS = 40;

/** A failure on the way to a limit, with its reason. */
class Failure extends Error {}

/** Observed and expected limits from the asymptotic formulae. */
export function asymptoticLimit(tester: Tester, goal: LimitGoal): FoundLimit {
  const scan: HypothesisTest[] = [];
  const expected: number[] = [];
  let observed = Number.NaN;
  try {
    const best = tester.data.best();
    if (!best.valid) throw new Failure(`the fit with ${tester.data.poi} free failed: ${best.reason}`);
    const root = asimovRoot(tester, best.theta[tester.data.index]);
    if (goal.expected) expected.push(...expectedLimits(goal, root));
    observed = observedLimit(tester, goal, root, scan);
    return { observed, expected, scan, reason: "" };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { observed, expected, scan, reason: error.message };
  }
}

/** $\sqrt{q_A}$ as a function of the tested value, its inverse, and its scale. */
interface AsimovRoot {
  /** Where $\sqrt{q_A}$ is of the order of 1, over $\sqrt{q_A}$: the standard deviation of the parameter of interest. */
  readonly sigma: number;
  /** The value at which $\sqrt{q_A}$ reaches `target`. */
  solve(target: number): number;
}

function asimovRoot(tester: Tester, muHat: number): AsimovRoot {
  const { poi, likelihood } = tester.data;
  const points: [mu: number, root: number][] = [[0, 0]];
  const root = (mu: number): number => {
    const test = tester.asimov(mu);
    if (!test.valid) throw new Failure(`Asimov data: ${test.reason}`);
    const r = Math.sqrt(test.value);
    points.push([mu, r]);
    return r;
  };

  // Any scale to begin with: the start of the parameter, or its best value.
  const start = Math.abs(likelihood.parameters[tester.data.index].start);
  let mu = Math.max(start, Math.abs(muHat), 1e-30) || 1;
  let r = root(mu);
  for (let i = 0; !(r > 0.3 && r < 8); i++) {
    if (i === MAX_STEPS) throw new Failure(`no limit: the expected likelihood does not depend on ${poi} up to ${mu}`);
    mu *= Math.min(1e3, Math.max(1e-3, 1.5 / r));
    r = root(mu);
  }

  return {
    sigma: mu / r,
    solve(target) {
      for (let i = 0; i < MAX_STEPS; i++) {
        let low: [number, number] = [0, 0];
        let high: [number, number] = [Infinity, Infinity];
        for (const p of points) {
          if (p[1] < target && p[0] > low[0]) low = p;
          else if (p[1] >= target && p[0] < high[0]) high = p;
        }
        // From the origin the function is nearly straight.
        if (high[1] < Infinity) {
          return findRoot((x) => root(x) - target, low[0], high[0], {
            fa: low[1] - target,
            fb: high[1] - target,
            relative: TOLERANCE,
          });
        }
        if (high[0] < Infinity) root(low[0] > 0 ? Math.sqrt(low[0] * high[0]) : 0.1 * high[0]);
        else root(low[0] * Math.min(10, (1.01 * target) / low[1]));
      }
      throw new Failure(`no expected limit: the likelihood does not rise enough along ${poi}`);
    },
  };
}

/** At each quantile the p-value depends on the Asimov statistic alone: solve that first, without a fit. */
function expectedLimits(goal: LimitGoal, root: AsimovRoot): number[] {
  const targets = BAND.map((n) => {
    const miss = (a: number): number =>
      normalUpperQuantile(expectedPValues(a * a, n, goal.statistic)[goal.quantity]) - normalUpperQuantile(goal.alpha);
    // Below the fluctuated best value nothing is an upper end.
    const low = Math.max(n, 1e-9);
    return miss(low) > 0 ? 0 : findRoot(miss, low, 12 + Math.abs(n));
  });
  // The median first; its neighbours start from it.
  const limits = new Array<number>(BAND.length).fill(0);
  for (const k of [2, 1, 3, 0, 4]) limits[k] = targets[k] === 0 ? 0 : root.solve(targets[k]);
  return limits;
}

function observedLimit(tester: Tester, goal: LimitGoal, root: AsimovRoot, scan: HypothesisTest[]): number {
  const { data } = tester;
  const wanted = normalUpperQuantile(goal.alpha);
  // Nearly linear in mu; clamped where a p-value underflows.
  const miss = (mu: number): number => {
    const test = tester.at(mu);
    if (!test.valid) throw new Failure(test.reason);
    scan.push(test);
    return Math.min(normalUpperQuantile(test[goal.quantity]), 38) - wanted;
  };
  const muHat = data.best().theta[data.index];
  let low = Math.max(0, muHat);
  // At the best value the statistic is 0, and CLs+b one half or more, without a fit.
  let atLow = muHat > 0 ? -wanted : miss(low);
  // Nothing is excluded below the best value but by rounding.
  if (atLow >= 0) return low;
  let step = root.sigma * Math.max(1, wanted + (muHat < 0 ? (0.5 * muHat) / root.sigma : 0));
  for (let i = 0; i < MAX_STEPS; i++) {
    const high = low + step;
    const atHigh = miss(high);
    if (atHigh >= 0) return findRoot(miss, low, high, { fa: atLow, fb: atHigh, relative: TOLERANCE });
    // Secant to a little beyond the crossing, at least half of the last step.
    const slope = (atHigh - atLow) / step;
    step = Math.min(10 * step, Math.max(0.5 * step, slope > 0 ? (-1.1 * atHigh) / slope : 2 * step));
    low = high;
    atLow = atHigh;
  }
  throw new Failure(`no observed limit: ${data.poi} is not excluded up to ${low}`);
}
