import { square } from "@belladonna/numerics/elementary";
import { byName, compareCodePoints } from "./names.js";
import { shown, WorkspaceError } from "./workspace-error.js";
import type { Measurement, Modifier, ParameterConfig, Workspace } from "./workspace.js";

/** A parameter, or one for each bin, with its constraint term. */
export interface ParameterSet {
  /** Name of the modifier it belongs to. */
  readonly name: string;
  /** Whether it is one parameter called `name`, or several called `name[0]`, `name[1]`, … */
  readonly scalar: boolean;
  /** Number of parameters. */
  readonly size: number;
  /** Index of the first in every `theta`. */
  readonly offset: number;
  /** The auxiliary measurement: none, a Gaussian of the parameter, or a Poisson count of its multiple. */
  readonly constraint: "none" | "gaussian" | "poisson";
  /** Start values. */
  readonly inits: readonly number[];
  /** Lower and upper bounds. */
  readonly bounds: readonly (readonly number[])[];
  /** Which are held at their start value. */
  readonly fixed: readonly boolean[];
  /** Central values of the auxiliary measurements; empty when there is no constraint. */
  readonly auxdata: readonly number[];
  /** Width of each Gaussian, or the factor $\tau$ of each Poisson mean $\tau\theta$; empty when there is no constraint. */
  readonly scales: readonly number[];
}

type Draft = Omit<ParameterSet, "offset" | "name">;
type Kind = Modifier["type"];

/** The constraint that each kind of modifier brings. */
export const constraintsOf: Readonly<Record<Kind, ParameterSet["constraint"]>> = {
  histosys: "gaussian",
  lumi: "gaussian",
  normfactor: "none",
  normsys: "gaussian",
  shapefactor: "none",
  shapesys: "poisson",
  staterror: "gaussian",
};

const KINDS: readonly Kind[] = ["histosys", "lumi", "normfactor", "normsys", "shapefactor", "shapesys", "staterror"];

const fill = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

function scalar(init: number, bounds: readonly number[], sigma?: number): Draft {
  const free = sigma === undefined;
  return {
    scalar: true,
    size: 1,
    constraint: free ? "none" : "gaussian",
    inits: [init],
    bounds: [bounds],
    fixed: [false],
    auxdata: free ? [] : [init],
    scales: free ? [] : [sigma],
  };
}

/** One parameter a bin, with a Gaussian of relative width, or the Poisson of an equivalent count; unused bins are fixed. */
function perBin(constraint: Draft["constraint"], scales: readonly number[], used: readonly boolean[]): Draft {
  const n = used.length;
  return {
    scalar: false,
    size: n,
    constraint,
    inits: fill(n, 1),
    bounds: fill(n, constraint === "none" ? [0, 10] : [1e-10, 10]),
    fixed: used.map((u) => !u),
    auxdata: constraint === "none" ? [] : constraint === "gaussian" ? fill(n, 1) : scales,
    scales,
  };
}

/** A modifier with where it stands: indices of the workspace's own order, and the bins of the sample. */
interface Use {
  readonly modifier: Modifier;
  readonly sample: string;
  readonly data: readonly number[];
  readonly channel: number;
  readonly path: string;
}

/** Every modifier, channels and samples and names in sorted order: the order of first use decides the parameters' order. */
function uses({ channels }: Workspace): Use[] {
  const indexed = <T extends { readonly name: string }>(items: readonly T[]) =>
    items.map((item, index) => ({ item, index, name: item.name })).sort(byName);
  return indexed(channels).flatMap(({ item: c, index: i }, channel) =>
    indexed(c.samples).flatMap(({ item: s, index: j }) =>
      indexed(s.modifiers).map(({ item: modifier, index: k }) => ({
        modifier,
        sample: s.name,
        data: s.data,
        channel,
        path: `channels[${i}].samples[${j}].modifiers[${k}]`,
      })),
    ),
  );
}

/**
 * Relative uncertainty of the sum of the samples that share a `staterror`, in each bin of each of its channels:
 * $\sqrt{\sum_s\delta_s^2}/\sum_s\nu_s$.
 */
function statErrorDraft(shared: readonly Use[]): Draft {
  const channels = [...new Set(shared.map((u) => u.channel))];
  // Each sample that shares the modifier must do so in all of its channels, or the bins' meaning would differ.
  for (const sample of new Set(shared.map((u) => u.sample))) {
    const own = shared.filter((u) => u.sample === sample);
    if (own.length !== channels.length) {
      throw new WorkspaceError(
        own[0].path,
        `must be on the sample ${shown(sample)} in each of the ${channels.length} channels that use ${shown(own[0].modifier.name)}`,
      );
    }
  }
  const sigmas = channels.flatMap((channel) => {
    const here = shared.filter((u) => u.channel === channel);
    return here[0].data.map((_, bin) => {
      const total = here.reduce((sum, u) => sum + u.data[bin], 0);
      const variance = here.reduce((sum, u) => sum + square((u.modifier.data as readonly number[])[bin]), 0);
      return total > 0 ? Math.sqrt(variance) / total : 0;
    });
  });
  return perBin(
    "gaussian",
    sigmas.map((s) => (s === 0 ? 1 : s)),
    sigmas.map((s) => s > 0),
  );
}

