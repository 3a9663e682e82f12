import { pow } from "@belladonna/numerics/elementary";
import { type Token, tokenize, tokenReader, type TokenReader } from "../tokens.js";
import { parseError, type TextPosition } from "../parse-error.js";
import type { Comparison } from "../l1/expression.js";
import { RESERVED } from "../l1/expression.js";

/** Operators of one operand. */
export type Unary = "-" | "not" | "abs";

/** Operators of two operands; `**` is the power. */
export type Binary = "+" | "minus" | "*" | "/" | "**" | Comparison | "and" | "or";

/** A cut as a tree. */
export type CutExpression =
  | {
      /** A number. */
      readonly kind: "number";
      /** Its value. */
      readonly value: number;
    }
  | {
      /** The value of a variable. */
      readonly kind: "variable";
      /** Its name. */
      readonly name: string;
      /** Where it stands in the text. */
      readonly at: TextPosition;
    }
  | {
      /** The negative, the logical opposite, or the absolute value of its operand. */
      readonly kind: Unary;
      /** The operand. */
      readonly of: CutExpression;
    }
  | {
      /** Arithmetic, a comparison, or `and` or `or`, of two operands. */
      readonly kind: Binary;
      /** The left operand. */
      readonly left: CutExpression;
      /** The right operand. */
      readonly right: CutExpression;
    };

/** A parsed cut. */
export interface Cut {
  /** As written. */
  readonly text: string;
  /** As a tree. */
  readonly expression: CutExpression;
  /** Names of the variables it uses, each once, in order of appearance. */
  readonly variables: readonly string[];
}

/** Names that are numbers. */
const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["True", 1],
  ["true", 1],
  ["False", 0],
  ["false", 0],
  ["inf", Infinity],
  ["infinity", Infinity],
  ["nan", Number.NaN],
]);
const MAXIMUM_DEPTH = 200;
const MAXIMUM_OPERATORS = 2000;
const WHERE = "parseCut";
const COMPARISONS: readonly Comparison[] = ["==", "!=", "<=", ">=", "<", ">"];

interface State {
  readonly reader: TokenReader;
  operators: number;
}

/**
 * Parses a cut.
 *
 * The language of basf2. In falling order of precedence: the power `**` or `^`, which binds its exponent first and stronger
 * than a sign before it (`-x**2` is $-x^2$, `2**3**2` is $2^9$); signs; `* /`; `+ -`; comparisons `== != < <= > >=`, which may
 * be chained, `0.5 < x < 2`; `not`, `and`, `or`. Groups stand in `( )` or `[ ]`; `abs( )` is the absolute value. Numbers may be
 * hexadecimal (`0x1F`), `inf` or `nan`; `True` and `False` are 1 and 0. A number or variable by itself holds when it is
 * neither 0 nor undefined; a comparison with something undefined does not hold, but for `!=`. An empty cut always holds.
 *
 * The text is data: no code is made from it.
 *
 * @param text - The cut.
 * @throws {@link ParseError} with line and column.
 * @example
 * ```ts
 * parseCut("nTrkLoose >= 3 and nTrkTight >= 1 and ee2leg == 0").variables.length; // ≈ 3
 * evaluateCut(parseCut("0.2 <= dx**2 + dy**2 <= 0.7 and abs(dz) < 2"), { dx: 0.3, dy: -0.4, dz: -1.5 }); // ≈ 1
 * ```
 */
export function parseCut(text: string): Cut {
  return parseCutAt(text, 1, 1);
}

/** Parses a cut that stands at a line and column of a longer text. */
export function parseCutAt(text: string, line: number, column: number): Cut {
  const tokens = text.split("\n").flatMap((part, i, all) => {
    const some = tokenize(part, line + i, i === 0 ? column : 1, WHERE);
    return i < all.length - 1 ? some.slice(0, -1) : some;
  });
  const state: State = { reader: tokenReader(tokens, WHERE), operators: 0 };
  if (tokens.every(({ kind }) => kind === "end")) {
    return { text, expression: { kind: "number", value: 1 }, variables: [] };
  }
  const expression = readOr(state, 0);
  const end = state.reader.peek();
  if (end.kind !== "end") state.reader.fail(end, "an operator or the end");
  const variables = new Set<string>();
  const isVariable = ({ kind, text: name }: Token): boolean =>
    kind === "name" && !RESERVED.has(name) && !CONSTANTS.has(name) && name !== "abs";
  for (const token of tokens) if (isVariable(token)) variables.add(token.text);
  return { text, expression, variables: [...variables] };
}

function binary(state: State, kind: Binary, left: CutExpression, right: CutExpression): CutExpression {
  if (++state.operators > MAXIMUM_OPERATORS)
    throw parseError(WHERE, state.reader.peek(), `more than ${MAXIMUM_OPERATORS} operators`);
  return { kind, left, right };
}

function readOr(state: State, depth: number): CutExpression {
  let left = readAnd(state, depth);
  while (state.reader.accept("or", "|", "||")) left = binary(state, "or", left, readAnd(state, depth));
  return left;
}

