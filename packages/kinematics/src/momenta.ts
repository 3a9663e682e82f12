import type { FourVector } from "./four-vector.js";
import type { FourVectors } from "./four-vectors.js";

/** Three-momenta of an event: a list of vectors, or columns (such as a `columns.slice` of an event table's particles). */
export type Momenta = readonly Pick<FourVector, "px" | "py" | "pz">[] | Pick<FourVectors, "px" | "py" | "pz">;

/**
 * The components as three plain columns.
 * @param caller - Name of the function that was given them.
 * @param momenta - What was given.
 * @throws RangeError for a component that is no number up to 1e70 GeV in size, whose fourth power can be computed with.
 */
export function components(caller: string, momenta: Momenta): Pick<FourVectors, "px" | "py" | "pz"> {
  const columns = isList(momenta)
    ? {
        px: Float64Array.from(momenta, (v) => v.px),
        py: Float64Array.from(momenta, (v) => v.py),
        pz: Float64Array.from(momenta, (v) => v.pz),
      }
    : momenta;
  for (const name of ["px", "py", "pz"] as const) {
    const bad = columns[name].findIndex((x) => !(Math.abs(x) <= 1e70));
    if (bad >= 0) {
      throw new RangeError(
        `${caller}: ${name} must be a number up to 1e70 GeV in size, got ${columns[name][bad]} of particle ${bad}`,
      );
    }
  }
  return columns;
}

function isList(momenta: Momenta): momenta is readonly Pick<FourVector, "px" | "py" | "pz">[] {
  return Array.isArray(momenta);
}

/** Sum of the magnitudes, GeV. */
export function scalarSum({ px, py, pz }: Pick<FourVectors, "px" | "py" | "pz">): number {
  let sum = 0;
  for (let i = 0; i < px.length; i++) sum += Math.sqrt(px[i] * px[i] + py[i] * py[i] + pz[i] * pz[i]);
  return sum;
}
