import { triggerEfficiency } from "@belladonna/trigger";
import type { Bits } from "@belladonna/trigger";
import type { LineRow } from "./answers.js";

/** Efficiency of one line, of generated and of seen events. */
export function lineRow(name: string, bits: Bits, seen: Uint8Array): LineRow {
  const of = (reference?: Uint8Array) => {
    const { value, low, high } = triggerEfficiency({ line: name, bits, ...(reference && { reference }) });
    return { value, low, high };
  };
  return { name, generated: of(), seen: of(seen) };
}

/** Lines that fire at all, the most efficient first. */
export function lineRows(bits: Bits, seen: Uint8Array): LineRow[] {
  return bits.names
    .map((name) => lineRow(name, bits, seen))
    .filter(({ generated }) => generated.value > 0)
    .sort((a, b) => b.generated.value - a.generated.value);
}
