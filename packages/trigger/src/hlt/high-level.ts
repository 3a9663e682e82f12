import { requireOptions } from "@belladonna/numerics";
import { expm1, log1p } from "@belladonna/numerics/elementary";
import { emptyBits, type Bits } from "../bits.js";
import type { Detected } from "../detector/detected.js";
import { hashKeeps, hashName } from "../prescale.js";
import { BLOCK, newRegisters, runCuts } from "./cut-program.js";
import { holds } from "./cut.js";
import type { HltMenu } from "./lines.js";
import { hltVariableNames } from "./names.js";
import { hltCalculator, hltOptions, type HltOptions } from "./variables.js";

/** How {@link highLevel} decides. */
export interface HighLevelOptions extends HltOptions {
  /** Seed of the prescales; 0 when absent. */
  readonly seed?: number;
  /** Number of the first event in its sample, for the prescales; 0 when absent. */
  readonly firstEvent?: number;
}

/** What a high-level menu makes of events. */
export interface HighLevelResult {
  /** Lines whose cut holds, before prescales. */
  readonly fired: Bits;
  /** Lines that say something: fired and, for those that accept, kept by their prescale. */
  readonly results: Bits;
  /** One column, `kept`: events that the menu accepts. */
  readonly kept: Bits;
  /** Probability, over the draws of prescales, that each event is kept. */
  readonly keepProbability: Float64Array;
}

/**
 * Runs a high-level menu on detected events: variables, cuts, prescales, decision.
 *
 * ```ts
 * const muon = (pdgId, phi) => ({ pdgId, ...fromPThetaPhi(4, Math.PI / 2, phi, 0.10566) });
 * const event = eventTable((table) => table.event().particle(muon(13, 0)).particle(muon(-13, Math.PI)));
 * const { fired, kept } = highLevel(detect(event, belle2, random(1)), hltMenu);
 * namesSet(fired, 0).length; // 6
 * bit(kept, "kept", 0); // true
 * ```
 * @param detected - What {@link detect} returned.
 * @param menu - The menu, for instance {@link hltMenu}.
 * @param options - See {@link HighLevelOptions}.
 */
export function highLevel(detected: Detected, menu: HltMenu, options: HighLevelOptions = {}): HighLevelResult {
  requireOptions("highLevel", options, ["seed", "firstEvent", ...hltOptions]);
  const n = detected.length;
  const { lines, program, acceptMode } = menu;
  const names = lines.map((line) => line.name);
  const fired = emptyBits(names, n);
  const results = emptyBits(names, n);
  const kept = emptyBits(["kept"], n);
  const probability = new Float64Array(n);
  const calculate = hltCalculator(detected, options);
  const registers = newRegisters(program);
  const values = new Float64Array(hltVariableNames.length);
  const seed = options.seed ?? 0;
  const firstEvent = options.firstEvent ?? 0;
  const hashes = names.map(hashName);
  const accepts = new Uint8Array(BLOCK);
  const rejects = new Uint8Array(BLOCK);
  const logLost = new Float64Array(BLOCK);
  for (let start = 0; start < n; start += BLOCK) {
    const size = Math.min(BLOCK, n - start);
    for (let i = 0; i < size; i++) {
      calculate(start + i, values);
      for (const k of program.used) registers[k * BLOCK + i] = values[k];
    }
    runCuts(program, registers, size);
    accepts.fill(0);
    rejects.fill(0);
    logLost.fill(0);
    for (let j = 0; j < lines.length; j++) {
      const { kind, prescale } = lines[j];
      const from = program.outputs[j] * BLOCK;
      // Logarithm of the probability that the prescale drops an event: minus infinity when it keeps all.
      const logDrop = prescale > 0 ? log1p(-1 / prescale) : 0;
      for (let i = 0; i < size; i++) {
        if (!holds(registers[from + i])) continue;
        const event = start + i;
        const word = event >>> 5;
        const mask = 1 << (event & 31);
        fired.words[j * fired.stride + word] |= mask;
        if (kind === "reject") {
          rejects[i] = 1;
        } else {
          logLost[i] += logDrop;
          if (prescale !== 1 && (prescale === 0 || !hashKeeps(hashes[j], prescale, firstEvent + event, seed))) continue;
          accepts[i] = 1;
        }
        results.words[j * results.stride + word] |= mask;
      }
    }
    for (let i = 0; i < size; i++) {
      const event = start + i;
      const rejected = rejects[i] !== 0;
      const accepted = accepts[i] !== 0;
      if (acceptMode ? accepted || !rejected : accepted && !rejected) kept.words[event >>> 5] |= 1 << (event & 31);
      // Without a reject, accept mode keeps all and the other mode what a line accepts; with one, the other way round.
      probability[event] = rejected === acceptMode ? 0 - expm1(logLost[i]) : acceptMode ? 1 : 0;
    }
  }
  return { fired, results, kept, keepProbability: probability };
}
