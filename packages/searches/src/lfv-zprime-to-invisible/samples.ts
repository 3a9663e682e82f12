import { type Beams, beamPreset, type EventTable } from "@belladonna/kinematics";
import { crossSection, type Process, qed, treeProcess, withMediator } from "@belladonna/events";
import { lfvZPrime, mediatorId } from "@belladonna/models";
import { square } from "@belladonna/numerics/elementary";
import { bremsstrahlung } from "../events/bremsstrahlung.js";
import { type Generation, generatePart } from "../events/generation.js";
import { radiated, seedOf } from "../events/sample.js";
import { untaggedPairs } from "../events/untagged-pairs.js";
import { calorimeterSees } from "../recoil/calorimeter-sees.js";
import { UserError } from "../user-error.js";
import { everyOtherConjugated } from "./charge-conjugate.js";
import { FIDUCIAL } from "./inputs.js";
import { mayPass } from "./selection.js";

/** Beams of the data. */
export const beams: Beams = beamPreset("run2019");

/** Coupling with which signal is generated; it drops out. */
const REFERENCE_COUPLING = 0.1;

/** Signal events, and their cross section. */
export interface SignalEvents {
  /** Events in the lab. */
  readonly events: EventTable;
  /** Cross section of both charges within {@link FIDUCIAL} over the square of the coupling, radiation included, fb. */
  readonly perCoupling2: number;
}

/** Cross section of both charges within {@link FIDUCIAL} over the square of the coupling, fb, to half a per cent. */
export function crossSectionPerCoupling2(mass: number): number {
  const { process, options } = signalGeneration(mass);
  return (2 * crossSection(process(), { ...options, relativeError: 5e-3 }).value) / square(REFERENCE_COUPLING);
}

/** $e^+e^- \to e^-\mu^+ Z'$ in the $s$ and the $t$ channel, the leptons within {@link FIDUCIAL}. */
function signalGeneration(mass: number): Generation {
  return {
    process: () => processOf(mass),
    options: { beams, isr: true, cuts: FIDUCIAL.value },
  };
}

function processOf(mass: number): Process {
  const z = lfvZPrime({ mass, coupling: REFERENCE_COUPLING });
  return treeProcess({
    model: withMediator(qed(), z),
    outgoing: [11, -13, mediatorId(z)],
    propagating: ["e", "mu", "photon"],
    mediators: [z],
  });
}

/** $e^+e^- \to e^\mp\mu^\pm Z'$ with initial- and final-state radiation; the $Z'$ stays unseen. */
export function generateSignal(mass: number, events: number, seed: number): SignalEvents {
  const own = seedOf(seed, "signal", Math.round(1e6 * mass));
  const made = generatePart(signalGeneration(mass), { events, seed: own });
  if (!made.valid) throw new UserError(`signal events at ${mass} GeV: ${made.reason ?? "generation failed"}`);
  return {
    events: bremsstrahlung(radiated(everyOtherConjugated(made, beams), own), own),
    // Both charges.
    perCoupling2: (2 * made.crossSection.value) / square(REFERENCE_COUPLING),
  };
}

/** Least transverse momentum of the muon pair in $e^+e^-\mu^+\mu^-$, GeV: that of an electron that is seen, but for the other's. */
const PAIR_PT = 0.3;

/**
 * $e^+e^- \to e^+e^-\mu^+\mu^-$ of which an electron and a muon of the other charge may be selected and the other electron is
 * where the calorimeter does not see it; the other muon may be anywhere. Weights in fb.
 */
export function lostElectronAndMuon(trials: number, seed: number): EventTable {
  const pair = new Float64Array(8);
  const selectable = (momenta: Float64Array, electron: number, muon: number): boolean => {
    pair.set(momenta.subarray(electron, electron + 4));
    pair.set(momenta.subarray(muon, muon + 4), 4);
    return mayPass(beams, pair);
  };
  const events = untaggedPairs({
    beams,
    lepton: 13,
    leastPt: PAIR_PT,
    trials,
    seed,
    // Rows of four: e-, e+, mu-, mu+.
    wanted: (momenta) =>
      (!calorimeterSees(momenta, 4) && selectable(momenta, 0, 12)) ||
      (!calorimeterSees(momenta, 0) && selectable(momenta, 4, 8)),
  });
  return bremsstrahlung(radiated(events, seed), seed);
}
