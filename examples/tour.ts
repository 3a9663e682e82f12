// What would Belle II have excluded for an axion-like particle of 1 GeV, from the Lagrangian to the coupling?
import { beamPreset, fromPThetaPhi, invariantMass, type EventTable, type FourVector } from "@belladonna/kinematics";
import { alp } from "@belladonna/models";
import { crossSection, gammaX, generate, threePhotons } from "@belladonna/events";
import { counting, random, upperLimit } from "@belladonna/stats";
import { belle2, bit, detect, level1Inputs } from "@belladonna/trigger";
import { couplingLimit, limit, project, published, valueAt } from "@belladonna/limits";

const beams = beamPreset("run2019"); // 7.007 GeV on 4.000 GeV, crossing at 83 mrad
const luminosity = 0.445; // fb⁻¹

// The portal: a mass and a coupling make a mediator, with its widths, branching fractions and lifetime.
const particle = (mass: number, gPhoton: number) => alp({ mass, gPhoton }); // GeV, GeV⁻¹
const a = particle(1, 1e-3);

console.log(a.branchingFraction("gamma gamma"));
console.log(crossSection(gammaX(a), { sqrtS: beams.sqrtS }).value.toFixed(1));

// Events: signal from its matrix element, and the background that is like it, in the lab.
const signal = generate(gammaX(a), { beams, isr: true, events: 4000, seed: 1, decay: "gamma gamma" });
const cuts = { energy: 0.4, cosTheta: 0.8 }; // GeV in the centre of mass; looser than the selection below
const background = generate(threePhotons(), { beams, isr: true, cuts, events: 40000, seed: 2 });

// Detector, level-1 trigger, selection: events with three photons, as the masses of the three pairs.
const photonPairs = (events: EventTable, seed: number): number[][] => {
  const detected = detect(events, belle2, random(seed));
  const level1 = level1Inputs(detected); // a bit an event; evaluate(l1Menu, level1) would give the lines of the menu
  const { clusters } = detected;
  const kept: number[][] = [];
  for (let event = 0; event < events.length; event++) {
    if (!bit(level1, "ehigh", event)) continue; // more than 1 GeV in the calorimeter
    const photons: FourVector[] = [];
    for (let k = clusters.offsets[event]; k < clusters.offsets[event + 1]; k++) {
      const { energy, theta, phi, track } = clusters;
      const barrel = theta[k] > 0.651 && theta[k] < 2.159; // 37.3° to 123.7°
      if (track[k] < 0 && energy[k] > 0.65 && barrel) photons.push(fromPThetaPhi(energy[k], theta[k], phi[k], 0));
    }
    if (photons.length !== 3) continue;
    const [x, y, z] = photons;
    kept.push([invariantMass(x, y), invariantMass(x, z), invariantMass(y, z)]);
  }
  return kept;
};
const share = (events: EventTable, seed: number) =>
  photonPairs(events, seed).filter((pairs) => pairs.some((m) => Math.abs(m - 1) < 0.04)).length / events.length;

// The likelihood: a count in a window of ±40 MeV, with a background known to 10 %.
const efficiency = share(signal, 3);
const expected = background.crossSection.value * luminosity * share(background, 4);
const count = counting({
  observed: Math.round(expected),
  background: expected,
  knowledge: { kind: "normal", sigma: 0.1 * expected },
});
const events = upperLimit(count, { level: 0.95, method: "cls" });

console.log(efficiency.toFixed(2), expected.toFixed(0), events.observed.toFixed(0));

// The limit on the cross section, on the coupling, and the published one.
const rate = limit({
  id: "a window at 1 GeV",
  observable: "sigma(e+ e- -> gamma a) BF(a -> gamma gamma)",
  unit: "fb",
  cl: 0.95,
  kind: "observed",
  luminosity,
  shape: "curve",
  mass: [1],
  value: [events.observed / (efficiency * luminosity)],
});
const coupling = couplingLimit(rate, {
  model: particle,
  production: (one) => crossSection(gammaX(one), { sqrtS: beams.sqrtS }).value,
  channel: "gamma gamma",
  coupling: "gPhoton",
  unit: "GeV^-1",
  scaling: "quadratic",
});
const theirs = await published.get("BelleII_ALP_gammagamma_2020_g");
const future = project(coupling, { luminosity: 50_000, regime: "background-limited" });

console.log(rate.value[0].toFixed(0));
console.log(valueAt(coupling, 1).toExponential(1), valueAt(theirs, 1).toExponential(1));
console.log(valueAt(future, 1).toExponential(1));
