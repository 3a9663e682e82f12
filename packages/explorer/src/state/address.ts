import { effect } from "@preact/signals";
import { toFragment } from "./fragment.js";
import { follow, mark, states } from "./store.js";

/** Time after the last change until the address shows it, ms: browsers count changes of addresses. */
const REST = 200;

/** What is a step of the back button and not only a change of the address. */
const steps = ["plane", "to", "lesson"] as const;

/**
 * Keep the address and the state the same: each change is written after a rest, a change of plane, portal or lesson as a
 * step for the back button.
 * @returns Writes the address at once: at the end of a drag.
 */
export function keepAddress(): () => void {
  let timer: number | undefined;
  let shown = states.now.value;
  const write = (): void => {
    clearTimeout(timer);
    const state = states.now.value;
    const fragment = `#${toFragment(state, mark)}`;
    const step = steps.some((name) => state[name] !== shown[name]);
    shown = state;
    if (fragment === location.hash) return;
    if (step) history.pushState(null, "", fragment);
    else history.replaceState(null, "", fragment);
  };
  follow(location.hash);
  shown = states.now.value;
  effect(() => {
    const state = states.now.value;
    clearTimeout(timer);
    if (steps.some((name) => state[name] !== shown[name])) write();
    else timer = window.setTimeout(write, REST);
  });
  window.addEventListener("popstate", () => {
    follow(location.hash);
    shown = states.now.value;
  });
  return write;
}
