import { hltMenuText } from "./menu-text.js";
import { parseError, type TextPosition } from "../parse-error.js";
import { compileCuts, type CutProgram } from "./cut-program.js";
import { parseCutAt, type Cut } from "./cut.js";
import { hltVariableNames } from "./names.js";

/** One line of a high-level menu. */
export interface HltLine extends TextPosition {
  /** Name. */
  readonly name: string;
  /** The cut. */
  readonly cut: Cut;
  /** Keeps one event in so many; 0 none. A reject line rejects whatever its prescale. */
  readonly prescale: number;
  /** Whether an event that passes the cut is accepted or rejected. */
  readonly kind: "accept" | "reject";
}

/** A high-level menu, compiled. */
export interface HltMenu {
  /** Its lines, in order. */
  readonly lines: readonly HltLine[];
  /**
   * What becomes of an event on which lines disagree or say nothing: in accept mode it is rejected only when a line rejects
   * and none accepts; else it is accepted only when a line accepts and none rejects.
   */
  readonly acceptMode: boolean;
  /** The cuts as straight-line code over {@link hltVariableNames}. */
  readonly program: CutProgram;
}

const WHERE = "parseHltMenu";
const LINE = /^(\s*)(\S+)\s*\/\s*(\d{1,9})\s*((?:reject\s*)?):(.*)$/s;

/**
 * Parses a high-level menu.
 *
 * One line each: `name / prescale : cut`, or `name / prescale reject : cut`; a name is anything without white space; `#` at
 * the start makes a line a comment. For cuts see {@link parseCut}.
 *
 * @param text - The menu.
 * @param options - `acceptMode` as in {@link HltMenu}; false when absent, as for the filter.
 * @throws {@link ParseError} with line and column.
 * @example
 * ```ts
 * parseHltMenu("three_tracks / 2 : nTrkLoose >= 3").lines[0].prescale; // ≈ 2
 * ```
 */
export function parseHltMenu(text: string, options: { readonly acceptMode?: boolean } = {}): HltMenu {
  const lines: HltLine[] = [];
  const names = new Set<string>();
  text.split("\n").forEach((source, i) => {
    const line = i + 1;
    if (source.trim() === "" || source.trimStart().startsWith("#")) return;
    const found = LINE.exec(source);
    if (found === null) {
      throw parseError(WHERE, { line, column: source.search(/\S/) + 1 }, 'expected "name / prescale : cut"');
    }
    const [, space, name, prescale, reject, cut] = found;
    const at = { line, column: space.length + 1 };
    if (names.has(name)) throw parseError(WHERE, at, `a second line named ${name}`);
    names.add(name);
    const parsed = parseCutAt(cut, line, source.length - cut.length + 1);
    lines.push({
      name,
      cut: parsed,
      prescale: Number(prescale),
      kind: reject === "" ? "accept" : "reject",
      ...at,
    });
  });
  const cuts = lines.map((line) => line.cut.expression);
  return { lines, acceptMode: options.acceptMode ?? false, program: compileCuts(cuts, hltVariableNames, WHERE) };
}

/** The high-level filter of Belle II: 52 lines with their prescales (basf2 hlt/softwaretrigger/examples/create_payloads.py). */
export const hltMenu: HltMenu = /* @__PURE__ */ parseHltMenu(hltMenuText);
