import type { FourVectors } from "@belladonna/kinematics";
import type { RandomStream } from "@belladonna/numerics";
import type { HelicityAmplitudes } from "../amplitude/helicity-amplitudes.js";
import { overlap, spinState } from "./spin-state.js";
import type { SpinMatrix } from "./spin-state.js";

/** The spins of one two-body decay: how they choose its direction, and what they leave to its products. */
export interface DecaySpins {
  /**
   * Accept or reject a direction by the spin of the particle; always accepted where that is not known.
   * @param parent - $p_x, p_y, p_z, E, m$ of the particle, GeV.
   * @param masses - Masses of the products, GeV.
   * @param products - $p_x, p_y, p_z, E$ of each product in the same frame, GeV.
   * @param density - Density matrix of the particle, of trace 1.
   * @param stream - Random numbers.
   */
  accept(
    parent: Float64Array,
    masses: readonly number[],
    products: Float64Array,
    density: SpinMatrix | undefined,
    stream: RandomStream,
  ): boolean;
  /** Density matrix of product `k` of the accepted decay. */
  densityOf(k: number): SpinMatrix;
  /** Set how product `k` decayed. */
  decayed(k: number, matrix: SpinMatrix): void;
  /** Decay matrix of the particle. */
  matrix(): SpinMatrix;
}

function row(mass: number): FourVectors {
  const one = (value: number): Float64Array => Float64Array.of(value);
  return { px: one(0), py: one(0), pz: one(0), e: one(mass), m: one(mass) };
}

function set({ px, py, pz, e, m }: FourVectors, p: Float64Array, at: number, mass: number): void {
  px[0] = p[at];
  py[0] = p[at + 1];
  pz[0] = p[at + 2];
  e[0] = p[at + 3];
  m[0] = mass;
}

/**
 * Spins of a two-body decay from its amplitudes. The rate summed over spins does not depend on the direction, so
 * $\sum\rho_{ab}D_{ab}/({\rm Tr}\rho\,{\rm Tr}D)\le1$ is the probability to accept one.
 * @param amplitudes - Legs are the particle and its two products.
 */
export function decaySpins(amplitudes: HelicityAmplitudes): DecaySpins {
  const state = spinState(amplitudes.states);
  const [own] = amplitudes.states;
  const momenta = amplitudes.states.map(() => row(0));
  return {
    accept(parent, masses, products, density, stream) {
      set(momenta[0], parent, 0, parent[4]);
      for (let k = 0; k < masses.length; k++) set(momenta[k + 1], products, 4 * k, masses[k]);
      amplitudes.evaluate(momenta, 0, state.amplitudes);
      state.reset();
      if (own === 1 || density?.length !== 2 * own * own) return true;
      const rate = overlap(density, state.density(0));
      state.know(0, density);
      return stream.uniform() < rate;
    },
    densityOf: (k) => state.density(k + 1),
    decayed(k, matrix) {
      state.know(k + 1, matrix);
    },
    matrix: () => state.density(0),
  };
}
