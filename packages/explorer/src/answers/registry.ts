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

/** What was found: a portal, or why there is none. Charges of one's own are one portal each time: signals compare by identity. */
const found = new Map<string, Portal | string>();

function lookUp(name: string): Portal | string {
  const known = found.get(name);
  if (known !== undefined) return known;
  let answer: Portal | string;
  try {
    answer = named(name);
  } catch (error) {
    answer = error instanceof Error ? error.message.replace(/^\w+: /, "") : String(error);
  }
  found.set(name, answer);
  return answer;
}

/**
 * A portal by its name, or by charges of one's own (`e=1,mu=1`); undefined where there is none, or not yet.
 * @param name - A name that `portalNamed` takes, or charges.
 */
export function portalCalled(name: string | undefined): Portal | undefined {
  if (name === undefined || registry.value.length === 0) return undefined;
  const answer = lookUp(name);
  return typeof answer === "string" ? undefined : answer;
}

/** Why there is no portal of a name, once the registry is loaded; undefined where there is one. */
export function whyNoPortal(name: string): string | undefined {
  const answer = lookUp(name);
  return typeof answer === "string" ? answer : undefined;
}

/** Whether a text is meant as charges of one's own and not as a name. */
export function isCharges(name: string): boolean {
  return name.includes("=");
}
