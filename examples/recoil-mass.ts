// Where does the mass that recoils against a muon pair peak, and what does the detector make of it?
import { beamPreset, eventParticles, fourVector, particle, recoil } from "@belladonna/kinematics";
import { ffX, generate } from "@belladonna/events";
import { zPrime } from "@belladonna/models";
import { random } from "@belladonna/numerics";
import { belle2, detect } from "@belladonna/trigger";

const beams = beamPreset("run2019");
const mediator = zPrime({ mass: 3, gPrime: 1e-2 });
const events = generate(ffX({ lepton: "mu", mediator }), { beams, isr: false, events: 2000, seed: 1 });

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const width = (values: number[], centre: number): number => 1.4826 * median(values.map((m) => Math.abs(m - centre)));

// As generated: the two muons of each event.
const generated: number[] = [];
for (let i = 0; i < events.length; i++) {
  const muons = eventParticles(events, i).filter(({ pdgId, status }) => Math.abs(pdgId) === 13 && status === 1);
  generated.push(recoil(beams, ...muons).m);
}

// As seen: two tracks with the resolution of the drift chamber.
const { tracks } = detect(events, belle2, random(1));
const seen: number[] = [];
for (let i = 0; i < events.length; i++) {
  const [from, to] = [tracks.offsets[i], tracks.offsets[i + 1]];
  if (to - from !== 2) continue;
  const muons = [from, from + 1].map((k) => {
    return fourVector({ px: tracks.px[k], py: tracks.py[k], pz: tracks.pz[k], m: particle(13).mass });
  });
  seen.push(recoil(beams, ...muons).m);
}
console.log(`generated: ${median(generated).toFixed(4)} GeV in ${generated.length} events`);
const centre = median(seen);
console.log(
  `seen:      ${centre.toFixed(3)} GeV in ${seen.length} events, resolution ${(1000 * width(seen, centre)).toFixed(0)} MeV`,
);
