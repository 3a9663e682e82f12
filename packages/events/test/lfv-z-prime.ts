import { lfvZPrime, mediatorId } from "@belladonna/models";
import { qed, treeProcess, withMediator } from "../src/index.js";
import type { Process, Vertex } from "../src/index.js";

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

/** The s channel alone: the final electron is a lepton of its own, which the beams cannot become. */
export function flavourChangeByAnnihilation(mass: number): Process {
  const z = lfvZPrime({ mass, coupling: 1 });
  const { fields, vertices } = withMediator(qed({ vacuumPolarisation: false }), z);
  const twin = { name: "twin", pdgId: 1000011 };
  const other = (name: string): string => (name === "e" ? twin.name : name);
  return treeProcess({
    model: {
      fields: [...fields, ...fields.flatMap((field) => (field.name === "e" ? [{ ...field, ...twin }] : []))],
      vertices: vertices.flatMap((vertex): Vertex[] => {
        if (!("fermions" in vertex)) return [vertex];
        const [a, b] = vertex.fermions;
        const own = { ...vertex, fermions: [other(a), other(b)] as const };
        return vertex.boson !== "photon" ? [own] : a === "e" ? [vertex, own] : [vertex];
      }),
    },
    outgoing: [twin.pdgId, -13, mediatorId(z)],
    propagating: ["e", "mu", "twin", "photon"],
  });
}
