import { unsigned, type Body } from "./encode.js";
import type { Expression, Operation } from "./expressions.js";
import { nodesOf, resultsOf, type Kernel } from "./program.js";

const LOCAL_GET = 0x20;
const LOCAL_SET = 0x21;
const LOCAL_TEE = 0x22;
const I32_CONST = 0x41;
const I32_ADD = 0x6a;
const I32_SHL = 0x74;

/** An instruction of vectors of 128 bits. */
const vector = (code: number): number[] => [0xfd, ...unsigned(code)];
const LOAD = /* @__PURE__ */ vector(0x00);
const LOAD_BOTH = /* @__PURE__ */ vector(0x0a);
const STORE = /* @__PURE__ */ vector(0x0b);
const CONST = /* @__PURE__ */ vector(0x0c);
const OR = /* @__PURE__ */ vector(0x50);
const INTEGER_ADD = /* @__PURE__ */ vector(0xce);

/** Takes bytes of two vectors: `parts` are pairs of the first byte and the number of bytes. */
const shuffle = (...parts: readonly (readonly [from: number, count: number])[]): number[] => [
  ...vector(0x0d),
  ...parts.flatMap(([from, count]) => Array.from({ length: count }, (_, k) => from + k)),
];
/** The lower lanes of two vectors, the upper ones, and the lower halves of the lanes of one. */
const LOWER = /* @__PURE__ */ shuffle([0, 8], [16, 8]);
const UPPER = /* @__PURE__ */ shuffle([8, 8], [24, 8]);
const WORDS = /* @__PURE__ */ shuffle([0, 4], [8, 4], [0, 4], [8, 4]);

/** Instructions of operations on what lies on the stack. */
const CODES: Readonly<Partial<Record<Operation, readonly number[]>>> = {
  add: /* @__PURE__ */ vector(0xf0),
  subtract: /* @__PURE__ */ vector(0xf1),
  multiply: /* @__PURE__ */ vector(0xf2),
  divide: /* @__PURE__ */ vector(0xf3),
  negate: /* @__PURE__ */ vector(0xed),
  absolute: /* @__PURE__ */ vector(0xec),
  squareRoot: /* @__PURE__ */ vector(0xef),
  floor: /* @__PURE__ */ vector(0x75),
  less: /* @__PURE__ */ vector(0x49),
  lessOrEqual: /* @__PURE__ */ vector(0x4b),
  and: /* @__PURE__ */ vector(0x4e),
  or: OR,
  xor: /* @__PURE__ */ vector(0x51),
  not: /* @__PURE__ */ vector(0x4d),
  integerAdd: INTEGER_ADD,
  integerSubtract: /* @__PURE__ */ vector(0xd1),
  wordProduct: /* @__PURE__ */ vector(0xde),
};
const BITSELECT = /* @__PURE__ */ vector(0x52);
const SHIFT_LEFT = /* @__PURE__ */ vector(0xcb);
const SHIFT_RIGHT = /* @__PURE__ */ vector(0xcd);
const ANY_TRUE = /* @__PURE__ */ vector(0x53);

