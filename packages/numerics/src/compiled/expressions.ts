/** What a node of an expression does; all work on 64-bit lanes, one a row, which some read as doubles and others as integers. */
export type Operation =
  | "constant"
  | "parameter"
  | "column"
  | "even"
  | "odd"
  | "row"
  | "add"
  | "subtract"
  | "multiply"
  | "divide"
  | "negate"
  | "absolute"
  | "squareRoot"
  | "floor"
  | "less"
  | "lessOrEqual"
  | "choose"
  | "and"
  | "or"
  | "xor"
  | "not"
  | "integerAdd"
  | "integerSubtract"
  | "words"
  | "wordProduct"
  | "shiftLeft"
  | "shiftRight";

/** A node of an expression: what is done to which other nodes. Equal ones of one builder are one object. */
export interface Expression {
  /** What is done. */
  readonly operation: Operation;
  /** To what. */
  readonly operands: readonly Expression[];
  /** Number of a parameter or column; places of a shift; else 0. */
  readonly immediate: number;
  /** Bits of a constant; else 0. */
  readonly bits: bigint;
  /** Place among the nodes of its builder, after those of its operands. */
  readonly id: number;
  /** Whether it is the same in all rows. */
  readonly isFixed: boolean;
}

/**
 * Makes expressions of IEEE doubles in columns, for `wasmProgram` and `closureProgram`.
 *
 * Sums, products, quotients and roots are done as they are written, in that order: the bits are those of the same
 * JavaScript. Three things alone are simplified, none of which rounds: constants are folded; signs are drawn out of products,
 * $(-a)b = -(ab)$, and into sums, $a + (-b) = a - b$; and of exact zeros and ones $x + 0$ and $1x$ are $x$, $0x$ is 0. So a
 * result may have another sign only where it is zero, and is another number only where a zero met an infinity or NaN.
 */
export interface Expressions {
  /** A double that is known now. */
  readonly number: (value: number) => Expression;
  /** 64 bits that are known now, for the operations on integers. */
  readonly bits: (value: bigint) => Expression;
  /** A number that is the same in all rows of a call and given then: `parameters[k]` of the program. */
  readonly parameter: (k: number) => Expression;
  /** Column `k` of the program. */
  readonly column: (k: number) => Expression;
  /** Row $2i$ (`"even"`) or $2i + 1$ (`"odd"`) of column `k`, for row $i$; the column is two columns long. */
  readonly ofPairs: (k: number, which: "even" | "odd") => Expression;
  /** Number of the row, as an integer. */
  readonly row: () => Expression;
  /** $a + b$. */
  readonly add: (a: Expression, b: Expression) => Expression;
  /** $a - b$. */
  readonly subtract: (a: Expression, b: Expression) => Expression;
  /** $ab$. */
  readonly multiply: (a: Expression, b: Expression) => Expression;
  /** $a/b$. */
  readonly divide: (a: Expression, b: Expression) => Expression;
  /** $-a$. */
  readonly negate: (a: Expression) => Expression;
  /** $|a|$. */
  readonly absolute: (a: Expression) => Expression;
  /** $\sqrt a$. */
  readonly squareRoot: (a: Expression) => Expression;
  /** The greatest whole number that is not above $a$. */
  readonly floor: (a: Expression) => Expression;
  /** All bits set where $a < b$, else none. */
  readonly less: (a: Expression, b: Expression) => Expression;
  /** All bits set where $a \le b$, else none. */
  readonly lessOrEqual: (a: Expression, b: Expression) => Expression;
  /** `a` where the bits of `mask` are set, else `b`: both are computed. */
  readonly choose: (mask: Expression, a: Expression, b: Expression) => Expression;
  /** Bits of both. */
  readonly and: (a: Expression, b: Expression) => Expression;
  /** Bits of either. */
  readonly or: (a: Expression, b: Expression) => Expression;
  /** Bits of one alone. */
  readonly xor: (a: Expression, b: Expression) => Expression;
  /** Bits that are not set. */
  readonly not: (a: Expression) => Expression;
  /** Sum of integers modulo $2^{64}$. */
  readonly integerAdd: (a: Expression, b: Expression) => Expression;
  /** Difference of integers modulo $2^{64}$. */
  readonly integerSubtract: (a: Expression, b: Expression) => Expression;
  /** Product of the lower 32 bits, without sign. */
  readonly wordProduct: (a: Expression, b: Expression) => Expression;
  /** Bits moved up by `places`, 0 to 63. */
  readonly shiftLeft: (a: Expression, places: number) => Expression;
  /** Bits moved down by `places`, 0 to 63; zeros follow. */
  readonly shiftRight: (a: Expression, places: number) => Expression;
}

