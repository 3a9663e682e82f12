import { atan, cos, exp, log, pow, sin, tan } from "@belladonna/numerics/elementary";
import jsep from "jsep";

/** Values by name. */
export type Values = Readonly<Record<string, number>>;

/** A number that depends on others: from an expression, or a constant. */
export interface Expression {
  /** Names it reads. */
  readonly names: readonly string[];
  /** Its value. */
  readonly value: (values: Values) => number;
}

type Call = (...x: number[]) => number;

/** Functions of expressions with how many arguments they take; `kallen` is $\lambda(a,b,c)$. */
const functions: Readonly<Record<string, { readonly take: number; readonly call: Call }>> = {
  sqrt: { take: 1, call: Math.sqrt },
  exp: { take: 1, call: exp },
  log: { take: 1, call: log },
  sin: { take: 1, call: sin },
  cos: { take: 1, call: cos },
  tan: { take: 1, call: tan },
  atan: { take: 1, call: atan },
  abs: { take: 1, call: Math.abs },
  min: { take: 2, call: Math.min },
  max: { take: 2, call: Math.max },
  kallen: { take: 3, call: (a, b, c) => a * a + b * b + c * c - 2 * (a * b + b * c + c * a) },
};

const operators: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "**": (a, b) => pow(a, b),
  "<": (a, b) => Number(a < b),
  "<=": (a, b) => Number(a <= b),
  ">": (a, b) => Number(a > b),
  ">=": (a, b) => Number(a >= b),
};

/**
 * Compiles an expression: numbers, names, `+ - * / **`, comparisons (1 or 0), `a ? b : c`, and functions of one to three
 * numbers. Nothing else of the language in which it runs can be reached.
 *
 * @param text - The expression, such as `g*sqrt(1 - 4*m**2/mass**2)`.
 * @param known - Names that it may read.
 * @throws RangeError saying what is wrong with it.
 */
export function expression(text: string, known: readonly string[]): Expression {
  const names = new Set<string>();
  let tree: jsep.Expression;
  try {
    tree = jsep(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new RangeError(`must be an expression, got "${text}": ${why}`, { cause: error });
  }
  const value = compiled(tree as jsep.CoreExpression);
  return { names: [...names], value };

  function compiled(node: jsep.CoreExpression): (values: Values) => number {
    const part = (one: unknown): ((values: Values) => number) => compiled(one as jsep.CoreExpression);
    switch (node.type) {
      case "Literal": {
        const { value: constant } = node;
        if (typeof constant !== "number") throw new RangeError(`must have numbers only, got ${node.raw} in "${text}"`);
        return () => constant;
      }
      case "Identifier": {
        const { name } = node;
        if (!known.includes(name)) {
          throw new RangeError(`must use only ${[...known].join(", ")}, got "${name}" in "${text}"`);
        }
        names.add(name);
        return (values) => values[name];
      }
      case "UnaryExpression": {
        const of = part(node.argument);
        if (node.operator === "-") return (values) => -of(values);
        if (node.operator === "+") return of;
        break;
      }
      case "BinaryExpression": {
        if (!Object.hasOwn(operators, node.operator)) break;
        // The parser takes the sign first, mathematics takes it last.
        if (node.operator === "**" && node.left.type === "UnaryExpression") {
          throw new RangeError(`must say what is raised to a power: -(a**b), and no sign before a**b, got "${text}"`);
        }
        const [operate, a, b] = [operators[node.operator], part(node.left), part(node.right)];
        return (values) => operate(a(values), b(values));
      }
      case "ConditionalExpression": {
        const [test, yes, no] = [part(node.test), part(node.consequent), part(node.alternate)];
        return (values) => (test(values) !== 0 ? yes(values) : no(values));
      }
      case "CallExpression": {
        const { name } = node.callee as jsep.Identifier;
        if (node.callee.type !== "Identifier" || !Object.hasOwn(functions, name)) break;
        const { take, call } = functions[name];
        if (node.arguments.length !== take) {
          throw new RangeError(`must give ${name} ${take} numbers, got ${node.arguments.length} in "${text}"`);
        }
        const parts = node.arguments.map(part);
        return (values) => call(...parts.map((of) => of(values)));
      }
      default:
    }
    const allowed = `+ - * / **, comparisons, ? : and ${Object.keys(functions).join(", ")}`;
    throw new RangeError(`must be made of numbers, names, ${allowed}, got "${text}"`);
  }
}
