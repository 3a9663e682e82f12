import { superKekb } from "@belladonna/kinematics";
import { kShortDecays, neutralKaonDecays, pi0Decays, qed, tauDecays, treeProcess } from "../../src/index.js";
import type { GeneratorOptions, Process } from "../../src/index.js";

/** Tau pairs: integration, energy spread, decays with matrix elements, chains. */
export function process(): Process {
  return treeProcess({ model: qed(), outgoing: [15, -15] });
}

/** Collisions of SuperKEKB and all decays of the tau. */
export function options(): GeneratorOptions {
  return { beams: superKekb, seed: 17, decays: [tauDecays(), neutralKaonDecays(), kShortDecays(), pi0Decays()] };
}
