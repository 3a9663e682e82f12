// Which level-1 lines keep e+e- -> gamma A' when the A' of 5 GeV is invisible, and why not the others?
import { gammaX, generate } from "@belladonna/events";
import { beamPreset } from "@belladonna/kinematics";
import { darkPhoton } from "@belladonna/models";
import { random } from "@belladonna/numerics";
import {
  belle2,
  detect,
  evaluate,
  explain,
  explanationText,
  l1Menu,
  level1Inputs,
  triggerEfficiency,
} from "@belladonna/trigger";

const dark = { mass: 1, alphaD: 0.1 };
const mediator = darkPhoton({ mass: 5, epsilon: 1e-3, dark });
const cuts = { cosTheta: 0.9 };
const events = generate(gammaX(mediator), { beams: beamPreset("run2019"), isr: true, cuts, events: 2000, seed: 1 });
const inputs = level1Inputs(detect(events, belle2, random(1)));
const bits = evaluate(l1Menu, inputs);
for (const line of ["hie", "lml1", "lml6", "lml13", "c4", "ffo"]) {
  const { value, low, high } = triggerEfficiency({ line, bits });
  console.log(`${line.padEnd(6)} ${value.toFixed(3)}  (${low.toFixed(3)} to ${high.toFixed(3)})`);
}
console.log(explanationText(explain(l1Menu, inputs, "lml1", 0)));
