import { unsigned, type Body } from "./encode.js";
import type { Expression } from "./expressions.js";
import { ANY_TRUE, CODES, DROP, I32, LANES, LEAVE_IF, LOCAL, LOOP, MEMORY, REPEAT } from "./opcodes.js";
import { columnsOf, nodesOf, resultsOf, type Kernel } from "./program.js";

// Locals: the number of rows, byte of the row in a column, and where that ends; then the vectors.
const [N, AT, END, VECTORS] = [0, 1, 2, 3];

/** Both lanes of an integer constant. */
const lanes = (lower: number, upper: number): number[] => [lower, upper].flatMap((x) => [x, 0, 0, 0, 0, 0, 0, 0]);

/**
 * A function over rows, two at a time: nodes that are used more than once are kept in locals, which others take over after
 * their last use; what is the same in all rows is computed before the first.
 * @param kernel - What is computed.
 * @param rows - Length of a column.
 * @param parametersFrom - Byte where the parameters start.
 * @param constantAt - Byte where a constant is: one that is written in the code is made anew in every row.
 */
export function functionBody(
  kernel: Kernel,
  rows: number,
  parametersFrom: number,
  constantAt: (bits: bigint) => number,
): Body {
  const { writes, pairs = [], guard } = kernel;
  const code: number[] = [];
  const put = (...bytes: readonly number[]): void => {
    for (const byte of bytes) code.push(byte);
  };
  const results = resultsOf(kernel);
  const nodes = nodesOf(results);
  const uses = new Map<Expression, number>(nodes.map((node) => [node, 0]));
  const addUse = (node: Expression): unknown => uses.set(node, (uses.get(node) ?? 0) + 1);
  for (const { operands } of nodes) operands.forEach(addUse);
  results.forEach(addUse);
  // Put on the stack once more.
  for (const [, even, odd] of pairs) [even, odd].forEach(addUse);
  if (guard !== undefined) addUse(guard[1]);

  let vectors = 0;
  const free: number[] = [];
  const local = (): number => free.pop() ?? VECTORS + vectors++;
  const kept = new Map<Expression, number>();
  const row = nodes.some(({ operation }) => operation === "row") ? local() : undefined;
  const met = guard === undefined ? undefined : local();

  /** Address of a row of a column, or of the first of two rows. */
  const address = (isPair: boolean): void => {
    put(LOCAL.get, AT);
    if (isPair) put(LOCAL.get, AT, I32.add);
  };
  /** A load or store at a byte after the address; addresses are multiples of 8. */
  const access = (how: keyof typeof MEMORY, byte: number): void => {
    put(...MEMORY[how], 3, ...unsigned(byte));
  };

  const compute = ({ operation, operands, immediate, bits }: Expression): void => {
    const byte = 8 * rows * immediate;
    if (operation === "constant" && bits === 0n) put(...MEMORY.const, ...lanes(0, 0));
    else if (operation === "constant" || operation === "parameter") {
      put(I32.const, 0);
      access("loadBoth", operation === "constant" ? constantAt(bits) : parametersFrom + 8 * immediate);
    } else if (operation === "column") {
      address(false);
      access("load", byte);
    } else if (operation === "even" || operation === "odd") {
      for (const by of [0, 16]) {
        address(true);
        access("load", byte + by);
      }
      put(...(operation === "even" ? LANES.lower : LANES.upper));
    } else if (operation === "row") put(LOCAL.get, ...unsigned(row ?? 0));
    else {
      // The mask of a choice is on top.
      const [a, b, c] = operands;
      if (operation === "choose") for (const one of [b, c, a]) emit(one);
      else if (operation === "words") emit(a, 2);
      else for (const one of operands) emit(one);
      // Places up to 63 are one byte, whose bit 6 is the sign.
      if (operation === "shiftLeft" || operation === "shiftRight") put(I32.const, immediate);
      put(...(CODES[operation] ?? []));
    }
  };

  /** Puts the value of a node on the stack, `times` times. */
  const emit = (node: Expression, times = 1): void => {
    const left = (uses.get(node) ?? 0) - 1;
    uses.set(node, left);
    let at = kept.get(node);
    if (at === undefined) {
      compute(node);
      if (left === 0 && times === 1) return;
      at = local();
      kept.set(node, at);
      put(LOCAL.tee, ...unsigned(at));
    } else put(LOCAL.get, ...unsigned(at));
    for (let k = 1; k < times; k++) put(LOCAL.get, ...unsigned(at));
    if (left === 0 && !node.isFixed) {
      kept.delete(node);
      free.push(at);
    }
  };
  /** Computes a node for later. */
  const prepare = (node: Expression): void => {
    addUse(node);
    emit(node);
    put(DROP);
  };

  for (const node of nodes.filter(({ isFixed }) => isFixed)) {
    // Kept in every row, so never used for the last time.
    uses.set(node, Infinity);
    prepare(node);
  }
  put(LOCAL.get, N, I32.const, 3, I32.shl, LOCAL.set, END);
  if (row !== undefined) put(...MEMORY.const, ...lanes(0, 1), LOCAL.set, ...unsigned(row));
  put(...LOOP, LOCAL.get, AT, LOCAL.get, END, I32.ge, ...LEAVE_IF);

  const { read, written } = columnsOf(kernel, nodes);
  if (written.some((column) => read.includes(column))) results.forEach(prepare);
  for (const [column, value] of writes) {
    address(false);
    emit(value);
    access("store", 8 * rows * column);
  }
  for (const [column, even, odd] of pairs) {
    for (const [by, which] of [
      [0, LANES.lower],
      [16, LANES.upper],
    ] as const) {
      address(true);
      emit(even);
      emit(odd);
      put(...which);
      access("store", 8 * rows * column + by);
    }
  }
  if (guard !== undefined && met !== undefined) {
    const [column, mask] = guard;
    address(false);
    emit(mask);
    access("store", 8 * rows * column);
    put(LOCAL.get, ...unsigned(met));
    emit(mask);
    put(...(CODES.or ?? []), LOCAL.set, ...unsigned(met));
  }
  put(LOCAL.get, AT, I32.const, 16, I32.add, LOCAL.set, AT);
  if (row !== undefined) {
    put(LOCAL.get, ...unsigned(row), ...MEMORY.const, ...lanes(2, 2), ...(CODES.integerAdd ?? []));
    put(LOCAL.set, ...unsigned(row));
  }
  put(...REPEAT);
  if (met === undefined) put(I32.const, 0);
  else put(LOCAL.get, ...unsigned(met), ...ANY_TRUE);
  return { locals: [2, vectors], code };
}
