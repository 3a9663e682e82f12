import { cholesky, choleskySolve } from "@belladonna/numerics";

/**
 * Least squares with unknowns that are not negative, by the active-set method.
 *
 * @param rows - Coefficients, one row an equation.
 * @param right - Right-hand sides.
 * @returns $x\ge0$ of least $|Ax-y|^2$.
 * @see C. L. Lawson, R. J. Hanson, Solving Least Squares Problems (1974), chapter 23
 */
export function notNegative(rows: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = rows[0].length;
  const normal = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => rows.reduce((sum, row) => sum + row[i] * row[j], 0)),
  );
  const projected = Array.from({ length: n }, (_, i) => rows.reduce((sum, row, k) => sum + row[i] * right[k], 0));
  const scale = Math.max(...projected.map(Math.abs));
  const x = new Array<number>(n).fill(0);
  const free = new Set<number>();
  for (let round = 0; round < 10 * n; round++) {
    const slope = projected.map((y, i) => y - normal[i].reduce((sum, a, j) => sum + a * x[j], 0));
    const held = slope.map((value, i) => (free.has(i) ? -Infinity : value));
    const steepest = held.indexOf(Math.max(...held));
    if (!(held[steepest] > 1e-10 * scale)) break;
    free.add(steepest);
    for (;;) {
      const trial = solveFree(normal, projected, [...free]);
      if ([...trial.values()].every((value) => value > 0)) {
        for (let i = 0; i < n; i++) x[i] = trial.get(i) ?? 0;
        break;
      }
      // As far as the first unknown that would turn negative, which is held from there on.
      const shares = [...trial].filter(([, value]) => value <= 0).map(([i, value]) => x[i] / (x[i] - value));
      const share = Math.min(...shares);
      for (const [i, value] of trial) {
        x[i] += share * (value - x[i]);
        if (!(x[i] > 1e-14)) {
          x[i] = 0;
          free.delete(i);
        }
      }
    }
  }
  return x;
}

function solveFree(
  normal: readonly number[][],
  projected: readonly number[],
  free: readonly number[],
): Map<number, number> {
  const m = free.length;
  const factor = Float64Array.from({ length: m * m }, (_, k) => normal[free[Math.floor(k / m)]][free[k % m]]);
  const solution = Float64Array.from(free, (i) => projected[i]);
  if (cholesky(factor, m) >= 0) throw new RangeError("notNegative: columns must be independent");
  choleskySolve(factor, m, solution);
  return new Map(free.map((i, k) => [i, solution[k]]));
}
