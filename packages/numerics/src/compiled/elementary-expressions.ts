import type { Expression, Expressions } from "./expressions.js";

/**
 * Elementary functions as expressions: the operations of `@belladonna/numerics/elementary` in their order, so with its bits,
 * for the arguments that are named here. What lies beyond is the caller's to find, by a guard.
 */
export interface ElementaryExpressions {
  /** $\ln(h + l)$, where `l` is what the rounding of `h` took away, 0 for $\ln h$; `h` positive, normal and finite. */
  readonly log: (h: Expression, l: Expression) => Expression;
  /**
   * $\cos 2\pi u$ and $\sin 2\pi u$, as normal deviates take them.
   * @param u - Turns, from 0 to 1, no multiple of 1/4.
   */
  readonly turn: (u: Expression) => readonly [cos: Expression, sin: Expression];
  /** $\mathrm{atan2}(y, x)$, rad; sides finite, from $10^{-100}$ to $10^{100}$ in size, and $|y| \ge 10^{-8}|x|$. */
  readonly atan2: (y: Expression, x: Expression) => Expression;
}

const SIGN = 1n << 63n;
/** $2^{52}$, in whose bits whole numbers are counted. */
const COUNT = 4503599627370496;

/**
 * Elementary functions of a builder.
 *
 * ```ts
 * const make = expressions();
 * const { log } = elementaryExpressions(make);
 * const program = closureProgram({ rows: 2, columns: 2 }, [{ writes: [[1, log(make.column(0), make.number(0))]] }]);
 * program.values[0] = 2;
 * program.run(0, 1);
 * program.values[2]; // ≈ 0.6931
 * ```
 * @param make - The builder.
 */
