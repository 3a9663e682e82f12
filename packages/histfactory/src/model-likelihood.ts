import { log } from "@belladonna/numerics/elementary";
import type { Likelihood } from "@belladonna/stats";
import type { Parameter } from "@belladonna/stats";
import type { RandomStream } from "@belladonna/numerics";
import type { ChannelLayout, CompiledModel } from "./compile.js";
import { addConstraintGradient, addConstraintHessian, constraintValue } from "./constraint.js";
import type { Constraints } from "./constraint.js";
import { evaluate, evaluation } from "./evaluate.js";
import type { Evaluation } from "./evaluate.js";
import { addGradient } from "./gradient.js";
import { hessianScratch, setHessian } from "./hessian.js";
import type { HessianScratch } from "./hessian.js";
import type { FactorInterpolation, ShiftInterpolation } from "./interpolation.js";
import { fillJacobian } from "./jacobian.js";
import type { ParameterSet } from "./parameter-set.js";
import { halfDeviance, poissonNorm } from "./poisson.js";
import { shown } from "./workspace-error.js";
import type { Workspace } from "./workspace.js";

/** The codes by which modifiers go between their three values. */
export interface UsedInterpolation {
  /** Of factors. */
  readonly normsys: FactorInterpolation;
  /** Of histograms. */
  readonly histosys: ShiftInterpolation;
}

/** What a HistFactory likelihood is built from again elsewhere, its data apart. */
export interface Recipe {
  readonly workspace: Workspace;
  readonly measurement: string;
  readonly poi: string | null;
  readonly interpolation: UsedInterpolation;
  readonly parameters: readonly Parameter[];
}

/** The likelihood of a HistFactory workspace with its data, and access to its model. */
export interface HistFactory extends Likelihood {
  readonly hessianKind: "exact";
  hessian(theta: Float64Array, out?: Float64Array): Float64Array;
  asimov(theta: Float64Array): HistFactory;
  sample(theta: Float64Array, random: RandomStream): HistFactory;
  withParameters(parameters: readonly Parameter[]): HistFactory;
  /** The workspace, with the patch applied. */
  readonly workspace: Workspace;
  /** Name of the measurement. */
  readonly measurement: string;
  /** The codes by which modifiers go between their three values. */
  readonly interpolation: UsedInterpolation;
  /** The channels in the order of the data. */
  readonly channels: readonly ChannelLayout[];
  /** The parameters in groups, one a modifier, with their constraint terms. */
  readonly parameterSets: readonly ParameterSet[];
  /** Observed events in each bin, channel after channel, then the auxiliary measurements. */
  readonly data: Float64Array;
  /** Number of bins: what stands before the auxiliary measurements in `data`. */
  readonly binCount: number;
  /**
   * The same model with other data.
   * @param data - Events in each bin, then the auxiliary measurements or (all of them left out) those of the workspace.
   * @throws RangeError when the length is neither, or a count is negative.
   */
  withData(data: ArrayLike<number>): HistFactory;
  /**
   * Expected events of each sample in each bin of one channel.
   * @param theta - The parameters.
   * @param channel - Name of the channel.
   * @returns The samples in the order of the channel's `samples`.
   * @throws RangeError when there is no such channel.
   */
  sampleYields(theta: Float64Array, channel: string): Float64Array[];
  /**
   * Derivatives of the expected events of each bin by each parameter, row-major bins × parameters.
   * @param theta - The parameters.
   * @param sample - Take the events of this sample in this channel only; all when absent.
   */
  rateJacobian(theta: Float64Array, sample?: { readonly channel: string; readonly sample: string }): Float64Array;
}

/** A compiled workspace under one measurement. */
export interface Model {
  readonly workspace: Workspace;
  readonly measurement: string;
  readonly poi: string;
  readonly parameters: readonly Parameter[];
  readonly sets: readonly ParameterSet[];
  readonly channels: readonly ChannelLayout[];
  readonly compiled: CompiledModel;
  readonly constraints: Constraints;
  readonly kinks: readonly number[];
  readonly valleys: readonly number[];
}

