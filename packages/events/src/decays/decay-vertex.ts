import type { RandomStream } from "@belladonna/numerics";

/** Speed of light, cm/ns. */
const C_CM_PER_NS = 29.9792458;

/**
 * Draw where a particle decays.
 * @param parent - $p_x, p_y, p_z, E, m$, GeV.
 * @param from - Vertex it was made at: $x, y, z$ (cm), $t$ (ns).
 * @param ctau - Proper decay length, cm.
 * @param random - Takes one uniform.
 * @param out - Receives the decay vertex.
 */
export function decayVertex(
  parent: Float64Array,
  from: Float64Array,
  ctau: number,
  random: RandomStream,
  out: Float64Array,
): void {
  const [px, py, pz, e, m] = parent;
  const proper = (ctau * random.exponential()) / m;
  out[0] = from[0] + proper * px;
  out[1] = from[1] + proper * py;
  out[2] = from[2] + proper * pz;
  out[3] = from[3] + (proper * e) / C_CM_PER_NS;
}
