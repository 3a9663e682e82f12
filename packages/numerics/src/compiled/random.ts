import type { philoxUniforms } from "../philox.js";
import { PLAIN, streamOf, type RandomStream } from "../random.js";
import { elementaryExpressions } from "./elementary-expressions.js";
import { expressions, type Expression } from "./expressions.js";
import type { Kernel, Program } from "./program.js";
import { hasWasm, wasmProgram } from "./wasm-program.js";

/** Rows of a program: two blocks of Philox each, four numbers. */
const ROWS = 256;
/** Fewer numbers are made without the program. */
const FEW = 64;
/** Numbers that take about as long as the making of the program. */
const MANY = 200_000;
const ROUNDS = 10;
/** Parameters: first block, what the second block of a row is ahead, words of the stream's index, of the key of each round. */
const [BLOCK, AHEAD, INDEX, KEYS] = [0, 1, 2, 4];

/**
 * Uniforms of Philox4x32-10. Of row $i$ the blocks are $i$ and $i$ + `AHEAD`, so that two chains of products run side by
 * side; of each lane the lower word counts, the upper one is left as it comes.
 */
function uniformsKernel(): Kernel {
  const { parameter, row, integerAdd, wordProduct, xor, and, or, shiftLeft, shiftRight, subtract, number, bits } =
    expressions();
  const first = integerAdd(parameter(BLOCK), row());
  let chains = [first, integerAdd(first, parameter(AHEAD))].map((block): Expression[] => {
    return [block, shiftRight(block, 32), parameter(INDEX), parameter(INDEX + 1)];
  });
  for (let round = 0; round < ROUNDS; round++) {
    const [k0, k1] = [parameter(KEYS + 2 * round), parameter(KEYS + 2 * round + 1)];
    chains = chains.map(([c0, c1, c2, c3]) => {
      const one = wordProduct(c2, bits(0xcd9e8d57n));
      const two = wordProduct(c0, bits(0xd2511f53n));
      return [xor(shiftRight(one, 32), xor(c1, k0)), one, xor(shiftRight(two, 32), xor(c3, k1)), two];
    });
  }
  // 52 bits behind the point of 1 to 2, from which 1 - 2^-53 is taken: exact.
  const uniform = (high: Expression, low: Expression): Expression => {
    const upper = and(shiftLeft(high, 20), bits(0xffffffc000000n));
    const lower = and(shiftRight(low, 6), bits(0x3ffffffn));
    return subtract(or(or(upper, lower), number(1)), number(1 - 2 ** -53));
  };
  const pairs = chains.map(([c0, c1, c2, c3], k) => [2 * k, uniform(c0, c1), uniform(c2, c3)] as const);
  return { writes: [], pairs };
}

/** Pairs of uniforms become pairs of normal deviates, as Box and Muller make them. */
function normalsKernel(): Kernel {
  const make = expressions();
  const { log, turn } = elementaryExpressions(make);
  const { number, multiply, squareRoot, ofPairs } = make;
  const pairs = [0, 2].map((column) => {
    const r = squareRoot(multiply(number(-2), log(ofPairs(column, "even"), number(0))));
    const [cos, sin] = turn(ofPairs(column, "odd"));
    return [column, multiply(r, cos), multiply(r, sin)] as const;
  });
  return { writes: [], pairs };
}

let program: Program | undefined;
let drawn = 0;

/** The program, one for all streams of a thread: made after many numbers, for `count` more of them. */
function programFor(count: number): Program | undefined {
  drawn += count;
  if (count < FEW || drawn < MANY) return undefined;
  return (program ??= wasmProgram({ rows: ROWS, columns: 4, parameters: KEYS + 2 * ROUNDS }, [
    uniformsKernel(),
    normalsKernel(),
  ]));
}

/** What makes many numbers of whole blocks: uniforms, or their normal deviates. */
function numbers(isNormal: boolean): typeof philoxUniforms {
  return (out, from, to, block, i0, i1, key0, key1) => {
    const made = programFor(to - from);
    if (made === undefined) {
      PLAIN[isNormal ? "normals" : "uniforms"](out, from, to, block, i0, i1, key0, key1);
      return;
    }
    const { values, parameterBits, run } = made;
    parameterBits[INDEX] = BigInt(i0);
    parameterBits[INDEX + 1] = BigInt(i1);
    for (let round = 0; round < ROUNDS; round++) {
      parameterBits[KEYS + 2 * round] = BigInt((key0 + round * 0x9e3779b9) | 0);
      parameterBits[KEYS + 2 * round + 1] = BigInt((key1 + round * 0xbb67ae85) | 0);
    }
    for (let at = from; at < to; at += 4 * ROWS) {
      const rows = Math.min(ROWS, (to - at) / 4);
      parameterBits[BLOCK] = BigInt(block + (at - from) / 2);
      parameterBits[AHEAD] = BigInt(rows);
      run(0, rows);
      if (isNormal) run(1, rows);
      copy(values, 0, out, at, 2 * rows);
      copy(values, 2 * ROWS, out, at + 2 * rows, 2 * rows);
    }
  };
}

/** Three times as fast as `set` where memory is written to. */
function copy(source: Float64Array, from: number, target: Float64Array, at: number, n: number): void {
  for (let i = 0; i < n; i++) target[at + i] = source[from + i];
}

/**
 * The streams of `random`, number for number, whose `fill` and `fillNormal` are WebAssembly where it is allowed: for 64 numbers
 * at a time and more, after the first 200 000, which take as long as its making.
 *
 * ```ts
 * compiledRandom(1).stream(3).uniform() === random(1).stream(3).uniform(); // true
 * ```
 * @param seed - Integer in 0 … 2⁵³ − 1.
 * @returns The root stream.
 * @throws RangeError when `seed` is not such an integer.
 */
export function compiledRandom(seed: number): RandomStream {
  const bulk = hasWasm() ? { uniforms: numbers(false), normals: numbers(true) } : PLAIN;
  return streamOf("compiledRandom", seed, bulk);
}
