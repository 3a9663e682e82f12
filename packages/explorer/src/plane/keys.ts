import { pins, states } from "../state/store.js";
import { alongEnvelope, moved } from "./move.js";
import { asked } from "./shown.js";

/** Keys of the plane: arrows, brackets, P, and Ctrl Z and Y. */
export function onPlaneKey(e: KeyboardEvent): void {
  const now = states.now.peek();
  if (e.ctrlKey || e.metaKey) {
    if (e.key === "z") states.undo();
    else if (e.key === "y") states.redo();
    else return;
    e.preventDefault();
    return;
  }
  const change =
    e.key === "[" || e.key === "]"
      ? alongEnvelope(now, asked.peek(), e.key === "]" ? 1 : -1)
      : e.key === "e" || e.key === "E"
        ? { event: now.event + 1 }
        : e.key === "p" || e.key === "P"
          ? { pins: [...pins.peek(), { mass: now.mass, coupling: now.coupling }].slice(-40) }
          : moved(now, e.key, { shift: e.shiftKey, alt: e.altKey });
  if (change === undefined) return;
  e.preventDefault();
  states.set(change);
}