export function elementaryExpressions(make: Expressions): ElementaryExpressions {
  const { add, subtract, multiply, divide, negate, absolute, floor, less, choose, and, or, xor, not, bits } = make;
  const { integerSubtract, shiftLeft, shiftRight } = make;
  const number = make.number;
  /** $c_0 + z\,c_1$, and so on inwards: terms are numbers or expressions. */
  const nested = (z: Expression, first: Expression | number, ...rest: readonly (Expression | number)[]): Expression => {
    const c = typeof first === "number" ? number(first) : first;
    return rest.length === 0 ? c : add(c, multiply(z, nested(z, rest[0], ...rest.slice(1))));
  };

  const artanhFifth = (z: Expression): Expression => {
    const v = multiply(z, z);
    const high = add(
      nested(z, 0.15384594934597912, 0.1333480621210081),
      multiply(v, nested(z, 0.11706195689876644, 0.11723603622948171)),
    );
    return add(
      nested(z, 0.4, 0.2857142857142937),
      multiply(v, add(nested(z, 0.22222222221654733, 0.1818181833565416), multiply(v, high))),
    );
  };

  const log: ElementaryExpressions["log"] = (h, l) => {
    // The exponent, counted from the least mantissa, and 1024 more so that none is negative.
    const counted = integerSubtract(h, bits((0x3fe6a09en << 32n) - (1024n << 52n)));
    const k = subtract(or(shiftRight(counted, 52), number(COUNT)), number(COUNT + 1024));
    const exponent = and(integerSubtract(counted, bits(1024n << 52n)), bits(0xfffn << 52n));
    const f = subtract(integerSubtract(h, exponent), number(1));
    const s = divide(f, add(number(2), f));
    const half = multiply(multiply(number(0.5), f), f);
    const base = multiply(k, number(0.6931471805598903));
    const sum = add(base, f);
    const low = add(add(multiply(k, number(5.497923018708371e-14)), subtract(f, subtract(sum, base))), divide(l, h));
    const z = multiply(s, s);
    const tail = multiply(z, add(number(0.6666666666666666), multiply(z, artanhFifth(z))));
    return subtract(sum, subtract(half, add(multiply(s, add(half, tail)), low)));
  };

  const sineTail = (r: Expression): Expression => {
    const z = multiply(r, r);
    const v = multiply(z, z);
    const even = nested(v, -0.0001984126984126506, -2.5052106230775234e-8, -7.586681496252474e-13);
    const odd = nested(v, 2.755731921933435e-6, 1.6058531353948204e-10);
    const inner = add(multiply(z, number(0.008333333333333331)), multiply(v, add(even, multiply(z, odd))));
    return multiply(multiply(r, z), add(number(-0.16666666666666666), inner));
  };

  const cosine = (r: Expression): Expression => {
    const z = multiply(r, r);
    const v = multiply(z, z);
    const even = nested(v, 0.000024801587298762765, 2.087614595238452e-9);
    const odd = nested(v, -2.755731727021332e-7, -1.1382609660408223e-11);
    const inner = add(multiply(z, number(-0.0013888888888887395)), multiply(v, add(even, multiply(z, odd))));
    const tail = multiply(v, add(number(0.041666666666666664), inner));
    const half = multiply(multiply(number(0.5), r), r);
    const c = subtract(number(1), half);
    return add(c, add(subtract(subtract(number(1), c), half), tail));
  };

  const turn: ElementaryExpressions["turn"] = (u) => {
    const quarters = multiply(number(4), u);
    const nearest = floor(add(quarters, number(0.5)));
    const r = multiply(subtract(quarters, nearest), number(1.5707963267948966));
    const s = add(r, sineTail(r));
    const c = cosine(r);
    // The last two bits of the number of quarters, moved to where the sign is.
    const counted = add(nearest, number(COUNT));
    const last = shiftLeft(counted, 63);
    const second = shiftLeft(counted, 62);
    const isOdd = not(integerSubtract(shiftRight(last, 63), bits(1n)));
    const sign = (bit: Expression): Expression => and(bit, bits(SIGN));
    return [xor(choose(isOdd, s, c), sign(xor(second, last))), xor(choose(isOdd, c, s), sign(second))];
  };

  const atan2: ElementaryExpressions["atan2"] = (y, x) => {
    const [a, b] = [absolute(y), absolute(x)];
    const isSteep = less(b, a);
    const isObtuse = less(x, number(0));
    const n = choose(isSteep, b, a);
    const d = choose(isSteep, a, b);
    const nearest = floor(add(multiply(number(2), divide(n, d)), number(0.4)));
    const c = multiply(number(0.5), nearest);
    const t = divide(subtract(n, multiply(c, d)), add(d, multiply(c, n)));
    // From the nearest axis: 0, or the quarter turn where steep, or the half turn where obtuse.
    const fromAxis = (steep: number, obtuse: number): Expression =>
      choose(isSteep, number(steep), and(isObtuse, number(obtuse)));
    const from = fromAxis(1.5707963267948966, 3.141592653589793);
    const fromLow = fromAxis(6.123233995736766e-17, 1.2246467991473532e-16);
    // Minus where one of the two holds.
    const minus = and(xor(isSteep, isObtuse), bits(SIGN));
    const isHalf = less(c, number(1));
    const isNone = less(c, number(0.5));
    const byCentre = (half: number, one: number): Expression =>
      xor(minus, and(not(isNone), choose(isHalf, number(half), number(one))));
    const centre = byCentre(0.4636476090008061, 0.7853981633974483);
    const centreLow = byCentre(2.2698777452961687e-17, 3.061616997868383e-17);
    const base = add(from, centre);
    const low = add(add(subtract(from, base), centre), add(fromLow, centreLow));
    const signed = xor(minus, t);
    const sum = add(base, signed);
    const z = multiply(t, t);
    const v = multiply(z, z);
    const even = nested(
      v,
      ...[-0.3333333333333333, -0.14285714285554796, -0.09090907439532549, -0.06664899090128351, -0.04986257208215727],
    );
    const odd = nested(
      v,
      ...[0.19999999999999565, 0.11111111088363491, 0.07692238616271585, 0.05854125798248976, 0.03196743798509581],
    );
    const tail = multiply(multiply(t, z), add(even, multiply(z, odd)));
    const value = add(sum, add(subtract(signed, subtract(sum, base)), add(low, xor(minus, tail))));
    return choose(less(y, number(0)), negate(value), value);
  };

  return { log, turn, atan2 };
}
