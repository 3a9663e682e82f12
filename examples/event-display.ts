// What does the detector see of one event, and which line keeps it?
import { ffX, generate } from "@belladonna/events";
import { beamPreset, eventParticles, p, theta } from "@belladonna/kinematics";
import { zPrime } from "@belladonna/models";
import { random } from "@belladonna/numerics";
import { belle2, detect, evaluate, l1Menu, level1Inputs, namesSet } from "@belladonna/trigger";

const process = ffX({ lepton: "mu", mediator: zPrime({ mass: 2, gPrime: 0.01 }) });
const events = generate(process, { beams: beamPreset("run2019"), events: 20, seed: 1 });
const number = 3;
for (const made of eventParticles(events, number)) {
  if (made.status !== 1) continue;
  const degrees = (theta(made) * 180) / Math.PI;
  console.log(
    `generated ${String(made.pdgId).padStart(4)}: ${p(made).toFixed(2)} GeV at ${degrees.toFixed(0)} degrees`,
  );
}
const detected = detect(events, belle2, random(1));
const { tracks, clusters, muons } = detected;
const rows = (offsets: Int32Array): number[] =>
  Array.from({ length: offsets[number + 1] - offsets[number] }, (_, k) => offsets[number] + k);
for (const k of rows(tracks.offsets)) {
  const momentum = Math.sqrt(tracks.px[k] ** 2 + tracks.py[k] ** 2 + tracks.pz[k] ** 2);
  console.log(`track of charge ${tracks.charge[k]}: ${momentum.toFixed(2)} GeV, ${tracks.chamberHits[k]} hits`);
}
for (const k of rows(clusters.offsets)) {
  const of = clusters.track[k] < 0 ? "no track" : "a track";
  console.log(`cluster of ${of}: ${clusters.energy[k].toFixed(3)} GeV`);
}
console.log(`muon system: ${rows(muons.offsets).length} tracks`);
const fired = evaluate(l1Menu, level1Inputs(detected));
console.log(`level 1: ${namesSet(fired, number).slice(0, 6).join(", ")}`);
