// Which events of a Les Houches file does the trigger keep?
import { gammaX, generate, readLhe, writeLhe } from "@belladonna/events";
import { beamPreset, eventParticles } from "@belladonna/kinematics";
import { alp } from "@belladonna/models";
import { random } from "@belladonna/numerics";
import { belle2, countSet, detect, evaluate, highLevel, hltMenu, l1Menu, level1Inputs } from "@belladonna/trigger";

// The file: MadGraph's would be read from disk in the same way, `readLhe(readFileSync("events.lhe.gz"))`.
const beams = beamPreset("run2019");
const made = generate(gammaX(alp({ mass: 2, gPhoton: 1e-3 })), { beams, events: 500, seed: 1, decay: "gamma gamma" });
const file = writeLhe(made);

const events = readLhe(file);
const [first] = eventParticles(events, 0);
console.log(`${events.length} events; the first begins with ${first.pdgId}, ${first.e.toFixed(3)} GeV`);
const detected = detect(events, belle2, random(1));
console.log(`${detected.clusters.energy.length} clusters, ${detected.tracks.px.length} tracks`);
const inputs = level1Inputs(detected);
const fired = evaluate(l1Menu, inputs);
for (const line of ["hie", "lml0", "ggsel", "ffo"]) console.log(`${line.padEnd(6)} ${countSet(fired, line)}`);
const { kept } = highLevel(detected, hltMenu, { level1: fired });
console.log(`kept by the high-level trigger: ${countSet(kept, "kept")}`);
