import { bitsOf, emptyBits, namesSet, type Bits } from "../bits.js";
import { level1InputNames } from "./input-names.js";
import { level1MenuText } from "./level1-menu.js";
import { parseError, type TextPosition } from "../parse-error.js";
import { tokenize, tokenReader } from "../tokens.js";
import { countersOf, type Counter } from "./counters.js";
import { readL1Expression, RESERVED, type L1Expression } from "./expression.js";
import { compile, run, type Program } from "./program.js";

/** One line of a level-1 menu. */
export interface MenuLine extends TextPosition {
  /** Name. */
  readonly name: string;
  /** Its logic. */
  readonly logic: L1Expression;
  /** Keeps one event in so many; 0 keeps none. */
  readonly prescale: number;
}

/** A level-1 menu, compiled. */
export interface Menu {
  /** Names of the input bits its lines may use. */
  readonly inputs: readonly string[];
  /** Its lines, in order. */
  readonly lines: readonly MenuLine[];
  /** Counters among the input bits. */
  readonly counters: ReadonlyMap<string, Counter>;
  /** The lines as straight-line code. */
  readonly program: Program;
}

const WHERE = "parseMenu";

/**
 * Parses the text of a level-1 menu.
 *
 * One line each: `name = logic`, with `:` or nothing in place of `=`, optionally a number before it (ignored) and
 * `prescale N` after it; `#` starts a comment. Logic is input bits, `not` or `!`, `and` or `&`, `or` or `|`, parentheses,
 * and counters compared with whole numbers: `clst > 2`, `t2 >= 1`, `bha_theta = 3`.
 *
 * The text is data: it is compiled to bitwise operations, no code is made from it.
 *
 * @param text - The menu.
 * @param inputs - Names of the input bits; those of the Belle II menu when absent.
 * @throws {@link ParseError} with line and column.
 * @example
 * ```ts
 * parseMenu("ffo = t2 >= 2 and cdc_open90 and !bha_veto and !veto prescale 2").lines[0].prescale; // ≈ 2
 * parseMenu("ggg : clst = 3 & !track").lines.length; // ≈ 1
 * ```
 */
export function parseMenu(text: string, inputs: readonly string[] = level1InputNames): Menu {
  const lines: MenuLine[] = [];
  const names = new Set<string>();
  text.split("\n").forEach((whole, i) => {
    const source = whole.split("#", 1)[0].replace(":", "=");
    if (source.trim() === "") return;
    const line = readLine(source, i + 1);
    if (names.has(line.name)) throw parseError(WHERE, line, `a second line named ${line.name}`);
    names.add(line.name);
    lines.push(line);
  });
  const counters = countersOf(inputs);
  const logic = lines.map((line) => line.logic);
  return { inputs, lines, counters, program: compile(logic, inputs, counters, WHERE) };
}

function readLine(source: string, line: number): MenuLine {
  const reader = tokenReader(tokenize(source, line, 1, WHERE), WHERE);
  if (reader.peek().kind === "number") reader.take();
  const name = reader.take();
  if (name.kind !== "name" || RESERVED.has(name.text)) reader.fail(name, "the name of a line");
  reader.accept("=");
  const logic = readL1Expression(reader);
  let prescale = 1;
  if (reader.accept("prescale")) {
    const number = reader.take();
    if (number.kind !== "number" || !/^\d{1,9}$/.test(number.text)) {
      reader.fail(number, "a prescale, a whole number below 1000000000");
    }
    prescale = Number(number.text);
  }
  if (reader.peek().kind !== "end") reader.fail(reader.peek(), '"and", "or", "prescale" or the end of the line');
  return { name: name.text, logic, prescale, line, column: name.column };
}

/**
 * The level-1 menu of Belle II: 162 input bits, 175 lines, no prescales (basf2 trg/gdl/dbobjects/log/ftd_0036).
 */
export const l1Menu: Menu = /* @__PURE__ */ parseMenu(level1MenuText);

/**
 * Lines that fire, before prescales.
 * @param menu - The menu.
 * @param bits - Input bits of many events, as from {@link level1Inputs}; or the names of the bits set in one event.
 * @returns Bits of the lines in the same events; or the names of the lines fired.
 * @throws RangeError when an input of the menu is not among the bits, or a name is not an input of the menu.
 * @example
 * ```ts
 * evaluate(l1Menu, ["ecl_lml_1", "ecl_lml_6", "ehigh", "clst_0"]).length; // ≈ 9
 * ```
 */
export function evaluate(menu: Menu, bits: Bits): Bits;
export function evaluate(menu: Menu, bits: readonly string[]): string[];
export function evaluate(menu: Menu, bits: Bits | readonly string[]): Bits | string[] {
  if (!("words" in bits)) return namesSet(evaluate(menu, bitsOf(menu.inputs, [bits])), 0);
  const columns = Int32Array.from(menu.inputs, (name, j) => {
    // Mostly the very same list of names.
    const column = bits.names[j] === name ? j : bits.names.indexOf(name);
    if (column < 0) throw new RangeError(`evaluate: the bits have no input ${name}`);
    return column * bits.stride;
  });
  const names = menu.lines.map((line) => line.name);
  const out = emptyBits(names, bits.length);
  run(menu.program, bits.words, columns, bits.stride, out.words);
  const tail = bits.length & 31;
  if (tail !== 0) {
    const mask = (1 << tail) - 1;
    for (let j = 1; j <= names.length; j++) out.words[j * out.stride - 1] &= mask;
  }
  return out;
}
