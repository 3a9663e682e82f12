import { belle2 } from "@belladonna/trigger";
import { between, percent } from "../selection/bounds.js";
import type { Cut } from "../selection/cut.js";
import type { Quantity } from "../selection/quantity.js";
import type { PhotonPairs } from "./columns.js";

/** The publication. */
export const PAPER = "arXiv:2007.13071";

const published = { standing: "published", source: `${PAPER}, abstract` } as const;
const recalled = { standing: "recalled", source: PAPER } as const;

const [LUMINOSITY, ERROR] = [0.445, 0.003];

/** Integrated luminosity of the data. */
export const luminosity: Quantity = {
  quantity: "luminosity",
  value: LUMINOSITY,
  unit: "fb⁻¹",
  text: `${1000 * LUMINOSITY} ± ${1000 * ERROR} pb⁻¹`,
  uncertainty: ERROR,
  ...published,
};

/** Confidence level of the limits, a fraction. */
export const level = percent({ quantity: "confidence level", value: 0.95, unit: "1", ...published });

/** The masses of the search. */
export const massRange = between({ quantity: "mass range", value: [0.2, 9.7], unit: "GeV", ...published });

const [SECOND, SPLIT, RECOIL] = [0.5, 4, 6.85] as const;

/**
 * Masses at which the order of the background polynomial, the photon energy, and what is fitted change: the recoil against a
 * photon in place of a pair of photons.
 */
export const regionEnds: Quantity<readonly [order: number, energy: number, observable: number]> = {
  quantity: "observable",
  value: [SECOND, SPLIT, RECOIL],
  unit: "GeV",
  text: `M²(γγ) to ${RECOIL} GeV, M²(recoil) above`,
  ...recalled,
};

const ENERGIES = [1, 0.65] as const;

/** Lower bound on the laboratory energy of each photon: for light hypotheses, and for heavy ones. */
export const photonEnergy: Quantity<readonly [light: number, heavy: number]> = {
  quantity: "photon energy",
  value: ENERGIES,
  unit: "GeV",
  text: `> ${ENERGIES[0]} GeV (m ≤ ${SPLIT} GeV), > ${ENERGIES[1]} GeV (above)`,
  ...recalled,
};

/** Laboratory polar angle of each photon. */
export const theta = between({ quantity: "photon polar angle", value: [37.3, 123.7], unit: "°", ...recalled });

const ORDERS = [2, 4, 5] as const;

/** Orders of the background polynomial: near the lower end, of the pair, and of the recoil. */
export const orders: Quantity<readonly [light: number, pair: number, recoil: number]> = {
  quantity: "background polynomial",
  value: ORDERS,
  unit: "1",
  text: `order ${ORDERS.join(", ")} from ${[massRange.value[0], SECOND, RECOIL].join(", ")} GeV`,
  ...recalled,
};

const LEAST_SHAPE = 0.5;
const PASSED = `${100 * belle2.calorimeter.showerShape} %`;
const shape: Quantity = {
  quantity: "shower shape of the more isolated softer photon",
  value: LEAST_SHAPE,
  unit: "1",
  text: `classifier > ${LEAST_SHAPE}, passed by ${PASSED} of photons`,
  standing: "stand-in",
  source: `the paper has a classifier of its own, > 0.6 (recalled); the ${PASSED} are recalled as typical`,
};

const threePhotonMass = between({ quantity: "three-photon mass", value: [0.88, 1.03], unit: "√s", ...recalled });

/** Level-1 inputs, any of which keeps the event: more than 1 GeV in the calorimeter but for its innermost and outermost rings. */
export const triggerInputs: Quantity<readonly string[]> = {
  quantity: "trigger",
  value: ["ehigh"],
  unit: "1",
  text: "ehigh: calorimeter energy > 1 GeV, no Bhabha veto",
  ...recalled,
};

/** What an event has before the first cut. */
export const CANDIDATE = "three photons";

/** The selection. */
export const cuts: readonly Cut<PhotonPairs>[] = [
  { name: "shower shape", numbers: [shape], keep: `shape > ${shape.value}` },
  {
    name: "three-photon mass",
    numbers: [threePhotonMass],
    keep: `${threePhotonMass.value[0]} <= threePhotonMass <= ${threePhotonMass.value[1]}`,
  },
  { name: "trigger", numbers: [triggerInputs], keep: "trigger == 1" },
];

/** The selection of a signal's own pair, before which it is found by what was generated. */
export const signalCuts: readonly Cut<PhotonPairs>[] = [
  { name: "pair of the signal", numbers: [], keep: "right == 1" },
  ...cuts,
];

/** Fit window around the hypothesis, in resolutions. */
export const window = between({ quantity: "fit window", value: [-20, 30], unit: "resolutions", ...recalled });

/** Distance of neighbouring hypotheses. */
export const step: Quantity = { quantity: "scan step", value: 0.5, unit: "resolutions", ...recalled };

/** What is simulated beyond the processes and the detector as it is. */
export const simulation = {
  /** Initial-state radiation, of signal and background. */
  isr: true,
  /** Effects in the detector. */
  detector: { photonConversion: true, energyTail: true },
} as const;
