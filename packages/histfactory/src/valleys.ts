import { cosh, exp } from "@belladonna/numerics/elementary";
import type { CompiledModel } from "./compile.js";

/**
 * Least pull of a modifier's even part, in standard deviations of the bins' counts, from which the likelihood may have two
 * minima along its parameter.
 *
 * With residuals $r_b$ in standard deviations the even part $a_b$ adds $2\cdot3.75\sum_br_ba_b/\sqrt{\nu_b}$ to the second
 * derivative of $-2\ln L$ at the centre (3.75 is the curvature of code 4p there), the constraint 2. Where the residuals along
 * $a_b/\sqrt{\nu_b}$ are up to 8 standard deviations (a hypothesis far from the data), a length of less than 1/30 of that cannot
 * turn it over.
 */
const LEAST = 1 / 30;

/** Parameters along which the likelihood may have several minima: those of even modifiers, and free factors. */
export function valleysOf(m: CompiledModel): number[] {
  const even = new Map<number, Float64Array>();
  const total = new Float64Array(m.binCount);
  const of = (p: number): Float64Array => {
    const known = even.get(p);
    if (known !== undefined) return known;
    const fresh = new Float64Array(m.binCount);
    even.set(p, fresh);
    return fresh;
  };
  const found = new Set<number>();
  for (let r = 0; r < m.rowCount; r++) {
    const bins = m.rowEntry[r + 1] - m.rowEntry[r];
    const bin = m.rowBin[r];
    for (let b = 0; b < bins; b++) total[bin + b] += m.nominal[m.rowEntry[r] + b];
    for (let h = m.shiftStart[r]; h < m.shiftStart[r + 1]; h++) {
      const a = of(m.shiftParameter[h]);
      for (let b = 0; b < bins; b++) a[bin + b] += m.shiftEven[m.shiftEntry[h] + b];
    }
    for (let k = m.factorStart[r]; k < m.factorStart[r + 1]; k++) {
      const at = m.factorCoefficient[k];
      if (at < 0) {
        found.add(m.factorParameter[k]);
        continue;
      }
      const part = cosh((m.coefficients[at] - m.coefficients[at + 1]) / 2);
      const middle = exp((m.coefficients[at] + m.coefficients[at + 1]) / 2) * part - 1;
      const a = of(m.factorParameter[k]);
      for (let b = 0; b < bins; b++) a[bin + b] += middle * m.nominal[m.rowEntry[r] + b];
    }
  }
  for (const [p, a] of even) {
    const square = a.reduce((sum, x, b) => sum + (x * x) / Math.max(total[b], 1), 0);
    if (square > LEAST * LEAST) found.add(p);
  }
  return [...found].sort((x, y) => x - y);
}
