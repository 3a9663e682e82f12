import type { Descent, Surface } from "./descent.js";
import type { Objective } from "./objective.js";
import { surfaceOf } from "./surface.js";

/** Events that empty bins are given in turn; with the last a minimum is found to that in the value. */
const EVENTS = [1, 1e-2, 1e-4, 1e-6, 1e-8, 1e-10];

/**
 * A minimum where the function ends: at a rate of 0 in an empty bin, below which it has no value. There the gradient is not
 * zero. With a few events in the empty bins it is, at a positive rate; as the events go to none its minimum goes to the
 * one sought, from inside (the logarithmic barrier). Leaves the descent at that point, with the function's own value and
 * the last barrier's Hessian, in which the edge holds the parameters it stops.
 * @param start - A point away from the edge: at the edge itself the barrier is too steep to leave.
 * @param run - A descent on a surface from `d.theta`.
 * @returns Whether there is such a minimum; if not, the descent is as it was.
 * @see J. Nocedal, S. Wright, *Numerical Optimization*, 2nd ed., chapter 19
 */
export function minimumOnEdge(
  objective: Objective,
  s: Surface,
  d: Descent,
  start: Float64Array,
  run: (s: Surface) => void,
): boolean {
  const { value, reason, edm, singular } = d;
  const theta = d.theta.slice();
  const n = theta.length;
  let { iterations } = d;
  d.theta.set(start);
  for (const events of EVENTS) {
    const soft = objective.softened?.(events);
    if (soft === undefined) break;
    const surface = surfaceOf(soft, n);
    run(surface);
    iterations += d.iterations;
    const own = s.value(d.theta);
    // One on the way that is not quite at its end does for the next.
    if (events === EVENTS[EVENTS.length - 1] && d.reason === "" && own < value + 1e-9) {
      d.value = own;
      d.iterations = iterations;
      return true;
    }
  }
  d.theta.set(theta);
  s.derivatives(d.theta, d.gradient, d.metric);
  Object.assign(d, { value, reason, edm, singular, iterations });
  return false;
}
