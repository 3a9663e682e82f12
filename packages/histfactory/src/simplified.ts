import { requireChoice, requireOptions, symmetricEigen } from "@belladonna/numerics";
import { fit } from "@belladonna/stats";
import { carryFit } from "./carry-fit.js";
import type { CarriedFit } from "./carry-fit.js";
import { pruneWorkspace } from "./edit.js";
import { histFactory } from "./hist-factory.js";
import type { HistFactory } from "./model-likelihood.js";
import { prefitCovariance } from "./yields.js";
import type { Channel, HistoSys, Workspace } from "./workspace.js";

/** How {@link simplifiedWorkspace} is made. */
export interface SimplifiedOptions {
  /** Samples that are signal; those with a modifier of the parameter of interest by default. */
  readonly signal?: readonly string[];
  /** Channels that are kept; those with signal by default. All others are control regions. */
  readonly channels?: readonly string[];
  /** Part of the variance of the background that may be left out with the smallest modes, 0 … 1; 0 by default. */
  readonly dropped?: number;
}

/** Modes of a covariance: eigenvectors times the roots of their eigenvalues, the largest first. */
function modesOf(covariance: Float64Array, bins: number, dropped: number): Float64Array[] {
  const { values, vectors } = symmetricEigen(covariance.slice(), bins);
  const order = [...values.keys()].sort((a, b) => values[b] - values[a]);
  const all = values.reduce((sum, x) => sum + Math.max(x, 0), 0);
  let left = all;
  const modes: Float64Array[] = [];
  for (const k of order) {
    // What rounding leaves of an eigenvalue of 0 is no mode.
    if (!(values[k] > 1e-13 * all) || left <= dropped * all) break;
    const size = Math.sqrt(values[k]);
    modes.push(Float64Array.from({ length: bins }, (_, b) => size * vectors[b * bins + k]));
    left -= values[k];
  }
  return modes;
}

/** Rates of the backgrounds are taken here: values and covariance of the parameters from the control channels alone. */
function controlled(
  likelihood: HistFactory,
  retained: ReadonlySet<string>,
  poi: string,
): Pick<CarriedFit, "theta" | "covariance" | "added"> {
  const controls = likelihood.channels.filter((c) => !retained.has(c.name));
  if (controls.length === 0) {
    return {
      theta: Float64Array.from(likelihood.parameters, (p) => (p.name === poi ? 0 : p.start)),
      covariance: prefitCovariance(likelihood),
      added: likelihood.parameters.map((p) => p.name),
    };
  }
  const { workspace, measurement, interpolation } = likelihood;
  const alone = histFactory(pruneWorkspace(workspace, { channels: [...retained] }), {
    measurement,
    interpolation,
    poi: null,
  });
  const data = alone.channels.flatMap(({ name }) => {
    const { offset = 0, bins = 0 } = likelihood.channels.find((c) => c.name === name) ?? {};
    return [...likelihood.data.subarray(offset, offset + bins)];
  });
  const control = alone.withData(data);
  const best = fit(control, control.parameters.some((p) => p.name === poi) ? { fix: { [poi]: 0 } } : {});
  if (!best.valid) throw new RangeError(`simplifiedWorkspace: the fit of the control channels failed: ${best.reason}`);
  const carried = carryFit(best, control, likelihood);
  carried.theta[likelihood.parameters.findIndex((p) => p.name === poi)] = 0;
  return carried;
}

/**
 * A simplified likelihood of the channels with signal: all backgrounds as one sample with the rates that a fit of the
 * other channels (the control regions) gives, and one parameter for each mode of their covariance; the signal as it is,
 * with no uncertainty of its own.
 *
 * The data of the channels kept do not enter rates and covariance, since the simplified likelihood counts them itself.
 * The covariance $V=J V_\theta J^T$ of the rates is $\sum_k v_k v_k^T$; mode $k$ shifts all bins by $\pm v_k$ for one deviation
 * of a Gaussian parameter. It is exact where the full likelihood is Gaussian and linear in its nuisance parameters, and
 * drops what they do to the signal. Fits are as fast as there are few bins.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const model = histFactory(uncorrelatedBackground(counts, [3, 7]));
 * simplifiedWorkspace(model).channels.length; // 1
 * ```
 * @param likelihood - The full likelihood.
 * @param options - What is signal, which channels are kept, and how much may be left out.
 * @returns A workspace of the channels kept, with their data.
 * @throws RangeError when there is no parameter of interest, no sample or channel of a name, nothing but signal, the fit of the control channels fails, or
 *   a free factor of the background is not determined by them.
 * @see CMS Collaboration, CMS-NOTE-2017-001; ATLAS Collaboration, ATL-PHYS-PUB-2021-038
 */
