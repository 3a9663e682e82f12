import { exclusion } from "@belladonna/limits";
import type { Limit } from "@belladonna/limits";
import { axesOf, fourDigits } from "../state/state.js";
import type { Domain, State } from "../state/state.js";

/** A value kept inside an axis, four digits. */
function within(value: number, [low, high]: Domain): number {
  return fourDigits(Math.min(Math.max(value, low), high));
}

/** A point kept inside its plane. */
export function pointIn(plane: string, mass: number, coupling: number): Pick<State, "mass" | "coupling"> {
  const { x, y } = axesOf(plane);
  return { mass: within(mass, x), coupling: within(coupling, y) };
}

/**
 * The point after a key: by 2 % of its value, on a linear axis of its range; with Shift 20 %, with Alt 0.2 %.
 * @returns The change; undefined for a key that moves nothing.
 */
export function moved(
  { plane, mass, coupling }: State,
  key: string,
  { shift, alt }: { readonly shift: boolean; readonly alt: boolean },
): Partial<State> | undefined {
  const step = shift ? 0.2 : alt ? 0.002 : 0.02;
  const { x, linear } = axesOf(plane);
  const right = (sign: 1 | -1): number => (linear ? mass + sign * step * (x[1] - x[0]) : mass * (1 + step) ** sign);
  switch (key) {
    case "ArrowRight":
      return pointIn(plane, right(1), coupling);
    case "ArrowLeft":
      return pointIn(plane, right(-1), coupling);
    case "ArrowUp":
      return pointIn(plane, mass, coupling * (1 + step));
    case "ArrowDown":
      return pointIn(plane, mass, coupling / (1 + step));
    default:
      return undefined;
  }
}

/**
 * The next mass along the envelope of the limits, and the point on it.
 * @param limits - Limits of the plane; where they are on several observables, each on its own counts.
 * @returns The change; undefined where no limit excludes anything there.
 */
export function alongEnvelope(state: State, limits: readonly Limit[], sign: 1 | -1): Partial<State> | undefined {
  const measured = limits.filter((l) => l.kind !== "projection" && l.kind !== "expected");
  const next = moved(state, sign > 0 ? "ArrowRight" : "ArrowLeft", { shift: false, alt: false });
  const mass = next?.mass ?? state.mass;
  const envelope = Math.min(...measured.map((l) => exclusion(l).envelope(mass)), Infinity);
  return envelope < Infinity ? pointIn(state.plane, mass, envelope) : next;
}

/** An axis zoomed about a value: by a factor of its logarithm's range, or of its range. */
export function zoomed(
  [low, high]: Domain,
  at: number,
  factor: number,
  linear: boolean,
  whole: Domain,
): Domain | undefined {
  const to = linear ? (v: number) => v : Math.log;
  const from = linear ? (v: number) => v : Math.exp;
  const edge = (v: number): number => from(to(at) + (to(v) - to(at)) * factor);
  const next: Domain = [fourDigits(Math.max(edge(low), whole[0])), fourDigits(Math.min(edge(high), whole[1]))];
  if (next[0] <= whole[0] && next[1] >= whole[1]) return undefined;
  return to(next[1]) - to(next[0]) > (linear ? 0.01 * whole[1] : 0.02) ? next : [low, high];
}
