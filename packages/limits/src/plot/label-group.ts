import { palette } from "@belladonna/plot";
import type { Limit } from "../limit.js";
import type { LimitEntry, LimitStyle } from "./options.js";
import { defaultStyle } from "./style.js";

/** Limits that share a label and a colour. */
export interface LabelGroup {
  /** The label; `""` for none. */
  readonly label: string;
  /** Any CSS colour. */
  readonly color: string;
  /** The limits, each with its style and its place among all entries. */
  readonly entries: { readonly limit: Limit; readonly style: LimitStyle; readonly entry: number }[];
}

/** Limits by their labels, in the order of the first of each; those without a label are on their own. */
export function labelGroups(entries: readonly LimitEntry[]): LabelGroup[] {
  const groups = new Map<string, LabelGroup>();
  entries.forEach((e, i) => {
    const label = e.label ?? e.limit.label ?? e.limit.id;
    const key = label === "" ? `#${i}` : label;
    const style = e.style ?? defaultStyle(e.limit);
    const color = e.color ?? (style === "bands" ? "black" : palette[groups.size % palette.length]);
    const group = groups.get(key) ?? {
      label: style === "bands" && e.label === undefined ? "" : label,
      color,
      entries: [],
    };
    group.entries.push({ limit: e.limit, style, entry: i });
    groups.set(key, group);
  });
  return [...groups.values()];
}
