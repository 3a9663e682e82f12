import type { Limit } from "@belladonna/limits";
import type { Portal } from "@belladonna/models";
import { computed, effect, signal } from "@preact/signals";
import { carried } from "../answers/recasting.js";
import type { Carried } from "../answers/recasting.js";
import { portalCalled, registry, whyNoPortal } from "../answers/registry.js";
import { to } from "../state/store.js";
import { messages } from "../text/messages.js";
import { planeData } from "./plane-data.js";

/** The portal of the plane and the one its limits are recast to; undefined where there is nothing to recast. */
export const route = computed((): { readonly from: Portal; readonly to: Portal } | undefined => {
  const now = planeData.value;
  const [from, target] = [now.state === "ready" ? now.plane.portal : undefined, to.value].map(portalCalled);
  if (from === undefined || target === undefined || from === target) return undefined;
  return isVector(from) && isVector(target) ? { from, to: target } : undefined;
});

/** Whether limits on a portal can be recast: those on vectors that keep flavour, to other such vectors. */
export function isVector({ make, typical }: Portal): boolean {
  return make(1, typical).couplings.vector !== undefined;
}

/** Why limits are not recast to what was asked for; `""` where they are, or nothing was asked. */
export const notRecast = computed(() => {
  const now = planeData.value;
  if (to.value === "" || now.state !== "ready" || registry.value.length === 0 || route.value !== undefined) return "";
  return whyNoPortal(to.value) ?? (now.plane.portal === to.value ? "" : messages.noRoute(to.value));
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
