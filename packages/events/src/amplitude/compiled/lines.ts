import type { Expression, Expressions } from "@belladonna/numerics/compiled";
import type { PlanStep } from "../plan.js";
import { complexArithmetic, type Complex, type Term } from "./complex.js";

/** What a propagator reads. */
export interface LineExpressions {
  /** $q^+, q^-, q^1, q^2$, all legs incoming. */
  readonly q: readonly Expression[];
  /** $q^2 - m^2$. */
  readonly d: Expression;
  /** Factor of the vacuum polarisation; none when absent. */
  readonly dressing?: Expression;
}

/** A current of one spin configuration after its propagator, operation by operation that of the plain functions. */
export function propagated(
  make: Expressions,
  { current: { shape, field }, conserved }: PlanStep,
  line: LineExpressions,
  current: readonly Complex[],
): Complex[] {
  const { multiply, divide, add, number } = make;
  const { times, scaled } = complexArithmetic(make);
  const { d, dressing } = line;
  if (shape === "column" || shape === "row") return spinor(make, shape === "row", field.mass, line, current);
  const massWidth = field.mass * field.width;
  const norm = divide(number(1), add(multiply(d, d), number(massWidth * massWidth)));
  const factor = { re: multiply(d, norm), im: multiply(number(-massWidth), norm) };
  const before = conserved ? lightConeGauge(make, line, current) : current;
  const after = before.map((x) => times(factor, x));
  return dressing === undefined ? after : after.map((x) => scaled(dressing, x));
}

function spinor(
  make: Expressions,
  isRow: boolean,
  mass: number,
  { q, d }: LineExpressions,
  s: readonly Complex[],
): Complex[] {
  const { divide, multiply, negate, number } = make;
  const { complex, conjugate, sumOfProducts } = complexArithmetic(make);
  const f = divide(number(1), d);
  const m = complex(multiply(number(mass), f));
  const along = isRow ? negate(f) : f;
  const [plus, minus, x, y] = q.map((part) => multiply(along, part));
  const [up, down] = isRow ? [complex(minus), complex(plus)] : [complex(plus), complex(minus)];
  const across = isRow ? conjugate(complex(x, y)) : complex(x, y);
  const back = conjugate(across);
  const sign = isRow ? 1 : -1;
  const other = isRow ? -1 : 1;
  const terms: readonly (readonly Term[])[] = [
    [
      [1, m, s[0]],
      [1, down, s[2]],
      [sign, back, s[3]],
    ],
    [
      [1, m, s[1]],
      [1, up, s[3]],
      [sign, across, s[2]],
    ],
    [
      [1, m, s[2]],
      [1, up, s[0]],
      [other, back, s[1]],
    ],
    [
      [1, m, s[3]],
      [1, down, s[1]],
      [other, across, s[0]],
    ],
  ];
  return terms.map(sumOfProducts);
}

/** The large part of a conserved current taken off, where momenta across are small. */
function lightConeGauge(make: Expressions, { q, d }: LineExpressions, current: readonly Complex[]): Complex[] {
  const { add, subtract, multiply, divide, absolute, choose, less, lessOrEqual, number } = make;
  const [plus, minus, x, y] = q;
  const isPlus = lessOrEqual(absolute(minus), absolute(plus));
  const large = choose(isPlus, plus, minus);
  const isSmall = less(add(multiply(x, x), multiply(y, y)), multiply(large, large));
  const either = (a: Complex, b: Complex): Complex => ({
    re: choose(isPlus, a.re, b.re),
    im: choose(isPlus, a.im, b.im),
  });
  const big = either(current[0], current[1]);
  const re = divide(big.re, large);
  const im = divide(big.im, large);
  const v = {
    re: subtract(current[2].re, subtract(multiply(x, re), multiply(y, im))),
    im: subtract(current[2].im, add(multiply(x, im), multiply(y, re))),
  };
  const c = {
    re: subtract(current[3].re, add(multiply(x, re), multiply(y, im))),
    im: subtract(current[3].im, subtract(multiply(x, im), multiply(y, re))),
  };
  const q2 = multiply(number(2), d);
  const rest = (a: Expression, b: Expression): Expression => divide(subtract(a, b), large);
  const small = {
    re: rest(add(multiply(x, add(v.re, c.re)), multiply(y, subtract(v.im, c.im))), multiply(q2, re)),
    im: rest(subtract(multiply(x, add(v.im, c.im)), multiply(y, subtract(v.re, c.re))), multiply(q2, im)),
  };
  const zero = { re: number(0), im: number(0) };
  const gauged = [either(zero, small), either(small, zero), v, c];
  return current.map((old, k) => ({
    re: choose(isSmall, gauged[k].re, old.re),
    im: choose(isSmall, gauged[k].im, old.im),
  }));
}
