import { hasWasm, wasmProgram } from "@belladonna/numerics/compiled";
import type { FourVectors } from "@belladonna/kinematics";
import { evaluator, type Evaluator } from "../evaluate.js";
import type { Plan } from "../plan.js";
import { compiledEvaluator } from "./compiled-evaluator.js";
import { hasKernels } from "./plan-kernels.js";

/** Amplitudes that take about as long as the making of a program. */
const MANY = 50_000;

/**
 * The evaluator of a plan, which after 50 000 amplitudes goes on in WebAssembly where that is allowed and all vertices have
 * expressions: three times as fast, with the same bits.
 */
export function evaluatorOfMany(plan: Plan): Evaluator {
  const plain = evaluator(plan);
  if (!hasKernels(plan)) return plain;
  let fast: Evaluator | undefined;
  let done = 0;
  return (momenta, out, count) => {
    if (done < MANY) {
      done += count;
      if (done >= MANY && hasWasm()) fast = compiledEvaluator(plan, wasmProgram);
    }
    if (fast === undefined) {
      plain(momenta, out, count);
      return;
    }
    fast(momenta, out, count);
    // Infinities meet zeros there that expressions leave out.
    for (let i = 0; i < count; i++) if (!Number.isFinite(out[i])) plain(rowOf(momenta, i), out.subarray(i, i + 1), 1);
  };
}

function rowOf(momenta: readonly FourVectors[], i: number): FourVectors[] {
  const at = (column: Float64Array): Float64Array => column.subarray(i, i + 1);
  return momenta.map(({ px, py, pz, e, m }) => ({ px: at(px), py: at(py), pz: at(pz), e: at(e), m: at(m) }));
}