// Locals: the number of rows, byte of the row in a column, and where that ends; then the vectors.
const [N, AT, END, VECTORS] = [0, 1, 2, 3];

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
  const code: number[] = [];
  const put = (...bytes: readonly number[]): void => {
    for (const byte of bytes) code.push(byte);
  };
  const results = resultsOf(kernel);
  const nodes = nodesOf(results);
  const uses = new Map<Expression, number>(nodes.map((node) => [node, 0]));
  const use = (node: Expression): number => uses.get(node) ?? 0;
  for (const { operands } of nodes) for (const one of operands) uses.set(one, use(one) + 1);
  for (const node of results) uses.set(node, use(node) + 1);
  for (const [, even, odd] of kernel.pairs ?? []) for (const node of [even, odd]) uses.set(node, use(node) + 1);

  let vectors = 0;
  const free: number[] = [];
  const local = (): number => free.pop() ?? VECTORS + vectors++;
  const kept = new Map<Expression, number>();
  const row = nodes.some(({ operation }) => operation === "row") ? local() : undefined;
  const met = kernel.guard === undefined ? undefined : local();

  /** Address of a row of a column, or of the first of two rows. */
  const address = (isPair: boolean): void => {
    put(LOCAL_GET, AT);
    if (isPair) put(LOCAL_GET, AT, I32_ADD);
  };
  const load = (byte: number): void => {
    put(...LOAD, 3, ...unsigned(byte));
  };

  const compute = ({ operation, operands, immediate: k, bits }: Expression): void => {
    if (operation === "constant" && bits === 0n) {
      put(...CONST, ...new Array<number>(16).fill(0));
    } else if (operation === "constant" || operation === "parameter") {
      const byte = operation === "constant" ? constantAt(bits) : parametersFrom + 8 * k;
      put(I32_CONST, 0, ...LOAD_BOTH, 3, ...unsigned(byte));
    } else if (operation === "column") {
      address(false);
      load(8 * rows * k);
    } else if (operation === "even" || operation === "odd") {
      address(true);
      load(8 * rows * k);
      address(true);
      load(8 * rows * k + 16);
      put(...(operation === "even" ? LOWER : UPPER));
    } else if (operation === "row") {
      put(LOCAL_GET, ...unsigned(row ?? 0));
    } else if (operation === "choose") {
      const [mask, a, b] = operands;
      for (const one of [a, b, mask]) emit(one);
      put(...BITSELECT);
    } else if (operation === "words") {
      emit(operands[0], 2);
      put(...WORDS);
    } else {
      for (const one of operands) emit(one);
      const shift = operation === "shiftLeft" ? SHIFT_LEFT : operation === "shiftRight" ? SHIFT_RIGHT : undefined;
      // Places up to 63 take a byte: the sign is bit 6.
      if (shift !== undefined) put(I32_CONST, k, ...shift);
      else put(...(CODES[operation] ?? []));
    }
  };

  /** Puts the value of a node on the stack, `times` times. */
  const emit = (node: Expression, times = 1): void => {
    const left = use(node) - 1;
    uses.set(node, left);
    let at = kept.get(node);
    if (at === undefined) {
      compute(node);
      if (left === 0 && times === 1) return;
      at = local();
      kept.set(node, at);
      put(LOCAL_TEE, ...unsigned(at));
    } else put(LOCAL_GET, ...unsigned(at));
    for (let k = 1; k < times; k++) put(LOCAL_GET, ...unsigned(at));
    if (left === 0 && !node.isFixed) {
      kept.delete(node);
      free.push(at);
    }
  };

  const fixed = new Set<Expression>(results.filter((node) => node.isFixed));
  for (const { operands, isFixed } of nodes) {
    if (!isFixed) for (const one of operands) if (one.isFixed) fixed.add(one);
  }
  for (const node of fixed) {
    // Kept in every row, so never used for the last time.
    uses.set(node, Infinity);
    emit(node);
    put(0x1a);
  }
  put(LOCAL_GET, N, I32_CONST, 3, I32_SHL, LOCAL_SET, END);
  if (row !== undefined)
    put(...CONST, ...new Array<number>(8).fill(0), 1, ...new Array<number>(7).fill(0), LOCAL_SET, ...unsigned(row));
  // block, loop: left where the end is reached.
  put(0x02, 0x40, 0x03, 0x40, LOCAL_GET, AT, LOCAL_GET, END, 0x4e, 0x0d, 1);

  const read = new Set(
    nodes.filter(({ operation }) => ["column", "even", "odd"].includes(operation)).map(({ immediate }) => immediate),
  );
  const isInPlace = [...kernel.writes, ...(kernel.pairs ?? [])].some(([column]) => read.has(column));
  if (isInPlace) {
    for (const node of results) {
      uses.set(node, use(node) + 1);
      emit(node);
      put(0x1a);
    }
  }
  const store = (column: number, by: number): void => {
    put(...STORE, 3, ...unsigned(8 * rows * column + by));
  };
  for (const [column, value] of kernel.writes) {
    address(false);
    emit(value);
    store(column, 0);
  }
  for (const [column, even, odd] of kernel.pairs ?? []) {
    for (const [by, lanes] of [
      [0, LOWER],
      [16, UPPER],
    ] as const) {
      address(true);
      emit(even);
      emit(odd);
      put(...lanes);
      store(column, by);
    }
  }
  if (kernel.guard !== undefined && met !== undefined) {
    const [column, mask] = kernel.guard;
    const to = unsigned(met);
    uses.set(mask, use(mask) + 1);
    put(LOCAL_GET, ...to);
    emit(mask);
    put(...OR, LOCAL_SET, ...to);
    address(false);
    emit(mask);
    store(column, 0);
  }
  put(LOCAL_GET, AT, I32_CONST, 16, I32_ADD, LOCAL_SET, AT);
  if (row !== undefined) {
    const two = [2, ...new Array<number>(7).fill(0)];
    put(LOCAL_GET, ...unsigned(row), ...CONST, ...two, ...two, ...INTEGER_ADD, LOCAL_SET, ...unsigned(row));
  }
  put(0x0c, 0, 0x0b, 0x0b);
  if (met === undefined) put(I32_CONST, 0);
  else put(LOCAL_GET, ...unsigned(met), ...ANY_TRUE);
  return { locals: [2, vectors], code };
}
