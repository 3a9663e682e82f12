import { atan2 } from "@belladonna/numerics/elementary";
import { belle2, regionAt } from "@belladonna/trigger";
import { EXTRA_ENERGY } from "./pair-cuts.js";

/**
 * Whether the calorimeter sees a particle for sure, and with too much energy.
 * @param momenta - Rows of $p_x, p_y, p_z, E$ in the lab, GeV.
 * @param k - Where the particle's begin.
 */
export function calorimeterSees(momenta: Float64Array, k: number): boolean {
  const [x, y, z, e] = momenta.subarray(k, k + 4);
  // A fifth above the cut, and half a degree inside the edges, beyond any resolution.
  if (e < 1.2 * EXTRA_ENERGY.value) return false;
  const theta = atan2(Math.sqrt(x * x + y * y), z);
  const margin = Math.PI / 360;
  const { calorimeter } = belle2;
  return regionAt(theta - margin, calorimeter) !== "none" && regionAt(theta + margin, calorimeter) !== "none";
}
