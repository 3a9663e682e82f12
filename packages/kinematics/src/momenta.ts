import type { FourVector } from "./four-vector.js";
import type { FourVectors } from "./four-vectors.js";

/** Three-momenta of an event: a list of vectors, or columns (such as a `columns.slice` of an event table's particles). */
export type Momenta = readonly Pick<FourVector, "px" | "py" | "pz">[] | Pick<FourVectors, "px" | "py" | "pz">;

/** The components as three plain columns. */
export function components(momenta: Momenta): Pick<FourVectors, "px" | "py" | "pz"> {
  if (!isList(momenta)) return momenta;
  return {
    px: Float64Array.from(momenta, (v) => v.px),
    py: Float64Array.from(momenta, (v) => v.py),
    pz: Float64Array.from(momenta, (v) => v.pz),
  };
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
