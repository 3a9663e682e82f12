import type { LimitEntry } from "@belladonna/limits/plot";
import { effect, signal } from "@preact/signals";
import { bandsOn } from "../state/band-names.js";
import { portalCalled, registry } from "../answers/registry.js";
import { attempt } from "../state/attempt.js";
import { bands } from "../state/store.js";
import { route } from "./carried.js";
import { planeData } from "./plane-data.js";

/** What is drawn beside the limits and is none: bands of (g−2), lines of the relic density. */
export const bandLines = signal<readonly LimitEntry[]>([]);

/** The portal of a plane whose vertical axis is no coupling of one. */
const DARK_PHOTON = "dark photon";

/** Keep the bands those that are asked for, where they mean something; what makes them is loaded with the first. */
export function keepBands(): void {
  const made = new Map<string, readonly LimitEntry[]>();
  effect(() => {
    const now = planeData.value;
    const wanted = now.state === "ready" ? bandsOn(now.plane.id).filter((b) => bands.value.includes(b)) : [];
    if (now.state !== "ready" || wanted.length === 0 || registry.value.length === 0 || route.value !== undefined) {
      bandLines.value = [];
      return;
    }
    const { id, portal: name = DARK_PHOTON, options } = now.plane;
    const portal = portalCalled(name);
    if (portal === undefined) return;
    const domain = options.x?.domain ?? [
      Math.min(...now.limits.flatMap((l) => l.mass)),
      Math.max(...now.limits.flatMap((l) => l.mass)),
    ];
    const missing = wanted.filter((b) => !made.has(`${id} ${b}`));
    const use = (): void => {
      bandLines.value = wanted.flatMap((b) => made.get(`${id} ${b}`) ?? []);
    };
    if (missing.length === 0) {
      use();
      return;
    }
    attempt(async () => {
      const { bandEntries } = await import("../answers/bands.js");
      for (const b of missing) made.set(`${id} ${b}`, bandEntries(b, id, portal, domain));
      if (planeData.peek() === now) use();
    });
  });
}
