import { bit, type Bits } from "@belladonna/trigger";

/** Whether any of some lines or inputs of the trigger is set in an event: a column of a selection is made of it. */
export function firedAny(bits: Bits, names: readonly string[], event: number): boolean {
  return names.some((name) => bit(bits, name, event));
}
