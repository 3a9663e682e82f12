import type { EventTable } from "@belladonna/kinematics";
import { qed, treeProcess } from "@belladonna/events";
import { random } from "@belladonna/numerics";
import {
  belle2,
  detect,
  level1Inputs,
  level1MenuText,
  parseMenu,
  rates,
  type Menu,
  type Rates,
} from "@belladonna/trigger";
import { OUTSIDE_BEAMS, portalSamples, sample } from "./signals.js";
import { decayTaus, onePronged } from "./tau-decays.js";
import { twoPhotonPairs } from "./two-photon.js";

/** Luminosity, cm^-2 s^-1. */
export const LUMINOSITY = 6e35;

/** A process with its events. */
export interface Source {
  /** Name. */
  readonly name: string;
  /** What is generated. */
  readonly about: string;
  /** Cross section, fb. */
  readonly crossSection: number;
  /** The events, in the lab. */
  readonly events: EventTable;
}

/** Prescales of the 2018 menu for the later phase (basf2 trg/gdl/src/TRGGDL.cc), and the design report's for Bhabha samples. */
const PRESCALES: Readonly<Record<string, number>> = { lml4: 20, lml7: 5, lml10: 5, bha3d: 100, bhapur: 100 };
/** The lines that physics data are taken with, without the monitors. */
const PHYSICS = new Set(
  (
    "fff ffo ffy fyo fy30 ffb stt hie lml0 lml1 lml2 lml4 lml6 lml7 lml8 lml10 lml12 lml13 c2 c3 c4 ggsel eed fed fp " +
    "mu_pair mu_b2b cdcklm1 seklm1 ecleklm1 bha3d bhapur"
  ).split(" "),
);

/** The physics lines of the level-1 menu with their prescales. */
export function physicsMenu(): Menu {
  const lines = level1MenuText.split("\n").flatMap((line) => {
    const [name] = line.split(" ");
    if (!PHYSICS.has(name)) return [];
    return [name in PRESCALES ? `${line} prescale ${PRESCALES[name]}` : line];
  });
  return parseMenu(lines.join("\n"));
}

/** Processes of quantum electrodynamics. */
export function qedSources(): Source[] {
  const tree = (name: string, about: string, outgoing: number[], cuts = {}, n?: number): Source => {
    const events = sample(treeProcess({ model: qed(), outgoing }), cuts, undefined, n);
    return { name, about, crossSection: events.crossSection.value, events };
  };
  const soft = { only: { 22: { energy: 0.1, ...OUTSIDE_BEAMS } } };
  const taus = tree("ττ", "taus decay to one charged particle (stand-in for all decays)", [15, -15]);
  const twoPhoton = (name: string, pdgId: 11 | 13): Source => ({
    name,
    about: "equivalent photons, pair above 0.4 GeV, beam electrons unseen",
    ...twoPhotonPairs(pdgId, 0.4, 200_000),
  });
  return [
    tree("ee", "both 10–170°", [11, -11], OUTSIDE_BEAMS, 80_000),
    tree("γγ", "both 10–170°", [22, 22], OUTSIDE_BEAMS, 20_000),
    tree("μμ", "all angles", [13, -13]),
    { ...taus, events: decayTaus(taus.events, onePronged) },
    tree("μμγ", "photon above 0.1 GeV at 10–170°", [13, -13, 22], soft),
    twoPhoton("eeμμ", 13),
    twoPhoton("eeee", 11),
    tree("μμμμ", "all angles", [13, -13, 13, -13]),
  ];
}

/** The portals, one mass each. */
export function portalSources(): Source[] {
  const source = (name: string, about: string, key: string, mass: number): Source => {
    const events = portalSamples[key](mass);
    return { name, about, crossSection: events.crossSection.value * events.branchingFraction, events };
  };
  const taus = source("μμS, S → ττ", "6 GeV, ξ = 10, one-pronged taus", "taus", 6);
  return [
    source("γa, a → γγ", "1 GeV, g = 10⁻³/GeV, photon at 10–170°", "alp", 1),
    source("γA′, A′ invisible", "1 GeV, ε = 10⁻³, photon at 10–170°", "darkPhoton", 1),
    source("μμZ′, Z′ invisible", "1 GeV, g′ = 10⁻², all decays invisible", "invisible", 1),
    source("μμZ′, Z′ → μμ", "1 GeV, g′ = 10⁻²", "muons", 1),
    { ...taus, events: decayTaus(taus.events, onePronged) },
    source("A′h′, A′ → μμ", "4 and 1 GeV, ε = 10⁻³, α_D = 0.1", "darkHiggs", 4),
  ];
}

/** Rates of a menu for sources. */
export function ratesOf(menu: Menu, sources: readonly Source[]): Rates {
  const samples = sources.map(({ name, crossSection, events }) => ({
    name,
    crossSection,
    inputs: level1Inputs(detect(events, belle2, random(2))),
    weights: events.weights,
  }));
  return rates(menu, samples, { luminosity: LUMINOSITY });
}
