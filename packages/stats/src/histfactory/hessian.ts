import type { CompiledModel } from "./compile.js";
import type { Evaluation } from "./evaluate.js";
import { binFactorWithout } from "./gradient.js";

/** Derivatives of the rates of one channel: of each bin by the parameters of its rows, and by the parameters of the bin. */
export interface Jacobian {
  /** Row-major bins × parameters of the channel, in the order of `scalarParameter`. */
  readonly scalar: Float64Array;
  /** One number for each entry of `gammaParameter`, all channels. */
  readonly gamma: Float64Array;
}

/** Room for the Jacobian of the largest channel. */
export function jacobian(m: CompiledModel): Jacobian {
  let size = 0;
  for (let c = 0; c + 1 < m.channelBin.length; c++) {
    const bins = m.channelBin[c + 1] - m.channelBin[c];
    size = Math.max(size, bins * (m.scalarStart[c + 1] - m.scalarStart[c]));
  }
  return { scalar: new Float64Array(size), gamma: new Float64Array(m.gammaParameter.length) };
}

/**
 * Fill the Jacobian of channel `c` at the evaluated point.
 * @param only - The one row to take; all of the channel when absent.
 */
export function fillJacobian(m: CompiledModel, e: Evaluation, c: number, out: Jacobian, only?: number): void {
  const first = m.channelBin[c];
  const bins = m.channelBin[c + 1] - first;
  const n = m.scalarStart[c + 1] - m.scalarStart[c];
  const j = out.scalar;
  j.fill(0, 0, bins * n);
  out.gamma.fill(0, m.gammaStart[first], m.gammaStart[first + bins]);
  const begin = only ?? m.channelRow[c];
  const end = only === undefined ? m.channelRow[c + 1] : only + 1;
  for (let r = begin; r < end; r++) {
    const start = m.rowEntry[r];
    const f = e.rowFactor[r];
    for (let k = m.factorStart[r]; k < m.factorStart[r + 1]; k++) {
      const local = m.factorLocal[k];
      const slope = e.factorSlope[k];
      for (let b = 0; b < bins; b++) j[b * n + local] += slope * e.shifted[start + b] * e.binFactor[start + b];
    }
    if (f === 0) continue;
    for (let h = m.shiftStart[r]; h < m.shiftStart[r + 1]; h++) {
      const local = m.shiftLocal[h];
      const at = m.shiftEntry[h];
      const even = e.even[3 * m.shiftParameter[h] + 1];
      for (let b = 0; b < bins; b++) {
        j[b * n + local] += f * e.binFactor[start + b] * (m.shiftOdd[at + b] + even * m.shiftEven[at + b]);
      }
    }
    for (let g = m.binFactorStart[r]; g < m.binFactorStart[r + 1]; g++) {
      const p = m.binFactorParameter[g];
      for (let b = 0; b < bins; b++) {
        const d = f * e.shifted[start + b] * binFactorWithout(m, e, r, b, g, -1);
        for (let i = m.gammaStart[first + b]; i < m.gammaStart[first + b + 1]; i++) {
          if (m.gammaParameter[i] === p + b) out.gamma[i] += d;
        }
      }
    }
  }
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
  scratch: Jacobian,
  out: Float64Array,
): void {
  for (let c = 0; c + 1 < m.channelBin.length; c++) {
    fillJacobian(m, e, c, scratch);
    addOuter(m, c, curvature, scratch, out);
    for (let r = m.channelRow[c]; r < m.channelRow[c + 1]; r++) addSecond(m, e, r, weight, out);
  }
  // Only the upper triangle was filled.
  const n = m.parameterCount;
  for (let i = 1; i < n; i++) for (let j = 0; j < i; j++) out[i * n + j] = out[j * n + i];
}

function addOuter(m: CompiledModel, c: number, curvature: Float64Array, jac: Jacobian, out: Float64Array): void {
  const total = m.parameterCount;
  const first = m.channelBin[c];
  const bins = m.channelBin[c + 1] - first;
  const at = m.scalarStart[c];
  const n = m.scalarStart[c + 1] - at;
  const j = jac.scalar;
  for (let b = 0; b < bins; b++) {
    const v = curvature[first + b];
    if (v === 0) continue;
    const row = b * n;
    const gammaStart = m.gammaStart[first + b];
    const gammaEnd = m.gammaStart[first + b + 1];
    for (let i = 0; i < n; i++) {
      const x = v * j[row + i];
      if (x === 0) continue;
      const line = m.scalarParameter[at + i] * total;
      for (let k = i; k < n; k++) out[line + m.scalarParameter[at + k]] += x * j[row + k];
      for (let g = gammaStart; g < gammaEnd; g++) {
        addPair(out, total, m.scalarParameter[at + i], m.gammaParameter[g], x * jac.gamma[g]);
      }
    }
    for (let g = gammaStart; g < gammaEnd; g++) {
      const line = m.gammaParameter[g] * total;
      const x = v * jac.gamma[g];
      for (let k = g; k < gammaEnd; k++) out[line + m.gammaParameter[k]] += x * jac.gamma[k];
    }
  }
}

/** The second derivatives of the rates of one row. */
function addSecond(m: CompiledModel, e: Evaluation, r: number, weight: Float64Array, out: Float64Array): void {
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
  addFactorPairs(m, e, r, sum, out);
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

function addFactorPairs(m: CompiledModel, e: Evaluation, r: number, sum: number, out: Float64Array): void {
  if (sum === 0) return;
  const n = m.parameterCount;
  const k0 = m.factorStart[r];
  const k1 = m.factorStart[r + 1];
  const zeros = e.zeros[r];
  const parameter = m.factorParameter;
  for (let k = k0; k < k1; k++) {
    const p = parameter[k];
    out[p * n + p] += sum * e.factorCurvature[k];
    if (zeros === 0) {
      const x = sum * e.factorSlope[k];
      // Sorted in a row, so that p is the smaller.
      for (let o = k + 1; o < k1; o++) out[p * n + parameter[o]] += x * e.logSlope[o];
    } else if (e.factor[k] === 0) {
      addPairsOfZero(m, e, r, k, sum, out);
    }
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
