// What does a dark photon of half a GeV decay to, and how far does it fly?
import { beamPreset, betaGamma, breakupMomentum, fourVector } from "@belladonna/kinematics";
import { darkPhoton } from "@belladonna/models";
import { citationText } from "@belladonna/sources";

const photon = darkPhoton({ mass: 0.5, epsilon: 1e-4 });
for (const { name, width, spread } of photon.channels()) {
  if (width === 0) continue;
  const percent = (100 * photon.branchingFraction(name)).toFixed(2);
  console.log(
    `${name.padEnd(12)} ${percent.padStart(6)} %  other programs: ${spread.map((x) => x.toFixed(2)).join(" to ")}`,
  );
}
console.log(`width ${photon.width().toExponential(2)} GeV, c tau ${photon.ctau.toExponential(2)} cm`);

// In e+e- -> gamma A' it has this momentum in the centre of mass.
const { sqrtS } = beamPreset("run2019");
const flying = fourVector({ px: 0, py: 0, pz: breakupMomentum(sqrtS, 0, photon.mass), m: photon.mass });
console.log(`mean flight ${(betaGamma(flying) * photon.ctau).toExponential(2)} cm at epsilon = 1e-4`);
console.log(`from: ${citationText(photon.citations[0])}`);
