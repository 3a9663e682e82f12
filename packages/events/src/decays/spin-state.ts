/**
 * A Hermitian matrix of one particle's spin, real and imaginary parts in turn, by rows: a density $\rho_{ab}$ of how it
 * was made, or a decay matrix $D_{ab}=N_a N_b^*$ of how it decayed. The rate of both is $\sum_{ab}\rho_{ab}D_{ab}$.
 */
export type SpinMatrix = Float64Array;

/** The joint spin of the legs of one amplitude, of which some have decayed or have a known density. */
export interface SpinState {
  /** The amplitudes, to be filled for an event; real and imaginary parts in turn, spins of later legs fastest. */
  readonly amplitudes: Float64Array;
  /** Forget what happened to the legs. */
  reset(): void;
  /**
   * Spin of one leg, with what is known of all others; legs of which nothing is known are summed over.
   * @param leg - Index of the leg.
   * @returns A new matrix of trace 1.
   */
  density(leg: number): SpinMatrix;
  /** Set what happened to a leg: its decay matrix, or the density of an incoming one. */
  know(leg: number, matrix: SpinMatrix): void;
}

/**
 * Spin state of an amplitude, as in the algorithm of Collins, Knowles and Richardson: particles decay one after the
 * other, each with the spin that the decays before leave it,
 * $\rho^k_{aa'}=\sum M_{\dots a\dots}M^*_{\dots a'\dots}\prod_{j\ne k}D^j$.
 * @param states - Spin states of each leg.
 * @see P. Richardson, JHEP 11 (2001) 029, arXiv:hep-ph/0110108, section 2
 */
export function spinState(states: readonly number[]): SpinState {
  const size = states.reduce((product, n) => product * n, 1);
  const strides = states.map((_, k) => states.slice(k + 1).reduce((product, n) => product * n, 1));
  const amplitudes = new Float64Array(2 * size);
  const work = new Float64Array(2 * size);
  const column = new Float64Array(2 * Math.max(...states));
  const known = new Map<number, SpinMatrix>();

  /** Apply $S_b=\sum_a D_{ab}T_a$ to one leg of the work space. */
  const apply = (leg: number, matrix: SpinMatrix): void => {
    const n = states[leg];
    const stride = strides[leg];
    for (let from = 0; from < size; from++) {
      if (Math.floor(from / stride) % n !== 0) continue;
      for (let b = 0; b < n; b++) {
        let re = 0;
        let im = 0;
        for (let a = 0; a < n; a++) {
          const k = 2 * (from + a * stride);
          const d = 2 * (a * n + b);
          re += matrix[d] * work[k] - matrix[d + 1] * work[k + 1];
          im += matrix[d] * work[k + 1] + matrix[d + 1] * work[k];
        }
        column[2 * b] = re;
        column[2 * b + 1] = im;
      }
      for (let b = 0; b < n; b++) {
        work[2 * (from + b * stride)] = column[2 * b];
        work[2 * (from + b * stride) + 1] = column[2 * b + 1];
      }
    }
  };

  return {
    amplitudes,
    reset() {
      known.clear();
    },
    density(leg) {
      work.set(amplitudes);
      for (const [other, matrix] of known) if (other !== leg) apply(other, matrix);
      const n = states[leg];
      const stride = strides[leg];
      const out = new Float64Array(2 * n * n);
      for (let from = 0; from < size; from++) {
        if (Math.floor(from / stride) % n !== 0) continue;
        for (let a = 0; a < n; a++) {
          for (let b = 0; b < n; b++) {
            const x = 2 * (from + a * stride);
            const y = 2 * (from + b * stride);
            out[2 * (a * n + b)] += work[x] * amplitudes[y] + work[x + 1] * amplitudes[y + 1];
            out[2 * (a * n + b) + 1] += work[x + 1] * amplitudes[y] - work[x] * amplitudes[y + 1];
          }
        }
      }
      return normalised(out, n);
    },
    know(leg, matrix) {
      known.set(leg, matrix);
    },
  };
}

/** Divide by the trace, in place. */
function normalised(matrix: SpinMatrix, n: number): SpinMatrix {
  let trace = 0;
  for (let a = 0; a < n; a++) trace += matrix[2 * (a * n + a)];
  if (trace > 0) for (let k = 0; k < matrix.length; k++) matrix[k] /= trace;
  return matrix;
}

/** Rate $\sum_{ab}\rho_{ab}D_{ab}$ of a density and a decay matrix. */
export function overlap(density: SpinMatrix, decay: SpinMatrix): number {
  let sum = 0;
  for (let k = 0; k < density.length; k += 2) sum += density[k] * decay[k] - density[k + 1] * decay[k + 1];
  return sum;
}

/**
 * Polarisation vector of a fermion of density $\rho$, $\vec s={\rm Tr}(\rho\vec\sigma)$; for an antifermion, whose states
 * are those of the spinor of $v$, $-{\rm Tr}(\rho\vec\sigma^*)$.
 */
export function polarisationOf(density: SpinMatrix, anti: boolean): Float64Array {
  const [up, , re, im, , , down] = density;
  // −σ* is σ with the signs of x and z turned.
  const f = anti ? -1 : 1;
  return Float64Array.of(2 * f * re, -2 * im, f * (up - down));
}

/**
 * Decay matrix of a fermion whose rate is $a+\vec b\cdot\vec s$ for polarisation $\vec s$, the inverse of
 * {@link polarisationOf}; of trace 1.
 */
export function fermionDecay(a: number, b: Float64Array, anti: boolean): SpinMatrix {
  const f = (anti ? -1 : 1) / (2 * a);
  const [x, y, z] = [f * b[0], b[1] / (2 * a), f * b[2]];
  return Float64Array.of(0.5 + z, 0, x, y, x, -y, 0.5 - z, 0);
}
