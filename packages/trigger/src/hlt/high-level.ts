import { emptyBits, type Bits } from "../bits.js";
import type { Detected } from "../detector/detected.js";
import { keepProbability, prescaleKeeps } from "../prescale.js";
import { BLOCK, newRegisters, runCuts } from "./cut-program.js";
import { holds } from "./cut.js";
import type { HltMenu } from "./lines.js";
import { hltVariableNames } from "./names.js";
import { hltCalculator, type HltOptions } from "./variables.js";

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
 * @param detected - What {@link detect} returned.
 * @param menu - The menu, for instance {@link hltMenu}.
 * @param options - See {@link HighLevelOptions}.
 */
export function highLevel(detected: Detected, menu: HltMenu, options: HighLevelOptions = {}): HighLevelResult {
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
  const prescales: number[] = [];
  for (let start = 0; start < n; start += BLOCK) {
    const size = Math.min(BLOCK, n - start);
    for (let i = 0; i < size; i++) {
      calculate(start + i, values);
      for (let k = 0; k < values.length; k++) registers[k * BLOCK + i] = values[k];
    }
    runCuts(program, registers, size);
    for (let i = 0; i < size; i++) {
      const event = start + i;
      const word = event >>> 5;
      const mask = 1 << (event & 31);
      let accepts = false;
      let rejects = false;
      prescales.length = 0;
      for (let j = 0; j < lines.length; j++) {
        if (!holds(registers[program.outputs[j] * BLOCK + i])) continue;
        const line = lines[j];
        fired.words[j * fired.stride + word] |= mask;
        if (line.kind === "reject") {
          rejects = true;
        } else {
          prescales.push(line.prescale);
          if (!prescaleKeeps(line.name, line.prescale, firstEvent + event, seed)) continue;
          accepts = true;
        }
        results.words[j * results.stride + word] |= mask;
      }
      if (acceptMode ? accepts || !rejects : accepts && !rejects) kept.words[word] |= mask;
      probability[event] = rejects
        ? acceptMode
          ? keepProbability(prescales)
          : 0
        : acceptMode
          ? 1
          : keepProbability(prescales);
    }
  }
  return { fired, results, kept, keepProbability: probability };
}