/** Memory that all data sets of one model share: what one evaluation leaves there, none reads but itself. */
export interface Workbench {
  readonly evaluation: Evaluation;
  readonly scratch: HessianScratch;
  readonly weight: Float64Array;
  readonly curvature: Float64Array;
}

/** Events below which a bin is as good as empty: Asimov data of a fit that ended at a rate of 0 have some 1e-10. */
const EMPTY = 1e-3;

/** The first bin whose rate forbids its data, or has no events to be seen; empty when there is none. */
function rateFault(channels: readonly ChannelLayout[], data: Float64Array, rate: Float64Array): string {
  for (const { name, offset, bins } of channels) {
    for (let b = 0; b < bins; b++) {
      const [seen, expected] = [data[offset + b], rate[offset + b]];
      if (expected < 0 || (expected === 0 && seen > 0) || Number.isNaN(expected)) {
        return `bin ${b} of the channel ${shown(name)} expects ${expected} events where ${seen} were seen`;
      }
    }
  }
  return "";
}

/** Memory for the data sets of a model. */
export function workbench(m: CompiledModel): Workbench {
  return {
    evaluation: evaluation(m),
    scratch: hessianScratch(m),
    weight: new Float64Array(m.binCount),
    curvature: new Float64Array(m.binCount),
  };
}

