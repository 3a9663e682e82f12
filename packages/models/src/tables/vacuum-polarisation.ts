import data from "../data/vacuum-polarisation.json";

/** Points of the smooth part of the vacuum polarisation as columns. */
interface Columns {
  /** $\sqrt{q^2}$, GeV, rising from 0. */
  readonly energies: Float64Array;
  /** Real part of $\Delta\alpha$. */
  readonly real: Float64Array;
  /** Imaginary part. */
  readonly imaginary: Float64Array;
}

let columns: Columns | undefined;

/** Hadrons without narrow peaks and the second loop of leptons; how they were made is in the file. */
export function hadronsAndTwoLoops(): Columns {
  const { real, imaginary } = data.tables;
  return (columns ??= {
    energies: Float64Array.from(real.x),
    real: Float64Array.from(real.y),
    imaginary: Float64Array.from(imaginary.y),
  });
}
