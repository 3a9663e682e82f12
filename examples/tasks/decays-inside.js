// @ts-check
// One point of cluster.ts: how often a dark photon of e+e- -> gamma A' decays between 0.2 and 0.9 cm from the beam.
import { decayProbabilityInside, fourVector } from "@belladonna/kinematics";
import { darkPhoton } from "@belladonna/models";

const BEAM_ENERGY = 5.29;
const shell = { rMin: 0.2, rMax: 0.9, zMin: -1, zMax: 1 };

/** @param {{ point: { mass: number, epsilon: number } }} call */
export default ({ point: { mass, epsilon } }) => {
  const { ctau } = darkPhoton({ mass, epsilon });
  // Across the beams in the centre-of-mass frame.
  const momentum = BEAM_ENERGY - mass ** 2 / (4 * BEAM_ENERGY);
  const flying = fourVector({ px: momentum, py: 0, pz: 0, m: mass });
  return decayProbabilityInside(shell, [0, 0, 0], flying, ctau);
};
