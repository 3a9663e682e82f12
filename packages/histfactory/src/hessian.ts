import type { CompiledModel } from "./compile.js";
import type { Evaluation } from "./evaluate.js";
import { binFactorWithout } from "./gradient.js";
import { fillJacobian, jacobian } from "./jacobian.js";
import type { Jacobian } from "./jacobian.js";

/** Memory for a Hessian. */
export interface HessianScratch {
  readonly jacobian: Jacobian;
  /** Second derivatives by the parameters of one channel's rows, in their own order: contiguous, upper triangle. */
  readonly local: Float64Array;
  /** One row's logarithmic slopes in the same order. */
  readonly slopes: Float64Array;
}

/** Room for the Hessian of the largest channel. */
export function hessianScratch(m: CompiledModel): HessianScratch {
  let most = 0;
  for (let c = 0; c + 1 < m.channelBin.length; c++) most = Math.max(most, m.scalarStart[c + 1] - m.scalarStart[c]);
  return { jacobian: jacobian(m), local: new Float64Array(most * most), slopes: new Float64Array(most) };
}

/** Add to the place in the upper triangle that stands for both (i, j) and (j, i); twice when they are one. */
function addPair(h: Float64Array, n: number, i: number, j: number, value: number): void {
  if (i < j) h[i * n + j] += value;
  else if (i > j) h[j * n + i] += value;
  else h[i * n + i] += 2 * value;
}

/**
 * Set `out`, zero before, to $\sum_b\bigl(w_b\,\partial_i\partial_j\nu_b+v_b\,\partial_i\nu_b\,\partial_j\nu_b\bigr)$: the Hessian of any
 * function of the rates that is a sum over bins, given its first and second derivatives $w_b$ and $v_b$ by each rate.
 */
export function setHessian(
  m: CompiledModel,
  e: Evaluation,
  weight: Float64Array,
  curvature: Float64Array,
  scratch: HessianScratch,
  out: Float64Array,
): void {
  const total = m.parameterCount;
  const { local } = scratch;
  for (let c = 0; c + 1 < m.channelBin.length; c++) {
    const at = m.scalarStart[c];
    const n = m.scalarStart[c + 1] - at;
    local.fill(0, 0, n * n);
    fillJacobian(m, e, c, scratch.jacobian);
    addOuter(m, c, curvature, scratch, out);
    for (let r = m.channelRow[c]; r < m.channelRow[c + 1]; r++) addSecond(m, e, r, weight, n, scratch, out);
    for (let i = 0; i < n; i++) {
      const line = m.scalarParameter[at + i] * total;
      for (let k = i; k < n; k++) out[line + m.scalarParameter[at + k]] += local[i * n + k];
    }
  }
  // Only the upper triangle was filled.
  for (let i = 1; i < total; i++) for (let j = 0; j < i; j++) out[i * total + j] = out[j * total + i];
}

function addOuter(
  m: CompiledModel,
  c: number,
  curvature: Float64Array,
  { jacobian: { scalar, gamma }, local }: HessianScratch,
  out: Float64Array,
): void {
  const total = m.parameterCount;
  const first = m.channelBin[c];
  const bins = m.channelBin[c + 1] - first;
  const at = m.scalarStart[c];
  const n = m.scalarStart[c + 1] - at;
  for (let b = 0; b < bins; b++) {
    const v = curvature[first + b];
    if (v === 0) continue;
    const row = b * n;
    const gammaStart = m.gammaStart[first + b];
    const gammaEnd = m.gammaStart[first + b + 1];
    for (let i = 0; i < n; i++) {
      const x = v * scalar[row + i];
      if (x === 0) continue;
      const line = i * n;
      for (let k = i; k < n; k++) local[line + k] += x * scalar[row + k];
      for (let g = gammaStart; g < gammaEnd; g++) {
        addPair(out, total, m.scalarParameter[at + i], m.gammaParameter[g], x * gamma[g]);
      }
    }
    for (let g = gammaStart; g < gammaEnd; g++) {
      const line = m.gammaParameter[g] * total;
      const x = v * gamma[g];
      for (let k = g; k < gammaEnd; k++) out[line + m.gammaParameter[k]] += x * gamma[k];
    }
  }
}

