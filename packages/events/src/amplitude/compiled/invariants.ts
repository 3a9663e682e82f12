import type { Expression, Expressions } from "@belladonna/numerics/compiled";
import { smallerSide } from "../invariants.js";
import type { Leg } from "../plan.js";
import type { LegMomentum } from "./legs.js";

/** The expression of `pairExcess`: $p_i \cdot p_j - m_i m_j$ of a pair of legs. */
function pairExcess(make: Expressions, a: LegMomentum, ma: number, b: LegMomentum, mb: number): Expression {
  const { add, subtract, multiply, divide, squareRoot, choose, less, number } = make;
  const dot = (v: readonly Expression[], w: readonly Expression[]): Expression =>
    add(add(multiply(v[0], w[0]), multiply(v[1], w[1])), multiply(v[2], w[2]));
  const [v, w] = [a, b].map(({ x, y, z }) => [x, y, z]);
  const p = squareRoot(dot(v, v));
  const q = squareRoot(dot(w, w));
  const inner = dot(v, w);
  const cross = [1, 2, 0].map((k) => {
    const l = (k + 1) % 3;
    return subtract(multiply(v[k], w[l]), multiply(v[l], w[k]));
  });
  const pq = multiply(p, q);
  const isNear = less(multiply(multiply(number(0.5), p), q), inner);
  const angular = choose(isNear, divide(dot(cross, cross), add(pq, inner)), subtract(pq, inner));
  const lead = add(squareRoot(add(multiply(p, p), number(ma * ma))), p);
  const other = add(squareRoot(add(multiply(q, q), number(mb * mb))), q);
  if (ma === 0 && mb === 0) return angular;
  if (mb === 0) return add(angular, divide(multiply(number(ma * ma), q), lead));
  if (ma === 0) return add(angular, divide(multiply(number(mb * mb), p), other));
  const numerator = subtract(multiply(lead, number(mb)), multiply(other, number(ma)));
  const below = multiply(multiply(number(2), lead), other);
  return add(angular, divide(multiply(numerator, numerator), below));
}

/** The expression of `denominators`: $q^2 - m^2$ of a set of legs. */
export function denominator(
  make: Expressions,
  legs: readonly Leg[],
  momenta: readonly LegMomentum[],
  set: number,
  mass: number,
): Expression {
  const { add, multiply, number } = make;
  const members = smallerSide(legs.length, set);
  const masses = members.reduce((sum, k) => sum + legs[k].direction * legs[k].field.mass, 0);
  let value = number((masses - mass) * (masses + mass));
  members.forEach((a, x) => {
    for (const b of members.slice(x + 1)) {
      const excess = pairExcess(make, momenta[a], legs[a].field.mass, momenta[b], legs[b].field.mass);
      value = add(value, multiply(number(2 * legs[a].direction * legs[b].direction), excess));
    }
  });
  return value;
}

/** $q^+, q^-, q^1, q^2$ of a set of legs, all incoming. */
export function setMomentum(
  { add, subtract, number }: Expressions,
  legs: readonly Leg[],
  momenta: readonly LegMomentum[],
  set: number,
): Expression[] {
  return (["plus", "minus", "x", "y"] as const).map((part) =>
    legs.reduce((sum, { direction }, k) => {
      if ((set & (1 << k)) === 0) return sum;
      return direction > 0 ? add(sum, momenta[k][part]) : subtract(sum, momenta[k][part]);
    }, number(0)),
  );
}
