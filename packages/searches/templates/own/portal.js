// @ts-check
// A portal of your own: from a mass and a coupling to a mediator with its decays.
//
//   npm install @belladonna/searches
//   node ./template-name.js
import { fileURLToPath } from "node:url";
import { particle } from "@belladonna/kinematics";
import { channel, mediator } from "@belladonna/models";

/**
 * The paper the widths are from.
 * @type {import("@belladonna/sources").Citation}
 */
const paper = { key: "Own", authors: "You", title: "Your portal", journal: "in preparation", year: 2026 };

/**
 * A scalar that couples to muons, $\mathcal L = -g\,\bar\mu\mu\,S$: $\Gamma = g^2 m\beta^3/8\pi$.
 * @param {{ readonly mass: number, readonly coupling: number }} parameters mass, GeV, and g
 * @returns {import("@belladonna/models").Mediator}
 */
export function templateName({ mass, coupling }) {
  if (!(mass > 0)) throw new RangeError(`templateName: mass must be > 0 GeV, got ${mass}`);
  const muon = particle(13).mass;
  const beta = Math.sqrt(Math.max(0, 1 - ((2 * muon) / mass) ** 2));
  const width = (coupling ** 2 * mass * beta ** 3) / (8 * Math.PI);
  return mediator({
    name: "template-name",
    kind: "scalar",
    mass,
    couplings: { scalar: { mu: coupling } },
    channels: () => [channel("mu+ mu-", [-13, 13], width, "leptons", paper)],
  });
}

// Run by itself, it prints what it is.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const mass of [0.3, 1, 3]) {
    const one = templateName({ mass, coupling: 1e-3 });
    console.log(`m = ${mass} GeV: width ${one.width().toPrecision(4)} GeV, ctau ${one.ctau.toPrecision(4)} cm`);
  }
}