/** The likelihood of a compiled model with data; all that share a model share its evaluation, so that each point costs once. */
export function withData(model: Model, bench: Workbench, data: Float64Array): HistFactory {
  const { compiled: m, constraints: c } = model;
  const { evaluation: e, scratch, weight, curvature } = bench;
  const bins = m.binCount;
  const n = m.parameterCount;
  // The normalisation of all terms does not depend on theta.
  let norm = 0;
  for (let b = 0; b < bins; b++) norm += 2 * poissonNorm(data[b]);
  for (let i = 0; i < c.parameter.length; i++) {
    norm += c.poisson[i] === 1 ? 2 * poissonNorm(data[bins + i]) : 2 * log(c.scale[i]) + log(2 * Math.PI);
  }
  const recipe: Recipe = {
    workspace: model.workspace,
    measurement: model.measurement,
    poi: model.poi === "" ? null : model.poi,
    interpolation: { normsys: m.factorCode, histosys: m.shiftCode },
    parameters: model.parameters,
  };
  const check = (theta: Float64Array): void => {
    if (theta.length !== n) throw new RangeError(`histFactory: theta must have ${n} elements, got ${theta.length}`);
  };
  const expected = (theta: Float64Array): Float64Array => {
    check(theta);
    evaluate(m, e, theta);
    const out = new Float64Array(data.length);
    out.set(e.rate);
    for (let i = 0; i < c.parameter.length; i++) {
      out[bins + i] = theta[c.parameter[i]] * (c.poisson[i] === 1 ? c.scale[i] : 1);
    }
    return out;
  };

  return {
    parameters: model.parameters,
    ...(model.poi === "" ? {} : { poi: model.poi }),
    hessianKind: "exact",
    kinks: model.kinks,
    valleys: model.valleys,
    recipe,
    workspace: model.workspace,
    measurement: model.measurement,
    interpolation: recipe.interpolation,
    channels: model.channels,
    parameterSets: model.sets,
    data,
    binCount: bins,
    value(theta) {
      evaluate(m, e, theta);
      // Neumaier's sum: the terms are all >= 0, the constant is not.
      let sum = norm;
      let lost = 0;
      for (let b = 0; b < bins + c.parameter.length; b++) {
        const term = b < bins ? 2 * halfDeviance(data[b], e.rate[b]) : constraintValue(c, b - bins, theta, data[b]);
        const next = sum + term;
        lost += Math.abs(sum) >= term ? sum - next + term : term - next + sum;
        sum = next;
      }
      return sum < Number.POSITIVE_INFINITY ? sum + lost : Number.POSITIVE_INFINITY;
    },
    gradient(theta, out = new Float64Array(n)) {
      evaluate(m, e, theta);
      for (let b = 0; b < bins; b++) weight[b] = data[b] === 0 ? 2 : 2 * ((e.rate[b] - data[b]) / e.rate[b]);
      out.fill(0);
      addGradient(m, e, weight, out);
      addConstraintGradient(c, theta, data, bins, out);
      return out;
    },
    hessian(theta, out = new Float64Array(n * n)) {
      evaluate(m, e, theta);
      for (let b = 0; b < bins; b++) {
        const empty = data[b] === 0;
        weight[b] = empty ? 2 : 2 * ((e.rate[b] - data[b]) / e.rate[b]);
        curvature[b] = empty ? 0 : (2 * data[b]) / (e.rate[b] * e.rate[b]);
      }
      out.fill(0);
      setHessian(m, e, weight, curvature, scratch, out);
      addConstraintHessian(c, theta, data, bins, out);
      return out;
    },
    expected,
    asimov: (theta) => withData(model, bench, expected(theta)),
    sample(theta, random) {
      const drawn = expected(theta);
      for (let b = 0; b < bins; b++) drawn[b] = random.poisson(drawn[b]);
      for (let i = 0; i < c.parameter.length; i++) {
        const at = bins + i;
        drawn[at] = c.poisson[i] === 1 ? random.poisson(drawn[at]) : drawn[at] + c.scale[i] * random.normal();
      }
      return withData(model, bench, drawn);
    },
    withData(other) {
      if (other.length !== bins && other.length !== data.length) {
        throw new RangeError(`withData: data must have ${bins} or ${data.length} elements, got ${other.length}`);
      }
      const full = new Float64Array(data.length);
      full.set(c.auxdata, bins);
      full.set(Float64Array.from(other));
      full.forEach((x, i) => {
        const count = i < bins || c.poisson[i - bins] === 1;
        if (!Number.isFinite(x) || (count && x < 0)) {
          throw new RangeError(`withData: data[${i}] must be finite${count ? " and >= 0" : ""}, got ${x}`);
        }
      });
      return withData(model, bench, full);
    },
    softened(events) {
      if (data.subarray(0, bins).every((x) => x >= EMPTY)) return undefined;
      return withData(
        model,
        bench,
        data.map((x, b) => (b < bins && x < EMPTY ? Math.max(x, events) : x)),
      );
    },
    fault(theta) {
      evaluate(m, e, theta);
      return rateFault(model.channels, data, e.rate);
    },
    withParameters: (parameters) => withData({ ...model, parameters }, bench, data),
    sampleYields(theta, channel) {
      check(theta);
      const index = model.channels.findIndex((x) => x.name === channel);
      if (index < 0) throw new RangeError(`sampleYields: channel must be one of the workspace, got ${shown(channel)}`);
      evaluate(m, e, theta);
      return model.channels[index].samples.map((_, s) => {
        const r = m.channelRow[index] + s;
        const out = e.shifted.slice(m.rowEntry[r], m.rowEntry[r + 1]);
        for (let b = 0; b < out.length; b++) out[b] *= e.rowFactor[r] * e.binFactor[m.rowEntry[r] + b];
        return out;
      });
    },
    rateJacobian(theta, sample) {
      check(theta);
      evaluate(m, e, theta);
      const out = new Float64Array(bins * n);
      model.channels.forEach(({ name, samples }, ch) => {
        const index = sample === undefined ? 0 : samples.indexOf(sample.sample);
        if (index < 0 || (sample !== undefined && sample.channel !== name)) return;
        fillJacobian(m, e, ch, scratch.jacobian, sample === undefined ? undefined : m.channelRow[ch] + index);
        const at = m.scalarStart[ch];
        const width = m.scalarStart[ch + 1] - at;
        for (let b = m.channelBin[ch]; b < m.channelBin[ch + 1]; b++) {
          const row = (b - m.channelBin[ch]) * width;
          for (let i = 0; i < width; i++) out[b * n + m.scalarParameter[at + i]] = scratch.jacobian.scalar[row + i];
          for (let g = m.gammaStart[b]; g < m.gammaStart[b + 1]; g++)
            out[b * n + m.gammaParameter[g]] = scratch.jacobian.gamma[g];
        }
      });
      return out;
    },
  };
}
