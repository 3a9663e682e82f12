import { type Beams, beamPreset, type EventTable } from "@belladonna/kinematics";
import { alp } from "@belladonna/models";
import { crossSection, gammaX, generate, type Process, qed, threePhotons, treeProcess } from "@belladonna/events";
import { belle2, type Detector } from "@belladonna/trigger";
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

/** Processes of the background: three photons, or one and an electron pair of which both tracks are lost. */
export const backgrounds = ["gamma gamma gamma", "e e gamma"] as const;

/** A process of the background. */
export type Background = (typeof backgrounds)[number];

const processOf: Readonly<Record<Background, () => Process>> = {
  "gamma gamma gamma": threePhotons,
  "e e gamma": () => treeProcess({ model: qed(), outgoing: [11, -11, 22] }),
};

const collisions = { beams, isr: simulation.isr, cuts: generatorCuts } as const;

/** Chance that neither of two tracks from the interaction point is found. */
export const bothLost = (1 - Math.sqrt(belle2.tracker.vertexEfficiency[0][1])) ** 2;

/** Belle II without tracking: what loses both tracks is generated only. */
const trackless: Detector = { ...belle2, tracker: { ...belle2.tracker, vertexEfficiency: [[0, 0]] } };

const known = new Map<Background, number>();

/** Cross section of a background within the generator cuts, fb; of electrons only what loses both tracks. */
export function backgroundCrossSection(background: Background): number {
  let value = known.get(background);
  if (value === undefined) {
    value = crossSection(processOf[background](), collisions).value * (background === "e e gamma" ? bothLost : 1);
    known.set(background, value);
  }
  return value;
}

/** Events of a background within the generator cuts, as the detector sees them. */
export function seenBackground(background: Background, events: number, seed: number): Seen {
  const made = generate(processOf[background](), { ...collisions, events, seed });
  if (!made.valid) throw new UserError(`background events: ${made.reason ?? "generation failed"}`);
  const detector = background === "e e gamma" ? { detector: trackless } : {};
  return see(made, seed, { ...simulation.detector, ...detector });
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
