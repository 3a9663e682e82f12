import type { FourVectors } from "@belladonna/kinematics";
import type { Plan } from "./plan.js";
import { workSpace } from "./work-space.js";

/**
 * Amplitudes of one process or decay for all spins of its legs, up to a common phase.
 *
 * The spin states are those of the rest frame that a pure boost reaches from the frame of the momenta: for fermions up
 * and down along $z$ (for antifermions of the spinor $\eta$ of $v$, so that $\vec s=-\eta^\dagger\vec\sigma\eta$); for
 * vectors real polarisation vectors, two transverse and, with a mass, one along the momentum.
 */
export interface HelicityAmplitudes {
  /** Number of spin states of each leg. */
  readonly states: readonly number[];
  /**
   * Amplitudes of one event.
   * @param momenta - Columns of the legs, GeV.
   * @param row - Row to read.
   * @param out - Receives real and imaginary parts in turn, spins of later legs fastest.
   */
  evaluate(momenta: readonly FourVectors[], row: number, out: Float64Array): void;
}

/**
 * Helicity amplitudes of a compiled process.
 *
 * ```ts
 * // Each fermion has two spin states: 16 amplitudes, real and imaginary parts in turn, here at 90 degrees.
 * const { states, evaluate } = helicityAmplitudes(compile(qed({ vacuumPolarisation: false }), [11, -11], [13, -13]));
 * states; // [2, 2, 2, 2]
 * const leg = (m, px, pz) => columns.fromObjects([fourVector({ px, py: 0, pz, m })]);
 * const out = new Float64Array(32);
 * evaluate([leg(0, 0, 50), leg(0, 0, -50), leg(0, 50, 0), leg(0, -50, 0)], 0, out);
 * out.reduce((sum, x) => sum + x * x, 0) / 4; // ≈ 0.008409
 * ```
 * @param plan - The process.
 */
export function helicityAmplitudes(plan: Plan): HelicityAmplitudes {
  const { legs, last, root } = plan;
  const space = workSpace(plan, {});
  const states = legs.map((leg) => leg.states);
  const rootStates = states[root];
  // Legs after the root run fastest in the configurations of the others.
  const after = states.slice(root + 1).reduce((product, n) => product * n, 1);
  const re = new Float64Array(1);
  const im = new Float64Array(1);
  return {
    states,
    evaluate(momenta, row, out) {
      space.fill(momenta, row, 1);
      for (let h = 0; h < last.states; h++) {
        const tail = h % after;
        const head = (h - tail) / after;
        for (let r = 0; r < rootStates; r++) {
          space.amplitude(h, r, 1, re, im);
          const at = 2 * ((head * rootStates + r) * after + tail);
          out[at] = re[0];
          out[at + 1] = im[0];
        }
      }
    },
  };
}
