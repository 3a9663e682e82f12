import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

interface Parts {
  readonly Widths: ComponentType;
  readonly Under: ComponentType;
  readonly Events: ComponentType;
  readonly Search: ComponentType;
  readonly Beside: ComponentType;
}

const loaded = signal<Parts | undefined>(undefined);

/** Load what comes after the plane, when that is there. */
export async function loadLater(): Promise<void> {
  loaded.value = await import("./After.js");
}

/** What is loaded after the plane: widths and events under it, or what can be done with it beside it. */
export function Later({ part }: { readonly part: keyof Parts }) {
  const View = loaded.value?.[part];
  return View === undefined ? null : <View />;
}
