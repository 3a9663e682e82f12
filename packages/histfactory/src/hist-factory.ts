import { requireChoice, requireOptions } from "@belladonna/numerics";
import { withParameters } from "@belladonna/stats";
import type { Parameter, ParameterChange } from "@belladonna/stats";
import { channelLayout, compile } from "./compile.js";
import type { CompiledModel } from "./compile.js";
import { constraints } from "./constraint.js";
import type { FactorInterpolation, ShiftInterpolation } from "./interpolation.js";
import { withData, workbench } from "./model-likelihood.js";
import type { HistFactory, Model } from "./model-likelihood.js";
import { parameterSets } from "./parameter-set.js";
import { valleysOf } from "./valleys.js";
import { patched } from "./patch.js";
import type { PatchChoice } from "./patch.js";
import type { PatchOperation } from "./patch-set.js";
import { customLikelihood } from "./custom-likelihood.js";
import type { CustomModel } from "./custom-likelihood.js";
import { customParts, customSets } from "./custom-model.js";
import type { CustomModifiers } from "./custom-modifier.js";
import { checkedWorkspace } from "./validate.js";
import { shown, WorkspaceError } from "./workspace-error.js";
import type { Measurement, Workspace } from "./workspace.js";

/** Interpolation codes by kind of modifier; smooth where absent. */
export interface InterpolationCodes {
  /** Of factors. */
  readonly normsys?: FactorInterpolation;
  /** Of shapes. */
  readonly histosys?: ShiftInterpolation;
}

/** What {@link histFactory} may be told besides the workspace. */
export interface HistFactoryOptions {
  /** Name of the measurement; the first of the workspace when absent. */
  readonly measurement?: string;
  /** Operations of a JSON Patch (RFC 6902) to apply first, or one patch of a patch set. */
  readonly patch?: readonly PatchOperation[] | PatchChoice;
  /**
   * Name of the parameter of interest, in place of the measurement's, or `null` for none; a parameter of one bin is named
   * `name[0]`.
   */
  readonly poi?: string | null;
  /** Starts, bounds and fixed parameters that replace those of the measurement, by name of the parameter. */
  readonly parameters?: Readonly<Record<string, ParameterChange>>;
  /** Kinds of modifiers of your own, by the `type` that the workspace names them by. */
  readonly modifiers?: CustomModifiers;
  /**
   * How modifiers go between their three values, which the format leaves open: `"smooth"` (the default: code 4 for
   * `normsys`, code 4p for `histosys`), `"kinked"` (codes 1 and 0, as the first HistFactory), or each by name.
   */
  readonly interpolation?: "smooth" | "kinked" | InterpolationCodes;
}

const OPTIONS = {
  measurement: true,
  patch: true,
  poi: true,
  parameters: true,
  interpolation: true,
  modifiers: true,
} satisfies Record<keyof HistFactoryOptions, true>;

/** Parameters whose modifiers go over zero with a kink. */
function kinksOf(m: CompiledModel): number[] {
  const shifts = m.shiftCode === "code0" ? m.shiftParameter : [];
  const factors = m.factorCode === "code1" ? m.factorParameter.filter((_, k) => m.factorCoefficient[k] >= 0) : [];
  return [...new Set([...shifts, ...factors])].sort((a, b) => a - b);
}

/**
 * The likelihood of a HistFactory workspace, the format in which ATLAS publishes and which pyhf writes.
 *
 * $$-2\ln L(\theta)=-2\sum_b\ln P(n_b|\nu_b(\theta))-2\sum_c\ln f_c(a_c|\theta),$$
 * with the normalisation of every Poisson and Gaussian term, so that values can be compared with pyhf's; Poisson terms in the
 * deviance form, which keeps its digits for constraints with $\tau\sim10^{11}$. Parameters, their order, start values
 * and bounds are pyhf's. Gradient and Hessian are exact (at the kink of codes 0 and 1, those of the side $\alpha\ge0$)
 * and, like the value, cost a time linear in bins times samples and allocate nothing. Where the value is `Infinity`
 * they are not defined.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const model = histFactory(uncorrelatedBackground(counts, [3, 7]));
 * upperLimit(model).observed; // ≈ 1.012
 * ```
 * @param workspace - The JSON document: text, or the value parsed from it. A patch set is checked against the digest of
 *   text; of a parsed value only when no number in it was written as a whole number with a point.
 * @param options - Measurement, patch and interpolation.
 * @returns The likelihood of the observed data.
 * @throws WorkspaceError with the path and the reason when the workspace, a patch or the parameter of interest cannot be
 *   used; RangeError when an option is unknown or `parameters` does not fit the model.
 * @see [HistFactory](https://cds.cern.ch/record/1456844), [pyhf](https://doi.org/10.21105/joss.02823)
 */
export function histFactory(workspace: Workspace | string, options: HistFactoryOptions = {}): HistFactory {
  requireOptions("histFactory", options, Object.keys(OPTIONS));
  const { modifiers, ...rest } = options;
  const document = options.patch === undefined ? workspace : patched(workspace, options.patch);
  const checked = checkedWorkspace(document, Object.keys(modifiers ?? {}));
  return modifiers === undefined ? plain(checked, rest) : customised(checked, rest, modifiers);
}

