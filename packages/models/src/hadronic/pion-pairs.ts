import { vectorMesonTables } from "../tables/vector-meson.js";

/** Where the data of the table begin to be above its interpolation to zero, over its threshold. */
const SAFE = 1.02;

/**
 * $R_{\pi\pi}(q)=\beta^3|F_\pi|^2/4$ of $e^+e^-\to\pi^+\pi^-$ through the $\rho$, in a pair that opens at `threshold`: the
 * table of arXiv:1801.04847, which opens at 0.28 GeV, with its phase space replaced, and falling with
 * $F_\pi\propto1/q^2$ above its last point, 2 GeV.
 *
 * @param q - mass of the pair, GeV
 * @param threshold - sum of the masses of the two pions, GeV
 * @returns dimensionless; 0 below threshold
 */
export function pionPairR(q: number, threshold: number): number {
  const table = vectorMesonTables["pi+_pi-.rho0"];
  if (q <= threshold || table === undefined) return 0;
  const safe = Math.max(q, SAFE * table.first);
  const ratio = ((1 - (threshold / q) ** 2) / (1 - (table.first / safe) ** 2)) ** 1.5;
  const fall = q > table.last ? (table.last / q) ** 4 : 1;
  return table(safe) * ratio * fall;
}

/** $|F_\pi|^2=4R_{\pi\pi}/\beta^3$ of {@link pionPairR}, with the $\beta$ of the pair that opens at `threshold`. */
export function pionFormFactor2(q: number, threshold: number): number {
  return q > threshold ? (4 * pionPairR(q, threshold)) / (1 - (threshold / q) ** 2) ** 1.5 : 0;
}