export function simplifiedWorkspace(likelihood: HistFactory, options: SimplifiedOptions = {}): Workspace {
  requireOptions("simplifiedWorkspace", options, ["signal", "channels", "dropped"]);
  const { dropped = 0 } = options;
  if (!(dropped >= 0 && dropped < 1)) {
    throw new RangeError(`simplifiedWorkspace: dropped must be in [0, 1), got ${dropped}`);
  }
  const { poi, workspace, binCount, parameters } = likelihood;
  if (poi === undefined) throw new RangeError("simplifiedWorkspace: the likelihood declares no parameter of interest");
  const samples = workspace.channels.flatMap((c) => c.samples.map((s) => s.name));
  for (const name of options.signal ?? []) requireChoice("simplifiedWorkspace: signal", name, samples);
  const regions = workspace.channels.map((c) => c.name);
  for (const name of options.channels ?? []) requireChoice("simplifiedWorkspace: channels", name, regions);
  const signal = new Set(
    options.signal ??
      workspace.channels.flatMap((c) =>
        c.samples.filter((s) => s.modifiers.some((m) => m.name === poi)).map((s) => s.name),
      ),
  );
  const retained = new Set(
    options.channels ?? likelihood.channels.filter((c) => c.samples.some((s) => signal.has(s))).map((c) => c.name),
  );
  const channels = likelihood.channels.filter((c) => retained.has(c.name));
  if (channels.length === 0) throw new RangeError("simplifiedWorkspace: no channel is kept");
  const best = controlled(likelihood, retained, poi);

  const n = parameters.length;
  const rates = new Float64Array(binCount);
  const jacobian = new Float64Array(binCount * n);
  for (const { name, offset, samples } of channels) {
    const yields = likelihood.sampleYields(best.theta, name);
    samples.forEach((sample, s) => {
      if (signal.has(sample)) return;
      yields[s].forEach((x, b) => (rates[offset + b] += x));
      likelihood.rateJacobian(best.theta, { channel: name, sample }).forEach((x, i) => (jacobian[i] += x));
    });
  }
  const added = new Set(best.added);
  for (const { constraint, offset, size } of likelihood.parameterSets) {
    for (let i = offset; i < offset + (constraint === "none" ? size : 0); i++) {
      const { name, fixed } = parameters[i];
      const acts = rates.some((_, b) => jacobian[b * n + i] !== 0);
      if (fixed !== true && acts && added.has(name)) {
        throw new RangeError(`simplifiedWorkspace: no control channel determines the free parameter ${name}`);
      }
    }
  }
  const covariance = new Float64Array(binCount * binCount);
  const half = new Float64Array(binCount * n);
  for (let b = 0; b < binCount; b++) {
    for (let i = 0; i < n; i++) {
      const x = jacobian[b * n + i];
      if (x !== 0) for (let j = 0; j < n; j++) half[b * n + j] += x * best.covariance[i * n + j];
    }
  }
  for (let b = 0; b < binCount; b++) {
    for (let c = 0; c < binCount; c++) {
      for (let i = 0; i < n; i++) covariance[b * binCount + c] += half[b * n + i] * jacobian[c * n + i];
    }
  }
  const modes = modesOf(covariance, binCount, dropped);
  return {
    channels: channels.map(({ name, offset, bins, samples }): Channel => {
      const nominal = [...rates.subarray(offset, offset + bins)];
      const modifiers = modes.flatMap((mode, k): HistoSys[] => {
        const own = mode.subarray(offset, offset + bins);
        if (own.every((x) => x === 0)) return [];
        const shifted = (sign: number): number[] => nominal.map((x, b) => x + sign * own[b]);
        return [{ name: `mode_${k}`, type: "histosys", data: { lo_data: shifted(-1), hi_data: shifted(1) } }];
      });
      const full = workspace.channels.find((c) => c.name === name)?.samples ?? [];
      const signals = samples.flatMap((sample) => (signal.has(sample) ? full.filter((s) => s.name === sample) : []));
      if (signals.length === samples.length) {
        throw new RangeError(`simplifiedWorkspace: the channel ${name} has no sample but signal`);
      }
      return {
        name,
        samples: [
          { name: "background", data: nominal, modifiers },
          ...signals.map((s) => ({
            name: s.name,
            data: s.data,
            modifiers: [{ name: poi, type: "normfactor", data: null } as const],
          })),
        ],
      };
    }),
    observations: channels.map(({ name, offset, bins }) => ({
      name,
      data: [...likelihood.data.subarray(offset, offset + bins)],
    })),
    measurements: [{ name: likelihood.measurement, config: { poi, parameters: configOf(likelihood, poi) } }],
    version: "1.0.0",
  };
}

/** The bounds of the parameter of interest, which the simplified likelihood keeps. */
function configOf({ parameters }: HistFactory, poi: string): Workspace["measurements"][0]["config"]["parameters"] {
  const own = parameters.find((p) => p.name === poi);
  if (own?.min === undefined || own.max === undefined) return [];
  return [{ name: poi, inits: [own.start], bounds: [[own.min, own.max]] }];
}
