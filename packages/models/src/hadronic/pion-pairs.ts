import { cube, integerPower, pow, square } from "@belladonna/numerics/elementary";
import type { Table } from "../tables/table.js";
import { vectorMesonTables } from "../tables/vector-meson.js";

/** Where the expansion at $q^2=0$ takes over from the table, GeV: above, data are 2 to 5 % below it, below 6 to 8 %. */
const JOIN = 0.5;

/**
 * $\langle r^2\rangle/6$ of the pion, GeV⁻², and the curvature of its form factor, GeV⁻⁴: 0.429 fm² and 3.9 GeV⁻⁴ of the
 * dispersive analysis of Colangelo, Hoferichter and Stoffer, arXiv:1810.00007 (recalled).
 */
const [SLOPE, CURVATURE] = [1.837, 3.9] as const;

const rho = (): Table => vectorMesonTables["pi+_pi-.rho0"] as Table;

/** $|F_\pi|^2$ of the table, with the threshold of the table, 0.28 GeV. */
function tabulated(q: number): number {
  const table = rho();
  return (4 * table(q)) / pow(1 - square(table.first / q), 1.5);
}

let coefficients: readonly [number, number] | undefined;

/** Coefficients of $s^3$ and $s^4$ that join the table at {@link JOIN} with its value and slope. */
function higher(): readonly [number, number] {
  const [s, h] = [JOIN * JOIN, 0.004];
  const at = (t: number): number => Math.sqrt(tabulated(Math.sqrt(t)));
  const value = at(s) - 1 - SLOPE * s - CURVATURE * s * s;
  const slope = (at(s + h) - at(s - h)) / (2 * h) - SLOPE - 2 * CURVATURE * s;
  return [(4 * value - s * slope) / cube(s), (s * slope - 3 * value) / integerPower(s, 4)];
}

/**
 * $|F_\pi|^2$ of a pair of pions through the $\rho$: the table of arXiv:1801.04847 from 0.5 to 2 GeV, falling as
 * $1/q^4$ above, and below 0.5 GeV, where the table is 6 to 8 % above the data, $|F_\pi|=1+\tfrac16\langle r^2\rangle s+cs^2+ds^3+es^4$
 * with the measured radius and curvature, joined to the table.
 *
 * @param q - mass of the pair, GeV
 * @param threshold - sum of the masses of the two pions, GeV
 * @returns dimensionless; 0 below threshold
 */
export function pionFormFactor2(q: number, threshold: number): number {
  if (q <= threshold) return 0;
  if (q < JOIN) {
    const [d, e] = (coefficients ??= higher());
    const s = q * q;
    return square(1 + s * (SLOPE + s * (CURVATURE + s * (d + s * e))));
  }
  const { last } = rho();
  return q > last ? tabulated(last) * integerPower(last / q, 4) : tabulated(q);
}

/**
 * $R_{\pi\pi}(q)=\beta^3|F_\pi|^2/4$ of $e^+e^-\to\pi^+\pi^-$ through the $\rho$, in a pair that opens at `threshold`.
 *
 * @param q - mass of the pair, GeV
 * @param threshold - sum of the masses of the two pions, GeV
 * @returns dimensionless; 0 below threshold
 */
export function pionPairR(q: number, threshold: number): number {
  return q > threshold ? (pow(1 - square(threshold / q), 1.5) * pionFormFactor2(q, threshold)) / 4 : 0;
}