const DOUBLE = /* @__PURE__ */ new Float64Array(1);
const BITS = /* @__PURE__ */ bitsOf(DOUBLE);

function bitsOf(double: Float64Array): BigInt64Array {
  return new BigInt64Array(double.buffer);
}

/** The double of a constant; undefined for other nodes. */
function known({ operation, bits }: Expression): number | undefined {
  if (operation !== "constant") return undefined;
  BITS[0] = bits;
  return DOUBLE[0];
}

/** More nodes than a builder has: two of their numbers make one that is exact. */
const MANY = 2 ** 26;

/**
 * A builder of expressions.
 *
 * ```ts
 * const { column, multiply, add, number } = expressions();
 * const square = multiply(column(0), column(0));
 * add(square, number(0)) === multiply(column(0), column(0)); // true
 * ```
 * @returns The functions that make nodes; they throw a `RangeError` for nodes of another builder.
 */
export function expressions(): Expressions {
  const nodes: Expression[] = [];
  /** Nodes by operation, and by first and second operand or immediate, then by the third operand. */
  const shared = new Map<Operation, Map<number, Expression[]>>();
  const constants = new Map<bigint, Expression>();

  const put = (operation: Operation, operands: readonly Expression[], immediate: number, bits: bigint): Expression => {
    let isFixed = operation === "constant" || operation === "parameter" || operands.length > 0;
    for (const one of operands) isFixed &&= one.isFixed;
    const node = { operation, operands, immediate, bits, id: nodes.length, isFixed };
    nodes.push(node);
    return node;
  };
  const make = (operation: Operation, operands: readonly Expression[], immediate = 0): Expression => {
    for (const one of operands) {
      if (nodes[one.id] !== one) {
        throw new RangeError(`expressions: the operands of ${operation} must be of one builder`);
      }
    }
    let same = shared.get(operation);
    if (same === undefined) shared.set(operation, (same = new Map<number, Expression[]>()));
    const [a, b, c] = operands;
    const key = operands.length === 0 ? immediate : a.id * MANY + (operands.length > 1 ? b.id : immediate);
    let alike = same.get(key);
    if (alike === undefined) same.set(key, (alike = []));
    let node = alike.find((one) => one.operands.length < 3 || one.operands[2] === c);
    if (node === undefined) alike.push((node = put(operation, operands, immediate, 0n)));
    return node;
  };
  /** A node with a whole number from 0 to `most`. */
  const numbered = (operation: Operation, operands: readonly Expression[], k: number, most: number): Expression => {
    if (Number.isInteger(k) && k >= 0 && k <= most) return make(operation, operands, k);
    throw new RangeError(`expressions: the number of ${operation} must be an integer from 0 to ${most}, got ${k}`);
  };
  const bits = (value: bigint): Expression => {
    const key = BigInt.asIntN(64, value);
    let node = constants.get(key);
    if (node === undefined) constants.set(key, (node = put("constant", [], 0, key)));
    return node;
  };
  /** Of operands that may change places the older comes first. */
  const makeOrdered = (operation: Operation, a: Expression, b: Expression): Expression =>
    make(operation, a.id <= b.id ? [a, b] : [b, a]);

  const number = (value: number): Expression => {
    DOUBLE[0] = value;
    return bits(BITS[0]);
  };

  const negate = (a: Expression): Expression => {
    const x = known(a);
    if (x !== undefined) return number(-x);
    return a.operation === "negate" ? a.operands[0] : make("negate", [a]);
  };

  const add = (a: Expression, b: Expression): Expression => {
    const [x, y] = [known(a), known(b)];
    if (x !== undefined && y !== undefined) return number(x + y);
    if (x === 0) return b;
    if (y === 0) return a;
    if (b.operation === "negate") return subtract(a, b.operands[0]);
    return a.operation === "negate" ? subtract(b, a.operands[0]) : makeOrdered("add", a, b);
  };

  const subtract = (a: Expression, b: Expression): Expression => {
    const [x, y] = [known(a), known(b)];
    if (x !== undefined && y !== undefined) return number(x - y);
    if (x === 0) return negate(b);
    if (y === 0) return a;
    if (b.operation === "negate") return add(a, b.operands[0]);
    return a.operation === "negate" ? negate(add(a.operands[0], b)) : make("subtract", [a, b]);
  };

  const multiply = (a: Expression, b: Expression): Expression => {
    const [x, y] = [known(a), known(b)];
    if (x !== undefined && y !== undefined) return number(x * y);
    if (x === 0 || y === 0) return number(0);
    if (x === 1) return b;
    if (y === 1) return a;
    if (x !== undefined && x < 0) return negate(multiply(number(-x), b));
    if (y !== undefined && y < 0) return negate(multiply(a, number(-y)));
    if (a.operation === "negate") return negate(multiply(a.operands[0], b));
    return b.operation === "negate" ? negate(multiply(a, b.operands[0])) : makeOrdered("multiply", a, b);
  };

  const divide = (a: Expression, b: Expression): Expression => {
    const [x, y] = [known(a), known(b)];
    if (x !== undefined && y !== undefined) return number(x / y);
    if (x === 0) return a;
    if (y === 1) return a;
    if (a.operation === "negate") return negate(divide(a.operands[0], b));
    return b.operation === "negate" ? negate(divide(a, b.operands[0])) : make("divide", [a, b]);
  };

  const absolute = (a: Expression): Expression => make("absolute", [a.operation === "negate" ? a.operands[0] : a]);
  const squareRoot = (a: Expression): Expression => {
    const x = known(a);
    return x === undefined ? make("squareRoot", [a]) : number(Math.sqrt(x));
  };

  return {
    number,
    bits,
    parameter: (k) => numbered("parameter", [], k, MANY),
    column: (k) => numbered("column", [], k, MANY),
    ofPairs: (k, which) => numbered(which, [], k, MANY),
    row: () => make("row", []),
    add,
    subtract,
    multiply,
    divide,
    negate,
    absolute,
    squareRoot,
    floor: (a) => make("floor", [a]),
    less: (a, b) => make("less", [a, b]),
    lessOrEqual: (a, b) => make("lessOrEqual", [a, b]),
    choose: (mask, a, b) => (a === b ? a : make("choose", [mask, a, b])),
    and: (a, b) => makeOrdered("and", a, b),
    or: (a, b) => makeOrdered("or", a, b),
    xor: (a, b) => makeOrdered("xor", a, b),
    not: (a) => make("not", [a]),
    integerAdd: (a, b) => makeOrdered("integerAdd", a, b),
    integerSubtract: (a, b) => make("integerSubtract", [a, b]),
    wordProduct: (a, b) => makeOrdered("wordProduct", make("words", [a]), make("words", [b])),
    shiftLeft: (a, places) => numbered("shiftLeft", [a], places, 63),
    shiftRight: (a, places) => numbered("shiftRight", [a], places, 63),
  };
}
