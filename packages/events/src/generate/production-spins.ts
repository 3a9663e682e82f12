import type { FourVectors } from "@belladonna/kinematics";
import type { Decayer } from "../decays/decayer.js";
import { spinState } from "../decays/spin-state.js";
import type { SpinMatrix } from "../decays/spin-state.js";
import type { Process } from "../processes/process.js";

/** The spins of the final particles of one event, with what their decays so far leave of them. */
export interface ProductionSpins {
  /**
   * Start an event.
   * @param momentumOf - $p_x, p_y, p_z, E, m$ of a leg (0 the electron, 1 the positron) in the frame of the event, GeV.
   */
  set(momentumOf: (leg: number) => Float64Array): void;
  /** Density matrix of a leg; undefined where its decay does not depend on it. */
  densityOf(leg: number): SpinMatrix | undefined;
  /** Set how a leg decayed. */
  decayed(leg: number, matrix: SpinMatrix): void;
}

/**
 * The spins of production, where a final particle decays by its spin and the process has amplitudes for them. They are
 * evaluated in the frame of the event, so that all spins are those of rest frames that a pure boost reaches from it.
 * @param process - The process.
 * @param chain - Its decays.
 */
export function productionSpins(process: Process, chain: Decayer): ProductionSpins | undefined {
  if (!process.outgoing.some(({ pdgId }) => chain.usesSpin(pdgId))) return undefined;
  const amplitudes = process.helicityAmplitudes?.();
  if (amplitudes === undefined) return undefined;
  const state = spinState(amplitudes.states);
  const used = amplitudes.states.map((n, leg) => leg >= 2 && n > 1 && chain.usesSpin(process.outgoing[leg - 2].pdgId));
  if (!used.includes(true)) return undefined;
  const momenta = amplitudes.states.map((): FourVectors => {
    const [px, py, pz, e, m] = Array.from({ length: 5 }, () => new Float64Array(1));
    return { px, py, pz, e, m };
  });
  return {
    set(momentumOf) {
      momenta.forEach(({ px, py, pz, e, m }, leg) => {
        [px[0], py[0], pz[0], e[0], m[0]] = momentumOf(leg);
      });
      amplitudes.evaluate(momenta, 0, state.amplitudes);
      state.reset();
    },
    densityOf: (leg) => (used[leg] ? state.density(leg) : undefined),
    decayed(leg, matrix) {
      state.know(leg, matrix);
    },
  };
}
