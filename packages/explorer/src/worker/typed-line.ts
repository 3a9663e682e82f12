import { evaluate, explain, namesSet, parseMenu } from "@belladonna/trigger";
import type { Bits } from "@belladonna/trigger";
import type { TypedLine } from "./answers.js";
import { lineRow } from "./line-rows.js";

/** Name a typed expression has in the menu made of it. */
const NAME = "typed";

/** What stands before it there. */
const BEFORE = `${NAME} = `;

/** What is wrong with an expression, with the place in it and not in the menu. */
export function faultOf(error: unknown): string {
  if (!(error instanceof SyntaxError && "column" in error)) return String(error);
  return error.message.replace(/^.*?column \d+: /, `letter ${Number(error.column) - BEFORE.length}: `);
}

/**
 * A level-1 line that the user typed: how often it fires, and why in one event.
 * @param expression - Logic as in a menu.
 * @param inputs - Input bits of the events.
 * @param seen - Events that left a track or a cluster.
 * @returns What it does in an event, by its number.
 * @throws ParseError where the expression is none, or names an input that is not there.
 */
export function typedLine(expression: string, inputs: Bits, seen: Uint8Array): (index: number) => TypedLine {
  const menu = parseMenu(BEFORE + expression);
  const bits = evaluate(menu, inputs);
  const row = { ...lineRow(NAME, bits, seen), name: expression };
  return (index) => ({
    row,
    fired: namesSet(bits, index).length > 0,
    explanation: explain(menu, inputs, NAME, index),
  });
}
