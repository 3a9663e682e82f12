import type { FourVector, FourVectors } from "@belladonna/kinematics";
import type { HelicityAmplitudes } from "../amplitude/helicity-amplitudes.js";
import type { Cuts } from "../phase-space/cuts.js";
import type { Sampler } from "../phase-space/sampler.js";
import type { ExternalParticle } from "../phase-space/external-particle.js";

/**
 * A scattering process $e^- e^+ \to 1 \dots n$: its external particles and its squared amplitude. This is all that
 * cross sections and events need; everything else follows from it.
 */
export interface Process {
  /** Name, e.g. `"e- e+ > gamma gamma gamma"`. */
  readonly name: string;
  /** The electron and the positron, in this order. */
  readonly incoming: readonly [ExternalParticle, ExternalParticle];
  /** Final particles; `squaredAmplitude` takes their momenta in this order. */
  readonly outgoing: readonly ExternalParticle[];
  /** $\prod 1/n_k!$ over groups of identical final particles; multiplies cross sections, not the squared amplitude. */
  readonly symmetryFactor: number;
  /**
   * $\overline{|M|^2}$ of many events: summed over final, averaged over initial spins, no symmetry factor.
   * @param momenta - Columns of $e^-$, $e^+$, then the final particles, GeV; any frame.
   * @param out - Receives $\overline{|M|^2}$, GeV$^{4-2n}$.
   * @param count - Number of events: rows 0 to `count - 1` of the columns.
   */
  squaredAmplitude(momenta: readonly FourVectors[], out: Float64Array, count: number): void;
  /**
   * Index of a final photon that the incoming electrons radiate, where the process is wanted without a cut on it: by
   * definition it has more energy in the nominal centre of mass than any that initial-state radiation adds, so that no photon is counted twice.
   */
  readonly hardestPhoton?: number;
  /**
   * Amplitudes for all spins, where the process knows them: they give decays in events the spins of production and their
   * correlations. Made once, when first needed.
   */
  helicityAmplitudes?(): HelicityAmplitudes;
  /**
   * Phase-space maps that flatten the peaks of the squared amplitude within the cuts.
   * @param cuts - Generator cuts.
   */
  sampler(cuts: Cuts): Sampler;
  /**
   * Total cross section in closed form, fb, where there is one.
   * @param sqrtS - Centre-of-mass energy, GeV.
   * @param cuts - Generator cuts.
   * @returns The cross section, or `undefined` when there is no closed form for these cuts.
   */
  closedForm?(sqrtS: number, cuts: Cuts): number | undefined;
}

/**
 * Spin-summed and averaged squared amplitude $\overline{|M|^2}$ of a process at one point of phase space.
 *
 * The sum runs over final spins, the average over the four initial ones. The $1/n!$ of identical final particles is
 * not included; it is `process.symmetryFactor`.
 *
 * ```ts
 * const e = 5.29;
 * const [a, b] = [e, -e].map((pz) => fourVector({ px: 0, py: 0, pz, m: 0.000511 }));
 * const p = Math.sqrt(a.e ** 2 - 0.10566 ** 2);
 * const [c, d] = [p, -p].map((px) => fourVector({ px, py: 0, pz: 0, m: 0.10566 }));
 * squaredAmplitude(treeProcess({ model: qed(), outgoing: [13, -13] }), [a, b, c, d]); // ≈ 9.06e-3
 * ```
 * @param process - The process.
 * @param momenta - Momenta of $e^-$, $e^+$, then the final particles in the order of `process.outgoing`, GeV.
 * @returns $\overline{|M|^2}$ in GeV$^{4-2n}$ for $n$ final particles.
 * @throws RangeError when the number of momenta is not that of the external particles, or a component is no number up to
 * 1e30 GeV in size.
 */
export function squaredAmplitude(process: Process, momenta: readonly FourVector[]): number {
  const wanted = 2 + process.outgoing.length;
  if (momenta.length !== wanted) {
    throw new RangeError(`squaredAmplitude: ${process.name} has ${wanted} external particles, got ${momenta.length}`);
  }
  momenta.forEach(({ px, py, pz, e, m }, i) => {
    const bad = [px, py, pz, e, m].find((x) => !(Math.abs(x) <= 1e30));
    if (bad !== undefined) {
      throw new RangeError(`squaredAmplitude: momentum ${i} must have components up to 1e30 GeV in size, got ${bad}`);
    }
  });
  const out = new Float64Array(1);
  const columns = momenta.map(({ px, py, pz, e, m }) => ({
    px: Float64Array.of(px),
    py: Float64Array.of(py),
    pz: Float64Array.of(pz),
    e: Float64Array.of(e),
    m: Float64Array.of(m),
  }));
  process.squaredAmplitude(columns, out, 1);
  return out[0];
}