/** The second derivatives of the rates of one row. */
function addSecond(
  m: CompiledModel,
  e: Evaluation,
  r: number,
  weight: Float64Array,
  width: number,
  scratch: HessianScratch,
  out: Float64Array,
): void {
  const n = m.parameterCount;
  const start = m.rowEntry[r];
  const bins = m.rowEntry[r + 1] - start;
  const bin = m.rowBin[r];
  const f = e.rowFactor[r];
  const k0 = m.factorStart[r];
  const k1 = m.factorStart[r + 1];
  const g0 = m.binFactorStart[r];
  const g1 = m.binFactorStart[r + 1];
  let sum = 0;
  for (let b = 0; b < bins; b++) sum += weight[bin + b] * e.shifted[start + b] * e.binFactor[start + b];
  addFactorPairs(m, e, r, sum, width, scratch, out);
  for (let h = m.shiftStart[r]; h < m.shiftStart[r + 1]; h++) {
    const p = m.shiftParameter[h];
    const at = m.shiftEntry[h];
    let odd = 0;
    let even = 0;
    for (let b = 0; b < bins; b++) {
      const w = weight[bin + b] * e.binFactor[start + b];
      odd += w * m.shiftOdd[at + b];
      even += w * m.shiftEven[at + b];
    }
    const slope = e.even[3 * p + 1];
    out[p * n + p] += f * e.even[3 * p + 2] * even;
    const d = odd + slope * even;
    for (let k = k0; k < k1; k++) addPair(out, n, p, m.factorParameter[k], d * e.factorSlope[k]);
    for (let g = g0; g < g1; g++) {
      for (let b = 0; b < bins; b++) {
        const w = f * weight[bin + b] * binFactorWithout(m, e, r, b, g, -1);
        addPair(out, n, p, m.binFactorParameter[g] + b, w * (m.shiftOdd[at + b] + slope * m.shiftEven[at + b]));
      }
    }
  }
  for (let g = g0; g < g1; g++) {
    const p = m.binFactorParameter[g];
    for (let b = 0; b < bins; b++) {
      const w = weight[bin + b] * e.shifted[start + b];
      const x = w * binFactorWithout(m, e, r, b, g, -1);
      for (let k = k0; k < k1; k++) addPair(out, n, p + b, m.factorParameter[k], x * e.factorSlope[k]);
      for (let o = g + 1; o < g1; o++) {
        addPair(out, n, p + b, m.binFactorParameter[o] + b, f * w * binFactorWithout(m, e, r, b, g, o));
      }
    }
  }
}

function addFactorPairs(
  m: CompiledModel,
  e: Evaluation,
  r: number,
  sum: number,
  width: number,
  { local, slopes }: HessianScratch,
  out: Float64Array,
): void {
  if (sum === 0) return;
  const n = m.parameterCount;
  const k0 = m.factorStart[r];
  const k1 = m.factorStart[r + 1];
  const zeros = e.zeros[r];
  for (let k = k0; k < k1; k++) {
    const p = m.factorParameter[k];
    out[p * n + p] += sum * e.factorCurvature[k];
    if (zeros > 0 && e.factor[k] === 0) addPairsOfZero(m, e, r, k, sum, out);
  }
  if (zeros > 0 || k1 === k0) return;
  // A row has most parameters of its channel as a rule: adding the zeros of the others too keeps memory contiguous.
  slopes.fill(0, 0, width);
  for (let k = k0; k < k1; k++) slopes[m.factorLocal[k]] = e.logSlope[k];
  const end = m.factorLocal[k1 - 1] + 1;
  for (let k = k0; k < k1; k++) {
    const i = m.factorLocal[k];
    const line = i * width;
    const x = sum * e.factorSlope[k];
    for (let o = i + 1; o < end; o++) local[line + o] += x * slopes[o];
  }
}

/** The pairs of a factor that is zero: with all others where it is the only one, else with the other zero alone. */
function addPairsOfZero(m: CompiledModel, e: Evaluation, r: number, k: number, sum: number, out: Float64Array): void {
  const zeros = e.zeros[r];
  if (zeros > 2) return;
  let others = 1;
  for (let q = m.factorStart[r]; q < m.factorStart[r + 1]; q++) if (e.factor[q] !== 0) others *= e.factor[q];
  const x = sum * e.ownSlope[k] * others;
  for (let o = m.factorStart[r]; o < m.factorStart[r + 1]; o++) {
    if (o === k || (zeros === 2 && (o < k || e.factor[o] !== 0))) continue;
    const slope = zeros === 1 ? e.logSlope[o] : e.ownSlope[o];
    addPair(out, m.parameterCount, m.factorParameter[k], m.factorParameter[o], x * slope);
  }
}
