import type { PlanStep } from "./plan.js";

/**
 * Whether a line has a longitudinal part, $q^\mu q^\nu/m^2$ of a massive vector: fermions of different mass join to it, whose
 * current is not conserved.
 * @param step - The line and the joins that make it.
 */
export function isLongitudinal({ current: { shape, field }, joins }: PlanStep): boolean {
  if (shape !== "vector" || field.mass === 0) return false;
  return joins.some(({ kernel, a, b }) => kernel === "pair to vector" && a.field.mass !== b.field.mass);
}
