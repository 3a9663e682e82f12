import { firstAtOrAbove } from "@belladonna/numerics";
import { square as squareOf } from "@belladonna/numerics/elementary";
import { ALPHA } from "../constants.js";
import { quarkonia } from "../hadronic/r-ratio.js";
import { MASS } from "../masses.js";
import { hadronsAndTwoLoops } from "../tables/vacuum-polarisation.js";
import { addOneLoop } from "./leptons.js";

/**
 * The photon's vacuum polarisation at time-like $q^2$, $\Delta\alpha(q^2)=\Delta\alpha_\ell+\Delta\alpha_{\rm had}$:
 * leptons in one loop exactly and in two loops, hadrons by dispersion over the measured and perturbative $R$ of this
 * package, $J/\psi$, $\psi(2S)$ and $\Upsilon(1S\ldots4S)$ as Breit–Wigners with their bare electronic widths. Top
 * quarks and weak bosons are left out ($10^{-6}$ at 10 GeV).
 *
 * Accuracy of $|1-\Delta\alpha|^{-2}$, from three compilations of others: $10^{-3}$ at 9 to 11 GeV away from the narrow
 * peaks, on which it is a few per cent.
 *
 * @param q2 - $q^2$, GeV², within [0, 10⁶]
 * @param out - receives real and imaginary part; a new array when absent
 * @param narrowest - least width of a peak, GeV: narrower ones are broadened to it, so that only their tails are left;
 * 0 when absent
 * @returns `out`; the amplitude of a photon line is multiplied with $1/(1-\Delta\alpha)$
 * @throws `RangeError` for a $q^2$ outside its range
 * @see S. Actis et al., Eur. Phys. J. C 66 (2010) 585, section 6
 *
 * @example
 * ```ts
 * vacuumPolarisation(10.58 ** 2)[0]; // ≈ 0.03604
 * vacuumPolarisationFactor(10.58 ** 2); // ≈ 1.0757
 * ```
 */
export function vacuumPolarisation(q2: number, out: Float64Array = new Float64Array(2), narrowest = 0): Float64Array {
  if (!(q2 >= 0 && q2 <= HIGHEST)) throw new RangeError(`vacuumPolarisation: q2 must be in [0, 1e6] GeV², got ${q2}`);
  if (!(narrowest >= 0 && narrowest < Infinity)) {
    throw new RangeError(`vacuumPolarisation: narrowest must be finite and >= 0 GeV, got ${narrowest}`);
  }
  smoothPart(q2, out);
  for (const { mass, total: own, strength } of peaks()) {
    const total = own > narrowest ? own : narrowest;
    const off = q2 - mass * mass;
    const square = off * off + mass * mass * total * total;
    out[0] += (strength * q2 * off) / square;
    out[1] -= (strength * q2 * mass * total) / square;
  }
  return out;
}

/**
 * How much vacuum polarisation raises a rate through one photon of this $q^2$, $|1-\Delta\alpha(q^2)|^{-2}$.
 *
 * ```ts
 * vacuumPolarisationFactor(100); // ≈ 1.063
 * ```
 * @param q2 - $q^2$, GeV², within [0, 10⁶]
 * @param narrowest - least width of a peak, GeV
 * @throws `RangeError` for a $q^2$ outside its range
 */
export function vacuumPolarisationFactor(q2: number, narrowest = 0): number {
  const [re, im] = vacuumPolarisation(q2, scratch, narrowest);
  return 1 / ((1 - re) * (1 - re) + im * im);
}

const HIGHEST = 1e6;
const scratch = new Float64Array(2);

/** Everything but the narrow peaks. */
function smoothPart(q2: number, out: Float64Array): void {
  const { energies, real, imaginary } = hadronsAndTwoLoops();
  const m = Math.sqrt(q2);
  const k = Math.min(Math.max(firstAtOrAbove(energies, m), 1), energies.length - 1);
  const t = (m - energies[k - 1]) / (energies[k] - energies[k - 1]);
  out[0] = real[k - 1] + t * (real[k] - real[k - 1]);
  out[1] = imaginary[k - 1] + t * (imaginary[k] - imaginary[k - 1]);
  addOneLoop(q2, MASS.e, out);
  addOneLoop(q2, MASS.mu, out);
  addOneLoop(q2, MASS.tau, out);
}

interface Peak {
  readonly mass: number;
  readonly total: number;
  /** $3\Gamma_{ee}/(\alpha M)$ with the bare width, GeV⁰. */
  readonly strength: number;
}

let known: readonly Peak[] | undefined;

/** Measured electronic widths hold the rest of the vacuum polarisation, which is taken off. */
function peaks(): readonly Peak[] {
  known ??= quarkonia.map(({ mass, total, electronic }) => {
    const rest = new Float64Array(2);
    smoothPart(mass * mass, rest);
    const bare = electronic * (squareOf(1 - rest[0]) + squareOf(rest[1]));
    return { mass, total, strength: (3 * bare) / (ALPHA * mass) };
  });
  return known;
}
