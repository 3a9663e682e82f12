import type { Portal } from "@belladonna/models";
import { signal } from "@preact/signals";

/** The registry of portals; empty until it is loaded. */
export const registry = signal<readonly Portal[]>([]);

/** Load the registry of portals. */
export async function loadPortals(): Promise<void> {
  registry.value = (await import("./portals.js")).portals;
}
