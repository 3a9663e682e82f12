import type { Expression } from "./expressions.js";

/** What a function of a {@link Program} writes. */
export interface Kernel {
  /** Columns that are written, after all that the row reads: `[column, value]`. */
  readonly writes: readonly (readonly [column: number, value: Expression])[];
  /**
   * Columns that are written in pairs, two columns long: `[column, even, odd]` puts `even` of row $i$ at $2i$ and `odd` at
   * $2i + 1$. None when absent.
   */
  readonly pairs?: readonly (readonly [column: number, even: Expression, odd: Expression])[];
  /** A mask of rows that the expressions are not made for, and the column that it is put into. None when absent. */
  readonly guard?: readonly [column: number, mask: Expression];
}

/** Room that a {@link Program} has. */
export interface Layout {
  /** Most rows of a call, an even number. */
  readonly rows: number;
  /** Number of columns. */
  readonly columns: number;
  /** Number of parameters; none when absent. */
  readonly parameters?: number;
}

/** Columns of a block of rows, and functions over them. The memory is made once and used again for each block. */
export interface Program {
  /** Column `k` from `k * rows` on. */
  readonly values: Float64Array;
  /** The parameters; their bits, where they are integers, by {@link Program.parameterBits}. */
  readonly parameters: Float64Array;
  /** The bits of the parameters. */
  readonly parameterBits: BigInt64Array;
  /**
   * Runs function `kernel` over rows 0 to `n - 1`; a last row beyond an odd `n` may be computed too.
   * @returns Whether the guard was met in some row, which is where its column is not 0 then; false without a guard.
   */
  readonly run: (kernel: number, n: number) => boolean;
}

/** Most bytes of a program. */
const MOST = 2 ** 28;

/** Throws unless a layout is one, and the kernels keep to it. */
export function requireLayout(
  what: string,
  { rows, columns, parameters = 0 }: Layout,
  kernels: readonly Kernel[],
): void {
  if (!(Number.isInteger(rows) && rows > 0 && rows % 2 === 0)) {
    throw new RangeError(`${what}: rows must be an even integer > 0, got ${rows}`);
  }
  for (const [name, count] of Object.entries({ columns, parameters })) {
    if (!(Number.isInteger(count) && count >= 0)) {
      throw new RangeError(`${what}: ${name} must be an integer >= 0, got ${count}`);
    }
  }
  if (8 * (rows * columns + parameters) > MOST) {
    throw new RangeError(`${what}: the columns must be at most 2^28 bytes, got ${rows} rows of ${columns}`);
  }
  const inside = (column: number, width: number): void => {
    if (!(Number.isInteger(column) && column >= 0 && column + width <= columns)) {
      throw new RangeError(`${what}: columns of kernels must be below ${columns + 1 - width}, got ${column}`);
    }
  };
  for (const { writes, pairs = [], guard } of kernels) {
    for (const [column] of guard === undefined ? writes : [...writes, guard]) inside(column, 1);
    for (const [column] of pairs) inside(column, 2);
  }
  for (const { operation, immediate } of nodesOf(kernels.flatMap(resultsOf))) {
    if (operation === "column") inside(immediate, 1);
    if (operation === "even" || operation === "odd") inside(immediate, 2);
    if (operation === "parameter" && !(immediate >= 0 && immediate < parameters)) {
      throw new RangeError(`${what}: parameters of kernels must be below ${parameters}, got ${immediate}`);
    }
  }
}

/** All that a kernel computes. */
export function resultsOf({ writes, pairs = [], guard }: Kernel): Expression[] {
  const results = writes.map(([, value]) => value);
  for (const [, even, odd] of pairs) results.push(even, odd);
  if (guard !== undefined) results.push(guard[1]);
  return results;
}

/** All nodes that results need, operands before what is made of them. */
export function nodesOf(results: readonly Expression[]): Expression[] {
  const found = new Set<Expression>();
  const open = [...results];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    open.push(...node.operands);
  }
  return [...found].sort((a, b) => a.id - b.id);
}
