import { square } from "@belladonna/numerics/elementary";
import { ALPHA } from "../constants.js";
import { continuumEnergies, continuumR } from "./continuum.js";
import { dispersionIntegral } from "./dispersion.js";
import { leptonVacuumPolarisation } from "./leptons.js";

/** Points of the smooth part of the vacuum polarisation beyond one loop of leptons. */
export interface SmoothTable {
  /** $\sqrt{q^2}$, GeV. */
  readonly energies: number[];
  /** Real part of $\Delta\alpha$: hadrons without narrow peaks, and the second loop of leptons. */
  readonly real: number[];
  /** Its imaginary part. */
  readonly imaginary: number[];
}

/**
 * Make the table that `vacuumPolarisation` reads: the dispersion integral over $R$ and the second loop of leptons, which both
 * take too long for each event.
 */
export function tabulateSmoothPart(): SmoothTable {
  const points = continuumEnergies();
  const ratios = Float64Array.from(points, continuumR);
  const squares = Float64Array.from(points, (m) => m * m);
  const energies = [0, ...points.filter((m) => m < 1000), 1000];
  const real: number[] = [];
  const imaginary: number[] = [];
  for (const m of energies) {
    // A hair off the points, where logarithms cancel.
    const s = square(m * (1 + 1e-9));
    const [one, two] = [leptonVacuumPolarisation(s, 1), leptonVacuumPolarisation(s, 2)];
    real.push(two[0] - one[0] + (s === 0 ? 0 : dispersionIntegral(s, squares, ratios)));
    const ratio = m < points[0] ? 0 : continuumR(m);
    imaginary.push(two[1] - one[1] - (ALPHA * ratio) / 3);
  }
  return { energies, real, imaginary };
}
