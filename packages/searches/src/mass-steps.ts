import type { MassRange } from "./search.js";

/**
 * Masses from one end of a range to the other in equal steps, GeV; a step that ends a rounding error short of the last one
 * still reaches it.
 *
 * @param usual - The step where the range says none, GeV.
 */
export function massSteps({ from, to, step }: MassRange, usual: number): number[] {
  const by = step ?? usual;
  const n = Math.floor((to - from) / by + 1e-9);
  return Array.from({ length: n + 1 }, (_, i) => Number((from + i * by).toPrecision(12)));
}
