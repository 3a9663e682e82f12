import { type Mediator, mediatorId } from "@belladonna/models";
import { qed, withMediator } from "../amplitude/fields.js";
import type { Process } from "./process.js";
import { treeProcess } from "./tree-process.js";

/**
 * $e^- e^+ \to \mu^-\mu^+ X$ with an $X$ that radiates off a muon.
 *
 * @param mediator - a boson with `couplings.scalar.mu` or `couplings.vector.mu`
 * @returns the process; final particles are the muons, then $X$
 * @throws RangeError when the mediator does not couple to muons
 * @see the paper and its equation
 */
export function templateName(mediator: Mediator): Process {
  return treeProcess({
    model: withMediator(qed(), mediator),
    outgoing: [13, -13, mediatorId(mediator)],
    mediators: [mediator],
  });
}
