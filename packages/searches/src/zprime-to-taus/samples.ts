import { type Beams, beamPreset, type EventTable } from "@belladonna/kinematics";
import { alp, leptophilicScalar, type Mediator, zPrime } from "@belladonna/models";
import {
  type Cuts,
  type DecayTable,
  etaDecays,
  ffX,
  type GeneratedEvents,
  kShortDecays,
  neutralKaonDecays,
  omegaDecays,
  pi0Decays,
  type Preparation,
  qed,
  tauDecays,
  treeProcess,
} from "@belladonna/events";
import { type Generation, generatePart, type PartOptions } from "../events/generation.js";
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

function made(what: string, generation: Generation, options: PartOptions): GeneratedEvents {
  const events = generatePart(generation, options);
  if (!events.valid) throw new UserError(`${what}: ${events.reason ?? "generation failed"}`);
  return radiated(events, options.seed);
}

/** e+e- → μμX, X → ττ with initial- and final-state radiation and all decays of the taus, at one mass. */
export function generateSignal(model: Model, mass: number, events: number, seed: number): GeneratedEvents {
  const mediator = mediatorOf(model, mass, referenceCoupling[model]);
  const process = () => ffX({ lepton: "mu", mediator });
  return made(
    `signal events at ${mass} GeV`,
    { process, options: { beams, isr: true } },
    {
      events,
      seed: seedOf(seed, "signal", Math.round(1e6 * mass)),
      decay: "tau+ tau-",
      decays: [tauDecays(), ...mesons()],
    },
  );
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

const leptons = (outgoing: readonly number[], cuts: Cuts = {}): Generation => ({
  process: () => treeProcess({ model: qed(), outgoing }),
  options: { beams, isr: true, cuts },
});

const tauPairs = leptons([15, -15]);

/** How each background is generated; tracks end at 17 and 150 degrees in the laboratory, which is 0.925 for fast muons. */
export const generations: Readonly<Record<Source, Generation>> = {
  mumutautau: leptons([13, -13, 15, -15], { only: { 13: { cosTheta: 0.97 } } }),
  mumumumu: leptons([13, -13, 13, -13], { cosTheta: 0.97 }),
  "tautau-muon": tauPairs,
  "tautau-hadron": tauPairs,
};

/** Events of a background, and the cross section they stand for, fb. */
export function generateBackground(
  source: Source,
  events: number,
  seed: number,
  prepared?: Preparation,
): { readonly table: EventTable; readonly crossSection: number } {
  const own = (what: string, decays?: readonly DecayTable[], factor = 1) => {
    const table = made(what, generations[source], {
      events,
      seed,
      prepared,
      ...(decays === undefined ? {} : { decays }),
    });
    return { table, crossSection: factor * table.crossSection.value * table.branchingFraction };
  };
  switch (source) {
    case "mumutautau":
      return own("μμττ", [tauDecays(), ...mesons()]);
    case "mumumumu":
      return own("μμμμ");
    default: {
      const three: DecayTable = { ...tauDecays({ channels: THREE_PRONGS }), conjugate: false };
      const one = tauDecays({ channels: source === "tautau-muon" ? ["mu nu nu"] : ONE_PION });
      // The tau and the antitau change roles in as many events again.
      return own("ττ", [three, one, ...mesons()], 2);
    }
  }
}
