/** The task of the contract of executors. */
export default function task({ point: { x, name }, index }) {
  if (x < 0) throw new Error(`no root of ${x}`);
  return { column: Float64Array.of(Math.sqrt(x), x === 0 ? NaN : 1 / x), name, index, zero: -0 };
}
