import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

const loaded = signal<ComponentType | undefined>(undefined);

/** Load what comes after the plane, when that is there. */
export async function loadLater(): Promise<void> {
  const { After } = await import("./After.js");
  loaded.value = After;
}

/** What is loaded after the plane. */
export function Later() {
  const View = loaded.value;
  return View === undefined ? null : <View />;
}
