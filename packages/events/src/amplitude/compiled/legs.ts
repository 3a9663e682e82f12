import type { Expression, Expressions } from "@belladonna/numerics/compiled";
import type { Leg } from "../plan.js";
import { complexArithmetic, type Complex } from "./complex.js";

/** Momentum of a leg, on its mass shell. */
export interface LegMomentum {
  /** Momentum along $x$. */
  readonly x: Expression;
  /** Momentum along $y$. */
  readonly y: Expression;
  /** Momentum along $z$. */
  readonly z: Expression;
  /** Energy as it was given, for a vector with a mass. */
  readonly e: Expression;
  /** Energy from momentum and mass. */
  readonly energy: Expression;
  /** $E + p_z$. */
  readonly plus: Expression;
  /** $E - p_z$. */
  readonly minus: Expression;
}

/** Light-cone components of a leg, where nothing cancels. */
export function legMomentum(
  { add, subtract, multiply, divide, squareRoot, choose, lessOrEqual, number }: Expressions,
  [x, y, z, e]: readonly Expression[],
  mass: number,
): LegMomentum {
  const t2 = add(add(multiply(x, x), multiply(y, y)), number(mass * mass));
  const energy = squareRoot(add(t2, multiply(z, z)));
  const isUp = lessOrEqual(number(0), z);
  const large = choose(isUp, add(energy, z), subtract(energy, z));
  const small = divide(t2, large);
  return { x, y, z, e, energy, plus: choose(isUp, large, small), minus: choose(isUp, small, large) };
}

/** Wavefunctions of a leg for each of its spin states: four components, or one of a scalar. */
export function waves(make: Expressions, leg: Leg, momentum: LegMomentum): Complex[][] {
  if (leg.shape === "scalar") return [[{ re: make.number(1), im: make.number(0) }]];
  return leg.shape === "vector" ? polarisations(make, leg, momentum) : spinors(make, leg, momentum);
}

function spinors(make: Expressions, leg: Leg, { x, y, energy, plus, minus }: LegMomentum): Complex[][] {
  const { add, multiply, divide, negate, squareRoot, number } = make;
  const { complex, signed, conjugate } = complexArithmetic(make);
  const isRow = leg.shape === "row";
  const sign = (leg.shape === "column") === leg.direction > 0 ? 1 : -1;
  const mass = number(leg.field.mass);
  const f = divide(number(1), squareRoot(multiply(number(2), add(energy, mass))));
  const lower = complex(multiply(f, add(minus, mass)));
  const upper = complex(multiply(f, add(plus, mass)));
  const a = complex(multiply(f, x), multiply(f, y));
  const across = isRow ? conjugate(a) : a;
  const back = conjugate(across);
  const minusA = (value: Complex): Complex => complex(negate(value.re), negate(value.im));
  const up = [lower, minusA(across), signed(sign, upper), signed(sign, across)];
  const down = [minusA(back), upper, signed(sign, back), signed(sign, lower)];
  return [up, down].map((s) => (isRow ? [s[2], s[3], s[0], s[1]] : s));
}

function polarisations(make: Expressions, { field, states }: Leg, { x, y, z, e }: LegMomentum): Complex[][] {
  const { add, subtract, multiply, divide, negate, squareRoot, choose, less, number } = make;
  const [zero, one] = [number(0), number(1)];
  const t = squareRoot(add(multiply(x, x), multiply(y, y)));
  const p = squareRoot(add(multiply(t, t), multiply(z, z)));
  const [isMoving, isAcross] = [less(zero, p), less(zero, t)];
  const c = choose(isMoving, divide(z, p), one);
  const s = choose(isMoving, divide(t, p), zero);
  const cf = choose(isAcross, divide(x, t), one);
  const sf = choose(isAcross, divide(y, t), zero);
  const vector = (v0: Expression, v1: Expression, v2: Expression, v3: Expression): Complex[] => [
    { re: add(v0, v3), im: zero },
    { re: subtract(v0, v3), im: zero },
    { re: v1, im: v2 },
    { re: v1, im: negate(v2) },
  ];
  const found = [vector(zero, multiply(c, cf), multiply(c, sf), negate(s)), vector(zero, negate(sf), cf, zero)];
  if (states < 3) return found;
  const mass = number(field.mass);
  const long = divide(e, mass);
  const across = multiply(long, s);
  return [...found, vector(divide(p, mass), multiply(across, cf), multiply(across, sf), multiply(long, c))];
}
