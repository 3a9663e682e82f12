import { cube, square as squareOf } from "@belladonna/numerics/elementary";
import { ALPHA } from "../constants.js";
import { openCharmR } from "../tables/r-ratio.js";
import { MASS } from "../masses.js";
import { alphaS } from "./alpha-s.js";

/** A quark the mediator may couple to. */
export type Quark = "u" | "d" | "s" | "c" | "b";

/** Couplings of all quarks, absolute $g\,x_q$ or charges $x_q$. */
export type QuarkCouplings = Readonly<Record<Quark, number>>;

const order: readonly Quark[] = ["u", "d", "s", "c", "b"];

/** Thresholds of open charm ($2m_{D^0}$) and open bottom ($2m_{B^+}$), GeV. */
const openThreshold = { c: 2 * MASS.D0, b: 2 * MASS["B+"] };

const electric: QuarkCouplings = { u: 2 / 3, d: -1 / 3, s: -1 / 3, c: 2 / 3, b: -1 / 3 };

/**
 * The hadronic ratio of perturbative QCD, by quark: $R_q = 3x_q^2\,(1+\sum_{n=1}^4 c_n(\alpha_s/\pi)^n)$ with
 * $$c_1=1,\quad c_2=1.9857-0.1152n_f,\quad c_3=-6.63694-1.20013n_f-0.00518n_f^2-1.240\,\eta,$$
 * $$c_4=-156.61+18.775n_f-0.7974n_f^2+0.0215n_f^3-(17.828-0.575n_f)\eta,\quad
 * \eta=\frac{(\sum x_q)^2}{3\sum x_q^2}.$$
 * Charm opens at $2m_D=3.73$ GeV and bottom at $2m_B=10.56$ GeV, not at twice the quark mass, where no hadron exists.
 *
 * @param m - mass or $\sqrt s$, GeV, above 1
 * @param x - couplings of the quarks
 * @param charm - mass from which charm is open, GeV
 * @param bottom - mass from which bottom is open, GeV
 * @returns $R_q$ by quark, 0 for closed ones; $\Gamma_q = m R_q/(12\pi)$
 * @see PDG 2024, review of Quantum Chromodynamics, eq. (9.7)
 */
export function perturbativeR(
  m: number,
  x: QuarkCouplings,
  charm: number = openThreshold.c,
  bottom: number = openThreshold.b,
): Record<Quark, number> {
  const nf = m < charm ? 3 : m < bottom ? 4 : 5;
  const open = order.slice(0, nf);
  let sum = 0;
  let squares = 0;
  for (const q of open) {
    sum += x[q];
    squares += squareOf(x[q]);
  }
  const eta = squares === 0 ? 0 : squareOf(sum) / (3 * squares);
  const a = alphaS(m) / Math.PI;
  const c2 = 1.9857 - 0.1152 * nf;
  const c3 = -6.63694 - 1.20013 * nf - 0.00518 * squareOf(nf) - 1.24 * eta;
  const c4 = -156.61 + 18.775 * nf - 0.7974 * squareOf(nf) + 0.0215 * cube(nf) - (17.828 - 0.575 * nf) * eta;
  const qcd = 1 + a * (1 + a * (c2 + a * (c3 + a * c4)));
  const of = (q: Quark): number => (open.includes(q) ? 3 * squareOf(x[q]) * qcd : 0);
  return { u: of("u"), d: of("d"), s: of("s"), c: of("c"), b: of("b") };
}

/**
 * The charm part of the measured ratio between open charm and the upper end of its resonances, for any charm coupling:
 * $R_c = (x_c/Q_c)^2\,[R_{\rm data}-R_{uds}^{\rm pQCD}]$. For a photon the sum over quarks is then the data.
 *
 * @param m - mass, GeV, within 3.73 and 4.8
 * @param xc - coupling of the charm quark
 * @returns $R_c\ge0$
 */
export function openCharmRatio(m: number, xc: number): number {
  const { u, d, s } = perturbativeR(m, electric, Infinity, Infinity);
  return Math.max(0, openCharmR(m) - u - d - s) * squareOf(xc / electric.c);
}

/** Quarkonia: mass, total width, electronic width (GeV) and hadronic fraction, PDG 2024; $\Upsilon(nS)$ in order. */
export const quarkonia = [
  { quark: "c", mass: 3.0969, total: 92.6e-6, electronic: 5.53e-6, hadronic: 0.877 },
  { quark: "c", mass: 3.6861, total: 293e-6, electronic: 2.33e-6, hadronic: 0.9785 },
  { quark: "b", mass: 9.4604, total: 54.02e-6, electronic: 1.34e-6, hadronic: 0.926 },
  { quark: "b", mass: 10.0234, total: 31.98e-6, electronic: 0.612e-6, hadronic: 0.941 },
  { quark: "b", mass: 10.3551, total: 20.32e-6, electronic: 0.443e-6, hadronic: 0.934 },
  { quark: "b", mass: 10.5794, total: 20.5e-3, electronic: 0.272e-6, hadronic: 1 },
] as const;

/**
 * Contribution of $J/\psi$, $\psi(2S)$ (quark `c`) or $\Upsilon(1S\ldots4S)$ (quark `b`) to the hadronic ratio,
 * $$R=\Bigl(\frac{x_q}{Q_q}\Bigr)^2\sum_V\frac{9\,m^2\,\Gamma_{ee}\Gamma_{\rm had}}{\alpha^2[(m^2-M_V^2)^2+M_V^2\Gamma_V^2]} .$$
 *
 * @param m - mass, GeV
 * @param quark - which quarkonia
 * @param x - coupling of that quark
 * @returns dimensionless, > 0
 */
export function quarkoniumR(m: number, quark: "c" | "b", x: number): number {
  let sum = 0;
  for (const v of quarkonia) {
    if (v.quark !== quark) continue;
    const off = (m - v.mass) * (m + v.mass);
    const square = off * off + squareOf(v.mass * v.total);
    sum += (9 * m * m * v.electronic * v.total * v.hadronic) / (ALPHA * ALPHA * square);
  }
  return sum * squareOf(x / electric[quark]);
}
