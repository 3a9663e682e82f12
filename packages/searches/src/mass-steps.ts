import type { MassRange } from "./search.js";

/** Masses from one end of a range to the other in equal steps, GeV; a step that ends a rounding error short of the last one still reaches it. */
export function massSteps({ from, to, step }: Required<MassRange>): number[] {
  const n = Math.floor((to - from) / step + 1e-9);
  return Array.from({ length: n + 1 }, (_, i) => Number((from + i * step).toPrecision(12)));
}
