import { countSet, triggerEfficiency } from "@belladonna/trigger";
import type { Bits, TriggerEfficiencyInput } from "@belladonna/trigger";
import type { Fraction, LineRow } from "./answers.js";

/** An efficiency as a fraction with its interval. */
export function fractionOf(input: TriggerEfficiencyInput): Fraction {
  const { value, low, high } = triggerEfficiency(input);
  return { value, low, high };
}

/** Efficiency of one line, of generated and of seen events. */
export function lineRow(name: string, bits: Bits, seen: Uint8Array): LineRow {
  return {
    name,
    generated: fractionOf({ line: name, bits }),
    seen: fractionOf({ line: name, bits, reference: seen }),
  };
}

/** Lines that fire at all, the most efficient first. */
export function lineRows(bits: Bits, seen: Uint8Array): LineRow[] {
  return bits.names
    .filter((name) => countSet(bits, name) > 0)
    .map((name) => lineRow(name, bits, seen))
    .sort((a, b) => b.generated.value - a.generated.value);
}
