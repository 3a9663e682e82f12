import { testWindow, type Window } from "../limit/counted.js";
import type { Tested, TestOptions } from "../limit/tested.js";
import type { Task } from "../task.js";

const module = import.meta.url;

/** A hypothesis of a counting analysis. */
export interface CountPoint extends TestOptions {
  /** Background and count. */
  readonly window: Window;
}

/** Limits on the signal events in a window. */
export const testCount: Task<CountPoint, Tested | { readonly reason: string }> = {
  module,
  name: "testCount",
  run: ({ window, ...options }) => testWindow(window, options),
};