function draft(kind: Kind, shared: readonly Use[]): Draft {
  const { modifier, data, path } = shared[0];
  switch (kind) {
    case "histosys":
    case "normsys":
      return scalar(0, [-5, 5], 1);
    case "normfactor":
      return scalar(1, [0, 10]);
    case "lumi":
      return scalar(Number.NaN, [Number.NaN, Number.NaN], Number.NaN);
    case "shapefactor": {
      const other = shared.find((u) => u.data.length !== data.length);
      if (other !== undefined) {
        throw new WorkspaceError(
          other.path,
          `shares ${shown(modifier.name)} with ${path}, which has ${data.length} bins, not ${other.data.length}`,
        );
      }
      return perBin("none", [], fill(data.length, true));
    }
    case "shapesys": {
      if (shared.length > 1) {
        throw new WorkspaceError(shared[1].path, `repeats the shapesys ${shown(modifier.name)} of ${path}`);
      }
      const delta = modifier.data as readonly number[];
      const used = delta.map((d, bin) => d > 0 && data[bin] > 0);
      return perBin(
        "poisson",
        delta.map((d, bin) => (used[bin] ? square(data[bin] / d) : 1)),
        used,
      );
    }
    case "staterror":
      return statErrorDraft(shared);
  }
}

/** The draft with what the measurement configures. */
function configured(name: string, own: Draft, config: ParameterConfig | undefined, path: string, first: string): Draft {
  const pick = <T>(field: keyof ParameterConfig, given: readonly T[] | undefined, standard: readonly T[]) => {
    if (given === undefined) return standard;
    if (standard.length === 0) throw new WorkspaceError(`${path}.${field}`, `is not used by ${shown(name)}`);
    if (given.length !== own.size) {
      throw new WorkspaceError(`${path}.${field}`, `must have ${own.size} elements, got ${given.length}`);
    }
    return given;
  };
  const gaussian = own.constraint === "gaussian";
  // A constrained shift has unit width by construction; only per-bin sets and the luminosity carry widths.
  const wide = gaussian && (!own.scalar || Number.isNaN(own.scales[0]));
  const sigmas = pick("sigmas", config?.sigmas, wide ? own.scales : []);
  const factors = pick("factors", config?.factors, own.constraint === "poisson" ? own.scales : []);
  const odd = (wide ? sigmas : factors).findIndex((x) => x * x === 0 || x * x === Number.POSITIVE_INFINITY);
  if (odd >= 0) {
    throw new WorkspaceError(`${first}.data`, `gives bin ${odd} of ${shown(name)} no finite width: too large or small`);
  }
  const result: Draft = {
    ...own,
    inits: pick("inits", config?.inits, own.inits),
    bounds: pick("bounds", config?.bounds, own.bounds),
    auxdata: pick("auxdata", config?.auxdata, own.auxdata),
    fixed: config?.fixed === undefined ? own.fixed : fill(own.size, config.fixed),
    scales: wide ? sigmas : own.constraint === "poisson" ? factors : own.scales,
  };
  for (let i = 0; i < result.size; i++) {
    const [low, high] = result.bounds[i];
    for (const [field, value] of Object.entries({
      inits: result.inits[i],
      bounds: low,
      auxdata: result.auxdata[i],
      sigmas: result.scales[i],
    })) {
      if (Number.isNaN(value))
        throw new WorkspaceError(`${path}.${field}`, `is missing: ${shown(name)} has no default`);
    }
    if (!result.fixed[i] && !(result.inits[i] >= low && result.inits[i] <= high)) {
      throw new WorkspaceError(
        `${path}.inits[${i}]`,
        `must be in the bounds [${low}, ${high}], got ${result.inits[i]}`,
      );
    }
    if (result.constraint === "poisson" && result.auxdata[i] < 0) {
      throw new WorkspaceError(`${path}.auxdata[${i}]`, `must be >= 0, got ${result.auxdata[i]}`);
    }
  }
  return result;
}

/**
 * The parameters of a workspace under one of its measurements, in pyhf's order: by type of modifier, then in the order in
 * which sorted channels, samples and names first use them.
 * @param workspace - A checked workspace.
 * @param measurement - One of its measurements.
 * @param path - Where the measurement stands, for messages.
 * @throws WorkspaceError where a name is shared by modifiers that cannot share it, or a configuration does not fit.
 */
export function parameterSets(workspace: Workspace, measurement: Measurement, path: string): ParameterSet[] {
  const all = uses(workspace);
  const configs = measurement.config.parameters;
  const sets: ParameterSet[] = [];
  const owners = new Map<string, { readonly kind: Kind; readonly first: string }>();
  let offset = 0;
  for (const kind of KINDS) {
    const shared = new Map<string, Use[]>();
    for (const use of all) {
      if (use.modifier.type !== kind) continue;
      const list = shared.get(use.modifier.name);
      if (list === undefined) shared.set(use.modifier.name, [use]);
      else list.push(use);
    }
    const entries = [...shared];
    if (kind === "staterror") entries.sort(([a], [b]) => compareCodePoints(a, b));
    for (const [name, list] of entries) {
      const taken = owners.get(name);
      if (taken !== undefined) {
        if (kind === "normsys" && taken.kind === "histosys") continue;
        throw new WorkspaceError(
          `${list[0].path}.name`,
          `${shown(name)} is the name of a ${taken.kind} too (${taken.first}), which cannot share its parameter with a ${kind}`,
        );
      }
      const index = configs.findIndex((c) => c.name === name);
      const at = index < 0 ? `${path}.config.parameters (${name})` : `${path}.config.parameters[${index}]`;
      const set = configured(name, draft(kind, list), index < 0 ? undefined : configs[index], at, list[0].path);
      owners.set(name, { kind, first: list[0].path });
      sets.push({ name, offset, ...set });
      offset += set.size;
    }
  }
  return sets;
}
