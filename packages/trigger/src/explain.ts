import { pow } from "@belladonna/numerics/elementary";
import { bit, type Bits } from "./bits.js";
import { evaluateCut, holds, type CutExpression } from "./hlt/cut.js";
import type { HltMenu } from "./hlt/lines.js";
import { hltVariableNames } from "./hlt/names.js";
import type { HltVariables } from "./hlt/variables.js";
import { compares, counterMaximum } from "./l1/counters.js";
import { l1ExpressionText, type Comparison, type L1Expression } from "./l1/expression.js";
import type { Menu } from "./l1/menu.js";

/** Why a condition holds or not: itself and the conditions it is made of. */
export interface Explanation {
  /** The condition as text. */
  readonly text: string;
  /** Whether it holds. */
  readonly holds: boolean;
  /** Value found, of a comparison, a counter or a variable. */
  readonly value?: number;
  /** How it is compared. */
  readonly comparison?: Comparison;
  /** Value it is compared with. */
  readonly threshold?: number;
  /** Whether the outcome of the whole line would change if this condition alone came out the other way. */
  readonly decides: boolean;
  /** The conditions it is made of; empty for a single one. */
  readonly of: readonly Explanation[];
}

/**
 * Why a line fires in an event or not: the tree of its conditions with each value, threshold and outcome, and which of them
 * decide.
 *
 * @param menu - A level-1 or high-level menu.
 * @param data - For a level-1 menu its input bits, for a high-level menu its variables.
 * @param line - Name of the line.
 * @param event - Number of the event.
 * @throws RangeError when there is no such line or event.
 * @example
 * ```ts
 * explain(l1Menu, bitsOf(level1InputNames, [["t2_1"]]), "ffo", 0).of.filter((c) => c.decides).length; // ≈ 1
 * ```
 */
export function explain(menu: Menu, data: Bits, line: string, event: number): Explanation;
export function explain(menu: HltMenu, data: HltVariables, line: string, event: number): Explanation;
export function explain(menu: Menu | HltMenu, data: Bits | HltVariables, line: string, event: number): Explanation {
  if (!(Number.isSafeInteger(event) && event >= 0 && event < data.length)) {
    throw new RangeError(`explain: event must be from 0 to ${data.length - 1}, got ${event}`);
  }
  if ("inputs" in menu && "words" in data) {
    const found = menu.lines.find((l) => l.name === line);
    if (found === undefined) throw new RangeError(`explain: the menu has no line named ${line}`);
    return mark(explainLogic(menu, data, event, found.logic), true);
  }
  if (!("inputs" in menu) && "columns" in data) {
    const found = menu.lines.find((l) => l.name === line);
    if (found === undefined) throw new RangeError(`explain: the menu has no line named ${line}`);
    const values = Object.fromEntries(hltVariableNames.map((name) => [name, data.columns[name][event]]));
    return mark(explainCut(found.cut.expression, values), true);
  }
  throw new RangeError("explain: a level-1 menu needs input bits, a high-level menu needs variables");
}

/** An explanation, and how its parts are joined. */
interface Node extends Omit<Explanation, "of" | "decides"> {
  readonly join: "and" | "or" | "not" | "leaf";
  readonly of: readonly Node[];
}

/** Marks what decides, from the root down: `reached` when the outcome of the root follows this node's. */
function mark({ join, of, ...rest }: Node, reached: boolean): Explanation {
  const children = of.map((child, k) => {
    const others = of.filter((_, other) => other !== k);
    const free = join === "and" ? others.every((o) => o.holds) : join === "or" ? !others.some((o) => o.holds) : true;
    return mark(child, reached && free);
  });
  return { ...rest, decides: reached, of: children };
}

function explainLogic(menu: Menu, bits: Bits, event: number, e: L1Expression): Node {
  const text = l1ExpressionText(e);
  switch (e.kind) {
    case "bit":
      return { text, holds: bit(bits, e.name, event), join: "leaf", of: [] };
    case "counter": {
      const counter = menu.counters.get(e.name) ?? { code: "binary", bits: [] };
      const set = counter.bits.map((j) => bit(bits, menu.inputs[j], event));
      const value =
        counter.code === "binary"
          ? set.reduce((sum, on, k) => sum + (on ? pow(2, k) : 0), 0)
          : Math.min(counterMaximum(counter), set.lastIndexOf(true) + 1);
      const { comparison, value: threshold } = e;
      return {
        text,
        holds: compares(value, comparison, threshold),
        value,
        comparison,
        threshold,
        join: "leaf",
        of: [],
      };
    }
    case "not": {
      const inner = explainLogic(menu, bits, event, e.of);
      return { text, holds: !inner.holds, join: "not", of: [inner] };
    }
    default: {
      const of = e.of.map((o) => explainLogic(menu, bits, event, o));
      const all = e.kind === "and" ? of.every((o) => o.holds) : of.some((o) => o.holds);
      return { text, holds: all, join: e.kind, of };
    }
  }
}

const COMPARISONS: ReadonlySet<string> = new Set(["==", "!=", "<", "<=", ">", ">="]);

function explainCut(e: CutExpression, values: Readonly<Record<string, number>>): Node {
  const text = cutText(e);
  const value = evaluateCut(e, values);
  switch (e.kind) {
    case "not": {
      const inner = explainCut(e.of, values);
      return { text, holds: !inner.holds, join: "not", of: [inner] };
    }
    case "and":
    case "or": {
      // A chain of the same operator is one level.
      const flat = (c: CutExpression): CutExpression[] =>
        c.kind === e.kind ? [...flat(c.left), ...flat(c.right)] : [c];
      return { text, holds: holds(value), join: e.kind, of: flat(e).map((c) => explainCut(c, values)) };
    }
    default:
      if (COMPARISONS.has(e.kind) && "left" in e) {
        const comparison = e.kind as Comparison;
        const [found, threshold] = [evaluateCut(e.left, values), evaluateCut(e.right, values)];
        return { text, holds: holds(value), value: found, comparison, threshold, join: "leaf", of: [] };
      }
      return { text, holds: holds(value), value, join: "leaf", of: [] };
  }
}

function cutText(e: CutExpression): string {
  switch (e.kind) {
    case "number":
      return String(e.value);
    case "variable":
      return e.name;
    case "-":
      return `-${group(e.of)}`;
    case "not":
      return `not ${group(e.of)}`;
    case "abs":
      return `abs(${cutText(e.of)})`;
    default:
      return `${group(e.left)} ${e.kind === "minus" ? "-" : e.kind} ${group(e.right)}`;
  }
}

function group(e: CutExpression): string {
  const text = cutText(e);
  return "left" in e && !COMPARISONS.has(e.kind) ? `(${text})` : text;
}

/**
 * An explanation as indented lines of text: `+` before what holds, `-` before what does not, `*` after what decides.
 *
 * ```ts
 * const menu = parseMenu("two = t2 >= 2 and !bha_veto");
 * explanationText(explain(menu, bitsOf(menu.inputs, [["t2_1"]]), "two", 0)).split("\n")[1]; // "  + t2 >= 2  (2) *"
 * ```
 * @param explanation - What {@link explain} returned.
 */
export function explanationText(explanation: Explanation): string {
  const lines = (e: Explanation, depth: number): string[] => [
    `${"  ".repeat(depth)}${e.holds ? "+" : "-"} ${e.text}${e.value === undefined ? "" : `  (${e.value})`}${e.decides ? " *" : ""}`,
    ...e.of.flatMap((child) => lines(child, depth + 1)),
  ];
  return lines(explanation, 0).join("\n");
}
