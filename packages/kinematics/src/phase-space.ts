import { requireChoice, requireOptions } from "@belladonna/numerics";
import { fourVectors, fromObjects, requireLength, type FourVectors } from "./four-vectors.js";
import type { FourVector } from "./four-vector.js";
import { checkMasses, phaseSpaceVolume } from "./phase-space-volume.js";
import type { UniformStream } from "./random-stream.js";
import { ramboRow, uniformsPerRambo } from "./rambo.js";
import { decayRows, largestProduct, productToVolume, ROWS, uniformsPerDecay } from "./raubold-lynch.js";

/** Events of phase space as columns. */
export interface PhaseSpaceSample {
  /** Weight of each event, with expectation 1: $\int f\,d\Phi = R_n\langle w f\rangle$. */
  readonly weight: Float64Array;
  /** Momenta of each particle, in the order of the masses, in the frame of `total`. */
  readonly momenta: FourVectors[];
  /** No weight is larger: what {@link unweight} accepts against. */
  readonly maxWeight: number;
  /** Exact volume $R_n$, GeV to the power $2n-4$. */
  readonly volume: number;
}

/** How {@link phaseSpace} draws. */
export interface PhaseSpaceOptions {
  /**
   * `"raubold-lynch"` for any masses, by $3n-4$ uniforms an event; `"rambo"` for massless particles only, all of weight
   * 1, by $4n$ uniforms. When absent, RAMBO where all masses are 0 and $n>2$.
   */
  readonly method?: "raubold-lynch" | "rambo" | undefined;
  /** Columns to write instead of new ones, one batch a mass, each of at least `n` rows. */
  readonly out?: FourVectors[] | undefined;
}

/**
 * Flat $n$-body phase space: `n` weighted events of `total` going to `masses`.
 *
 * The algorithm is that of Raubold and Lynch (F. James, CERN 68-15, 1968, the one of GENBOD and TGenPhaseSpace): sorted
 * uniforms for the masses of the nested subsystems, isotropic two-body decays, weight $\prod_k p_k$. The weights are
 * normalised by the exact volume, so that their mean is 1; massless particles come by RAMBO with weights all 1. The
 * number of uniforms an event takes is fixed, so event $i$ does not depend on how many are asked for.
 *
 * @param total - Four-momentum of the decaying system; time-like.
 * @param masses - Masses of the particles, GeV; 2 to 64.
 * @param random - Stream of uniforms.
 * @param n - Number of events.
 * @param options - The method and the columns, where they are not to be chosen here.
 * @returns Weights, momenta, the largest possible weight and the volume. With no room between the masses and that of
 * `total` every weight is 0 and every momentum is `NaN`.
 * @throws RangeError when there are fewer than two masses, one is negative, `total` is not time-like, or `rambo` is asked
 * for with masses.
 * @example
 * ```ts
 * phaseSpace(superKekb.total, [0.1057, 0.1057, 3], { uniform: () => 0.5 }, 1).volume; // ≈ 80.645
 * ```
 */
export function phaseSpace(
  total: FourVector,
  masses: readonly number[],
  random: UniformStream,
  n: number,
  options: PhaseSpaceOptions = {},
): PhaseSpaceSample {
  requireOptions("phaseSpace", options, ["method", "out"]);
  if (options.method !== undefined) requireChoice("phaseSpace: method", options.method, ["raubold-lynch", "rambo"]);
  const rambo = chooseRambo(total, masses, n, options.method);
  const volume = phaseSpaceVolume(total.m, masses);
  requireLength("phaseSpace", n);
  const momenta = options.out ?? masses.map(() => fourVectors(n));
  const weight = new Float64Array(n);
  if (volume === 0) {
    for (const v of momenta) for (const column of [v.px, v.py, v.pz, v.e, v.m]) column.fill(Number.NaN, 0, n);
    return { weight, momenta, maxWeight: 0, volume };
  }
  const perEvent = rambo ? uniformsPerRambo(masses.length) : uniformsPerDecay(masses.length);
  const uniforms = new Float64Array(ROWS * perEvent);
  const parent = fromObjects(Array<FourVector>(ROWS).fill(total));
  for (let from = 0; from < n; from += ROWS) {
    const rows = Math.min(ROWS, n - from);
    draw(random, uniforms, rows * perEvent);
    for (let k = 0; k < masses.length; k++) momenta[k].m.fill(masses[k], from, from + rows);
    weight.fill(1, from, from + rows);
    if (rambo) for (let i = 0; i < rows; i++) ramboRow(from + i, total, uniforms, i * perEvent, momenta);
    else decayRows(rows, parent, 0, momenta, from, uniforms, 0, perEvent, weight, 1 / volume);
  }
  if (rambo) return { weight, momenta, maxWeight: 1, volume };
  const q = total.m - masses.reduce((sum, mass) => sum + mass, 0);
  const maxWeight = (largestProduct(total.m, masses) * productToVolume(total.m, q, masses.length)) / volume;
  return { weight, momenta, maxWeight, volume };
}

function chooseRambo(total: FourVector, masses: readonly number[], n: number, method?: string): boolean {
  checkMasses("phaseSpace", total.m, masses);
  if (!(total.m > 0 && total.e > 0 && masses.length <= 64)) {
    throw new RangeError(
      `phaseSpace: total must be time-like with e > 0 and have at most 64 products, got e=${total.e}, m=${total.m}`,
    );
  }
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`phaseSpace: n must be an integer >= 0, got ${n}`);
  const massless = masses.every((mass) => mass === 0);
  if (method === "rambo" && !massless) {
    throw new RangeError(`phaseSpace: rambo needs massless particles, got masses=[${masses.join(", ")}]`);
  }
  return method === undefined ? massless && masses.length > 2 : method === "rambo";
}

/** The next `count` uniforms into `out`. */
export function draw(random: UniformStream, out: Float64Array, count: number): void {
  if (random.fill) random.fill(count === out.length ? out : out.subarray(0, count));
  else for (let i = 0; i < count; i++) out[i] = random.uniform();
}

/**
 * Hit or miss: the rows whose weight exceeds a uniform times `maxWeight`, a list for `columns.take` and
 * {@link takeEvents}. One uniform a row.
 *
 * ```ts
 * unweight(Float64Array.of(1, 0, 1), 1, random(1)).length; // 2
 * ```
 * @param weight - Weights, none above `maxWeight`.
 * @param maxWeight - Bound on the weights.
 * @param random - Stream of uniforms.
 * @throws RangeError when a weight is above the bound: the sample would not be flat.
 */
export function unweight(weight: Float64Array, maxWeight: number, random: UniformStream): Int32Array {
  const rows = new Int32Array(weight.length);
  let n = 0;
  for (let i = 0; i < weight.length; i++) {
    const w = weight[i];
    if (!(w <= maxWeight)) throw new RangeError(`unweight: weights must be <= maxWeight = ${maxWeight}, got ${w}`);
    if (random.uniform() * maxWeight < w) rows[n++] = i;
  }
  return rows.slice(0, n);
}
