import { requireOptions, requirePositive } from "@belladonna/numerics";
import { GEV2_FB } from "@belladonna/kinematics";
import type { FourVectors } from "@belladonna/kinematics";
import { log } from "@belladonna/numerics/elementary";
import { compile } from "../amplitude/compile.js";
import { qed, withMediator } from "../amplitude/fields.js";
import type { HelicityAmplitudes } from "../amplitude/helicity-amplitudes.js";
import { helicityAmplitudes } from "../amplitude/helicity-amplitudes.js";
import { ALPHA } from "@belladonna/models/constants";
import { MASS } from "@belladonna/models/constants";
import type { Mediator } from "@belladonna/models";
import { particleLimits } from "../phase-space/cuts.js";
import type { Cuts } from "../phase-space/cuts.js";
import { twoBodySampler } from "../phase-space/two-body-sampler.js";
import type { Process } from "./process.js";
import type { QedOptions } from "./three-photons.js";
import { photonDressing } from "../amplitude/photon-dressing.js";
import { mediatorId } from "@belladonna/models";

/** Options of {@link gammaX}. */
export interface GammaXOptions extends QedOptions {
  /** Electron mass, GeV; default its PDG value. */
  readonly electronMass?: number;
  /** Vacuum polarisation in the photon that makes a pseudoscalar; true when absent. A vector has no such photon. */
  readonly vacuumPolarisation?: boolean;
}

const OPTIONS: readonly (keyof GammaXOptions)[] = ["electronMass", "vacuumPolarisation", "alpha"];

/**
 * $e^- e^+ \to \gamma X$ for a vector that couples to electrons, or a pseudoscalar that couples to photons.
 *
 * Vector of mass $M$ with $g_e$, electrons of mass $m$, $t' = t - m^2$, $u' = u - m^2$:
 *
 * $$\overline{|M|^2} = 2 e^2 g_e^2 \left[\frac{t'}{u'} + \frac{u'}{t'} + \frac{2(M^4 - 4m^4)}{t'u'}
 * - 2(M^2 + 2m^2)\left(\frac1{t'} + \frac1{u'}\right)
 * - 2m^2(M^2 + 2m^2)\left(\frac1{t'^2} + \frac1{u'^2}\right)\right].$$
 *
 * Pseudoscalar with $\mathcal L = -\frac g4 a F\tilde F$, photon momentum $k = (s - M^2) / (2\sqrt s)$ and
 * $\beta^2 = 1 - 4m^2/s$, photon exchange in the $s$ channel:
 *
 * $$\overline{|M|^2} = e^2 g^2 k^2 \left(1 - \tfrac12 \beta^2 \sin^2\theta\right).$$
 *
 * times $|1-\Delta\alpha(s)|^{-2}$ of that photon. Both are exact in the electron mass at tree level, and so are the closed-form cross sections
 * (any cut on the photon's angle and energy). The recoiling $X$ has zero width.
 *
 * With initial-state radiation the photon of a vector is by definition the hardest ({@link Process.hardestPhoton}):
 * events in which the radiation takes more belong to the radiation of that photon, and would be counted twice where
 * $s' \to M^2$ and this photon is soft. Without cuts the cross section is then that of the resonance with all radiation of the
 * beams: 0.995 of it at 9.5 GeV, 0.97 at 3 GeV, 0.94 at 1 GeV, 0.88 at 0.1 GeV, where two hard photons share the energy.
 * A photon that is softer than one along the beam is not counted.
 *
 * ```ts
 * gammaX(alp({ mass: 1, gPhoton: 1e-3 })).outgoing.length; // 2
 * ```
 * @param mediator - A vector with `couplings.vector.e`, or a pseudoscalar with `couplings.photon`.
 * @param options - Coupling and electron mass.
 * @returns The process; final particles are the photon, then $X$.
 * @throws RangeError when the mediator has neither coupling.
 * @see R. Essig, P. Schuster, N. Toro, Phys. Rev. D 80 (2009) 015003, eq. (8), for massless electrons;
 * M. J. Dolan et al., JHEP 12 (2017) 094, eq. (2.5).
 */
