import { requireOptions } from "@belladonna/numerics";
import { systematicModifiers } from "./systematics.js";
import type { PruneThresholds, Systematic } from "./systematics.js";
import { parseWorkspace } from "./validate.js";
import type { Channel, Modifier, ParameterConfig, Workspace } from "./workspace.js";

/** A process in a region, as histograms. */
export interface SampleHistograms {
  /** Name; the same name in two channels is the same process. */
  readonly name: string;
  /** Expected events in each bin. */
  readonly data: readonly number[];
  /** Statistical errors of the simulation, events: with them the sample has its part in the channel's `staterror`. */
  readonly errors?: readonly number[];
  /** Free factors of the sample: the parameter of interest for a signal, a normalisation for a background. */
  readonly factors?: readonly string[];
  /** Whether it scales with the luminosity; false by default. */
  readonly luminosity?: boolean;
  /** Its uncertainties. */
  readonly systematics?: readonly Systematic[];
}

/** A region, as histograms. */
export interface ChannelHistograms {
  /** Name, unique. */
  readonly name: string;
  /** Observed events in each bin. */
  readonly observed: readonly number[];
  /** Name of the parameters of the simulation's statistics; `staterror_` and the channel's name by default. */
  readonly statistics?: string;
  /** The processes. */
  readonly samples: readonly SampleHistograms[];
}

/** What {@link workspaceFrom} makes a workspace of. */
export interface WorkspaceParts {
  /** The regions. */
  readonly channels: readonly ChannelHistograms[];
  /** Parameter of interest, the name of a factor. */
  readonly poi: string;
  /** Name of the measurement; `measurement` by default. */
  readonly measurement?: string;
  /** Relative error of the luminosity, > 0; needed when a sample scales with it. */
  readonly luminosityError?: number;
  /** Modifiers smaller than this are left out; none by default. */
  readonly prune?: PruneThresholds;
  /** Starts and bounds of parameters, as the workspace's form has them. */
  readonly parameters?: readonly ParameterConfig[];
}

function modifiersOf(s: SampleHistograms, statistics: string, prune: PruneThresholds): Modifier[] {
  requireOptions(`workspaceFrom: sample ${s.name}`, s, [
    "name",
    "data",
    "errors",
    "factors",
    "luminosity",
    "systematics",
  ]);
  for (const one of s.systematics ?? []) {
    requireOptions(`workspaceFrom: systematic of ${s.name}`, one, [
      "name",
      "up",
      "down",
      "symmetrise",
      "smooth",
      "separate",
    ]);
  }
  return [
    ...(s.factors ?? []).map((name): Modifier => ({ name, type: "normfactor", data: null })),
    ...(s.luminosity === true ? [{ name: "lumi", type: "lumi", data: null } as const] : []),
    ...(s.systematics ?? []).flatMap((one) => systematicModifiers(s.name, s.data, one, prune)),
    ...(s.errors === undefined ? [] : [{ name: statistics, type: "staterror", data: s.errors } as const]),
  ];
}

/**
 * A workspace from histograms: samples with their systematics up and down (or up alone, mirrored), symmetrised, smoothed and
 * pruned as asked, and the statistics of the simulation.
 *
 * A systematic given as histograms becomes a scale (`normsys`) and a shape (`histosys`) of one parameter, so that the
 * total stays positive and each part can be pruned alone; with `separate: false` it stays histograms.
 * @param parts - The histograms and what is to be measured.
 * @throws RangeError for histograms that do not fit, and for unknown options; WorkspaceError when the result is no workspace.
 * @example
 * ```ts
 * fit(histFactory(workspaceFrom({ poi: "mu", channels: [{ name: "r", observed: [55], samples: [{ name: "s", data: [5], factors: ["mu"] }, { name: "b", data: [50], systematics: [{ name: "k", up: 1.1 }] }] }] }))).parameters.mu; // ≈ 1
 * ```
 */
export function workspaceFrom(parts: WorkspaceParts): Workspace {
  requireOptions("workspaceFrom", parts, ["channels", "poi", "measurement", "luminosityError", "prune", "parameters"]);
  const { poi, measurement = "measurement", luminosityError, prune = {}, parameters = [] } = parts;
  requireOptions("workspaceFrom: prune", prune, ["scale", "shape"]);
  const scaled = parts.channels.some((c) => c.samples.some((s) => s.luminosity === true));
  if (scaled && !(luminosityError !== undefined && luminosityError > 0 && luminosityError < Infinity)) {
    throw new RangeError(
      `workspaceFrom: luminosityError must be a finite number > 0 for samples that scale with it, got ${String(luminosityError)}`,
    );
  }
  const lumi: ParameterConfig[] = scaled
    ? [
        {
          name: "lumi",
          auxdata: [1],
          inits: [1],
          bounds: [[Math.max(1e-10, 1 - 5 * (luminosityError ?? 0)), 1 + 5 * (luminosityError ?? 0)]],
          sigmas: [luminosityError ?? 0],
        },
      ]
    : [];
  return parseWorkspace({
    channels: parts.channels.map((c): Channel => {
      requireOptions("workspaceFrom: channel", c, ["name", "observed", "statistics", "samples"]);
      const { name, samples, statistics = `staterror_${name}` } = c;
      return {
        name,
        samples: samples.map((s) => ({ name: s.name, data: s.data, modifiers: modifiersOf(s, statistics, prune) })),
      };
    }),
    observations: parts.channels.map(({ name, observed }) => ({ name, data: observed })),
    measurements: [{ name: measurement, config: { poi, parameters: [...lumi, ...parameters] } }],
    version: "1.0.0",
  });
}
