// A dark photon of 0.1 GeV beside a photon: in how many events of 400 fb⁻¹ does it decay in the drift chamber?
import { crossSectionInside, gammaX } from "@belladonna/events";
import { superKekb } from "@belladonna/kinematics";
import { darkPhoton } from "@belladonna/models";

const volume = { rMin: 1, rMax: 60, zMin: -55, zMax: 110 };
const degree = Math.PI / 180;
for (const epsilon of [1e-6, 3e-6, 1e-5, 3e-5, 1e-4, 3e-4]) {
  const photon = darkPhoton({ mass: 0.1, epsilon });
  // Every one of them with a photon of any angle, before trigger and reconstruction.
  const polarAngle = [17 * degree, 150 * degree] as const;
  const sigma = crossSectionInside(gammaX(photon), { beams: superKekb, volume, polarAngle });
  console.log(
    `epsilon = ${epsilon.toExponential(0)}: c tau ${photon.ctau.toPrecision(3)} cm, ${(400 * sigma).toPrecision(3)} events`,
  );
}
