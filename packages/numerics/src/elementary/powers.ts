/**
 * $x^2$.
 * @param x - Any number.
 * @example
 * ```ts
 * square(3); // 9
 * ```
 */
export function square(x: number): number {
  return x * x;
}

/**
 * $x^3$, within 1 ulp.
 * @param x - Any number.
 * @example
 * ```ts
 * cube(-2); // -8
 * ```
 */
export function cube(x: number): number {
  return x * x * x;
}

/**
 * $x^n$ by squaring, within about $n$ ulp.
 * @param x - Any number.
 * @param n - Whole, not negative.
 * @example
 * ```ts
 * integerPower(2, 10); // 1024
 * ```
 */
export function integerPower(x: number, n: number): number {
  let power = 1;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2), x *= x) if (rest % 2 === 1) power *= x;
  return power;
}

/**
 * $\sqrt{x^2 + y^2 + z^2}$, within 2 ulp for sizes from 1e-150 to 1e150.
 * @param x - Any number.
 * @param y - Any number.
 * @param z - Any number; 0 when absent.
 * @example
 * ```ts
 * hypot(3, 4); // 5
 * ```
 */
export function hypot(x: number, y: number, z = 0): number {
  return Math.sqrt(x * x + y * y + z * z);
}
