import { type Beams, beamPreset, type EventTable } from "@belladonna/kinematics";
import { alp, leptophilicScalar, type Mediator, zPrime } from "@belladonna/models";
import {
  type DecayTable,
  etaDecays,
  ffX,
  generate,
  type GeneratedEvents,
  kShortDecays,
  neutralKaonDecays,
  omegaDecays,
  pi0Decays,
  type Process,
  qed,
  tauDecays,
  treeProcess,
} from "@belladonna/events";
import { radiated, seedOf } from "../events/sample.js";
import { UserError } from "../user-error.js";

/** Beams of the data. */
export const beams: Beams = beamPreset("run2019");

/** The models the search is read as. */
export type Model = "z-prime" | "scalar" | "alp";

/** Every model, the one whose efficiency the limit on the rate is for first. */
export const models: readonly Model[] = ["z-prime", "scalar", "alp"];

/** Decay constant, GeV, of the axion-like particle, whose coupling is $c_\ell/f$. */
const DECAY_CONSTANT = 1000;

/** The particle of a model at a mass in GeV and a coupling: g′, ξ, or c/f in GeV⁻¹. */
export function mediatorOf(model: Model, mass: number, coupling: number): Mediator {
  if (model === "z-prime") return zPrime({ mass, gPrime: coupling });
  if (model === "scalar") return leptophilicScalar({ mass, xi: coupling });
  return alp({ mass, cLepton: coupling * DECAY_CONSTANT, decayConstant: DECAY_CONSTANT });
}

/** Couplings with which signal is generated; they drop out of efficiencies and shapes. */
export const referenceCoupling: Readonly<Record<Model, number>> = { "z-prime": 0.01, scalar: 10, alp: 1e-3 };

/** What decays in flight to charged particles or photons. */
export function mesons(): DecayTable[] {
  return [pi0Decays(), etaDecays(), omegaDecays(), neutralKaonDecays(), kShortDecays()];
}

function made(
  what: string,
  process: Process,
  options: Omit<Parameters<typeof generate>[1], "beams" | "isr">,
): GeneratedEvents {
  const events = generate(process, { beams, isr: true, ...options });
  if (!events.valid) throw new UserError(`${what}: ${events.reason ?? "generation failed"}`);
  return radiated(events, options.seed);
}

/** e+e- → μμX, X → ττ with initial- and final-state radiation and all decays of the taus, at one mass. */
export function generateSignal(model: Model, mass: number, events: number, seed: number): GeneratedEvents {
  const mediator = mediatorOf(model, mass, referenceCoupling[model]);
  return made(`signal events at ${mass} GeV`, ffX({ lepton: "mu", mediator }), {
    events,
    seed: seedOf(seed, "signal", Math.round(1e6 * mass)),
    decay: "tau+ tau-",
    decays: [tauDecays(), ...mesons()],
  });
}

/** The backgrounds that are simulated. */
export type Source = "mumutautau" | "mumumumu" | "tautau-muon" | "tautau-hadron";

/** Decays of the tau to three charged particles. */
const THREE_PRONGS = [
  "3pi nu",
  "3pi pi0 nu",
  "pi omega nu",
  "3pi 2pi0 nu",
  "K pi pi nu",
  "K K pi nu",
  "K pi pi pi0 nu",
];

/** Decays of the tau to one pion that may pass as a muon. */
const ONE_PION = ["pi nu", "pi pi0 nu", "pi 2pi0 nu", "pi 3pi0 nu"];

/** Events of a background, and the cross section they stand for, fb. */
export function generateBackground(
  source: Source,
  events: number,
  seed: number,
): { readonly table: EventTable; readonly crossSection: number } {
  const own = (table: GeneratedEvents, factor = 1) => ({
    table,
    crossSection: factor * table.crossSection.value * table.branchingFraction,
  });
  const process = (...outgoing: number[]): Process => treeProcess({ model: qed(), outgoing });
  switch (source) {
    case "mumutautau": {
      // Tracks end at 17 and 150 degrees in the laboratory, which is 0.925 for fast muons.
      const cuts = { only: { 13: { cosTheta: 0.97 } } };
      return own(made("μμττ", process(13, -13, 15, -15), { cuts, events, seed, decays: [tauDecays(), ...mesons()] }));
    }
    case "mumumumu":
      return own(made("μμμμ", process(13, -13, 13, -13), { cuts: { cosTheta: 0.97 }, events, seed }));
    default: {
      const three: DecayTable = { ...tauDecays({ channels: THREE_PRONGS }), conjugate: false };
      const one = tauDecays({ channels: source === "tautau-muon" ? ["mu nu nu"] : ONE_PION });
      const decays = [three, one, ...mesons()];
      // The tau and the antitau change roles in as many events again.
      return own(made("ττ", process(15, -15), { events, seed, decays }), 2);
    }
  }
}
