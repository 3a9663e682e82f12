import type { Limit } from "@belladonna/limits";
import type { Portal } from "@belladonna/models";
import { computed, effect, signal } from "@preact/signals";
import { carried } from "../answers/recasting.js";
import type { Carried } from "../answers/recasting.js";
import { registry } from "../answers/registry.js";
import { to } from "../state/store.js";
import { planeData } from "./plane-data.js";

/** The portal of the plane and the one its limits are recast to; undefined where there is nothing to recast. */
export const route = computed((): { readonly from: Portal; readonly to: Portal } | undefined => {
  const now = planeData.value;
  const find = (name: string | undefined): Portal | undefined => registry.value.find((p) => p.name === name);
  const [from, target] = [find(now.state === "ready" ? now.plane.portal : undefined), find(to.value)];
  return from !== undefined && target !== undefined && from !== target ? { from, to: target } : undefined;
});

const results = signal<readonly Carried[]>([]);

/** Limits of the plane carried along the route, as far as they are made. */
export const carriedLimits = computed(() => (route.value === undefined ? [] : results.value));

/** Carry the limits whenever the route changes: one a task, so that the page stays at hand. */
export function keepCarried(): void {
  effect(() => {
    const way = route.value;
    const now = planeData.value;
    results.value = [];
    if (way === undefined || now.state !== "ready") return;
    const waiting = [...now.limits];
    const done: Carried[] = [];
    const next = (): void => {
      if (route.peek() !== way) return;
      const origin = waiting.shift();
      if (origin === undefined) {
        results.value = done;
        return;
      }
      done.push(carried(origin, way.from, way.to));
      setTimeout(next);
    };
    setTimeout(next);
  });
}

/** The limits carried to one mass exactly, for the verdict there. */
export function carriedAt(mass: number): Limit[] {
  const way = route.value;
  if (way === undefined) return [];
  return carriedLimits.value.flatMap(({ done, origin }) => {
    if (!done || mass < Math.min(...origin.mass) || mass > Math.max(...origin.mass)) return [];
    const one = carried(origin, way.from, way.to, [mass]);
    return one.done ? [one.limit] : [];
  });
}
