/**
 * $\sin(\pi a)$ for $|a| \le 1/2$ by its Taylor series to the 21st power, error below $10^{-15}$: directions need one of
 * these and a root, by doubling the angle, and no call into the library.
 */
export function sinPi(a: number): number {
  const y = Math.PI * a;
  const z = y * y;
  const high =
    -1 / 39916800 +
    z * (1 / 6227020800 + z * (-1 / 1307674368000 + z * (1 / 355687428096000))) +
    z * z * z * z * (-1 / 121645100408832000 + z * (1 / 51090942171709440000));
  const z2 = z * z;
  return y * (1 + z * (-1 / 6 + z / 120) + z2 * z * (-1 / 5040 + z * (1 / 362880)) + z2 * z2 * z * high);
}
