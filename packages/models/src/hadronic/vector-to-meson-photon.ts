import { cube, pow, square } from "@belladonna/numerics/elementary";
import { E_CHARGE } from "../constants.js";
import { MASS } from "../masses.js";
import type { LightCurrents } from "./light-currents.js";
import { AmplitudeSum, rootWidth } from "./resonances.js";

/** One resonance of a fit: current, mass and width (GeV), amplitude (GeV⁻¹), phase (degrees). */
type Resonance = readonly [current: keyof LightCurrents, mass: number, width: number, amplitude: number, phase: number];

/** Fit of $e^+e^-\to\pi^0\gamma$, SND, arXiv:1601.08061. */
const pion: readonly Resonance[] = [
  ["rho", 0.77526, 0.1491, 0.0426, -12.7],
  ["omega", 0.78284, 0.00868, 0.0434, 0],
  ["phi", 1.01952, 0.00421, 0.00303, 158],
  ["omega", 1.45, 0.4, 0.00523, 180],
];

/** Fit of $e^+e^-\to\eta\gamma$, SND, hep-ex/0605109. */
const eta: readonly Resonance[] = [
  ["rho", 0.77526, 0.1491, 0.0861, 0],
  ["omega", 0.78284, 0.00868, 0.00824, 11.3],
  ["phi", 1.01952, 0.00421, 0.0158, 170],
  ["rho", 1.465, 0.4, 0.0147, 61],
];

const PION = 0.13957061;

/** Width of the $\rho$ at $s$, $\Gamma\frac{M^2}{s}\bigl(\frac{s-4m_\pi^2}{M^2-4m_\pi^2}\bigr)^{3/2}$. */
const rhoWidth = (s: number, M: number, width: number): number =>
  s <= 4 * square(PION) ? 0 : ((width * M * M) / s) * pow((s - 4 * square(PION)) / (M * M - 4 * square(PION)), 1.5);

/** Amplitude of a fit at $s$, GeV⁻¹. */
function fitted(s: number, fit: readonly Resonance[], currents: LightCurrents): AmplitudeSum {
  const sum = new AmplitudeSum();
  for (const [i, [current, M, gamma, amplitude, phase]] of fit.entries()) {
    if (currents[current] === 0) continue;
    const at = i === 0 ? rhoWidth(s, M, gamma) : gamma;
    sum.add(currents[current] * amplitude, rootWidth(s, M, at), (phase * Math.PI) / 180);
  }
  return sum;
}

/** Where the data of the fit of $\pi^0\gamma$ begin, GeV². */
const FIRST = /* @__PURE__ */ square(0.6);

/**
 * Amplitude of $\pi^0\gamma$ at $s=0$ by the anomaly, GeV⁻¹: $F=g/e$ with $\Gamma(\pi^0\to\gamma\gamma)=g^2m^3/64\pi=7.72$ eV,
 * PDG 2024 (recalled). The isovector and the isoscalar current of $u$ and $d$ give half of it each, strange quarks none.
 */
const ANOMALY = Math.sqrt((64 * Math.PI * 7.72e-9) / (MASS.pi0 * MASS.pi0 * MASS.pi0)) / E_CHARGE;

/** Adds to an amplitude at $s$ what takes it to the anomaly at $s=0$, and nothing where there are data; flat at both ends. */
function anchored(sum: AmplitudeSum, s: number, currents: LightCurrents): AmplitudeSum {
  if (s >= FIRST) return sum;
  const weight = square(1 - square(s / FIRST));
  const { re, im } = fitted(0, pion, currents);
  return sum.add(weight, [(ANOMALY * (currents.rho + currents.omega)) / 2 - re, -im]);
}

function width(m: number, meson: number, sum: AmplitudeSum): number {
  const p = ((m - meson) * (m + meson)) / (2 * m);
  return (cube(p) * sum.square) / (12 * Math.PI);
}

/**
 * Width of a vector to a neutral pseudoscalar and a photon, $\Gamma=\frac{p^3}{12\pi}|F(m^2)|^2$, with the form factor
 * measured in $e^+e^-$, each resonance scaled by the current it couples to.
 *
 * Below the $\rho$ the $\rho$ and the $\omega$ make half of the amplitude of a photon each: a vector without a $\rho$
 * decays at a quarter of what the $\omega$ alone, normalised to the photon, would give.
 *
 * Below 0.6 GeV, where the data of $\pi^0\gamma$ end, its amplitude goes over into that of the anomaly at $q^2=0$, which the
 * fit misses by 7 % for a photon and 5 % for an isoscalar vector.
 *
 * @param m - mass, GeV
 * @param meson - which pseudoscalar
 * @param currents - strengths of the light currents
 * @returns width, GeV; 0 below threshold
 * @see Foguel, Reimitz, Zukanovich Funchal, arXiv:2201.01788; fits: SND, arXiv:1601.08061, hep-ex/0605109
 */
export function vectorToMesonPhoton(m: number, meson: "pi0" | "eta", currents: LightCurrents): number {
  if (m <= MASS[meson]) return 0;
  const s = m * m;
  const sum = meson === "pi0" ? anchored(fitted(s, pion, currents), s, currents) : fitted(s, eta, currents);
  return width(m, MASS[meson], sum);
}
