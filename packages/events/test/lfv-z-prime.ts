import { lfvZPrime, mediatorId } from "@belladonna/models";
import { qed, treeProcess, withMediator } from "../src/index.js";
import type { Process } from "../src/index.js";

/** Energy of the tables, GeV. */
export const sqrtS = 10.58;

/** $e^-e^+\to e^-\mu^+Z'$, or of the other charges, of unit coupling by one photon without vacuum polarisation. */
export function flavourChange(mass: number, charge: 1 | -1 = 1): Process {
  const z = lfvZPrime({ mass, coupling: 1 });
  return treeProcess({
    model: withMediator(qed({ vacuumPolarisation: false }), z),
    outgoing: [charge * 11, charge * -13, mediatorId(z)],
    propagating: ["e", "mu", "photon"],
    mediators: [z],
  });
}
