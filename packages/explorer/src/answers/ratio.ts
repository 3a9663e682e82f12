import { excludedAt } from "@belladonna/limits";
import type { Limit } from "@belladonna/limits";

/**
 * The lower edge of one limit over that of another, at the masses of the first.
 * @returns Masses, GeV, and ratios; `NaN` where one of them excludes nothing.
 */
export function ratioTo(own: Limit, other: Limit): { readonly x: readonly number[]; readonly y: readonly number[] } {
  const x = [...new Set(own.mass)].filter((m) => m > 0).sort((a, b) => a - b);
  const edge = (l: Limit, m: number): number => excludedAt(l, m).at(0)?.lower ?? Number.NaN;
  return { x, y: x.map((m) => edge(own, m) / edge(other, m)) };
}
