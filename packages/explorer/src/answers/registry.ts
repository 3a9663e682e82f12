import type { Portal } from "@belladonna/models";
import { signal } from "@preact/signals";

/** The registry of portals; empty until it is loaded. */
export const registry = signal<readonly Portal[]>([]);

/** Finds portals by name, once the registry is loaded. */
let named: (name: string) => Portal = (name) => {
  throw new RangeError(`the portals are not loaded yet, ${name} neither`);
};

/** Load the registry of portals. */
export async function loadPortals(): Promise<void> {
  const { portals, portalNamed } = await import("./portals.js");
  named = portalNamed;
  registry.value = portals;
}

/**
 * A portal by its name, or by charges of one's own (`e=1,mu=1`); undefined where there is none, or not yet.
 * @param name - Name in the registry, or charges.
 */
export function portalCalled(name: string | undefined): Portal | undefined {
  if (name === undefined) return undefined;
  return registry.value.find((p) => p.name === name) ?? (isCharges(name) ? ownPortal(name) : undefined);
}

/** Why there is no portal of a name; undefined where there is one. */
export function whyNoPortal(name: string): string | undefined {
  if (registry.value.some((p) => p.name === name)) return undefined;
  try {
    named(name);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^\w+: /, "") : String(error);
  }
}

/** Whether a text is meant as charges of one's own and not as a name. */
export function isCharges(name: string): boolean {
  return name.includes("=");
}

/** The portal of charges of one's own, the same one for the same text: signals compare by identity. */
function ownPortal(charges: string): Portal | undefined {
  if (registry.value.length === 0) return undefined;
  if (own?.charges !== charges) {
    try {
      own = { charges, portal: named(charges) };
    } catch {
      own = { charges, portal: undefined };
    }
  }
  return own.portal;
}

let own: { readonly charges: string; readonly portal: Portal | undefined } | undefined;
