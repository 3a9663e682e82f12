import { requireOptions, requirePositive } from "@belladonna/numerics";
import type { FourVectors } from "@belladonna/kinematics";
import { ALPHA } from "@belladonna/models/constants";
import { cube } from "@belladonna/numerics/elementary";
import { threePhotonSampler } from "./three-photon-sampler.js";
import type { Process } from "./process.js";

/** Options of the QED processes. */
export interface QedOptions {
  /** Fine-structure constant at the vertices, dimensionless; default its value at zero momentum. */
  readonly alpha?: number;
}

const OPTIONS: readonly (keyof QedOptions)[] = ["alpha"];

const photon = { pdgId: 22, mass: 0 };

/**
 * $e^- e^+ \to \gamma\gamma\gamma$ at tree level, for massless electrons:
 *
 * $$\overline{|M|^2} = e^6 s \frac{\sum_i x_i y_i (x_i^2 + y_i^2)}{\prod_i x_i y_i}, \quad
 * x_i = p_- \cdot k_i, \ y_i = p_+ \cdot k_i.$$
 *
 * Terms of relative order $m_e^2 / (E^2 \sin^2\theta)$ are left out, so every photon needs a least energy and a
 * greatest $|\cos\theta^*|$; generator cuts must give both.
 * @param options - Coupling.
 * @returns The process; its `sampler` throws RangeError for cuts without `energy` > 0 or `cosTheta` < 1.
 * @see F. A. Berends, R. Kleiss, Nucl. Phys. B 186 (1981) 22.
 * @example
 * ```ts
 * threePhotons().symmetryFactor; // ≈ 0.16666667
 * ```
 */
export function threePhotons(options: QedOptions = {}): Process {
  requireOptions("threePhotons", options, OPTIONS);
  requirePositive("threePhotons: alpha", options.alpha ?? ALPHA);
  const e6 = cube(4 * Math.PI * (options.alpha ?? ALPHA));
  return {
    name: "e- e+ > gamma gamma gamma",
    incoming: [
      { pdgId: 11, mass: 0 },
      { pdgId: -11, mass: 0 },
    ],
    outgoing: [photon, photon, photon],
    symmetryFactor: 1 / 6,
    squaredAmplitude(momenta, out, count) {
      const [electron, positron, a, b, c] = momenta;
      for (let i = 0; i < count; i++) {
        const s = 2 * dot(electron, positron, i);
        const xa = dot(electron, a, i);
        const xb = dot(electron, b, i);
        const xc = dot(electron, c, i);
        const ya = dot(positron, a, i);
        const yb = dot(positron, b, i);
        const yc = dot(positron, c, i);
        const za = xa * ya;
        const zb = xb * yb;
        const zc = xc * yc;
        const sum = za * (xa * xa + ya * ya) + zb * (xb * xb + yb * yb) + zc * (xc * xc + yc * yc);
        out[i] = (e6 * s * sum) / (za * zb * zc);
      }
    },
    sampler: threePhotonSampler,
  };
}

function dot(p: FourVectors, q: FourVectors, i: number): number {
  return p.e[i] * q.e[i] - p.px[i] * q.px[i] - p.py[i] * q.py[i] - p.pz[i] * q.pz[i];
}
