import type { Parameter } from "@belladonna/stats";
import { completed } from "./custom-modifier.js";
import type { CompleteFactors, CustomModifiers, CustomParameter } from "./custom-modifier.js";
import type { ParameterSet } from "./parameter-set.js";
import { shown, WorkspaceError } from "./workspace-error.js";
import type { Measurement, Modifier, Workspace } from "./workspace.js";

/** Where the factors of one custom modifier go: the hidden factors of the bins of one sample. */
export interface CustomUse {
  /** Name of the hidden `shapefactor`. */
  readonly hidden: string;
  /** Positions of its parameters in the list of custom parameters. */
  readonly parameters: readonly number[];
  readonly factors: CompleteFactors;
}

/** A workspace without custom modifiers, and what is to be put in their place. */
export interface CustomParts {
  readonly workspace: Workspace;
  readonly parameters: readonly CustomParameter[];
  readonly uses: readonly CustomUse[];
}

/** The parameters with what the measurement configures of them. */
function configured(found: readonly CustomParameter[], { config }: Measurement): CustomParameter[] {
  return found.map((p) => {
    const own = config.parameters.find((c) => c.name === p.name);
    const bounds = own?.bounds?.at(0) ?? [p.min, p.max];
    return { ...p, start: own?.inits?.at(0) ?? p.start, min: bounds[0], max: bounds[1] };
  });
}

/** Take the custom modifiers out of a checked workspace, a hidden `shapefactor` standing for each. */
export function customParts(workspace: Workspace, kinds: CustomModifiers, measurement: Measurement): CustomParts {
  const parameters: CustomParameter[] = [];
  const uses: CustomUse[] = [];
  const positionOf = (p: CustomParameter, path: string): number => {
    const known = parameters.findIndex((q) => q.name === p.name);
    if (known < 0) return parameters.push(p) - 1;
    if (JSON.stringify(parameters[known]) !== JSON.stringify(p)) {
      throw new WorkspaceError(path, `has a parameter ${shown(p.name)} that is not as that of another modifier`);
    }
    return known;
  };
  const channels = workspace.channels.map((c, i) => ({
    ...c,
    samples: c.samples.map((s, j) => ({
      ...s,
      modifiers: s.modifiers.map((m, k): Modifier => {
        if (!Object.hasOwn(kinds, m.type)) return m;
        const path = `channels[${i}].samples[${j}].modifiers[${k}]`;
        const kind = kinds[m.type];
        const own = kind.parameters(m.name, m.data);
        const modified = { channel: c.name, sample: s.name, nominal: s.data, name: m.name, data: m.data };
        const factors = completed(kind.factors(modified), own);
        const starts = Float64Array.from(own, (p) => p.start);
        const bins = factors.value(starts).length;
        if (bins !== s.data.length) {
          throw new WorkspaceError(path, `must give ${s.data.length} factors, one a bin, got ${bins}`);
        }
        const hidden = `custom ${uses.length}: ${m.name}`;
        uses.push({ hidden, parameters: own.map((p) => positionOf(p, path)), factors });
        return { name: hidden, type: "shapefactor", data: null };
      }),
    })),
  }));
  const names = new Set(parameters.map((p) => p.name));
  const { config } = measurement;
  const inner: Measurement = {
    ...measurement,
    config: { ...config, parameters: config.parameters.filter((p) => !names.has(p.name)) },
  };
  return {
    workspace: { ...workspace, channels, measurements: [inner] },
    parameters: configured(parameters, measurement),
    uses,
  };
}

/** The custom parameters as sets and parameters that stand after those of the inner model. */
export function customSets(
  parts: CustomParts,
  { config }: Measurement,
  offset: number,
): { sets: ParameterSet[]; parameters: Parameter[] } {
  const fixed = (name: string): boolean => config.parameters.find((c) => c.name === name)?.fixed === true;
  return {
    sets: parts.parameters.map(({ name, start, min, max, constraint }, i) => ({
      name,
      scalar: true,
      size: 1,
      offset: offset + i,
      constraint: constraint === undefined ? "none" : "gaussian",
      inits: [start],
      bounds: [[min, max]],
      fixed: [fixed(name)],
      auxdata: constraint === undefined ? [] : [constraint.centre],
      scales: constraint === undefined ? [] : [constraint.sigma],
    })),
    parameters: parts.parameters.map(({ name, start, min, max }) => ({
      name,
      start,
      min,
      max,
      ...(fixed(name) ? { fixed: true } : {}),
    })),
  };
}
