import { explain, highLevel, hltMenu, hltVariables, namesSet } from "@belladonna/trigger";
import type { Bits, Detected, Explanation, HltVariables } from "@belladonna/trigger";
import type { LineRow } from "./answers.js";
import { lineRows } from "./line-rows.js";

/** What the high-level menu makes of a sample. */
export interface HighLevel {
  /** Lines that fire at all, the most efficient first. */
  readonly lines: readonly LineRow[];
  /** Lines that fired in an event. */
  readonly fired: (index: number) => readonly string[];
  /** Why a line of the menu fired in an event, or did not; undefined where the menu has no such line. */
  readonly explain: (line: string, index: number) => Explanation | undefined;
}

/**
 * Run the high-level menu, before its prescales, on events whatever level 1 said.
 * @param detected - The events.
 * @param level1 - Level-1 lines that fired, for the lines that pass them on.
 * @param seen - Events that left a track or a cluster.
 */
export function highLevelOf(detected: Detected, level1: Bits, seen: Uint8Array): HighLevel {
  const { fired } = highLevel(detected, hltMenu, { level1 });
  // Only who asks why needs the variables as columns.
  let variables: HltVariables | undefined;
  return {
    lines: lineRows(fired, seen),
    fired: (index) => namesSet(fired, index),
    explain: (line, index) => {
      if (!hltMenu.lines.some(({ name }) => name === line)) return undefined;
      variables ??= hltVariables(detected, { level1 });
      return explain(hltMenu, variables, line, index);
    },
  };
}
