import type { Quantity } from "../selection/quantity.js";
import { q2Edges } from "./published.js";
import type { Selected } from "./selected.js";
import type { CandidateRatio } from "./templates.js";

/** What stands in for the background with a $K^*$, of which nothing is published. */
export const kStarBackground: Quantity<string> = {
  quantity: "background with a K*",
  value: "that with a K⁺, times candidates with a K*⁰ over those with a K⁺ in simulated B pairs in the same bin of q²",
  unit: "1",
  standing: "stand-in",
  source: "no inclusive measurement with a K* is published; a classifier made for it would do better",
};

/** Events with a $K^*$ over those with a $K^+$ in samples of $B$ pairs, each of which was selected for both. */
export function candidateRatio(samples: readonly (readonly Selected[])[]): CandidateRatio {
  const count = (channel: number, r: number): number => samples.reduce((sum, both) => sum + both[channel].bins[r], 0);
  const bins = Array.from({ length: q2Edges.value.length - 1 }, (_, r) => [count(0, r), count(1, r)] as const);
  return {
    value: bins.map(([one, two]) => two / one),
    error: bins.map(([one, two]) => Math.sqrt(1 / one + 1 / two)),
  };
}
