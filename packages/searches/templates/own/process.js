// @ts-check
// A process of your own: its external particles and the vertices of a model; amplitudes and phase space follow.
//
//   npm install @belladonna/searches
//   node ./template-name.js
import { fileURLToPath } from "node:url";
import { crossSection, qed, treeProcess, withMediator } from "@belladonna/events";
import { mediatorId, muonphilicScalar } from "@belladonna/models";

/**
 * $e^-e^+ \to \mu^-\mu^+ X$ with an $X$ that radiates off a muon.
 * @param {import("@belladonna/models").Mediator} mediator
 * @returns {import("@belladonna/events").Process}
 */
export function templateName(mediator) {
  return treeProcess({
    model: withMediator(qed(), mediator),
    outgoing: [13, -13, mediatorId(mediator)],
    mediators: [mediator],
  });
}

// Run by itself, it prints cross sections.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const mass of [0.5, 2, 5]) {
    const { value, error } = crossSection(templateName(muonphilicScalar({ mass, g: 1e-2 })), { sqrtS: 10.58 });
    console.log(`m = ${mass} GeV: ${value.toPrecision(4)} ± ${error.toPrecision(1)} fb`);
  }
}
