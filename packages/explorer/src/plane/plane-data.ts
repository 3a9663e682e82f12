import { palette, planeEntries } from "@belladonna/limits/plot";
import type { LimitEntry, PlaneEntries } from "@belladonna/limits/plot";
import { computed, effect, signal } from "@preact/signals";
import { plane } from "../state/store.js";

/** The limits of the plane, as far as they have come. */
type PlaneData =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly why: string }
  | ({ readonly state: "ready" } & PlaneEntries);

const loaded = new Map<string, PlaneEntries>();
const data = signal<PlaneData>({ state: "loading" });

/** The limits of the plane chosen. */
export const planeData = computed(() => data.value);

/** Load the limits of whatever plane is chosen; an answer that comes too late is dropped. */
export function keepPlaneData(): void {
  effect(() => {
    const id = plane.value;
    const known = loaded.get(id);
    if (known !== undefined) {
      data.value = { state: "ready", ...known };
      return;
    }
    data.value = { state: "loading" };
    planeEntries(id).then(
      (found) => {
        const coloured = { ...found, entries: withColours(found.entries) };
        loaded.set(id, coloured);
        if (plane.peek() === id) data.value = { state: "ready", ...coloured };
      },
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        if (plane.peek() === id) data.value = { state: "failed", why };
      },
    );
  });
}

/** Each label its colour, which it keeps when others are hidden. */
function withColours(entries: readonly LimitEntry[]): LimitEntry[] {
  const labels = [...new Set(entries.map(nameOf))];
  return entries.map((e) => ({ ...e, color: e.color ?? palette[labels.indexOf(nameOf(e)) % palette.length] }));
}

/** The label of an entry. */
function nameOf({ label, limit }: LimitEntry): string {
  return label ?? limit.label ?? limit.id;
}
