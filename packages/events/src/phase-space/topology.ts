import type { Current, Plan } from "../amplitude/plan.js";
import type { Field } from "../amplitude/fields.js";

/** A propagator of a diagram. */
interface Propagator {
  /** Legs on one side; for the $t$ channel the side of the electron, else that of the final particles alone. */
  readonly legs: number;
  /** Field of the line. */
  readonly field: Field;
}

/** The propagators of one diagram. */
export interface Topology {
  /** Those that carry a sum of final momenta. */
  readonly decays: readonly Propagator[];
  /** Those between electron and positron, from the electron's side on. */
  readonly exchanges: readonly Propagator[];
}

/**
 * All diagrams of a plan, by their propagators; diagrams with the same propagators are listed once.
 * @param plan - A compiled process with two incoming legs.
 */
export function topologies(plan: Plan): Topology[] {
  const joins = new Map(plan.steps.map(({ current, joins }) => [current, joins]));
  const all = (1 << plan.legs.length) - 1;
  const cache = new Map<Current, Propagator[][]>();
  const diagrams = (current: Current): Propagator[][] => {
    const known = cache.get(current);
    if (known !== undefined) return known;
    const found = (joins.get(current) ?? []).flatMap(({ a, b }) =>
      diagrams(a).flatMap((left) => diagrams(b).map((right) => [...left, ...right])),
    );
    const own = found.length === 0 ? [[]] : found;
    const line = joins.has(current) && current !== plan.last ? [{ legs: current.legs, field: current.field }] : [];
    const made = own.map((list) => [...list, ...line]);
    cache.set(current, made);
    return made;
  };
  const seen = new Map<string, Topology>();
  for (const list of diagrams(plan.last)) {
    const decays: Propagator[] = [];
    const exchanges: Propagator[] = [];
    for (const { legs, field } of list) {
      const inside = legs & 3;
      if (inside === 0 || inside === 3) {
        const side = inside === 0 ? legs : all & ~legs;
        if (side !== (all & ~3)) decays.push({ legs: side, field });
      } else exchanges.push({ legs: inside === 1 ? legs : all & ~legs, field });
    }
    exchanges.sort((a, b) => size(a.legs) - size(b.legs));
    decays.sort((a, b) => size(b.legs) - size(a.legs) || a.legs - b.legs);
    const key = [...decays, ...exchanges].map(({ legs, field }) => `${legs} ${field.name}`).join(",");
    seen.set(key, { decays, exchanges });
  }
  return [...seen.values()];
}

/** Number of legs in a set. */
export function size(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}
