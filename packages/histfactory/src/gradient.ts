import type { CompiledModel } from "./compile.js";
import type { Evaluation } from "./evaluate.js";

/**
 * Product of the factors per bin of one entry, but for one or two of them.
 * @param skip - Index of the factor left out.
 * @param skipToo - Index of another factor left out, -1 for none.
 */
export function binFactorWithout(
  m: CompiledModel,
  e: Evaluation,
  r: number,
  b: number,
  skip: number,
  skipToo: number,
): number {
  let product = 1;
  for (let g = m.binFactorStart[r]; g < m.binFactorStart[r + 1]; g++) {
    if (g !== skip && g !== skipToo) product *= e.theta[m.binFactorParameter[g] + b];
  }
  return product;
}

/**
 * Add $\sum_bw_b\,\partial\nu_b/\partial\theta_i$ to `out[i]`: the gradient of any function of the rates, given its
 * derivative $w_b$ by each rate. Linear in bins times samples.
 */
export function addGradient(m: CompiledModel, e: Evaluation, weight: Float64Array, out: Float64Array): void {
  for (let r = 0; r < m.rowCount; r++) {
    const start = m.rowEntry[r];
    const bins = m.rowEntry[r + 1] - start;
    const bin = m.rowBin[r];
    const f = e.rowFactor[r];
    let sum = 0;
    for (let b = 0; b < bins; b++) sum += weight[bin + b] * e.shifted[start + b] * e.binFactor[start + b];
    for (let k = m.factorStart[r]; k < m.factorStart[r + 1]; k++) out[m.factorParameter[k]] += e.factorSlope[k] * sum;
    if (f === 0) continue;
    for (let h = m.shiftStart[r]; h < m.shiftStart[r + 1]; h++) {
      const at = m.shiftEntry[h];
      let odd = 0;
      let even = 0;
      for (let b = 0; b < bins; b++) {
        const w = weight[bin + b] * e.binFactor[start + b];
        odd += w * m.shiftOdd[at + b];
        even += w * m.shiftEven[at + b];
      }
      const p = m.shiftParameter[h];
      out[p] += f * (odd + e.even[3 * p + 1] * even);
    }
    for (let g = m.binFactorStart[r]; g < m.binFactorStart[r + 1]; g++) {
      const p = m.binFactorParameter[g];
      for (let b = 0; b < bins; b++) {
        out[p + b] += f * weight[bin + b] * e.shifted[start + b] * binFactorWithout(m, e, r, b, g, -1);
      }
    }
  }
}
