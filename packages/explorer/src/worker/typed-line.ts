import { evaluate, explain, namesSet, parseMenu } from "@belladonna/trigger";
import type { Bits } from "@belladonna/trigger";
import type { TypedLine } from "./answers.js";
import { lineRow } from "./line-rows.js";

/** Name a typed expression has in the menu made of it. */
const NAME = "typed";

/** What stands before it there. */
const BEFORE = `${NAME} = `;

/** What a typed expression does in an event; a sentence where it is none, undefined where nothing is typed. */
type Answer = TypedLine | string | undefined;

/**
 * Level-1 lines that the user types: how often each fires, and why in one event.
 * @param inputs - Input bits of the events.
 * @param seen - Events that left a track or a cluster.
 * @returns What an expression, logic as in a menu, does in an event, by its number. The last one is kept compiled.
 */
export function typedLines(inputs: Bits, seen: Uint8Array): (expression: string, index: number) => Answer {
  let last: { readonly expression: string; readonly at: (index: number) => Answer } | undefined;
  return (expression, index) => {
    if (last?.expression !== expression) last = { expression, at: compiled(expression, inputs, seen) };
    return last.at(index);
  };
}

function compiled(expression: string, inputs: Bits, seen: Uint8Array): (index: number) => Answer {
  if (expression === "") return () => undefined;
  try {
    const menu = parseMenu(BEFORE + expression);
    const bits = evaluate(menu, inputs);
    const row = { ...lineRow(NAME, bits, seen), name: expression };
    return (index) => ({
      row,
      fired: namesSet(bits, index).length > 0,
      explanation: explain(menu, inputs, NAME, index),
    });
  } catch (error) {
    const fault = faultOf(error);
    return () => fault;
  }
}

/** What is wrong with an expression, with the place in it and not in the menu. */
function faultOf(error: unknown): string {
  if (!(error instanceof SyntaxError && "column" in error)) return String(error);
  return error.message.replace(/^.*?column \d+: /, `letter ${Number(error.column) - BEFORE.length}: `);
}
