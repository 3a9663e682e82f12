import type { Expression } from "./expressions.js";
import { nodesOf, requireLayout, requireRows, resultsOf, type Kernel, type Layout, type Program } from "./program.js";

/** One number a node, as a double and as bits. */
interface Slots {
  readonly values: Float64Array;
  readonly bits: BigInt64Array;
}

/**
 * The functions of kernels as closures, one row after the other: the same bits as `wasmProgram` where that is not
 * allowed, and for a few rows without the time that compiling takes.
 *
 * ```ts
 * const { column, multiply } = expressions();
 * const square = { writes: [[1, multiply(column(0), column(0))]] };
 * const program = closureProgram({ rows: 2, columns: 2 }, [square]);
 * program.values[1] = 3;
 * program.run(0, 2);
 * program.values[3]; // 9
 * ```
 * @param layout - Rows, columns and parameters.
 * @param kernels - What the functions compute.
 * @throws RangeError when the layout is none, or a kernel needs what it does not have.
 */
export function closureProgram(layout: Layout, kernels: readonly Kernel[]): Program {
  requireLayout("closureProgram", layout, kernels);
  const { rows, columns, parameters = 0 } = layout;
  const values = new Float64Array(rows * columns + parameters);
  const bits = new BigInt64Array(values.buffer);
  const memory: Slots = { values, bits };
  const functions = kernels.map((kernel) => functionOf(kernel, memory, rows, rows * columns));
  return {
    values: values.subarray(0, rows * columns),
    parameters: values.subarray(rows * columns),
    parameterBits: bits.subarray(rows * columns),
    run: (kernel, n) => {
      requireRows("closureProgram", n, rows);
      return functions[kernel](n);
    },
  };
}

function functionOf(kernel: Kernel, memory: Slots, rows: number, parametersFrom: number): (n: number) => boolean {
  const nodes = nodesOf(resultsOf(kernel));
  const slot = new Map(nodes.map((node, k) => [node, k]));
  const values = new Float64Array(nodes.length);
  const slots: Slots = { values, bits: new BigInt64Array(values.buffer) };
  const steps = nodes.map((node, k) =>
    closure(
      node,
      k,
      node.operands.map((one) => slot.get(one) ?? 0),
      slots,
      memory,
      rows,
      parametersFrom,
    ),
  );
  const { bits } = slots;
  const stores: [from: number, to: number, stride: number][] = kernel.writes.map(([to, value]) => [
    slot.get(value) ?? 0,
    to * rows,
    1,
  ]);
  for (const [to, even, odd] of kernel.pairs ?? []) {
    stores.push([slot.get(even) ?? 0, to * rows, 2], [slot.get(odd) ?? 0, to * rows + 1, 2]);
  }
  const mask = kernel.guard === undefined ? undefined : (slot.get(kernel.guard[1]) ?? 0);
  if (kernel.guard !== undefined && mask !== undefined) stores.push([mask, kernel.guard[0] * rows, 1]);
  return (n) => {
    let isMet = false;
    for (let i = 0; i < n; i++) {
      for (const step of steps) step(i);
      for (const [from, to, stride] of stores) memory.bits[to + stride * i] = bits[from];
      if (mask !== undefined && bits[mask] !== 0n) isMet = true;
    }
    return isMet;
  };
}

const TRUE = -1n;
const WORD = 0xffffffffn;

/** What sets slot `k` to the value of a node, for one row. */
function closure(
  { operation, immediate: at, bits: constant }: Expression,
  k: number,
  [a, b, c]: readonly number[],
  { values: x, bits: w }: Slots,
  memory: Slots,
  rows: number,
  parametersFrom: number,
): (row: number) => unknown {
  const from = at * rows;
  const shift = BigInt(at);
  switch (operation) {
    case "constant":
      return () => (w[k] = constant);
    case "parameter":
      return () => (w[k] = memory.bits[parametersFrom + at]);
    case "column":
      return (i) => (w[k] = memory.bits[from + i]);
    case "even":
      return (i) => (w[k] = memory.bits[from + 2 * i]);
    case "odd":
      return (i) => (w[k] = memory.bits[from + 2 * i + 1]);
    case "row":
      return (i) => (w[k] = BigInt(i));
    case "add":
      return () => (x[k] = x[a] + x[b]);
    case "subtract":
      return () => (x[k] = x[a] - x[b]);
    case "multiply":
      return () => (x[k] = x[a] * x[b]);
    case "divide":
      return () => (x[k] = x[a] / x[b]);
    case "negate":
      return () => (x[k] = -x[a]);
    case "absolute":
      return () => (x[k] = Math.abs(x[a]));
    case "squareRoot":
      return () => (x[k] = Math.sqrt(x[a]));
    case "floor":
      return () => (x[k] = Math.floor(x[a]));
    case "less":
      return () => (w[k] = x[a] < x[b] ? TRUE : 0n);
    case "lessOrEqual":
      return () => (w[k] = x[a] <= x[b] ? TRUE : 0n);
    case "choose":
      return () => (w[k] = (w[a] & w[b]) | (~w[a] & w[c]));
    case "and":
      return () => (w[k] = w[a] & w[b]);
    case "or":
      return () => (w[k] = w[a] | w[b]);
    case "xor":
      return () => (w[k] = w[a] ^ w[b]);
    case "not":
      return () => (w[k] = ~w[a]);
    case "integerAdd":
      return () => (w[k] = w[a] + w[b]);
    case "integerSubtract":
      return () => (w[k] = w[a] - w[b]);
    case "words":
      return () => (w[k] = w[a] & WORD);
    case "wordProduct":
      return () => (w[k] = w[a] * w[b]);
    case "shiftLeft":
      return () => (w[k] = w[a] << shift);
    case "shiftRight":
      return () => (w[k] = BigInt.asUintN(64, w[a]) >> shift);
  }
}
