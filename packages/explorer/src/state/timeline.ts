import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { State } from "./state.js";

/** States gone through, with undo and redo. */
export interface Timeline {
  /** The state now. */
  readonly now: ReadonlySignal<State>;
  /** Whether there is something to undo, and to redo. */
  readonly can: ReadonlySignal<{ readonly undo: boolean; readonly redo: boolean }>;
  /** Change the state on the way to another: a drag. Not a step of its own. */
  readonly pass: (change: Partial<State>) => void;
  /** Change the state; what was before can be brought back. */
  readonly set: (change: Partial<State>) => void;
  /** Put another state in its place: a link, the back button. */
  readonly replace: (state: State) => void;
  /** Back to the state before the last step. */
  readonly undo: () => void;
  /** Forward again. */
  readonly redo: () => void;
}

/** Steps that are kept. */
const KEPT = 200;

/** A timeline that starts with a state. */
export function timeline(start: State): Timeline {
  const now = signal(start);
  const can = signal({ undo: false, redo: false });
  let settled = start;
  let past: State[] = [];
  let future: State[] = [];
  const tell = (): void => {
    can.value = { undo: past.length > 0, redo: future.length > 0 };
  };
  const move = (from: State[], to: State[]): void => {
    const next = from.pop();
    if (next === undefined) return;
    to.push(settled);
    settled = now.value = next;
    tell();
  };
  return {
    now,
    can,
    pass: (change) => {
      now.value = { ...now.value, ...change };
    },
    set: (change) => {
      const next = { ...now.value, ...change };
      past = [...past, settled].slice(-KEPT);
      future = [];
      settled = now.value = next;
      tell();
    },
    replace: (state) => {
      settled = now.value = state;
      tell();
    },
    undo: () => {
      move(past, future);
    },
    redo: () => {
      move(future, past);
    },
  };
}
