import { type Beams, beamPreset } from "@belladonna/kinematics";
import { ffX, generate, type GeneratedEvents, type Preparation, qed, treeProcess } from "@belladonna/events";
import { type Mediator, muonphilicScalar, zPrime } from "@belladonna/models";
import { type Generation, generatePart } from "../events/generation.js";
import { radiated, seedOf } from "../events/sample.js";
import { UserError } from "../user-error.js";

/** Beams of the data. */
export const beams: Beams = beamPreset("run2019");

/** The models the search is read as; what radiates off a muon and decays to two. */
export type Model = "z-prime" | "scalar";

/** Coupling with which signal is generated; it drops out of efficiencies and shapes. */
export const REFERENCE_COUPLING = 0.01;

/** The particle of a model at a mass in GeV, at the reference coupling. */
export function mediatorOf(model: Model, mass: number): Mediator {
  return model === "z-prime"
    ? zPrime({ mass, gPrime: REFERENCE_COUPLING })
    : muonphilicScalar({ mass, g: REFERENCE_COUPLING });
}

/**
 * e+e- → μμμμ with initial-state radiation, and a generator cut that no selected event can fail: tracks end at 17 and 150 degrees in the laboratory, $|\cos\theta^*| < 0.925$
 * for fast muons; what radiation of the 0.6 GeV that the four-track mass allows, and slow muons, add stays below 0.955.
 */
export const background: Generation = {
  process: () => treeProcess({ model: qed(), outgoing: [13, -13, 13, -13] }),
  options: { beams, cuts: { cosTheta: 0.96 }, isr: true },
};

/** e+e- → μμμμ with initial- and final-state radiation. */
export function generateBackground(events: number, seed: number, prepared?: Preparation): GeneratedEvents {
  const made = generatePart(background, { events, seed, prepared });
  if (!made.valid) throw new UserError(`background events: ${made.reason ?? "generation failed"}`);
  return radiated(made, seed);
}

/** e+e- → μμX, X → μμ with initial- and final-state radiation, at one mass. */
export function generateSignal(model: Model, mass: number, events: number, seed: number): GeneratedEvents {
  const own = seedOf(seed, "signal", Math.round(1e6 * mass));
  const made = generate(ffX({ lepton: "mu", mediator: mediatorOf(model, mass) }), {
    beams,
    events,
    seed: own,
    isr: true,
    decay: "mu+ mu-",
  });
  if (!made.valid) throw new UserError(`signal events at ${mass} GeV: ${made.reason ?? "generation failed"}`);
  return radiated(made, own);
}
