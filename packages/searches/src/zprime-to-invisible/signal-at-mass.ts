import { type Candidates, triggered } from "./candidates.js";
import type { Events, SignalNode } from "./events.js";
import { TRIGGER_SCALE } from "./facts.js";
import type { Analysis } from "./selection.js";

/** Fewest selected events that a resolution is taken from. */
const FEWEST = 20;

/**
 * Signal of one mass as the analyses see it.
 *
 * @param mass - Mass, GeV.
 * @param perCoupling2 - Cross section for $g' = 1$, fb.
 * @param found - Selected events.
 * @param weights - Weights of the generated events, whatever their unit.
 * @returns What the fits need, or the reason why there is too little.
 */
export function nodeOf(
  mass: number,
  perCoupling2: number,
  found: Readonly<Record<Analysis, Candidates>>,
  weights: Float64Array,
): SignalNode | { readonly reason: string } {
  const residuals = [found.template, found.counting]
    .flatMap(({ mass2 }) => [...mass2])
    .map((m2) => m2 - mass * mass)
    .sort((a, b) => a - b);
  if (residuals.length < FEWEST) {
    return {
      reason: `only ${residuals.length} of ${weights.length} signal events pass at ${mass} GeV; ${FEWEST} are wanted`,
    };
  }
  const quantile = (q: number): number => residuals[Math.floor(q * residuals.length)];
  const generated = weights.reduce((sum, w) => sum + w, 0);
  const select = (analysis: Analysis): Events => triggered(found[analysis], TRIGGER_SCALE[analysis] / generated);
  const selected = { template: select("template"), counting: select("counting") };
  const total = ({ weight }: { readonly weight: Float64Array }): number => weight.reduce((sum, w) => sum + w, 0);
  const share = (analysis: Analysis): number =>
    (total(selected[analysis]) * generated) / (TRIGGER_SCALE[analysis] * Math.max(total(found[analysis]), 1e-300));
  return {
    mass,
    perCoupling2,
    selected,
    efficiency: { template: total(selected.template), counting: total(selected.counting) },
    triggerEfficiency: { template: share("template"), counting: share("counting") },
    sigma: quantile(0.5) - quantile(0.159),
  };
}
