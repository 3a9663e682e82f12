import type { closureProgram, wasmProgram } from "@belladonna/numerics/compiled";
import type { Evaluator } from "../evaluate.js";
import { photonDressing } from "../photon-dressing.js";
import type { Plan } from "../plan.js";
import { planKernels } from "./plan-kernels.js";

/** Numbers of a block that stay in the second-level cache. */
const WORK = 1 << 16;
const COLUMNS = ["px", "py", "pz", "e"] as const;

/**
 * The evaluator of a plan with all its functions compiled: where all numbers on the way are finite, bit for bit that of
 * `evaluator`.
 * @param plan - The compiled process; `hasKernels` holds.
 * @param make - How the functions are made.
 */
export function compiledEvaluator(plan: Plan, make: typeof wasmProgram | typeof closureProgram): Evaluator {
  const { columns, kernels, dressed, out: result } = planKernels(plan);
  let rows = 64;
  while (rows > 8 && rows * columns > WORK) rows /= 2;
  const { values, run } = make({ rows, columns }, kernels);
  const functions = kernels.length;
  return (momenta, out, count) => {
    for (let from = 0; from < count; from += rows) {
      const n = Math.min(rows, count - from);
      for (let k = 0; k < momenta.length; k++) {
        for (let c = 0; c < 4; c++) copy(momenta[k][COLUMNS[c]], from, values, (4 * k + c) * rows, n);
      }
      run(0, n);
      for (const { mass, d, factor } of dressed) dress(values, d * rows, factor * rows, mass, n);
      for (let k = 1; k < functions; k++) run(k, n);
      copy(values, result * rows, out, from, n);
    }
  };
}

/** The dressing of a line; rows with the $q^2$ of the one before, as that of the beams, have its factor. */
function dress(values: Float64Array, d: number, factor: number, mass: number, n: number): void {
  let before = Number.NaN;
  for (let i = 0; i < n; i++) {
    const q2 = values[d + i] + mass * mass;
    if (q2 === before) values[factor + i] = values[factor + i - 1];
    else values[factor + i] = q2 > 0 ? Math.sqrt(photonDressing(q2)) : 1;
    before = q2;
  }
}

function copy(source: Float64Array, from: number, target: Float64Array, at: number, n: number): void {
  for (let i = 0; i < n; i++) target[at + i] = source[from + i];
}
