import { GEV2_FB } from "@belladonna/kinematics";
import { integrate } from "@belladonna/numerics";
import { atan, square, tan } from "@belladonna/numerics/elementary";
import type { InelasticDarkMatter } from "@belladonna/models";
import { mediator } from "@belladonna/models";
import { vectorToDarkMatter } from "@belladonna/models/widths";
import { photonDressing } from "../amplitude/photon-dressing.js";
import { particleLimits } from "../phase-space/cuts.js";
import type { Cuts } from "../phase-space/cuts.js";
import { gammaX, onlyPhotonCuts } from "./gamma-x.js";

/** What the cross sections depend on beside the particles. */
export interface SectionOptions {
  /** Fine-structure constant. */
  readonly alpha: number;
  /** Whether the photon that mixes with the dark photon has vacuum polarisation. */
  readonly vacuumPolarisation: boolean;
  /** Electron mass, GeV. */
  readonly electronMass: number;
}

/** Width of a dark photon of mass $q$ to the pair, GeV. */
function widthAt({ parameters: { mass, splitting, alphaD } }: InelasticDarkMatter, q: number): number {
  return vectorToDarkMatter(q, { kind: "inelastic", mass, splitting, alphaD });
}

/** $1/[(q^2-m^2)^2+m^2\Gamma^2]$ of the dark photon, GeV⁻⁴. */
function propagator({ darkPhoton }: InelasticDarkMatter, q: number): number {
  const m = darkPhoton.mass;
  return 1 / (square((q - m) * (q + m)) + square(m * darkPhoton.width()));
}

/**
 * Cross section of $e^+e^-\to\chi_1\chi_2$ for massless electrons, fb.
 * @param model - The particles.
 * @param sqrtS - Centre-of-mass energy, GeV.
 * @param options - Vacuum polarisation.
 */
export function pairSection(model: InelasticDarkMatter, sqrtS: number, { vacuumPolarisation }: SectionOptions): number {
  const g = model.darkPhoton.couplings.vector?.e ?? 0;
  const dressed = vacuumPolarisation ? photonDressing(sqrtS * sqrtS) : 1;
  // 4π α ε² is the squared coupling, and Γ₁₂ = α_D q/3 (1 + S/2) √(1 − S) (1 − D)^(3/2).
  return GEV2_FB * dressed * g * g * sqrtS * widthAt(model, sqrtS) * propagator(model, sqrtS);
}

/**
 * Cross section of $e^+e^-\to\chi_1\chi_2\gamma$, fb: that of $\gamma A'$ over the mass of the $A'$.
 * @param model - The particles.
 * @param sqrtS - Centre-of-mass energy, GeV.
 * @param cuts - Cuts on the photon.
 * @param options - Coupling, vacuum polarisation, electron mass.
 * @returns Undefined for cuts on other things, or none on the energy of the photon.
 */
export function pairWithPhotonSection(
  model: InelasticDarkMatter,
  sqrtS: number,
  cuts: Cuts,
  { alpha, vacuumPolarisation, electronMass }: SectionOptions,
): number | undefined {
  const limits = particleLimits(cuts, { pdgId: 22, mass: 0 });
  const least = Math.max(limits.energy, limits.momentum);
  if (!onlyPhotonCuts(cuts) || !(least > 0) || limits.minCosTheta > 0) return undefined;
  const { parameters, darkPhoton, chi2 } = model;
  const e = darkPhoton.couplings.vector?.e ?? 0;
  const m = darkPhoton.mass;
  const w = m * darkPhoton.width();
  const low = square(parameters.mass + chi2.mass);
  const high = sqrtS * (sqrtS - 2 * least);
  if (!(high > low)) return 0;
  const angle = { only: { 22: { cosTheta: limits.cosTheta } } };
  const beside = (q: number): number => {
    const vector = mediator({ name: "A'", kind: "vector", mass: q, couplings: { vector: { e } }, channels: () => [] });
    const dressed = vacuumPolarisation ? photonDressing(q * q) : 1;
    return dressed * (gammaX(vector, { alpha, electronMass }).closedForm?.(sqrtS, angle) ?? NaN);
  };
  // q² = m² + w tan y takes the propagator: dq² / [(q² − m²)² + w²] = dy / w.
  const at = (s: number): number => atan((s - m * m) / w);
  const f = (y: number): number => {
    const q = Math.sqrt(m * m + w * tan(y));
    return (beside(q) * q * widthAt(model, q)) / (Math.PI * w);
  };
  return integrate(f, at(low), at(high), { relative: 1e-8 });
}
