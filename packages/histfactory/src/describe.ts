import { constraintsOf } from "./parameter-set.js";
import type { Modifier, Workspace } from "./workspace.js";

/** A channel in names and numbers. */
export interface ChannelDescription {
  /** Its name. */
  readonly name: string;
  /** Number of its bins. */
  readonly bins: number;
  /** Names of its samples. */
  readonly samples: readonly string[];
}

/** A parameter and what uses it. */
export interface ParameterDescription {
  /** Its name. */
  readonly name: string;
  /** Kinds of modifier. */
  readonly types: readonly Modifier["type"][];
  /** How it is constrained. */
  readonly constraint: "none" | "gaussian" | "poisson";
  /** How often it is used. */
  readonly uses: number;
}

/** A measurement in names. */
export interface MeasurementDescription {
  /** Its name. */
  readonly name: string;
  /** The parameter of interest. */
  readonly poi: string;
  /** Names of the parameters that it configures. */
  readonly configured: readonly string[];
}

/** What is in a workspace, in names and numbers. */
export interface WorkspaceDescription {
  /** The channels with their number of bins, in the order of the file. */
  readonly channels: readonly ChannelDescription[];
  /** Names of all samples, sorted. */
  readonly samples: readonly string[];
  /** Parameters (sets of those with one a bin) with the kinds of modifier that use them and how often. */
  readonly parameters: readonly ParameterDescription[];
  /** The measurements with their parameters of interest and what they configure. */
  readonly measurements: readonly MeasurementDescription[];
  /** Observations of regions that have no channel. */
  readonly unused: readonly string[];
}

/**
 * What is in a workspace: channels, samples, parameters and measurements.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const workspace = uncorrelatedBackground(counts, [3, 7]);
 * describeWorkspace(workspace).samples; // ["background", "signal"]
 * ```
 * @param workspace - A checked workspace.
 */
export function describeWorkspace({ channels, measurements, observations }: Workspace): WorkspaceDescription {
  const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
  const modifiers = channels.flatMap((c) => c.samples.flatMap((s) => s.modifiers));
  const names = new Set(channels.map((c) => c.name));
  return {
    channels: channels.map(({ name, samples }) => ({
      name,
      bins: samples[0].data.length,
      samples: samples.map((s) => s.name),
    })),
    samples: sorted(channels.flatMap((c) => c.samples.map((s) => s.name))),
    parameters: sorted(modifiers.map((m) => m.name)).map((name) => {
      const own = modifiers.filter((m) => m.name === name);
      const types = [...new Set(own.map((m) => m.type))].sort();
      return { name, types, constraint: constraintsOf[types[0]], uses: own.length };
    }),
    measurements: measurements.map(({ name, config }) => ({
      name,
      poi: config.poi,
      configured: config.parameters.map((p) => p.name),
    })),
    unused: observations.filter((o) => !names.has(o.name)).map((o) => o.name),
  };
}
