import { requireOptions } from "@belladonna/numerics";
import { byName, compareCodePoints } from "./names.js";
import { parseWorkspace } from "./validate.js";
import { shown } from "./workspace-error.js";
import type { Modifier, Workspace } from "./workspace.js";

/** What to take out of a workspace: everything that bears one of these names or types. */
export interface PruneOptions {
  /** Names of modifiers; their parameters' configurations go too. */
  readonly modifiers?: readonly string[];
  /** Types of modifiers. */
  readonly modifierTypes?: readonly Modifier["type"][];
  /** Names of samples. */
  readonly samples?: readonly string[];
  /** Names of channels; their observations go too. */
  readonly channels?: readonly string[];
  /** Names of measurements. */
  readonly measurements?: readonly string[];
}

const PRUNE = {
  modifiers: true,
  modifierTypes: true,
  samples: true,
  channels: true,
  measurements: true,
} satisfies Record<keyof PruneOptions, true>;

/** New names for what bears the old ones. */
export interface RenameOptions {
  /** Modifiers, with their parameters and the parameter of interest; `lumi` keeps its name. */
  readonly modifiers?: Readonly<Record<string, string>>;
  /** Samples. */
  readonly samples?: Readonly<Record<string, string>>;
  /** Channels, with their observations. */
  readonly channels?: Readonly<Record<string, string>>;
  /** Measurements. */
  readonly measurements?: Readonly<Record<string, string>>;
}

const RENAME = { modifiers: true, samples: true, channels: true, measurements: true } satisfies Record<
  keyof RenameOptions,
  true
>;

type Named = "modifiers" | "samples" | "channels" | "measurements";

/** All names of a kind in a workspace. */
function namesOf({ channels, measurements }: Workspace, kind: Named): Set<string> {
  const samples = channels.flatMap((c) => c.samples);
  const items = {
    channels,
    measurements,
    samples,
    modifiers: samples.flatMap((s) => s.modifiers),
  }[kind];
  return new Set(items.map((x) => x.name));
}

function known(caller: string, kind: string, wanted: readonly string[], present: ReadonlySet<string>): void {
  for (const name of wanted) {
    if (!present.has(name)) throw new RangeError(`${caller}: ${kind} must be in the workspace, got ${shown(name)}`);
  }
}

const KINDS: readonly Named[] = ["modifiers", "samples", "channels", "measurements"];

/**
 * A workspace without some of its parts.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const workspace = uncorrelatedBackground(counts, [3, 7]);
 * pruneWorkspace(workspace, { samples: ["signal"] }).channels[0].samples.length; // 1
 * ```
 * @param workspace - The workspace; it is not changed.
 * @param options - What goes.
 * @throws RangeError when something named is not there; WorkspaceError when what is left is no workspace.
 */
export function pruneWorkspace(workspace: Workspace, options: PruneOptions): Workspace {
  requireOptions("pruneWorkspace", options, Object.keys(PRUNE));
  const checked = parseWorkspace(workspace);
  for (const kind of KINDS) known("pruneWorkspace", kind, options[kind] ?? [], namesOf(checked, kind));
  const all = checked.channels.flatMap((c) => c.samples.flatMap((s) => s.modifiers));
  known("pruneWorkspace", "modifierTypes", options.modifierTypes ?? [], new Set(all.map((m) => m.type)));
  const keeps =
    (names: readonly string[] | undefined) =>
    (item: { readonly name: string }): boolean =>
      !(names ?? []).includes(item.name);
  return parseWorkspace({
    ...checked,
    channels: checked.channels.filter(keeps(options.channels)).map((c) => ({
      ...c,
      samples: c.samples.filter(keeps(options.samples)).map((s) => ({
        ...s,
        modifiers: s.modifiers.filter(keeps(options.modifiers)).filter((m) => !options.modifierTypes?.includes(m.type)),
      })),
    })),
    observations: checked.observations.filter(keeps(options.channels)),
    measurements: checked.measurements.filter(keeps(options.measurements)).map((m) => ({
      ...m,
      config: { ...m.config, parameters: m.config.parameters.filter(keeps(options.modifiers)) },
    })),
  });
}

/**
 * A workspace with some of its parts renamed. Two modifiers given one name share its parameter.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const workspace = uncorrelatedBackground(counts, [3, 7]);
 * renameWorkspace(workspace, { samples: { signal: "zprime" } }).channels[0].samples[0].name; // "zprime"
 * ```
 * @param workspace - The workspace; it is not changed.
 * @param options - The new names.
 * @throws RangeError when something named is not there; WorkspaceError when the result is no workspace, as when two
 *   channels get one name.
 */
export function renameWorkspace(workspace: Workspace, options: RenameOptions): Workspace {
  requireOptions("renameWorkspace", options, Object.keys(RENAME));
  const checked = parseWorkspace(workspace);
  for (const kind of KINDS) known("renameWorkspace", kind, Object.keys(options[kind] ?? {}), namesOf(checked, kind));
  const newName = (names: Readonly<Record<string, string>> | undefined, name: string): string =>
    names !== undefined && Object.hasOwn(names, name) ? names[name] : name;
  const renamed =
    (names: Readonly<Record<string, string>> | undefined) =>
    <T extends { readonly name: string }>(item: T): T => ({ ...item, name: newName(names, item.name) });
  return parseWorkspace({
    ...checked,
    channels: checked.channels.map(renamed(options.channels)).map((c) => ({
      ...c,
      samples: c.samples.map(renamed(options.samples)).map((s) => ({
        ...s,
        modifiers: s.modifiers.map(renamed(options.modifiers)),
      })),
    })),
    observations: checked.observations.map(renamed(options.channels)),
    measurements: checked.measurements.map(renamed(options.measurements)).map((m) => ({
      ...m,
      config: {
        poi: newName(options.modifiers, m.config.poi),
        parameters: m.config.parameters.map(renamed(options.modifiers)),
      },
    })),
  });
}

/**
 * A workspace with channels, samples, modifiers, observations, measurements and parameters sorted by name, so that two which
 * say the same have the same digest.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const workspace = uncorrelatedBackground(counts, [3, 7]);
 * workspaceDigest(sortWorkspace(workspace)) === workspaceDigest(sortWorkspace(sortWorkspace(workspace))); // true
 * ```
 * @param workspace - The workspace; it is not changed.
 * @throws WorkspaceError when it is no workspace.
 */
export function sortWorkspace(workspace: Workspace): Workspace {
  const checked = parseWorkspace(workspace);
  const sorted = <T extends { readonly name: string }>(items: readonly T[]): T[] => [...items].sort(byName);
  return {
    ...checked,
    channels: sorted(checked.channels).map((c) => ({
      ...c,
      samples: sorted(c.samples).map((s) => ({
        ...s,
        modifiers: [...s.modifiers].sort((a, b) => byName(a, b) || compareCodePoints(a.type, b.type)),
      })),
    })),
    measurements: sorted(checked.measurements).map((m) => ({
      ...m,
      config: { ...m.config, parameters: sorted(m.config.parameters) },
    })),
    observations: sorted(checked.observations),
  };
}
