import { type Beams, beamPreset, type EventTable } from "@belladonna/kinematics";
import { alp, crossSection, gammaX, generate, threePhotons } from "@belladonna/models";
import { seedOf } from "../sample.js";
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

/** Cross section of e+e- → γγγ within the generator cuts, fb. */
export const backgroundCrossSection = (): number => crossSection(threePhotons(), { beams, isr: simulation.isr, cuts: generatorCuts }).value;

/** e+e- → γγγ within the generator cuts. */
export function generateBackground(events: number, seed: number): EventTable {
  const made = generate(threePhotons(), { beams, isr: simulation.isr, cuts: generatorCuts, events, seed });
  if (!made.valid) throw new UserError(`background events: ${made.reason ?? "generation failed"}`);
  return made;
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
