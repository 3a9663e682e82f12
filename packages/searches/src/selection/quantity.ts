import type { Sourced } from "@belladonna/sources";
import type { Fact } from "../fact.js";

/** A number (or list, or name) that goes into a search, where it is used and where it is printed. */
export interface Quantity<T = number> extends Sourced<T> {
  /** What it is: `photon energy`. */
  readonly quantity: string;
  /** The value as a reader would write it, where value and unit do not say it: `37.3° to 123.7°`. */
  readonly text?: string;
}

/** A quantity as it is printed. */
export function factOf({ quantity, value, unit, text, standing, source }: Quantity<unknown>): Fact {
  const words = Array.isArray(value) ? value.join(", ") : String(value);
  return { quantity, value: text ?? (unit === "1" ? words : `${words} ${unit}`), standing, source };
}
