import type { FourVectors } from "@belladonna/kinematics";
import type { Plan } from "./plan.js";
import { workSpace } from "./work-space.js";
import type { EvaluatorOptions } from "./work-space.js";

/** Evaluates $\overline{|M|^2}$ over columns of momenta. */
export type Evaluator = (momenta: readonly FourVectors[], out: Float64Array, count: number) => void;

/**
 * Turn a plan into a function over columns.
 * @param plan - The compiled process.
 * @param options - Propagators, energies, Ward identity.
 * @returns The evaluator: momenta of the legs in order, $\overline{|M|^2}$ (spin summed and averaged) out.
 */
export function evaluator(plan: Plan, options: EvaluatorOptions = {}): Evaluator {
  const { last, rootStates, factor } = plan;
  const { B, fill, amplitude } = workSpace(plan, options);
  const re = new Float64Array(B);
  const im = new Float64Array(B);
  return (momenta, out, count) => {
    for (let from = 0; from < count; from += B) {
      const n = Math.min(B, count - from);
      fill(momenta, from, n);
      out.fill(0, from, from + n);
      for (let h = 0; h < last.states; h++) {
        for (let r = 0; r < rootStates; r++) {
          amplitude(h, r, n, re, im);
          for (let i = 0; i < n; i++) out[from + i] += re[i] * re[i] + im[i] * im[i];
        }
      }
      for (let i = 0; i < n; i++) out[from + i] *= factor;
    }
  };
}
