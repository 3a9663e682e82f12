import { parseError, type ParseError } from "../parse-error.js";
import { compares, counterMaximum, type Counter } from "./counters.js";
import type { L1Expression } from "./expression.js";

/**
 * Straight-line code over columns of bits: registers 0 to `inputs − 1` are the inputs, each instruction makes one more.
 *
 * Four numbers an instruction: operation (0 and, 1 or, 2 not, 3 constant), two operands. The same condition, in however
 * many lines, is computed once.
 */
export interface Program {
  /** Number of inputs. */
  readonly inputs: number;
  /** Operation, first operand, second operand of each instruction. */
  readonly code: Int32Array;
  /** Register of each line. */
  readonly outputs: Int32Array;
}

const AND = 0;
const OR = 1;
const NOT = 2;
const CONSTANT = 3;

/** Compiles the expressions of a menu. Throws a {@link ParseError} at a name that is no input or counter. */
export function compile(
  expressions: readonly L1Expression[],
  inputs: readonly string[],
  counters: ReadonlyMap<string, Counter>,
  where: string,
): Program {
  const index = new Map(inputs.map((name, i) => [name, i]));
  const known = new Map<string, number>();
  const code: number[] = [];
  const emit = (op: number, a: number, b: number): number => {
    const key = `${op},${a},${b}`;
    let register = known.get(key);
    if (register === undefined) {
      register = inputs.length + code.length / 3;
      code.push(op, a, b);
      known.set(key, register);
    }
    return register;
  };
  const fold = (op: number, registers: readonly number[]): number => {
    // Sorted, so that the same conditions in another order share their registers.
    const sorted = [...new Set(registers)].sort((a, b) => a - b);
    return sorted.reduce((a, b) => emit(op, a, b));
  };
  const unknown = (e: { name: string; at: { line: number; column: number } }, kind: string): ParseError =>
    parseError(where, e.at, `there is no ${kind} named ${e.name}`);
  const counter = (e: Extract<L1Expression, { kind: "counter" }>): number => {
    const found = counters.get(e.name);
    if (found === undefined) throw unknown(e, "counter");
    const maximum = counterMaximum(found);
    const values = Array.from({ length: maximum + 1 }, (_, n) => n);
    const fulfilled = values.filter((n) => compares(n, e.comparison, e.value));
    // Beyond its last bit a one-hot counter cannot tell numbers apart.
    if (
      found.code === "one-hot" &&
      compares(maximum, e.comparison, e.value) !== compares(Infinity, e.comparison, e.value)
    ) {
      throw parseError(where, e.at, `the counter ${e.name} cannot tell more than ${maximum - 1} apart from more`);
    }
    if (fulfilled.length === 0) return emit(CONSTANT, 0, 0);
    if (fulfilled.length === values.length) return emit(CONSTANT, -1, 0);
    if (found.code === "one-hot") {
      const some = (set: readonly number[]): number =>
        fold(
          OR,
          set.map((n) => found.bits[n - 1]),
        );
      return fulfilled.includes(0) ? emit(NOT, some(values.filter((n) => !fulfilled.includes(n))), 0) : some(fulfilled);
    }
    const equals = (n: number): number =>
      fold(
        AND,
        found.bits.map((b, k) => ((n >> k) & 1 ? b : emit(NOT, b, 0))),
      );
    return fold(OR, fulfilled.map(equals));
  };
  const visit = (e: L1Expression): number => {
    switch (e.kind) {
      case "bit": {
        const input = index.get(e.name);
        if (input === undefined) throw unknown(e, "input bit");
        return input;
      }
      case "counter":
        return counter(e);
      case "not":
        return emit(NOT, visit(e.of), 0);
      case "and":
        return fold(AND, e.of.map(visit));
      case "or":
        return fold(OR, e.of.map(visit));
    }
  };
  const outputs = Int32Array.from(expressions, visit);
  return { inputs: inputs.length, code: Int32Array.from(code), outputs };
}

/** Words of a block: the registers of the built-in menu then fit into a processor's second-level cache. */
const BLOCK = 64;

/** Runs a program over columns of `stride` words; `columns[j]` is where input $j$ starts in `words`. */
export function run(program: Program, words: Int32Array, columns: Int32Array, stride: number, out: Int32Array): void {
  const { inputs, code, outputs } = program;
  const instructions = code.length / 3;
  const registers = new Int32Array((inputs + instructions) * BLOCK);
  for (let start = 0; start < stride; start += BLOCK) {
    const size = Math.min(BLOCK, stride - start);
    for (let j = 0; j < inputs; j++) {
      const from = columns[j] + start;
      const to = j * BLOCK;
      for (let w = 0; w < size; w++) registers[to + w] = words[from + w];
    }
    for (let k = 0; k < instructions; k++) {
      const to = (inputs + k) * BLOCK;
      const a = code[3 * k + 1] * BLOCK;
      const b = code[3 * k + 2] * BLOCK;
      switch (code[3 * k]) {
        case AND:
          for (let w = 0; w < size; w++) registers[to + w] = registers[a + w] & registers[b + w];
          break;
        case OR:
          for (let w = 0; w < size; w++) registers[to + w] = registers[a + w] | registers[b + w];
          break;
        case NOT:
          for (let w = 0; w < size; w++) registers[to + w] = ~registers[a + w];
          break;
        default:
          registers.fill(code[3 * k + 1], to, to + size);
      }
    }
    for (let j = 0; j < outputs.length; j++) {
      const from = outputs[j] * BLOCK;
      const to = j * stride + start;
      for (let w = 0; w < size; w++) out[to + w] = registers[from + w];
    }
  }
}
