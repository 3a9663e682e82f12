import { type Beams, beamPreset, eventMask, type EventTable, takeEvents } from "@belladonna/kinematics";
import { alp } from "@belladonna/models";
import { crossSection, gammaX, generate, type Preparation, qed, threePhotons, treeProcess } from "@belladonna/events";
import { random } from "@belladonna/numerics";
import { atan2, hypot, square } from "@belladonna/numerics/elementary";
import { belle2, type Detector, trackEfficiency } from "@belladonna/trigger";
import { type Generation, generatePart } from "../events/generation.js";
import { see, seedOf, type Seen } from "../events/sample.js";
import { UserError } from "../user-error.js";
import { simulation } from "./selection.js";

/** Beams of the 2018 data. */
export const beams: Beams = beamPreset("run2019");

/** Coupling with which signal is generated; it drops out of efficiencies and shapes. GeV⁻¹. */
const REFERENCE_COUPLING = 1e-3;

/**
 * Generator cuts that no event of the selection can fail, in the centre-of-mass frame.
 *
 * A photon of laboratory energy $E$ has $E^* = \gamma E(1-\vec\beta\cdot\hat n) \ge \gamma E(1 - |\vec\beta|)$ for any
 * direction, and the polar acceptance maps to $|\cos\theta^*| < 0.73$; both are left wide by five resolutions and more.
 */
const generatorCuts = { energy: 0.4, cosTheta: 0.8 } as const;

/** Sine of the polar angle at the generator cuts; a little less, since the frames' axes differ by milliradians. */
const leastSin = 0.97 * Math.sqrt(1 - square(generatorCuts.cosTheta));

/** Polar angles in the lab at the generator cuts, rad. */
const edges = [1, -1].map((side) => {
  const beta = hypot(...beams.boostVector);
  return atan2(leastSin * Math.sqrt(1 - beta * beta), side * generatorCuts.cosTheta + beta);
});

/** Processes of the background: three photons, or one and an electron pair of which both tracks are lost. */
export const backgrounds = ["gamma gamma gamma", "e e gamma"] as const;

/** A process of the background. */
export type Background = (typeof backgrounds)[number];

const options = { beams, isr: simulation.isr, cuts: generatorCuts } as const;

/** How each background is generated. */
export const generations: Readonly<Record<Background, Generation>> = {
  "gamma gamma gamma": { process: threePhotons, options },
  "e e gamma": { process: () => treeProcess({ model: qed(), outgoing: [11, -11, 22] }), options },
};

/** Belle II without tracking, for events of which both tracks are lost. */
const trackless: Detector = { ...belle2, tracker: { ...belle2.tracker, promptEfficiency: [[0, 0]] } };

/** Largest chance that neither of two electrons within the generator cuts is found. */
const mostLost = square(Math.max(...edges.map((theta) => lost(leastSin * generatorCuts.energy, theta))));

/** Cross section of a background that is generated, within the generator cuts, fb; of electrons a share that can lose both tracks. */
export function backgroundCrossSection(background: Background, prepared?: Preparation): number {
  const { process, options: own } = generations[background];
  const { value } = crossSection(process(), { ...own, prepared });
  return value * (background === "e e gamma" ? mostLost : 1);
}

/** Events of a background within the generator cuts, as the detector sees them; of electrons only what loses both tracks. */
export function seenBackground(background: Background, events: number, seed: number, prepared?: Preparation): Seen {
  const made = generatePart(generations[background], { events, seed, prepared });
  if (!made.valid) throw new UserError(`background events: ${made.reason ?? "generation failed"}`);
  if (background !== "e e gamma") return see(made, seed, simulation.detector);
  return see(losingBoth(made, seed), seed, { ...simulation.detector, detector: trackless });
}

/** Events by the chance that both their electrons are lost, over the largest. */
function losingBoth(events: EventTable, seed: number): EventTable {
  const stream = random(seedOf(seed, "tracks"));
  const { pdgId, status, px, py, pz } = events.particles;
  const kept = eventMask(events, ({ index, start, end }) => {
    let chance = 1 / mostLost;
    for (let k = start; k < end; k++) {
      if (status[k] !== 1 || Math.abs(pdgId[k]) !== 11) continue;
      const pt = Math.sqrt(px[k] * px[k] + py[k] * py[k]);
      chance *= lost(pt, atan2(pt, pz[k]));
    }
    return stream.stream(index).uniform() < chance;
  });
  return takeEvents(events, kept);
}

/** Chance that an electron of a transverse momentum, GeV, and polar angle, rad, is not found. */
function lost(pt: number, theta: number): number {
  return 1 - trackEfficiency(belle2.tracker, pt, theta, 0);
}

/** e+e- → γ a, a → γγ at one mass; the recoiling photon is particle 2 of each event. */
export function generateSignal(mass: number, events: number, seed: number): EventTable {
  const process = gammaX(alp({ mass, gPhoton: REFERENCE_COUPLING }));
  const made = generate(process, {
    beams,
    isr: simulation.isr,
    events,
    seed: seedOf(seed, "signal", Math.round(1e6 * mass)),
    decay: "gamma gamma",
  });
  if (!made.valid) throw new UserError(`signal events at ${mass} GeV: ${made.reason ?? "generation failed"}`);
  return made;
}

/** Index of the recoiling photon in the events of {@link generateSignal}. */
export const RECOIL_PARTICLE = 2;
