import { cholesky, choleskySolve } from "@belladonna/numerics";

/** A step and its factorised system, with the memory to make the next one. */
export interface BoxStep {
  /** Displacement, one entry a parameter; 0 for those held. */
  readonly step: Float64Array;
  /** Indices of the parameters that moved freely (neither held nor at a bound), first `size` entries. */
  readonly working: Int32Array;
  /** Number of working parameters. */
  size: number;
  /** Decrease of the quadratic model (without damping), or NaN when there is no such step. */
  predicted: number;
  /** Cholesky factor and right-hand side. */
  readonly factor: Float64Array;
  readonly right: Float64Array;
  /** 0: free, -1: at the lower bound, 1: at the upper, 2: held. */
  readonly state: Int8Array;
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
    state: new Int8Array(n),
  };
}

/**
 * Minimise $g^Tp + \frac12 p^T(B+\lambda D)p$ over the box by the primal-dual active-set method: parameters that the
 * solution carries over a bound stop there, those whose multiplier has the wrong sign are let go, until neither happens.
 *
 * `predicted` is NaN when the matrix is not positive definite, or the sets do not settle (more damping then helps).
 * @see M. Hintermüller, K. Ito, K. Kunisch, SIAM J. Optim. 13 (2002) 865
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
  const { step, state } = s;
  step.fill(0);
  s.predicted = Number.NaN;
  let held = false;
  for (let i = 0; i < n; i++) {
    if (free[i] === 0) state[i] = 2;
    else if (theta[i] <= low[i] && g[i] > 0) state[i] = -1;
    else if (theta[i] >= high[i] && g[i] < 0) state[i] = 1;
    else state[i] = 0;
  }
  for (let round = 0; ; round++) {
    if (round > 20 + n) return;
    if (!solveWorking(s, g, b, damping, scale, held)) return;
    let changed = false;
    held = false;
    for (let i = 0; i < n; i++) {
      if (state[i] === 2) continue;
      if (state[i] === 0) {
        if (theta[i] + step[i] < low[i]) {
          state[i] = -1;
          changed = true;
        } else if (theta[i] + step[i] > high[i]) {
          state[i] = 1;
          changed = true;
        }
      } else {
        let slope = g[i] + damping * scale[i] * step[i];
        for (let j = 0; j < n; j++) slope += b[i * n + j] * step[j];
        if (slope * state[i] > 0) {
          state[i] = 0;
          changed = true;
        }
      }
    }
    if (!changed) break;
    for (let i = 0; i < n; i++) {
      step[i] = state[i] === -1 ? low[i] - theta[i] : state[i] === 1 ? high[i] - theta[i] : 0;
      if (step[i] !== 0) held = true;
    }
  }
  s.predicted = decrease(step, g, b);
}

/** Solve for the parameters in state 0 with the others' steps given. */
function solveWorking(
  s: BoxStep,
  g: Float64Array,
  b: Float64Array,
  damping: number,
  scale: Float64Array,
  held: boolean,
): boolean {
  const { step, working, factor, right, state } = s;
  const n = step.length;
  let m = 0;
  for (let i = 0; i < n; i++) if (state[i] === 0) working[m++] = i;
  s.size = m;
  for (let k = 0; k < m; k++) {
    const i = working[k];
    const row = i * n;
    let r = -g[i];
    if (held) for (let j = 0; j < n; j++) r -= b[row + j] * step[j];
    right[k] = r;
    for (let l = 0; l <= k; l++) factor[k * m + l] = b[row + working[l]];
    factor[k * m + k] += damping * scale[i];
  }
  if (cholesky(factor, m) >= 0) return false;
  choleskySolve(factor, m, right);
  for (let k = 0; k < m; k++) step[working[k]] = right[k];
  return true;
}

function decrease(step: Float64Array, g: Float64Array, b: Float64Array): number {
  const n = step.length;
  let linear = 0;
  let quadratic = 0;
  for (let i = 0; i < n; i++) {
    if (step[i] === 0) continue;
    linear += g[i] * step[i];
    let row = 0;
    for (let j = 0; j < n; j++) row += b[i * n + j] * step[j];
    quadratic += step[i] * row;
  }
  return -linear - 0.5 * quadratic;
}
