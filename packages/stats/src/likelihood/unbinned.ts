import { requireOptions } from "@belladonna/numerics";
import { BLOCK, columns } from "../densities/density.js";
import type { Density } from "../densities/density.js";
import type { RandomStream } from "@belladonna/numerics";
import { asimovPoints } from "./asimov-points.js";
import { eventData } from "./event-data.js";
import type { EventData } from "./event-data.js";
import type { Likelihood } from "./likelihood.js";
import { LogSum } from "./log-sum.js";
import { onePass } from "./one-pass.js";

/** Events of a pilot: enough to come within a few errors of the minimum. */
const PILOT = 2000;

/** Options of {@link unbinned}. */
export interface UnbinnedOptions {
  /** One weight an event; errors of a fit then use the weights' squares. */
  readonly weights?: ArrayLike<number>;
  /** Name of the parameter of interest. */
  readonly poi?: string;
}

/**
 * Unbinned likelihood of a density, extended when the density has yields:
 *
 * $$-2\ln L(\theta) = -2 \sum_i w_i \ln f(x_i; \theta) \;\left[\, + 2\,\nu(\theta) \right]$$
 *
 * without the term $\ln N!$. Value, gradient and exact Hessian come from one pass over the data.
 *
 * ```ts
 * const peak = sum([gaussian({ mean: 0, sigma: 1, range: [-5, 5] })], { yields: [parameter("signal", 3)] });
 * fit(unbinned(peak, [0.1, -0.3, 0.5])).parameters.signal; // 3
 * ```
 * @param density - The density.
 * @param data - The observable of each event, all within the range of the density.
 * @param options - Weights and parameter of interest.
 * @returns The likelihood; its value is `Infinity` where the density is not positive at an event.
 * @throws RangeError when an event is NaN or outside the range, or weights do not fit.
 * @see R. Barlow, Nucl. Instrum. Meth. A 297 (1990) 496 (extended likelihood)
 * @see C. Langenbruch, [Eur. Phys. J. C 82 (2022) 393](https://arxiv.org/abs/1911.01303) (weights)
 */
export function unbinned(density: Density, data: ArrayLike<number>, options: UnbinnedOptions = {}): Likelihood {
  requireOptions("unbinned", options, ["weights", "poi"]);
  const events = eventData("unbinned", data, options.weights, density.range);
  return unbinnedOf(density, events, options.poi, makeWorkspace(density));
}

interface Workspace {
  readonly f: Float64Array;
  readonly weights: Float64Array;
  readonly derivatives: readonly Float64Array[];
  readonly ratios: readonly Float64Array[];
  readonly gradient: Float64Array;
  readonly log: LogSum;
}

function makeWorkspace(density: Density): Workspace {
  const n = density.parameters.length;
  return {
    f: new Float64Array(BLOCK),
    weights: new Float64Array(BLOCK),
    derivatives: columns(n),
    ratios: columns(n),
    gradient: new Float64Array(n),
    log: new LogSum(),
  };
}

