// How do I add a particle of my own, with its width, and see what it would be at Belle II?
import { crossSection, ffX, generate } from "@belladonna/events";
import { beamPreset, particle } from "@belladonna/kinematics";
import { channel, mediator, type Mediator } from "@belladonna/models";

/** A scalar that couples to muons and, twice as strongly, to taus: width of each pair g² m β³ / 8π. */
function flavoured(mass: number, coupling: number): Mediator {
  const source = { key: "Own", authors: "You", title: "A flavoured scalar", journal: "in preparation", year: 2026 };
  const width = (g: number, id: number): number => {
    const beta = Math.sqrt(Math.max(0, 1 - ((2 * particle(id).mass) / mass) ** 2));
    return (g ** 2 * mass * beta ** 3) / (8 * Math.PI);
  };
  return mediator({
    name: "flavoured scalar",
    kind: "scalar",
    mass,
    couplings: { scalar: { mu: coupling, tau: 2 * coupling } },
    channels: () => [
      channel("mu+ mu-", [-13, 13], width(coupling, 13), "leptons", source),
      channel("tau+ tau-", [-15, 15], width(2 * coupling, 15), "leptons", source),
    ],
  });
}

const beams = beamPreset("upsilon4S");
for (const mass of [1, 4, 7]) {
  const one = flavoured(mass, 1e-3);
  const { value } = crossSection(ffX({ lepton: "mu", mediator: one }), { sqrtS: beams.sqrtS });
  const toMuons = one.branchingFraction("mu+ mu-");
  console.log(
    `${mass} GeV: c tau ${one.ctau.toExponential(2)} cm, B(mu mu) ${toMuons.toFixed(3)}, sigma ${value.toExponential(2)} fb`,
  );
}
const process = ffX({ lepton: "mu", mediator: flavoured(4, 1e-3) });
const events = generate(process, { beams, events: 100, seed: 1, decay: "tau+ tau-" });
console.log(`${events.length} events, ${events.particles.pdgId.length} particles`);
