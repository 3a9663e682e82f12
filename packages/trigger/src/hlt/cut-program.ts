import { parseError } from "../parse-error.js";
import { type Binary, combine, type CutExpression, holds, type Unary } from "./cut.js";

const OPERATIONS: readonly (Unary | Binary)[] = [
  "-",
  "not",
  "abs",
  "+",
  "minus",
  "*",
  "/",
  "**",
  "and",
  "or",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
];

/** Events of a block: not a power of two, so that the registers of one event do not fall on each other in the cache. */
export const BLOCK = 264;

/**
 * Cuts as straight-line code over blocks of events. Registers start with the variables, then come the constants, then one
 * for each instruction; equal parts of different cuts are computed once.
 */
export interface CutProgram {
  /** Number of variables. */
  readonly variables: number;
  /** Those that the cuts use. */
  readonly used: readonly number[];
  /** Constants. */
  readonly constants: readonly number[];
  /** Operation, first operand, second operand of each instruction. */
  readonly code: readonly number[];
  /** Register of each cut. */
  readonly outputs: readonly number[];
}

/**
 * Compiles cuts.
 * @param names - Names of the variables, in the order of their registers.
 * @param where - Function that errors name.
 */
export function compileCuts(cuts: readonly CutExpression[], names: readonly string[], where: string): CutProgram {
  const index = new Map(names.map((name, i) => [name, i]));
  const constants: number[] = [];
  const collect = (e: CutExpression): void => {
    if (e.kind === "number") {
      // `includes` and not `indexOf`: NaN is a constant too.
      if (!constants.includes(e.value)) constants.push(e.value);
    } else if ("of" in e) collect(e.of);
    else if ("left" in e) {
      collect(e.left);
      collect(e.right);
    }
  };
  cuts.forEach(collect);
  const first = names.length + constants.length;
  const code: number[] = [];
  const known = new Map<string, number>();
  const emit = (op: number, a: number, b: number): number => {
    const key = `${op},${a},${b}`;
    let register = known.get(key);
    if (register === undefined) {
      register = first + code.length / 3;
      code.push(op, a, b);
      known.set(key, register);
    }
    return register;
  };
  const visit = (e: CutExpression): number => {
    switch (e.kind) {
      case "number":
        return names.length + constants.findIndex((c) => Object.is(c, e.value) || c === e.value);
      case "variable": {
        const register = index.get(e.name);
        if (register === undefined) throw parseError(where, e.at, `there is no variable named ${e.name}`);
        return register;
      }
      case "-":
      case "not":
      case "abs":
        return emit(OPERATIONS.indexOf(e.kind), visit(e.of), 0);
      default:
        return emit(OPERATIONS.indexOf(e.kind), visit(e.left), visit(e.right));
    }
  };
  const outputs = cuts.map(visit);
  const operands = code.filter((_, k) => k % 3 !== 0);
  const used = [...new Set([...operands, ...outputs])]
    .filter((register) => register < names.length)
    .sort((a, b) => a - b);
  return { variables: names.length, used, constants, code, outputs };
}

/** Registers for a program, with the constants in place; the variables' blocks come first. */
export function newRegisters({ variables, constants, code }: CutProgram): Float64Array {
  const registers = new Float64Array((variables + constants.length + code.length / 3) * BLOCK);
  constants.forEach((c, k) => registers.fill(c, (variables + k) * BLOCK, (variables + k + 1) * BLOCK));
  return registers;
}

/** Runs a program over the first `size` events of a block. */
export function runCuts({ variables, constants, code }: CutProgram, r: Float64Array, size: number): void {
  const first = variables + constants.length;
  for (let k = 0; k < code.length; k += 3) {
    const to = (first + k / 3) * BLOCK;
    const a = code[k + 1] * BLOCK;
    const b = code[k + 2] * BLOCK;
    switch (OPERATIONS[code[k]]) {
      case "-":
        for (let i = 0; i < size; i++) r[to + i] = -r[a + i];
        break;
      case "not":
        for (let i = 0; i < size; i++) r[to + i] = holds(r[a + i]) ? 0 : 1;
        break;
      case "abs":
        for (let i = 0; i < size; i++) r[to + i] = Math.abs(r[a + i]);
        break;
      case "and":
        for (let i = 0; i < size; i++) r[to + i] = holds(r[a + i]) && holds(r[b + i]) ? 1 : 0;
        break;
      case "or":
        for (let i = 0; i < size; i++) r[to + i] = holds(r[a + i]) || holds(r[b + i]) ? 1 : 0;
        break;
      case "==":
        for (let i = 0; i < size; i++) r[to + i] = r[a + i] === r[b + i] ? 1 : 0;
        break;
      case "<":
        for (let i = 0; i < size; i++) r[to + i] = r[a + i] < r[b + i] ? 1 : 0;
        break;
      case "<=":
        for (let i = 0; i < size; i++) r[to + i] = r[a + i] <= r[b + i] ? 1 : 0;
        break;
      case ">":
        for (let i = 0; i < size; i++) r[to + i] = r[a + i] > r[b + i] ? 1 : 0;
        break;
      case ">=":
        for (let i = 0; i < size; i++) r[to + i] = r[a + i] >= r[b + i] ? 1 : 0;
        break;
      default: {
        const operation = OPERATIONS[code[k]] as Binary;
        for (let i = 0; i < size; i++) r[to + i] = combine(operation, r[a + i], r[b + i]);
      }
    }
  }
}