export function gammaX(mediator: Mediator, options: GammaXOptions = {}): Process {
  requireOptions("gammaX", options, OPTIONS);
  const { alpha = ALPHA, electronMass = MASS.e, vacuumPolarisation = true } = options;
  requirePositive("gammaX: alpha", alpha);
  requirePositive("gammaX: electronMass", electronMass, "GeV");
  const { mass, kind, couplings } = mediator;
  const vector = couplings.vector?.e ?? 0;
  const photon = couplings.photon ?? 0;
  const isVector = kind === "vector";
  if (isVector ? vector === 0 : kind !== "pseudoscalar" || photon === 0) {
    throw new RangeError(
      `gammaX: ${mediator.name} must be a vector coupled to electrons or a pseudoscalar coupled to photons`,
    );
  }
  const e2 = 4 * Math.PI * alpha;
  const m2 = electronMass * electronMass;
  const M2 = mass * mass;
  // Spins matter for a vector; by recursion.
  const spins = (): HelicityAmplitudes => {
    const bare: Mediator = { ...mediator, couplings: { vector: { e: vector } }, width: () => 0 };
    const model = withMediator(qed({ alpha, masses: { e: electronMass } }), bare);
    return helicityAmplitudes(compile(model, [11, -11], [22, mediatorId(mediator)], ["e"]));
  };
  const dressed = (s: number): number => (vacuumPolarisation ? photonDressing(s) : 1);
  const scale = isVector ? 2 * e2 * vector * vector : e2 * photon * photon;
  return {
    name: `e- e+ > gamma ${mediator.name}`,
    incoming: [
      { pdgId: 11, mass: electronMass },
      { pdgId: -11, mass: electronMass },
    ],
    outgoing: [
      { pdgId: 22, mass: 0 },
      { pdgId: mediatorId(mediator), mass, mediator },
    ],
    symmetryFactor: 1,
    ...(isVector ? { helicityAmplitudes: spins, hardestPhoton: 0 } : {}),
    squaredAmplitude(momenta, out, count) {
      const [electron, positron, k] = momenta;
      for (let i = 0; i < count; i++) {
        const t = -2 * dot(electron, k, i);
        const u = -2 * dot(positron, k, i);
        if (isVector) {
          const poles = 1 / t + 1 / u;
          const bracket =
            t / u +
            u / t +
            (2 * (M2 * M2 - 4 * m2 * m2)) / (t * u) -
            2 * (M2 + 2 * m2) * poles -
            2 * m2 * (M2 + 2 * m2) * (1 / (t * t) + 1 / (u * u));
          out[i] = scale * bracket;
        } else {
          // s − M² = −(t' + u'), β cos θ = (u' − t') / (t' + u').
          const gap = -(t + u);
          const s = gap + M2;
          const x = (u - t) / gap;
          const beta2 = 1 - (4 * m2) / s;
          out[i] = ((dressed(s) * scale * gap * gap) / (4 * s)) * (1 - 0.5 * (beta2 - x * x));
        }
      }
    },
    sampler: (cuts) => twoBodySampler([0, mass], particleLimits(cuts, { pdgId: 22, mass: 0 }).cosTheta, electronMass),
    closedForm(sqrtS, cuts) {
      if (!onlyPhotonCuts(cuts)) return undefined;
      const s = sqrtS * sqrtS;
      const k = (s - M2) / (2 * sqrtS);
      const { energy, momentum, cosTheta: c, minCosTheta } = particleLimits(cuts, { pdgId: 22, mass: 0 });
      if (minCosTheta > 0) return undefined;
      if (k < energy || k < momentum) return 0;
      const beta2 = 1 - (4 * m2) / s;
      const beta = Math.sqrt(beta2);
      let integral: number;
      if (isVector) {
        const x = beta * c;
        const rest = (4 * m2 * c * c) / s + (1 - c) * (1 + c);
        const artanh = 0.5 * log(((1 + x) * (1 + x)) / rest);
        // Integrals over cos θ of 1 / D and 1 / D², D = 1 − β² cos²θ; t', u' = −A (1 ∓ β cos θ).
        const first = (2 * artanh) / beta;
        const second = (x / rest + artanh) / beta;
        const A = (s - M2) / 2;
        integral =
          4 * first -
          4 * c +
          ((2 * (M2 * M2 - 4 * m2 * m2)) / (A * A)) * first +
          ((4 * (M2 + 2 * m2)) / A) * first -
          ((2 * m2 * (M2 + 2 * m2)) / (A * A)) * (4 * second - 2 * first);
      } else {
        integral = dressed(s) * k * k * (2 * c * (1 - beta2 / 2) + (beta2 * c * c * c) / 3);
      }
      return (GEV2_FB * scale * integral * k) / (16 * Math.PI * s * sqrtS * beta);
    },
  };
}

/** Whether the cuts act on the photon alone, so that the closed form holds. */
export function onlyPhotonCuts({ only, pairs, pairMass, openingAngle }: Cuts): boolean {
  const others = Object.keys(only ?? {}).some((id) => id !== "22");
  return !others && (pairs ?? []).length === 0 && (pairMass ?? 0) === 0 && (openingAngle ?? 0) === 0;
}

function dot(p: FourVectors, q: FourVectors, i: number): number {
  return p.e[i] * q.e[i] - p.px[i] * q.px[i] - p.py[i] * q.py[i] - p.pz[i] * q.pz[i];
}
