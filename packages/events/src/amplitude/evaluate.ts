import type { FourVectors } from "@belladonna/kinematics";
import type { Plan } from "./plan.js";
import { workSpace } from "./work-space.js";
import type { EvaluatorOptions } from "./work-space.js";

/** Evaluates $\overline{|M|^2}$ over columns of momenta. */
export type Evaluator = (momenta: readonly FourVectors[], out: Float64Array, count: number) => void;

/**
 * Turn a plan into a function over columns.
 *
 * ```ts
 * // e- e+ → mu- mu+ at 90 degrees, without masses: e⁴ (1 + cos²θ) = (4πα)².
 * const plan = compile(qed({ vacuumPolarisation: false }), [11, -11], [13, -13]);
 * const leg = (m, px, pz) => columns.fromObjects([fourVector({ px, py: 0, pz, m })]);
 * const out = new Float64Array(1);
 * evaluator(plan)([leg(0, 0, 50), leg(0, 0, -50), leg(0, 50, 0), leg(0, -50, 0)], out, 1);
 * out[0]; // ≈ 0.008409
 * ```
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
