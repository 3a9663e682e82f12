import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

const loaded = signal<ComponentType | undefined>(undefined);

/** Load what can be taken away, after the plane is there. */
export async function loadLater(): Promise<void> {
  const { ExportView } = await import("./ExportView.js");
  loaded.value = ExportView;
}

/** What is loaded after the plane. */
export function Later() {
  const View = loaded.value;
  return View === undefined ? null : <View />;
}
