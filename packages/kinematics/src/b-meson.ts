import { p } from "./arithmetic.js";
import type { Beams } from "./beams.js";
import { rootOfDifference } from "./exact.js";
import type { FourVector } from "./four-vector.js";

/**
 * Beam-constrained mass $M_{bc} = \sqrt{s/4 - p^{*2}}$, GeV.
 *
 * ```ts
 * mBc(superKekb, fromPThetaPhi(0, 0, 0, 5.279)); // ≈ 5.0656
 * ```
 * @param beams - Beams.
 * @param candidate - B candidate in the lab, GeV.
 * @returns `NaN` where the momentum exceeds $\sqrt s/2$.
 */
export function mBc(beams: Beams, candidate: FourVector): number {
  const momentum = p(beams.toCms(candidate));
  const half = beams.sqrtS / 2;
  return momentum > half ? Number.NaN : rootOfDifference(half, momentum);
}

/**
 * Energy difference $\Delta E = E^* - \sqrt s/2$, GeV.
 *
 * ```ts
 * deltaE(superKekb, superKekb.total); // ≈ 5.287
 * ```
 * @param beams - Beams.
 * @param candidate - B candidate in the lab, GeV.
 */
export function deltaE(beams: Beams, candidate: FourVector): number {
  return beams.toCms(candidate).e - beams.sqrtS / 2;
}

/**
 * Reduced mass of a pair of equal particles, $M' = \sqrt{M^2 - 4m^2} = \sqrt{(M-2m)(M+2m)}$, GeV: smooth through threshold
 * where $M$ is not.
 *
 * @param M - Invariant mass of the pair, GeV, not negative.
 * @param m - Mass of each particle, GeV, not negative.
 * @returns The signed root: negative below threshold, where resolution can put a measured $M$.
 * @example
 * ```ts
 * reducedMass(0.25, 0.1056583755); // ≈ 0.13358
 * ```
 */
export function reducedMass(M: number, m: number): number {
  return M < 2 * m ? -rootOfDifference(2 * m, M) : rootOfDifference(M, 2 * m);
}