/** The measurement asked for, or the first. */
function measurementOf(
  { measurements }: Workspace,
  wanted: string | undefined,
): { index: number; chosen: Measurement } {
  const index = wanted === undefined ? 0 : measurements.findIndex((x) => x.name === wanted);
  if (index < 0) {
    const names = measurements.map((x) => shown(x.name)).join(", ");
    throw new WorkspaceError("measurements", `has no entry ${shown(wanted)}, only ${names}`);
  }
  return { index, chosen: measurements[index] };
}

/** The likelihood of a workspace with custom modifiers. */
function customised(workspace: Workspace, options: HistFactoryOptions, kinds: CustomModifiers): HistFactory {
  const { chosen } = measurementOf(workspace, options.measurement);
  const parts = customParts(workspace, kinds, chosen);
  const { parameters: changes, ...rest } = options;
  const inner = plain(parts.workspace, { ...rest, measurement: chosen.name, poi: null });
  const hidden = new Set(parts.uses.map((u) => u.hidden));
  let offset = 0;
  const sets = inner.parameterSets
    .filter((s) => !hidden.has(s.name))
    .map((s) => ({ ...s, offset: (offset += s.size) - s.size }));
  const visible = inner.parameterSets
    .filter((s) => !hidden.has(s.name))
    .flatMap((s) => Array.from({ length: s.size }, (_, i) => s.offset + i));
  const own = customSets(parts, chosen, offset);
  for (const { name } of own.parameters) {
    if (sets.some((s) => s.name === name)) {
      throw new WorkspaceError("modifiers", `bring a parameter ${shown(name)}, which another modifier has`);
    }
  }
  const parameters = [...visible.map((i) => inner.parameters[i]), ...own.parameters];
  const poi = options.poi === undefined ? chosen.config.poi : (options.poi ?? "");
  if (poi !== "" && !parameters.some((p) => p.name === poi)) {
    throw new WorkspaceError("poi", `names no parameter of the model: ${shown(poi)}; the option poi can name another`);
  }
  const model: CustomModel = {
    workspace,
    poi,
    parameters,
    sets: [...sets, ...own.sets],
    visible,
    uses: parts.uses.map((u) => ({
      ...u,
      first: inner.parameterSets.find((s) => s.name === u.hidden)?.offset ?? -1,
    })),
    constraints: own.sets.flatMap((s) => s.scales.map((sigma) => ({ index: s.offset, sigma }))),
  };
  const aux = Float64Array.from(own.sets.flatMap((s) => s.auxdata));
  return withParameters(customLikelihood(model, inner, aux), changes ?? {});
}

/** The likelihood of a checked workspace that has no custom modifier. */
function plain(checked: Workspace, options: HistFactoryOptions): HistFactory {
  const { index, chosen } = measurementOf(checked, options.measurement);
  const { name, config } = chosen;
  const sets = parameterSets(checked, chosen, `measurements[${index}]`);
  if (sets.length === 0) throw new WorkspaceError("channels", "have no modifier, so that there is no parameter");
  const parameters = sets.flatMap((s) =>
    s.inits.map((start, i): Parameter => {
      const [min, max] = s.bounds[i];
      return { name: s.scalar ? s.name : `${s.name}[${i}]`, start, min, max, ...(s.fixed[i] ? { fixed: true } : {}) };
    }),
  );
  const poi = options.poi === undefined ? config.poi : (options.poi ?? "");
  const candidates = options.poi === undefined ? sets.filter((s) => s.scalar) : parameters;
  if (poi !== "" && !candidates.some((s) => s.name === poi)) {
    const where = options.poi === undefined ? `measurements[${index}].config.poi` : "poi";
    throw new WorkspaceError(where, `names no parameter of the model: ${shown(poi)}; the option poi can name another`);
  }
  const codes = options.interpolation ?? "smooth";
  if (typeof codes === "string") requireChoice("histFactory: interpolation", codes, ["smooth", "kinked"]);
  const preset = codes === "kinked" ? ({ normsys: "code1", histosys: "code0" } as const) : undefined;
  const own = typeof codes === "string" ? preset : codes;
  if (own !== undefined) {
    requireOptions("histFactory: interpolation", own, ["normsys", "histosys"]);
    if (own.normsys !== undefined) requireChoice("histFactory: normsys", own.normsys, ["code1", "code4"]);
    if (own.histosys !== undefined) requireChoice("histFactory: histosys", own.histosys, ["code0", "code2", "code4p"]);
  }
  const terms = constraints(sets);
  const compiled = compile(checked, sets, own?.normsys ?? "code4", own?.histosys ?? "code4p");
  const observed = new Map(checked.observations.map((o) => [o.name, o.data]));
  const channels = channelLayout(checked);
  const data = Float64Array.from([...channels.flatMap((c) => observed.get(c.name) ?? []), ...terms.auxdata]);
  const model: Model = {
    workspace: checked,
    measurement: name,
    poi,
    parameters,
    sets,
    channels,
    compiled,
    constraints: terms,
    kinks: kinksOf(compiled),
    valleys: valleysOf(compiled),
  };
  return withParameters(withData(model, workbench(compiled), data), options.parameters ?? {});
}
