import { GEV2_FB } from "@belladonna/kinematics";
import { integrateEnds, requireOptions, requirePositive, requireWithin } from "@belladonna/numerics";
import { ALPHA, MASS } from "@belladonna/models/constants";
import type { Mediator } from "@belladonna/models";
import { cube, exp, log as ln, log1p, sin, square } from "@belladonna/numerics/elementary";

/** What {@link equivalentPhotons} takes. */
export interface EquivalentPhotonOptions {
  /** Centre-of-mass energy, GeV. */
  readonly sqrtS: number;
  /**
   * Greatest virtuality of the photons, GeV²; the squared mass of what they make by default. `"kinematic"` is all that an
   * electron can lose, $s(1-x)$.
   */
  readonly maximumVirtuality?: number | "kinematic";
  /** Greatest angle $\theta$ of either electron to its beam in the centre of mass, rad, in place of a virtuality. */
  readonly maximumAngle?: number;
  /** Fine-structure constant of the electrons' vertices, dimensionless. */
  readonly alpha?: number;
}

/** Names of options of equivalent photons. */
export const equivalentPhotonOptions: readonly (keyof EquivalentPhotonOptions)[] = [
  "sqrtS",
  "maximumVirtuality",
  "maximumAngle",
  "alpha",
];

const NODES = 64;

/** Squared energy, GeV², above which nothing is computed. */
const LARGEST = 1e60;

/**
 * Spectrum of equivalent photons of an electron,
 *
 * $$f(x) = \frac{\alpha}{2\pi} \left[\frac{1 + (1-x)^2}{x} \ln\frac{Q^2_{\max}}{Q^2_{\min}}
 * - 2 m_e^2 x \left(\frac1{Q^2_{\min}} - \frac1{Q^2_{\max}}\right)\right], \quad Q^2_{\min} = \frac{m_e^2 x^2}{1 - x}.$$
 *
 * ```ts
 * photonSpectrum(0.1, 100); // ≈ 0.4891
 * ```
 * @param x - Fraction of the electron's energy, in (0, 1).
 * @param maximumVirtuality - $Q^2_{\max}$, GeV².
 * @param alpha - Fine-structure constant.
 * @returns Photons per unit of $x$; 0 where $Q^2_{\min}$ exceeds $Q^2_{\max}$, and at the ends of $x$.
 * @throws RangeError for a fraction outside [0, 1], a virtuality that is negative or above 1e60 GeV², or a coupling outside
 * [0, 1].
 * @see V. M. Budnev et al., Phys. Rep. 15 (1975) 181; S. Frixione et al., Phys. Lett. B 319 (1993) 339, eq. (26).
 */
export function photonSpectrum(x: number, maximumVirtuality: number, alpha: number = ALPHA): number {
  requireWithin("photonSpectrum: x", x, 0, 1);
  requireWithin("photonSpectrum: maximumVirtuality, GeV^2,", maximumVirtuality, 0, LARGEST);
  requireWithin("photonSpectrum: alpha", alpha, 0, 1);
  return spectrumAt(x, maximumVirtuality, alpha);
}

/** {@link photonSpectrum} of numbers that were checked. */
function spectrumAt(x: number, maximumVirtuality: number, alpha: number): number {
  const least = (MASS.e * MASS.e * x * x) / (1 - x);
  if (!(x > 0 && x < 1 && least > 0 && least < maximumVirtuality)) return 0;
  const log = (1 + (1 - x) * (1 - x)) / x;
  const rest = 2 * MASS.e * MASS.e * x * (1 / least - 1 / maximumVirtuality);
  return (alpha / (2 * Math.PI)) * (log * ln(maximumVirtuality / least) - rest);
}

