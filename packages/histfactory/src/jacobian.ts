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
