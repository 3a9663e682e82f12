import { cholesky, choleskySolve } from "./linear-algebra.js";

/** A step and its factorised system, with the memory to make the next one. */
export interface BoxStep {
  /** Displacement, one entry a parameter; 0 for those held. */
  readonly step: Float64Array;
  /** Indices of the parameters that moved freely (neither held nor at a bound), first `size` entries. */
  readonly working: Int32Array;
  /** Number of working parameters. */
  size: number;
  /** Decrease of the quadratic model (without damping), or NaN when the system is not positive definite. */
  predicted: number;
  /** Cholesky factor and right-hand side. */
  readonly factor: Float64Array;
  readonly right: Float64Array;
}

/** Memory for steps in `n` parameters. */
export function boxStep(n: number): BoxStep {
  return {
    step: new Float64Array(n),
    working: new Int32Array(n),
    size: 0,
    predicted: 0,
    factor: new Float64Array(n * n),
    right: new Float64Array(n),
  };
}

/**
 * Minimise $g^Tp + \frac12 p^T(B+\lambda D)p$ over the box: parameters at a bound the gradient pushes against are held,
 * those the solution carries over a bound stop there and the rest is solved again.
 */
export function solveBox(
  s: BoxStep,
  free: Uint8Array,
  theta: Float64Array,
  low: Float64Array,
  high: Float64Array,
  g: Float64Array,
  b: Float64Array,
  damping: number,
  scale: Float64Array,
): void {
  const n = theta.length;
  const { step, working, right } = s;
  step.fill(0);
  let m = 0;
  for (let i = 0; i < n; i++) {
    if (free[i] === 0) continue;
    if ((theta[i] <= low[i] && g[i] > 0) || (theta[i] >= high[i] && g[i] < 0)) continue;
    working[m++] = i;
  }
  s.size = m;
  s.predicted = Number.NaN;
  let clipped = false;
  for (;;) {
    if (!solveWorking(s, m, g, b, damping, scale, clipped)) return;
    let kept = 0;
    for (let k = 0; k < m; k++) {
      const i = working[k];
      const p = right[k];
      if (theta[i] + p < low[i]) step[i] = low[i] - theta[i];
      else if (theta[i] + p > high[i]) step[i] = high[i] - theta[i];
      else {
        step[i] = p;
        working[kept++] = i;
      }
    }
    if (kept === m) break;
    clipped = true;
    m = kept;
  }
  s.size = m;
  let linear = 0;
  let quadratic = 0;
  for (let i = 0; i < n; i++) {
    if (step[i] === 0) continue;
    linear += g[i] * step[i];
    let row = 0;
    for (let j = 0; j < n; j++) row += b[i * n + j] * step[j];
    quadratic += step[i] * row;
  }
  s.predicted = -linear - 0.5 * quadratic;
}

function solveWorking(
  s: BoxStep,
  m: number,
  g: Float64Array,
  b: Float64Array,
  damping: number,
  scale: Float64Array,
  clipped: boolean,
): boolean {
  const { step, working, factor, right } = s;
  const n = step.length;
  if (clipped) for (let k = 0; k < m; k++) step[working[k]] = 0;
  for (let k = 0; k < m; k++) {
    const i = working[k];
    const row = i * n;
    let r = -g[i];
    if (clipped) for (let j = 0; j < n; j++) r -= b[row + j] * step[j];
    right[k] = r;
    for (let l = 0; l <= k; l++) factor[k * m + l] = b[row + working[l]];
    factor[k * m + k] += damping * scale[i];
  }
  if (cholesky(factor, m) >= 0) return false;
  choleskySolve(factor, m, right);
  return true;
}