/**
 * Luminosity of two equivalent photons of a squared mass $\tau s$,
 * $\mathcal L(\tau)=\int_\tau^1\frac{\mathrm{d}x}{x}\,f(x)\,f(\tau/x)$, so that
 * $\sigma=\int\mathrm{d}\tau\,\mathcal L(\tau)\,\hat\sigma(\tau s)$. An angle $\theta$ of the electrons stands for
 * $Q^2_{\max}=m_e^2x^2/(1-x)+(1-x)\,s\sin^2(\theta/2)$.
 *
 * ```ts
 * photonLuminosity(0.01, { sqrtS: 10.58 }); // ≈ 0.5805
 * ```
 * @param tau - $W^2/s$, in (0, 1).
 * @param options - Energy, greatest virtuality or angle, coupling.
 * @returns The luminosity, per unit of $\tau$.
 * @throws RangeError when both a virtuality and an angle are given, a number is out of range, or `tau` is not in [1e-100, 1].
 */
export function photonLuminosity(tau: number, options: EquivalentPhotonOptions): number {
  requireOptions("photonLuminosity", options, equivalentPhotonOptions);
  requireWithin("photonLuminosity: tau", tau, 1e-100, 1);
  requireEquivalentPhotons("photonLuminosity", options);
  return luminosityAt(tau, options);
}

/**
 * Throws unless the energy is in (0, 1e30] GeV, a virtuality in (0, 1e60] GeV², an angle in (0, π] and the coupling in [0, 1].
 * @param caller - Name of the function that was given them.
 * @param options - What was given.
 */
export function requireEquivalentPhotons(caller: string, options: EquivalentPhotonOptions): void {
  const { sqrtS, maximumVirtuality, maximumAngle, alpha = ALPHA } = options;
  requirePositive(`${caller}: sqrtS`, sqrtS, "GeV");
  requireWithin(`${caller}: sqrtS, GeV,`, sqrtS, 0, Math.sqrt(LARGEST));
  requireWithin(`${caller}: alpha`, alpha, 0, 1);
  if (maximumVirtuality !== undefined && maximumAngle !== undefined) {
    throw new RangeError(`${caller}: give either maximumVirtuality or maximumAngle`);
  }
  for (const [name, value, most] of [
    ["maximumVirtuality", maximumVirtuality, LARGEST],
    ["maximumAngle", maximumAngle, Math.PI],
  ] as const) {
    if (value !== undefined && value !== "kinematic" && !(value > 0 && value <= most)) {
      const word = name === "maximumVirtuality" ? ' or "kinematic"' : "";
      throw new RangeError(`${caller}: ${name} must be > 0 and at most ${most}${word}, got ${value}`);
    }
  }
}

/** {@link photonLuminosity} of options that were checked. */
export function luminosityAt(tau: number, options: EquivalentPhotonOptions): number {
  const { sqrtS, maximumVirtuality, maximumAngle, alpha = ALPHA } = options;
  const s = sqrtS * sqrtS;
  const sine = maximumAngle === undefined ? 0 : sin(maximumAngle / 2);
  const most = (x: number): number => {
    if (maximumVirtuality === "kinematic") return (1 - x) * s;
    if (maximumAngle === undefined) return maximumVirtuality ?? tau * s;
    return (MASS.e * MASS.e * x * x) / (1 - x) + (1 - x) * s * sine * sine;
  };
  // Greatest x, where both virtualities meet: ln x = −r or, of a fixed virtuality, 1 − x = 2r / (r + √(r² + 4r)), r = m²/Q².
  let end = 0;
  if (maximumVirtuality === "kinematic") end = log1p(MASS.e / sqrtS);
  else if (maximumAngle === undefined) {
    const r = square(MASS.e) / (maximumVirtuality ?? tau * s);
    end = -log1p(-(2 * r) / (r + Math.sqrt(r * r + 4 * r)));
  }
  const width = -ln(tau) - end;
  if (!(width > end)) return 0;
  const f = (u: number): number => {
    const x = exp(-u);
    const y = tau / x;
    return spectrumAt(x, most(x), alpha) * spectrumAt(y, most(y), alpha);
  };
  return integrateEnds(f, end, width, NODES);
}

