import { requireChoice } from "@belladonna/numerics";

/** What a line says of an event: nothing when its cut does not hold or its prescale does not keep the event. */
export type LineResult = "accept" | "reject" | "noResult";

/**
 * What a line says of an event.
 *
 * A line that accepts does so when its cut holds and its prescale keeps the event; one that rejects, whenever its cut holds,
 * whatever the prescale (basf2 hlt/softwaretrigger/core/src/SoftwareTriggerCut.cc).
 *
 * ```ts
 * lineResult(true, true, "accept"); // "accept"
 * ```
 * @param holds - Whether the cut holds.
 * @param kept - Whether the prescale keeps the event.
 * @param kind - Whether the line accepts or rejects.
 */
export function lineResult(holds: boolean, kept: boolean, kind: "accept" | "reject"): LineResult {
  if (kind !== "accept") requireChoice("lineResult: kind", kind, ["accept", "reject"]);
  if (!holds) return "noResult";
  if (kind === "reject") return "reject";
  return kept ? "accept" : "noResult";
}

/**
 * What the lines of a menu together make of an event. In accept mode it is rejected only when a line rejects and none
 * accepts; else it is accepted only when a line accepts and none rejects.
 *
 * ```ts
 * menuResult([lineResult(true, true, "accept")], true); // "accept"
 * ```
 * @param results - What each line says.
 * @param acceptMode - Which of the two.
 */
export function menuResult(results: readonly LineResult[], acceptMode: boolean): "accept" | "reject" {
  const accepted = results.includes("accept");
  const rejected = results.includes("reject");
  return (acceptMode ? accepted || !rejected : accepted && !rejected) ? "accept" : "reject";
}

/**
 * Whether an event is kept in the end: unless the total result of the filter, named `filter&total_result`, rejects it.
 * Results of single lines and of other menus (skims) do not matter.
 *
 * ```ts
 * finalDecision({}); // true
 * ```
 * @param results - Results by name.
 */
export function finalDecision(results: Readonly<Record<string, LineResult>>): boolean {
  return results["filter&total_result"] !== "reject";
}
