import { limitShapes, shown } from "./limit-facts.js";
import { checkLimit, isMade, type Limit } from "./limit.js";

/** Data that were checked: look-ups in a loop read them once. */
const checked = /* @__PURE__ */ new WeakSet();

/**
 * Throws unless something is a limit: one that `limit` made, or data that it would take, which are checked the first time.
 * @param caller - Name of the function that was given it.
 * @param data - What was given.
 */
export function requireLimit(caller: string, data: unknown): asserts data is Limit {
  if (isMade(data)) return;
  const { shape, mass } = (data ?? {}) as Record<string, unknown>;
  if (!(typeof shape === "string" && limitShapes.includes(shape) && Array.isArray(mass))) {
    const got = typeof data === "object" && data !== null ? `one of shape ${shown(shape)}` : shown(data);
    throw new RangeError(`${caller}: must be given a limit, as limit(…) makes it, got ${got}`);
  }
  if (checked.has(data as object)) return;
  checkLimit(caller, data as Limit);
  checked.add(data as object);
}
