import type { TextPosition } from "../parse-error.js";
import type { TokenReader } from "../tokens.js";

/** Comparison of a counter with a whole number. */
export type Comparison = "<" | "<=" | "==" | "!=" | ">=" | ">";

/** The logic of a level-1 line as a tree. */
export type L1Expression =
  | {
      /** An input bit. */
      readonly kind: "bit";
      /** Name of the bit. */
      readonly name: string;
      /** Where it stands in the text. */
      readonly at: TextPosition;
    }
  | {
      /** A counter, made of several input bits, compared with a number. */
      readonly kind: "counter";
      /** Name of the counter: that of its bits without `_0`, `_1`, … */
      readonly name: string;
      /** The comparison. */
      readonly comparison: Comparison;
      /** The number. */
      readonly value: number;
      /** Where it stands in the text. */
      readonly at: TextPosition;
    }
  | {
      /** True when its only operand is not. */
      readonly kind: "not";
      /** The operand. */
      readonly of: L1Expression;
    }
  | {
      /** True when all, or any, of the operands are. */
      readonly kind: "and" | "or";
      /** Two operands or more. */
      readonly of: readonly L1Expression[];
    };

/** Parentheses and negations may nest this deep: no text, however long, can exhaust the stack. */
const MAXIMUM_DEPTH = 200;

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  "<": "<",
  "<=": "<=",
  "=": "==",
  "==": "==",
  "!=": "!=",
  ">=": ">=",
  ">": ">",
};

/**
 * Reads `or`-expressions of `and`-expressions of `not`-expressions: names, counters compared with whole numbers,
 * parentheses. `|` and `||` are the same as `or`, `&` and `&&` as `and`, `!` as `not`.
 */
export function readL1Expression(reader: TokenReader, depth = 0): L1Expression {
  const operands = [readAnd(reader, depth)];
  while (reader.accept("or", "|", "||")) operands.push(readAnd(reader, depth));
  return operands.length === 1 ? operands[0] : { kind: "or", of: operands };
}

function readAnd(reader: TokenReader, depth: number): L1Expression {
  const operands = [readNot(reader, depth)];
  while (reader.accept("and", "&", "&&")) operands.push(readNot(reader, depth));
  return operands.length === 1 ? operands[0] : { kind: "and", of: operands };
}

function readNot(reader: TokenReader, depth: number): L1Expression {
  if (depth > MAXIMUM_DEPTH) reader.fail(reader.peek(), `at most ${MAXIMUM_DEPTH} nested parentheses and negations`);
  if (reader.accept("not", "!")) return { kind: "not", of: readNot(reader, depth + 1) };
  if (reader.accept("(")) {
    const inner = readL1Expression(reader, depth + 1);
    if (!reader.accept(")")) reader.fail(reader.peek(), '")"');
    return inner;
  }
  const token = reader.take();
  if (token.kind !== "name" || RESERVED.has(token.text)) reader.fail(token, 'an input bit, "not" or "("');
  const at = { line: token.line, column: token.column };
  const comparison = COMPARISONS[reader.peek().text] as Comparison | undefined;
  if (comparison === undefined || reader.peek().kind !== "sign") return { kind: "bit", name: token.text, at };
  reader.take();
  const number = reader.take();
  if (number.kind !== "number" || !/^\d+$/.test(number.text)) reader.fail(number, "a whole number");
  return { kind: "counter", name: token.text, comparison, value: Number(number.text), at };
}

/** Words that cannot be names of bits or lines. */
export const RESERVED: ReadonlySet<string> = new Set(["and", "or", "not", "prescale"]);

/**
 * The expression as text that parses to itself.
 *
 * ```ts
 * const { logic } = parseMenu("two = t2 >= 2 & !(bha_veto | veto)").lines[0];
 * l1ExpressionText(logic); // "t2 >= 2 and !(bha_veto or veto)"
 * ```
 */
export function l1ExpressionText(e: L1Expression): string {
  switch (e.kind) {
    case "bit":
      return e.name;
    case "counter":
      return `${e.name} ${e.comparison} ${e.value}`;
    case "not":
      return `!${e.of.kind === "bit" ? e.of.name : `(${l1ExpressionText(e.of)})`}`;
    default:
      return e.of
        .map((o) => (o.kind === "and" || o.kind === "or" ? `(${l1ExpressionText(o)})` : l1ExpressionText(o)))
        .join(` ${e.kind} `);
  }
}
