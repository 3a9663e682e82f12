import { beamPreset, type Beams } from "@belladonna/kinematics";
import { darkPhoton, mediatorId } from "@belladonna/models";
import { type DecayTable, gammaX, type GeneratedEvents, mediatorDecays, type Preparation } from "@belladonna/events";
import { square } from "@belladonna/numerics/elementary";
import { type Generation, generatePart } from "../events/generation.js";
import { seedOf } from "../events/sample.js";
import { UserError } from "../user-error.js";
import { channels, type PairChannel } from "./channels.js";

/** The beams. */
export const beams: Beams = beamPreset("upsilon4S");

/** Kinetic mixing with which signal is made; it drops out of efficiencies. */
const REFERENCE_MIXING = 1e-3;

/** PDG number of the dark photon in the events. */
export const DARK_PHOTON: number = mediatorId(darkPhoton({ mass: 1, epsilon: REFERENCE_MIXING }));

/**
 * Cuts on the photon in the centre-of-mass frame: energy, GeV, and angle. None outside them comes into the calorimeter with
 * enough energy; cross sections hold within them.
 */
export const SIGNAL_PHOTON = { energy: 0.4, cosTheta: 0.97 } as const;

/** Share of the cross section that may come as weights above 1. */
const OVERWEIGHT = 0.05;

/** The decay to one pair, where the dark photon is made. */
function decayTo({ pdgId, decay: [name] }: PairChannel, mass: number): DecayTable {
  const photon = darkPhoton({ mass, epsilon: REFERENCE_MIXING });
  // A list of all kaon pairs has no products; the amplitude of two spinless particles is the same for pions and kaons.
  const table = mediatorDecays(photon, { channels: [pdgId === 321 ? "pi+ pi-" : name] });
  const [channel] = table.channels;
  return { ...table, ctau: 0, channels: pdgId === 321 ? [{ ...channel, name, products: [321, -321] }] : [channel] };
}

/** How signal of a mass is generated, whatever it decays to: with radiation and the spread of the beams. */
export const generationOf = (mass: number): Generation => ({
  process: () => gammaX(darkPhoton({ mass, epsilon: REFERENCE_MIXING })),
  options: { beams, overweight: OVERWEIGHT, isr: true, cuts: { only: { 22: SIGNAL_PHOTON } } },
});

/** $e^+e^-\to\gamma A'$, $A'$ to a pair where it is made. */
export function generateSignal(
  channel: PairChannel,
  mass: number,
  events: number,
  seed: number,
  ready?: Preparation,
): GeneratedEvents {
  const made = generatePart(generationOf(mass), {
    events,
    prepared: ready,
    seed: seedOf(seed, "signal", Math.round(1e6 * mass) + 1e7 * channels.indexOf(channel)),
    decays: [decayTo(channel, mass)],
  });
  if (!made.valid) throw new UserError(`signal events at ${mass} GeV: ${made.reason ?? "generation failed"}`);
  return made;
}

/** Cross section of generated events over $\varepsilon^2$, fb. */
export const perMixing = ({ crossSection }: GeneratedEvents): number => crossSection.value / square(REFERENCE_MIXING);
