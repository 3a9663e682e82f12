import { efficiencyInterval, requireOptions, type Efficiency, type EfficiencyOptions } from "@belladonna/numerics";
import { columnOf, type Bits } from "./bits.js";
import { evaluate, parseMenu } from "./l1/menu.js";

/**
 * A set of events: one flag an event, or the name of a line, or logic of names of lines such as `"hie or c4"`, of the bits
 * that go with it.
 */
export type EventSet = readonly boolean[] | Uint8Array | string;

/** What {@link triggerEfficiency} measures. */
export interface TriggerEfficiencyInput extends EfficiencyOptions {
  /** The line, or lines, whose efficiency is wanted. */
  readonly line: EventSet;
  /** The events it is measured on: those of a line that does not depend on the same detectors; all when absent. */
  readonly reference?: EventSet;
  /** Lines fired, where the sets are given by names. */
  readonly bits?: Bits;
  /** Weight of each event; 1 each when absent. */
  readonly weights?: ArrayLike<number>;
}

/**
 * Efficiency of a trigger line on the events of a reference,
 *
 * $$\varepsilon = \frac{N(\text{line and reference})}{N(\text{reference})},$$
 *
 * with a Clopper–Pearson interval of one standard deviation unless asked otherwise. With weights $w$, the numbers are
 * replaced by $n_\mathrm{eff} = (\sum w)^2/\sum w^2$ of the reference and $\varepsilon\,n_\mathrm{eff}$.
 *
 * Unbiased only when line and reference are independent given the event, as a line of tracks is of one of clusters
 * (basf2 trg/doc/index.rst).
 *
 * @param input - See {@link TriggerEfficiencyInput}.
 * @returns Value and interval; the value is `NaN`, the interval 0 to 1, when the reference is empty.
 * @throws RangeError when sets, weights and bits differ in length, a weight is neither 0 nor from 1e-100 to 1e100 in
 * size, or a name has no bits; SyntaxError for wrong logic.
 * @example
 * ```ts
 * triggerEfficiency({ line: [true, true, false, true], reference: [true, true, true, false] }).value; // ≈ 0.66667
 * ```
 */
export function triggerEfficiency(input: TriggerEfficiencyInput): Efficiency {
  requireOptions("triggerEfficiency", input, ["line", "reference", "bits", "weights", "method", "level"]);
  const { line, reference, bits, weights } = input;
  const passes = flags(line, bits, "line");
  const counts = reference === undefined ? undefined : flags(reference, bits, "reference");
  if (counts !== undefined && counts.length !== passes.length) {
    throw new RangeError(`triggerEfficiency: line has ${passes.length} events, reference ${counts.length}`);
  }
  if (weights !== undefined && weights.length !== passes.length) {
    throw new RangeError(`triggerEfficiency: there are ${passes.length} events and ${weights.length} weights`);
  }
  let sum = 0;
  let sum2 = 0;
  let passed = 0;
  for (let i = 0; i < passes.length; i++) {
    if (counts !== undefined && !counts[i]) continue;
    const w = weights === undefined ? 1 : weights[i];
    // What has a square.
    if (!(w === 0 || (Math.abs(w) >= 1e-100 && Math.abs(w) <= 1e100))) {
      throw new RangeError(`triggerEfficiency: weights must be 0 or from 1e-100 to 1e100 in size, got ${w}`);
    }
    sum += w;
    sum2 += w * w;
    if (passes[i]) passed += w;
  }
  const effective = sum > 0 ? (sum * sum) / sum2 : 0;
  const share = sum > 0 ? Math.min(1, Math.max(0, passed / sum)) : 0;
  const options: EfficiencyOptions = {
    ...(input.method === undefined ? {} : { method: input.method }),
    ...(input.level === undefined ? {} : { level: input.level }),
  };
  return efficiencyInterval(share * effective, effective, options);
}

function flags(set: EventSet, bits: Bits | undefined, what: string): ArrayLike<boolean | number> {
  if (typeof set !== "string") return set;
  if (bits === undefined)
    throw new RangeError(`triggerEfficiency: ${what} is given by name, so bits must be given too`);
  // Names of high-level lines are not words; logic is of names that are.
  const found = bits.names.includes(set) ? bits : evaluate(parseMenu(`set = ${set}`, bits.names), bits);
  const start = columnOf(found, found === bits ? set : "set", "triggerEfficiency") * found.stride;
  return Uint8Array.from({ length: bits.length }, (_, i) => (found.words[start + (i >>> 5)] >>> (i & 31)) & 1);
}
