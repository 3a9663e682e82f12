import { requireChoice, requireOptions } from "@belladonna/numerics";
import { canonicalValue } from "./canonical-json.js";
import { parseWorkspace } from "./validate.js";
import { shown } from "./workspace-error.js";
import type { Channel, Measurement, Workspace } from "./workspace.js";

/** How {@link combineWorkspaces} treats what both workspaces name. */
export interface CombineOptions {
  /**
   * `"none"` (the default) refuses any common name; `"outer"` takes what is equal in both once, merges the parameters of
   * measurements with one name and refuses what differs; `"left outer"` and `"right outer"` let one side win.
   */
  readonly join?: "none" | "outer" | "left outer" | "right outer";
  /** Whether channels of one name are merged sample by sample; not with `"none"`. */
  readonly mergeChannels?: boolean;
}

const OPTIONS = { join: true, mergeChannels: true } satisfies Record<keyof CombineOptions, true>;

type Join = NonNullable<CombineOptions["join"]>;
type Item = { readonly name: string };
type Merge<T> = (first: T, second: T) => T | undefined;

const equal = (a: unknown, b: unknown): boolean => canonicalValue(a) === canonicalValue(b);

/** Two lists as one: items of one name are merged where `merge` can, else treated as the join says. */
function joined<T extends Item>(
  what: string,
  join: Join,
  left: readonly T[],
  right: readonly T[],
  merge: Merge<T> = () => undefined,
): T[] {
  const [first, second] = join === "right outer" ? [right, left] : [left, right];
  const result = [...first];
  for (const item of second) {
    const at = result.findIndex((x) => x.name === item.name);
    if (at < 0) {
      result.push(item);
      continue;
    }
    const merged = join === "none" ? undefined : merge(result[at], item);
    if (merged !== undefined) result[at] = merged;
    else if (join === "none" || (join === "outer" && !equal(result[at], item))) {
      const fault = join === "none" ? "be in one workspace only" : "be equal in both workspaces";
      throw new RangeError(`combineWorkspaces: the ${what} ${shown(item.name)} must ${fault}; another join allows it`);
    }
  }
  return result;
}

function mergeMeasurements(first: Measurement, second: Measurement): Measurement {
  if (first.config.poi !== second.config.poi) {
    throw new RangeError(
      `combineWorkspaces: the measurement ${shown(first.name)} must have one parameter of interest, got ${shown(first.config.poi)} and ${shown(second.config.poi)}`,
    );
  }
  const parameters = joined("parameter", "outer", first.config.parameters, second.config.parameters);
  return { ...first, config: { ...first.config, parameters } };
}

/**
 * Two workspaces as one: their channels side by side, parameters of one name shared.
 *
 * ```ts
 * const counts = { signal: [12, 11], background: [50, 52], observed: [51, 48] };
 * const channel = (name) => renameWorkspace(uncorrelatedBackground(counts, [3, 7]), { channels: { singlechannel: name }, measurements: { measurement: name } });
 * combineWorkspaces(channel("a"), channel("b")).channels.length; // 2
 * ```
 * @param left - A workspace; it is not changed.
 * @param right - Another.
 * @param options - What to do with common names.
 * @throws RangeError when the join does not allow what is common; WorkspaceError when the result is no workspace.
 */
export function combineWorkspaces(left: Workspace, right: Workspace, options: CombineOptions = {}): Workspace {
  requireOptions("combineWorkspaces", options, Object.keys(OPTIONS));
  const { join = "none", mergeChannels = false } = options;
  requireChoice("combineWorkspaces: join", join, ["none", "outer", "left outer", "right outer"]);
  if (mergeChannels && join === "none") {
    throw new RangeError('combineWorkspaces: mergeChannels needs an outer join, got "none"');
  }
  const a = parseWorkspace(left);
  const b = parseWorkspace(right);
  const merge: Merge<Channel> = (x, y) =>
    mergeChannels ? { ...x, samples: joined("sample", "left outer", x.samples, y.samples) } : undefined;
  return parseWorkspace({
    channels: joined("channel", join, a.channels, b.channels, merge),
    measurements: joined(
      "measurement",
      join,
      a.measurements,
      b.measurements,
      join === "outer" ? mergeMeasurements : undefined,
    ),
    observations: joined("observation", join, a.observations, b.observations),
    version: "1.0.0",
  });
}
