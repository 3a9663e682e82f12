import { cube, square as squareOf } from "@belladonna/numerics/elementary";
import { MASS } from "../masses.js";
import { integrateEnds } from "@belladonna/numerics";
import type { LightCurrents } from "./light-currents.js";
import { AmplitudeSum, fixedWidth, rootWidth } from "./resonances.js";

/** Excitations of a fit: mass, width (GeV), amplitude, phase (rad). */
type Excitation = readonly [mass: number, width: number, amplitude: number, phase: number];

const eta = {
  omega: [
    [1.43, 0.215, 0.0862, 0],
    [1.67, 0.113, 0.0648, Math.PI],
  ],
  phi: [
    [1.67, 0.122, 0.175, 0],
    [2.14, 0.0435, 0.00409, 2.19],
  ],
} as const satisfies Record<string, readonly Excitation[]>;

const twoPions = {
  omega: [[1.6608543573197, 0.3982595005228, 2.728870588760009, 0]],
  phi: [
    [1.680206376111421, 0.22649014716417465, 1.4440212871376037, 2.62513009401222],
    [2.162094475680359, 0.20905046718427628, 0.6856322620088697, 0],
  ],
} as const satisfies Record<string, readonly Excitation[]>;

/** $K^*K\pi$ by a $\phi'$: pion, kaon, weight, excitation. */
const kaons: readonly (readonly [pion: "pi+" | "pi0", kaon: "K+" | "K0", weight: number, fit: Excitation])[] = [
  ["pi+", "K+", 2 / 9, [1.65, 0.10306362864702914, 4.5159727286986975, Math.PI]],
  ["pi+", "K+", 1 / 18, [1.7, 0.3, 2.488597350435909, 1.0180585878258477]],
  ["pi+", "K0", 1 / 18, [1.7, 0.3, 2.488597350435909, 1.0180585878258477]],
  ["pi0", "K+", 1 / 18, [1.7, 0.3, 2.488597350435909, 1.0180585878258477]],
];

const KSTAR = 0.89166;

function square(excitations: readonly Excitation[], line: (M: number, width: number) => readonly [number, number]) {
  const sum = new AmplitudeSum();
  for (const [M, width, a, phase] of excitations) sum.add(a, line(M, width), phase);
  return sum.square;
}

/**
 * Width of a vector to $\eta\omega$ or $\eta\phi$ by the excitations of $\omega$ and $\phi$, $\Gamma=\frac{p^3}{12\pi}|F|^2$.
 *
 * @param m - mass, GeV
 * @param meson - the vector meson
 * @param currents - strengths of the light currents
 * @returns width, GeV; 0 below threshold
 * @see Plehn, Reimitz, Richardson, arXiv:1911.11147
 */
export function vectorToEta(m: number, meson: "omega" | "phi", currents: LightCurrents): number {
  const [a, b] = [MASS.eta, MASS[meson]];
  if (m <= a + b) return 0;
  const p = Math.sqrt((m - a - b) * (m + a + b) * (m - a + b) * (m + a - b)) / (2 * m);
  return (squareOf(currents[meson]) * cube(p) * square(eta[meson], (M, w) => fixedWidth(m * m, M, w))) / (12 * Math.PI);
}

/** $\int dq^2\,\frac{p_{12}\,p_V}{q}\bigl(1+\frac{p_V^2}{3M_V^2}\bigr)$ of a vector meson beside two pseudoscalars. */
function phaseSpace(m: number, mV: number, m1: number, m2: number): number {
  if (m <= mV + m1 + m2) return 0;
  const at = (q2: number): number => {
    const q = Math.sqrt(q2);
    const p = Math.sqrt(Math.max(0, (q2 - squareOf(m1 + m2)) * (q2 - squareOf(m1 - m2)))) / (2 * q);
    const k = Math.sqrt(Math.max(0, (squareOf(m - mV) - q2) * (squareOf(m + mV) - q2))) / (2 * m);
    return ((p * k) / q) * (1 + squareOf(k / mV) / 3);
  };
  return integrateEnds(at, squareOf(m1 + m2), squareOf(m - mV), 24);
}

/**
 * Width of a vector to $\omega$ or $\phi$ and two pions of either charge in an s wave,
 * $$\Gamma=\frac{|F|^2}{64\pi^3m^2}\int dq^2\,\frac{p_{\pi\pi}\,p_V}{q}\Bigl(1+\frac{p_V^2}{3M_V^2}\Bigr).$$
 *
 * @param m - mass, GeV
 * @param meson - the vector meson
 * @param currents - strengths of the light currents
 * @returns width, GeV; 0 below threshold
 * @see Plehn, Reimitz, Richardson, arXiv:1911.11147
 */
export function vectorToMesonPions(m: number, meson: "omega" | "phi", currents: LightCurrents): number {
  const mV = MASS[meson];
  const phase = phaseSpace(m, mV, MASS["pi+"], MASS["pi+"]) + phaseSpace(m, mV, MASS.pi0, MASS.pi0) / 2;
  const form = square(twoPions[meson], (M, w) => rootWidth(m * m, M, w));
  return (squareOf(currents[meson]) * form * phase) / (64 * cube(Math.PI) * m * m);
}

/**
 * Width of a vector to $K^*\bar K\pi$ by the $\phi'$, as {@link vectorToMesonPions}; the isovector part is among the
 * other hadrons of the $\rho$.
 *
 * @param m - mass, GeV
 * @param currents - strengths of the light currents
 * @returns width, GeV; 0 below threshold
 * @see Foguel, Reimitz, Zukanovich Funchal, arXiv:2201.01788
 */
export function vectorToKaonsPions(m: number, currents: LightCurrents): number {
  let sum = 0;
  for (const [pion, kaon, weight, fit] of kaons) {
    const form = square([fit], (M, w) => fixedWidth(m * m, M, w));
    sum += weight * form * phaseSpace(m, KSTAR, MASS[kaon], MASS[pion]);
  }
  return (squareOf(currents.phi) * sum) / (64 * cube(Math.PI) * m * m);
}