function readAnd(state: State, depth: number): CutExpression {
  let left = readNot(state, depth);
  while (state.reader.accept("and", "&", "&&")) left = binary(state, "and", left, readNot(state, depth));
  return left;
}

function readNot(state: State, depth: number): CutExpression {
  checkDepth(state, depth);
  if (state.reader.accept("not", "!")) return { kind: "not", of: readNot(state, depth + 1) };
  return readComparison(state, depth);
}

function readComparison(state: State, depth: number): CutExpression {
  let left = readSum(state, depth);
  let chain: CutExpression | undefined;
  for (let token = state.reader.accept(...COMPARISONS); token; token = state.reader.accept(...COMPARISONS)) {
    const right = readSum(state, depth);
    const link = binary(state, token.text as Comparison, left, right);
    chain = chain === undefined ? link : binary(state, "and", chain, link);
    left = right;
  }
  return chain ?? left;
}

function readSum(state: State, depth: number): CutExpression {
  let left = readProduct(state, depth);
  for (let token = state.reader.accept("+", "-"); token; token = state.reader.accept("+", "-")) {
    left = binary(state, token.text === "+" ? "+" : "minus", left, readProduct(state, depth));
  }
  return left;
}

function readProduct(state: State, depth: number): CutExpression {
  let left = readSigned(state, depth);
  for (let token = state.reader.accept("*", "/"); token; token = state.reader.accept("*", "/")) {
    left = binary(state, token.text === "*" ? "*" : "/", left, readSigned(state, depth));
  }
  return left;
}

function readSigned(state: State, depth: number): CutExpression {
  const { reader } = state;
  checkDepth(state, depth);
  if (reader.accept("-")) return { kind: "-", of: readSigned(state, depth + 1) };
  if (reader.accept("+")) return readSigned(state, depth + 1);
  const base = readValue(state, depth);
  return reader.accept("**", "^") ? binary(state, "**", base, readSigned(state, depth + 1)) : base;
}

function readValue(state: State, depth: number): CutExpression {
  const { reader } = state;
  const open = reader.accept("(", "[");
  if (open) {
    const inner = readOr(state, depth + 1);
    const close = open.text === "(" ? ")" : "]";
    if (!reader.accept(close)) reader.fail(reader.peek(), JSON.stringify(close));
    return inner;
  }
  const token = reader.take();
  if (token.kind === "number") return { kind: "number", value: Number(token.text) };
  if (token.kind !== "name" || RESERVED.has(token.text)) reader.fail(token, 'a variable, a number, "not" or "("');
  const constant = CONSTANTS.get(token.text);
  if (constant !== undefined) return { kind: "number", value: constant };
  if (reader.peek().text === "(") {
    if (token.text !== "abs") reader.fail(token, 'a variable or the function "abs"');
    return { kind: "abs", of: readValue(state, depth + 1) };
  }
  return { kind: "variable", name: token.text, at: { line: token.line, column: token.column } };
}

function checkDepth(state: State, depth: number): void {
  if (depth > MAXIMUM_DEPTH)
    state.reader.fail(state.reader.peek(), `at most ${MAXIMUM_DEPTH} nested parentheses and signs`);
}

/**
 * Value of a cut for one event: a number, 1 or 0 for what holds or not.
 * @param cut - The cut or a part of it.
 * @param variables - Values by name; `NaN` for undefined.
 * @throws RangeError when a variable has no value.
 * @example
 * ```ts
 * evaluateCut(parseCut("0.5 < x < 2 and not y"), { x: 1, y: 0 }); // ≈ 1
 * ```
 */
export function evaluateCut(cut: Cut | CutExpression, variables: Readonly<Record<string, number>>): number {
  const e = "expression" in cut ? cut.expression : cut;
  const value = (of: CutExpression): number => evaluateCut(of, variables);
  switch (e.kind) {
    case "number":
      return e.value;
    case "variable":
      if (!Object.hasOwn(variables, e.name)) throw new RangeError(`evaluateCut: there is no variable named ${e.name}`);
      return variables[e.name];
    case "-":
      return -value(e.of);
    case "not":
      return holds(value(e.of)) ? 0 : 1;
    case "abs":
      return Math.abs(value(e.of));
    default:
      return combine(e.kind, value(e.left), value(e.right));
  }
}

/** Whether a value counts as true. */
export function holds(x: number): boolean {
  return x !== 0 && x === x;
}

/** Two values by an operator. */
export function combine(kind: Binary, a: number, b: number): number {
  switch (kind) {
    case "+":
      return a + b;
    case "minus":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "**":
      return pow(a, b);
    case "and":
      return holds(a) && holds(b) ? 1 : 0;
    case "or":
      return holds(a) || holds(b) ? 1 : 0;
    case "==":
      return a === b ? 1 : 0;
    case "!=":
      return a !== b ? 1 : 0;
    case "<":
      return a < b ? 1 : 0;
    case "<=":
      return a <= b ? 1 : 0;
    case ">":
      return a > b ? 1 : 0;
    case ">=":
      return a >= b ? 1 : 0;
  }
}
