import { fnv1a } from "./fingerprint.js";

/** Arguments of each function. */
const ARGUMENTS = 2000;

/** Functions whose last bits ECMAScript leaves to the engine, of one argument. */
const FUNCTIONS = [
  ...[Math.exp, Math.expm1, Math.log, Math.log1p, Math.log2, Math.log10, Math.cbrt],
  ...[Math.sin, Math.cos, Math.tan, Math.asin, Math.acos, Math.atan],
  ...[Math.sinh, Math.cosh, Math.tanh, Math.asinh, Math.acosh, Math.atanh],
];

let mark: string | undefined;

/**
 * A mark of the bits of this engine's arithmetic, which tasks of one's own may use: engines that give other last bits somewhere, as Node 24 does for powers,
 * have another mark, and those that give the same share it. It is computed from 2000 arguments of each function of `Math`
 * whose result ECMAScript leaves open.
 * @returns 16 hexadecimal digits, the same each time.
 *
 * @example
 * ```ts
 * engineMark().length; // ≈ 16
 * ```
 */
export function engineMark(): string {
  mark ??= fnv1a(new BigUint64Array(probe().buffer).join());
  return mark;
}

/** Results at arguments that spread over the magnitudes physics has: 2⁻⁴⁰ to 2⁸, and below 1. */
function probe(): Float64Array {
  const values: number[] = [];
  let state = 1;
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
  for (let i = 0; i < ARGUMENTS; i++) {
    const [u, v] = [uniform(), uniform()];
    // Powers of two are exact, so that the arguments are the same everywhere.
    const large = (1 + u) * [1, 2, 8, 64, 256][i % 5];
    const small = v * [1, 1 / 1024, 1 / 1_099_511_627_776][i % 3];
    for (const f of FUNCTIONS) values.push(f(large), f(small));
    values.push(large ** (8 * v - 4), v ** (3 * u), Math.atan2(large, v), Math.hypot(large, v));
  }
  return Float64Array.from(values, (x) => (Number.isNaN(x) ? 0 : x));
}
