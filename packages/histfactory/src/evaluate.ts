import type { CompiledModel } from "./compile.js";
import { evenShift, factor } from "./interpolation.js";

/** The model at one point: what value, gradient and Hessian share. Overwritten by each evaluation at a new point. */
export interface Evaluation {
  /** The point; NaN before the first evaluation. */
  readonly theta: Float64Array;
  /** Expected events in each bin. */
  readonly rate: Float64Array;
  /** Even part of the shift of each parameter, with its derivatives: three numbers a parameter. */
  readonly even: Float64Array;
  /** Shifted rate of each entry, before its factors. */
  readonly shifted: Float64Array;
  /** Product of the factors per bin of each entry. */
  readonly binFactor: Float64Array;
  /** Product of the factors of each row. */
  readonly rowFactor: Float64Array;
  /** Value of each factor. */
  readonly factor: Float64Array;
  /** First derivative of each factor times the other factors of its row. */
  readonly factorSlope: Float64Array;
  /** Second derivative of each factor times the other factors of its row. */
  readonly factorCurvature: Float64Array;
  /** First derivative of each factor alone. */
  readonly ownSlope: Float64Array;
  /** First derivative of the logarithm of each factor; not finite where the factor is zero. */
  readonly logSlope: Float64Array;
  /** Number of factors of each row that are zero. */
  readonly zeros: Int32Array;
}

/** Room for one evaluation of a model. */
export function evaluation(m: CompiledModel): Evaluation {
  const factors = m.factorParameter.length;
  return {
    theta: new Float64Array(m.parameterCount).fill(Number.NaN),
    rate: new Float64Array(m.binCount),
    even: new Float64Array(3 * m.parameterCount),
    shifted: new Float64Array(m.nominal.length),
    binFactor: new Float64Array(m.nominal.length),
    rowFactor: new Float64Array(m.rowCount),
    factor: new Float64Array(factors),
    factorSlope: new Float64Array(factors),
    factorCurvature: new Float64Array(factors),
    ownSlope: new Float64Array(factors),
    logSlope: new Float64Array(factors),
    zeros: new Int32Array(m.rowCount),
  };
}

const triple = new Float64Array(3);

/** Evaluate the model at `theta`; nothing is done when it is there already. */
export function evaluate(m: CompiledModel, e: Evaluation, theta: Float64Array): void {
  let same = true;
  for (let i = 0; i < m.parameterCount; i++) {
    if (e.theta[i] !== theta[i]) {
      same = false;
      e.theta[i] = theta[i];
    }
  }
  if (same && m.parameterCount > 0) return;
  for (let i = 0; i < m.shifting.length; i++) {
    const p = m.shifting[i];
    evenShift(m.shiftCode, theta[p], triple);
    e.even[3 * p] = triple[0];
    e.even[3 * p + 1] = triple[1];
    e.even[3 * p + 2] = triple[2];
  }
  e.rate.fill(0);
  for (let r = 0; r < m.rowCount; r++) {
    evaluateFactors(m, e, r);
    evaluateBins(m, e, r);
  }
}

function evaluateFactors(m: CompiledModel, e: Evaluation, r: number): void {
  const start = m.factorStart[r];
  const end = m.factorStart[r + 1];
  let product = 1;
  let zeros = 0;
  for (let k = start; k < end; k++) {
    const x = e.theta[m.factorParameter[k]];
    const at = m.factorCoefficient[k];
    if (at < 0) {
      triple[0] = x;
      triple[1] = 1;
      triple[2] = 0;
    } else factor(m.factorCode, x, m.coefficients, at, triple);
    e.factor[k] = triple[0];
    e.ownSlope[k] = triple[1];
    e.logSlope[k] = triple[1] / triple[0];
    e.factorCurvature[k] = triple[2];
    if (triple[0] === 0) zeros++;
    else product *= triple[0];
  }
  e.zeros[r] = zeros;
  e.rowFactor[r] = zeros === 0 ? product : 0;
  // The product of the others: all where none is zero, only at the zero where one is.
  for (let k = start; k < end; k++) {
    const f = e.factor[k];
    const others = f === 0 ? (zeros === 1 ? product : 0) : zeros === 0 ? product / f : 0;
    e.factorSlope[k] = e.ownSlope[k] * others;
    e.factorCurvature[k] *= others;
  }
}

function evaluateBins(m: CompiledModel, e: Evaluation, r: number): void {
  const start = m.rowEntry[r];
  const bins = m.rowEntry[r + 1] - start;
  for (let b = 0; b < bins; b++) {
    e.shifted[start + b] = m.nominal[start + b];
    e.binFactor[start + b] = 1;
  }
  for (let h = m.shiftStart[r]; h < m.shiftStart[r + 1]; h++) {
    const p = m.shiftParameter[h];
    const alpha = e.theta[p];
    const even = e.even[3 * p];
    const at = m.shiftEntry[h];
    if (alpha === 0) continue;
    for (let b = 0; b < bins; b++) e.shifted[start + b] += alpha * m.shiftOdd[at + b] + even * m.shiftEven[at + b];
  }
  for (let g = m.binFactorStart[r]; g < m.binFactorStart[r + 1]; g++) {
    const p = m.binFactorParameter[g];
    for (let b = 0; b < bins; b++) e.binFactor[start + b] *= e.theta[p + b];
  }
  const bin = m.rowBin[r];
  const f = e.rowFactor[r];
  for (let b = 0; b < bins; b++) e.rate[bin + b] += f * e.shifted[start + b] * e.binFactor[start + b];
}
