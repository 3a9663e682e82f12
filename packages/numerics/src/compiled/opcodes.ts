import { unsigned } from "./encode.js";
import type { Operation } from "./expressions.js";

// Instructions of WebAssembly that the functions are made of, as bytes.

/** Local variables. */
export const LOCAL: Readonly<Record<"get" | "set" | "tee", number>> = { get: 0x20, set: 0x21, tee: 0x22 };
/** Integers of 32 bits. */
export const I32: Readonly<Record<"const" | "ge" | "add" | "shl", number>> = {
  const: 0x41,
  ge: 0x4e,
  add: 0x6a,
  shl: 0x74,
};
/** Takes what lies on top of the stack away. */
export const DROP = 0x1a;
/** A loop in a block that is left where a condition holds; and the end of both. */
export const LOOP: readonly number[] = [0x02, 0x40, 0x03, 0x40];
/** Leaves the block around the loop if what lies on the stack is not 0. */
export const LEAVE_IF: readonly number[] = [0x0d, 1];
/** Back to the start of the loop; its end and that of the block. */
export const REPEAT: readonly number[] = [0x0c, 0, 0x0b, 0x0b];

/** An instruction of vectors of 128 bits. */
const vector = (code: number): number[] => [0xfd, ...unsigned(code)];

/** Loads and stores, whose alignment and address follow, and the first of a constant. */
export const MEMORY: Readonly<Record<"load" | "loadBoth" | "store" | "const", readonly number[]>> = {
  load: /* @__PURE__ */ vector(0x00),
  loadBoth: /* @__PURE__ */ vector(0x0a),
  store: /* @__PURE__ */ vector(0x0b),
  const: /* @__PURE__ */ vector(0x0c),
};

/** Takes bytes of two vectors: `parts` are pairs of the first byte and the number of bytes. */
const shuffle = (...parts: readonly (readonly [from: number, count: number])[]): number[] => [
  ...vector(0x0d),
  ...parts.flatMap(([from, count]) => Array.from({ length: count }, (_, k) => from + k)),
];

/** The lower lanes of two vectors, the upper ones, and the lower halves of the lanes of one, given twice. */
export const LANES: Readonly<Record<"lower" | "upper" | "words", readonly number[]>> = {
  lower: /* @__PURE__ */ shuffle([0, 8], [16, 8]),
  upper: /* @__PURE__ */ shuffle([8, 8], [24, 8]),
  words: /* @__PURE__ */ shuffle([0, 4], [8, 4], [0, 4], [8, 4]),
};

/** Whether any bit of a vector is set. */
export const ANY_TRUE: readonly number[] = /* @__PURE__ */ vector(0x53);

/** Operations on what lies on the stack. */
export const CODES: Readonly<Partial<Record<Operation, readonly number[]>>> = {
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
  choose: /* @__PURE__ */ vector(0x52),
  and: /* @__PURE__ */ vector(0x4e),
  or: /* @__PURE__ */ vector(0x50),
  xor: /* @__PURE__ */ vector(0x51),
  not: /* @__PURE__ */ vector(0x4d),
  integerAdd: /* @__PURE__ */ vector(0xce),
  integerSubtract: /* @__PURE__ */ vector(0xd1),
  words: LANES.words,
  wordProduct: /* @__PURE__ */ vector(0xde),
  shiftLeft: /* @__PURE__ */ vector(0xcb),
  shiftRight: /* @__PURE__ */ vector(0xcd),
};