function unbinnedOf(density: Density, events: EventData, poi: string | undefined, w: Workspace): Likelihood {
  const { parameters, expectedEvents } = density;
  const n = parameters.length;
  const { f, derivatives, ratios, log } = w;

  function evaluate(theta: Float64Array, gradient?: Float64Array, hessian?: Float64Array): number {
    gradient?.fill(0);
    hessian?.fill(0);
    log.start();
    const wanted = gradient !== undefined || hessian !== undefined;
    for (let b = 0; b < events.blocks.length; b++) {
      const x = events.blocks[b];
      const m = x.length;
      const weights = events.weights === undefined ? undefined : events.weightBlocks[b];
      density.evaluate(theta, x, m, f, wanted ? derivatives : undefined);
      if (!log.add(f, m, weights)) return Infinity;
      if (wanted) slopes(theta, x, m, weights, gradient, hessian);
    }
    let value = -2 * log.total();
    if (expectedEvents !== undefined) {
      value += 2 * expectedEvents(theta, w.gradient);
      if (gradient !== undefined) for (let j = 0; j < n; j++) gradient[j] += 2 * w.gradient[j];
    }
    return value === value ? value : Infinity;
  }

  function slopes(
    theta: Float64Array,
    x: Float64Array,
    m: number,
    weights: Float64Array | undefined,
    gradient: Float64Array | undefined,
    hessian: Float64Array | undefined,
  ): void {
    const inverse = w.weights;
    for (let i = 0; i < m; i++) inverse[i] = -2 / f[i];
    if (hessian === undefined) {
      if (gradient === undefined) return;
      if (weights !== undefined) for (let i = 0; i < m; i++) inverse[i] *= weights[i];
      for (let j = 0; j < n; j++) {
        const d = derivatives[j];
        let s = 0;
        for (let i = 0; i < m; i++) s += inverse[i] * d[i];
        gradient[j] += s;
      }
      return;
    }
    // ratios hold -2 f_j / f; half their products are 2 f_j f_k / f^2.
    for (let j = 0; j < n; j++) {
      const d = derivatives[j];
      const r = ratios[j];
      let s = 0;
      for (let i = 0; i < m; i++) {
        const ratio = inverse[i] * d[i];
        r[i] = ratio;
        s += weights === undefined ? ratio : ratio * weights[i];
      }
      if (gradient !== undefined) gradient[j] += s;
    }
    for (let j = 0; j < n; j++) {
      const r = ratios[j];
      for (let k = j; k < n; k++) {
        const h = 0.5 * product(r, ratios[k], weights, m);
        hessian[j * n + k] += h;
        if (k > j) hessian[k * n + j] += h;
      }
    }
    if (weights !== undefined) for (let i = 0; i < m; i++) inverse[i] *= weights[i];
    density.curvature(theta, x, m, inverse, f, derivatives, hessian);
  }

  /** Sum of squared weights times products of $-2\partial_j \ln f$: the gradient's covariance over repetitions. */
  function gradientCovariance(theta: Float64Array, out: Float64Array = new Float64Array(n * n)): Float64Array {
    out.fill(0);
    for (let b = 0; b < events.blocks.length; b++) {
      const x = events.blocks[b];
      const m = x.length;
      const weights = events.weightBlocks[b];
      density.evaluate(theta, x, m, f, derivatives);
      for (let j = 0; j < n; j++) {
        for (let i = 0; i < m; i++) ratios[j][i] = (-2 * weights[i] * derivatives[j][i]) / f[i];
      }
      for (let j = 0; j < n; j++) {
        for (let k = 0; k < n; k++) out[j * n + k] += product(ratios[j], ratios[k], undefined, m);
      }
    }
    return out;
  }

  const likelihood: Likelihood = {
    parameters,
    ...(poi !== undefined && { poi }),
    hessianKind: "exact",
    ...onePass(evaluate, n),
    // Weights that stand for expected events have the likelihood's own covariance.
    ...(events.weights !== undefined && events.expected !== true && { gradientCovariance }),
    pilot() {
      const stride = Math.floor(events.x.length / PILOT);
      if (stride < 4) return undefined;
      const size = Math.floor(events.x.length / stride);
      const x = Float64Array.from({ length: size }, (_, i) => events.x[i * stride]);
      const weights = x.map((_, i) => stride * (events.weights?.[i * stride] ?? 1));
      return unbinnedOf(density, { ...eventData("pilot", x, weights, density.range), expected: true }, poi, w);
    },
    expected: (theta) => Float64Array.of(expectedEvents === undefined ? events.total : expectedEvents(theta)),
    sample(theta, random: RandomStream) {
      const size = expectedEvents === undefined ? events.x.length : random.poisson(expectedEvents(theta));
      const toy = eventData("sample", density.sample(theta, size, random), undefined, density.range);
      return unbinnedOf(density, toy, poi, w);
    },
    asimov(theta) {
      const scale = expectedEvents === undefined ? events.total : 1;
      const { x, weights } = asimovPoints(density, theta, scale);
      return unbinnedOf(density, { ...eventData("asimov", x, weights, density.range), expected: true }, poi, w);
    },
  };
  return likelihood;
}

function product(a: Float64Array, b: Float64Array, weights: Float64Array | undefined, m: number): number {
  let s = 0;
  if (weights === undefined) for (let i = 0; i < m; i++) s += a[i] * b[i];
  else for (let i = 0; i < m; i++) s += weights[i] * a[i] * b[i];
  return s;
}