/**
 * $e^+e^- \to e^+e^- a$ by photon fusion with untagged electrons, in the equivalent-photon approximation:
 *
 * $$\sigma = \frac{8\pi^2\,\Gamma_{\gamma\gamma}}{m s} \int_{m^2/s}^1 \frac{\mathrm{d}x}{x}\,f(x)\,f\!\left(\frac{m^2}{sx}\right),
 * \quad \Gamma_{\gamma\gamma} = \frac{g^2 m^3}{64\pi}.$$
 *
 * Against the full amplitude ({@link photonFusion}) at 10.58 GeV it is 0.78 of it at
 * 0.3 GeV, 0.87 at 1 GeV, 1.02 at 4 GeV and 1.20 at 8 GeV: use it for estimates, the amplitude for results. With all
 * virtualities that kinematics allow (`"kinematic"`) it is 1.53 of it at 0.2 GeV, 1.20 at 3 GeV and 1.03 at 9 GeV.
 *
 * ```ts
 * equivalentPhotons(alp({ mass: 1, gPhoton: 1e-3 }), { sqrtS: 10.58 }); // ≈ 917.8
 * ```
 * @param mediator - A pseudoscalar with `couplings.photon`.
 * @param options - Energy, virtuality, coupling.
 * @returns The cross section, fb; 0 above threshold.
 * @throws RangeError for another mediator or a bad energy.
 */
export function equivalentPhotons(mediator: Mediator, options: EquivalentPhotonOptions): number {
  requireOptions("equivalentPhotons", options, equivalentPhotonOptions);
  const { sqrtS } = options;
  requireEquivalentPhotons("equivalentPhotons", options);
  const [m, g] = pseudoscalar("equivalentPhotons", mediator);
  if (m >= sqrtS) return 0;
  const width = (g * g * cube(m)) / (64 * Math.PI);
  const strength = (GEV2_FB * 8 * square(Math.PI) * width) / (m * sqrtS * sqrtS);
  return strength * luminosityAt((m * m) / (sqrtS * sqrtS), options);
}

/**
 * Low's leading-logarithm form of the same,
 *
 * $$\sigma = \frac{16\alpha^2\,\Gamma_{\gamma\gamma}}{m^3} \ln^2\frac{E}{m_e}
 * \left[(2 + x^2)^2 \ln\frac1x - (1 - x^2)(3 + x^2)\right], \quad x = \frac{m}{\sqrt s}, \ E = \frac{\sqrt s}2.$$
 *
 * ```ts
 * lowCrossSection(alp({ mass: 1, gPhoton: 1e-3 }), { sqrtS: 10.58 }); // ≈ 922.1
 * ```
 * @param mediator - A pseudoscalar with `couplings.photon`.
 * @param options - Energy and coupling.
 * @returns The cross section, fb; 0 above threshold.
 * @throws RangeError for another mediator or a bad energy.
 * @see F. E. Low, Phys. Rev. 120 (1960) 582.
 */
export function lowCrossSection(mediator: Mediator, options: EquivalentPhotonOptions): number {
  requireOptions("lowCrossSection", options, equivalentPhotonOptions);
  const { sqrtS, alpha = ALPHA } = options;
  requireEquivalentPhotons("lowCrossSection", options);
  const [m, g] = pseudoscalar("lowCrossSection", mediator);
  if (m >= sqrtS) return 0;
  const x2 = square(m / sqrtS);
  const log = ln(sqrtS / (2 * MASS.e));
  const bracket = ((2 + x2) * (2 + x2) * -ln(x2)) / 2 - (1 - x2) * (3 + x2);
  // Γ / m³ = g² / 64π.
  return (GEV2_FB * alpha * alpha * g * g * log * log * bracket) / (4 * Math.PI);
}

function pseudoscalar(caller: string, { name, kind, mass, couplings }: Mediator): [number, number] {
  const g = couplings.photon ?? 0;
  if (kind !== "pseudoscalar" || g === 0) {
    throw new RangeError(`${caller}: ${name} must be a pseudoscalar coupled to photons`);
  }
  return [mass, g];
}
