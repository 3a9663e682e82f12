import type { Expression } from "./expressions.js";

/** What a function of a {@link Program} writes. */
export interface Kernel {
  /** Columns that are written, after all that the row reads: `[column, value]`. */
  readonly writes: readonly (readonly [column: number, value: Expression])[];
  /**
   * Columns that are written in pairs, two columns long, and read so if at all: `[column, even, odd]` puts `even` of row $i$ at $2i$ and `odd` at
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
   * Runs function `kernel` over rows 0 to `n - 1`; a last row beyond an odd `n` may be computed too. Throws a `RangeError`
   * when there are not so many rows.
   * @returns Whether the guard was met in some row, be it the one beyond: its column is not 0 there. False without a guard.
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
  for (const kernel of kernels) {
    const nodes = nodesOf(resultsOf(kernel));
    const parameter = nodes.find(({ operation, immediate }) => operation === "parameter" && immediate >= parameters);
    if (parameter !== undefined) {
      throw new RangeError(`${what}: parameters of kernels must be below ${parameters}, got ${parameter.immediate}`);
    }
    const { read, written, inPairs, alone } = columnsOf(kernel, nodes);
    for (const column of [...read, ...written]) {
      if (!(Number.isInteger(column) && column >= 0 && column < columns)) {
        throw new RangeError(`${what}: columns of kernels must be below ${columns}, got ${column}`);
      }
    }
    const both = inPairs.find((column) => written.length > 0 && alone.includes(column));
    if (both !== undefined) throw new RangeError(`${what}: column ${both} must be used in pairs or alone, not both`);
  }
}

/** Throws unless `n` rows are there. */
export function requireRows(what: string, n: number, rows: number): void {
  if (!(Number.isInteger(n) && n >= 0 && n <= rows)) {
    throw new RangeError(`${what}: n must be an integer from 0 to ${rows}, got ${n}`);
  }
}

/** Columns that a kernel of these nodes reads and writes, and those of them that are used in pairs or alone. */
export function columnsOf(
  { writes, pairs = [], guard }: Kernel,
  nodes: readonly Expression[],
): Readonly<Record<"read" | "written" | "inPairs" | "alone", readonly number[]>> {
  const [readAlone, readPairs]: [number[], number[]] = [[], []];
  for (const { operation, immediate: k } of nodes) {
    if (operation === "column") readAlone.push(k);
    if (operation === "even" || operation === "odd") readPairs.push(k, k + 1);
  }
  const writtenAlone = writes.map(([column]) => column);
  if (guard !== undefined) writtenAlone.push(guard[0]);
  const writtenPairs = pairs.flatMap(([column]) => [column, column + 1]);
  return {
    read: [...readAlone, ...readPairs],
    written: [...writtenAlone, ...writtenPairs],
    inPairs: [...readPairs, ...writtenPairs],
    alone: [...readAlone, ...writtenAlone],
  };
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
