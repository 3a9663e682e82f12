import { recast, recastReasons, recastSearches } from "@belladonna/limits";
import type { Limit } from "@belladonna/limits";
import type { Portal } from "@belladonna/models";

/** A limit carried to another portal, or why it could not be. */
export type Carried =
  | { readonly done: true; readonly limit: Limit; readonly origin: Limit }
  | { readonly done: false; readonly reason: string; readonly origin: Limit };

/** Masses a limit is carried at for drawing. */
const DRAWN = 57;

/**
 * Carry a limit from its portal to another.
 * @param origin - The limit.
 * @param from - Portal it is on.
 * @param to - Portal wanted.
 * @param masses - Masses, GeV; for drawing, some of the limit's own.
 */
export function carried(origin: Limit, from: Portal, to: Portal, masses: readonly number[] = some(origin)): Carried {
  if (!Object.hasOwn(recastSearches, origin.id)) {
    const reason = Object.hasOwn(recastReasons, origin.id)
      ? recastReasons[origin.id]
      : "no production and efficiency is known for it";
    return { done: false, reason, origin };
  }
  try {
    const options = { from: from.make, to: to.make, scaling: "quadratic", masses, coupling: to.coupling } as const;
    return { done: true, limit: recast(origin, options), origin };
  } catch (error) {
    return { done: false, reason: error instanceof Error ? error.message : String(error), origin };
  }
}

/** Some of the masses of a limit, evenly in the logarithm, first and last among them. */
function some({ mass }: Limit): number[] {
  const all = [...new Set(mass)].filter((m) => m > 0).sort((a, b) => a - b);
  if (all.length <= DRAWN) return all;
  const [low, high] = [all[0], all[all.length - 1]];
  const picked = new Set<number>();
  let k = 0;
  for (let i = 0; i < DRAWN; i++) {
    const wanted = low * (high / low) ** (i / (DRAWN - 1));
    while (k + 1 < all.length && Math.abs(all[k + 1] - wanted) <= Math.abs(all[k] - wanted)) k++;
    picked.add(all[k]);
  }
  picked.add(high);
  return [...picked];
}
