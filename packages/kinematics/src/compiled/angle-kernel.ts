import { elementaryExpressions, expressions, type Expression, type Kernel } from "@belladonna/numerics/compiled";

/**
 * From $p_x$, $p_y$, $p_z$ in columns 0 to 2 to $p_T$, $\eta$, $\phi$ in columns 3 to 5, by the steps of the functions of
 * `columns`. The guard, column 6, is met by zero components, and by sizes and ratios that are not of this world.
 */
export function ptEtaPhiKernel(): Kernel {
  const make = expressions();
  const { column, number, add, subtract, multiply, divide, negate, squareRoot, absolute, less, choose, and, not } =
    make;
  const { log, atan2 } = elementaryExpressions(make);
  const [x, y, z] = [column(0), column(1), column(2)];
  const [zero, one] = [number(0), number(1)];
  const pt = squareRoot(add(multiply(x, x), multiply(y, y)));

  // The inverse hyperbolic sine: log(t + r) above 1/2, log1p(t + t²/(1 + r)) below.
  const ratio = divide(z, pt);
  const t = absolute(ratio);
  const square = multiply(t, t);
  const r = squareRoot(add(square, one));
  const small = add(t, divide(square, add(one, r)));
  const sum = add(one, small);
  const isLarge = less(number(0.5), t);
  const lost = subtract(small, subtract(sum, one));
  const size = log(choose(isLarge, add(t, r), sum), choose(isLarge, zero, lost));
  const eta = choose(less(ratio, zero), negate(size), size);

  const [across, along] = [absolute(y), absolute(x)];
  const within = (low: number, value: Expression, high: number): Expression =>
    and(less(number(low), value), less(value, number(high)));
  const isInside = [
    within(1e-16, t, 1e150),
    within(1e-100, across, 1e100),
    within(1e-100, along, 1e100),
    less(multiply(along, number(1e-8)), across),
  ].reduce(and);
  return {
    writes: [
      [3, pt],
      [4, eta],
      [5, atan2(y, x)],
    ],
    guard: [6, not(isInside)],
  };
}
