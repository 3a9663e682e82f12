import type { Quantity } from "../selection/quantity.js";
import { FIRST_DATA, FIRST_LUMINOSITY, TRIGGER_SCALE } from "../recoil/first-data.js";
import type { Leptons } from "../recoil/lepton-pairs.js";

/** The leptons: an electron and a muon. */
export const LEPTONS: Leptons = [11, 13];

/** Luminosity of the publication. */
export const LUMINOSITY: Quantity = { ...FIRST_LUMINOSITY, quantity: "luminosity" };

/** Confidence level. */
export const LEVEL: Quantity = {
  quantity: "confidence level",
  value: 0.9,
  unit: "1",
  standing: "published",
  source: `${FIRST_DATA}, abstract`,
};

/** Angles and momenta of both leptons in the centre of mass for which the cross section is given. */
export const FIDUCIAL: Quantity<{ readonly cosTheta: number; readonly momentum: number }> = (() => {
  const value = { cosTheta: 0.9, momentum: 0.4 };
  return {
    quantity: "leptons of the cross section",
    value,
    unit: "1, GeV",
    text: `|cos θ*| < ${value.cosTheta} and p* > ${value.momentum} GeV for both, before final-state radiation`,
    standing: "stand-in" as const,
    source:
      "ours, around all that is selected: without it an electron in the beam pipe makes most of the cross section",
  };
})();

/** Electron-muon pairs that the analysis of 2018 finds in data over those in simulation. */
export const PAIRS_2018: Quantity = {
  quantity: "electron-muon pairs in data of 2018 over simulation, taken for signal and backgrounds",
  value: 0.9,
  unit: "1",
  standing: "recalled",
  source: `${FIRST_DATA}, less surely than the 0.65 of muon pairs`,
};

/** Share of the events of simulation that are found in data. */
export const DATA_SCALE: number = TRIGGER_SCALE * PAIRS_2018.value;

/** Relative uncertainties of the background in a counting window. */
export const UNCERTAINTIES: Quantity<readonly number[]> = {
  quantity:
    "uncertainties of the counted background (tau suppression, level before it, trigger, tracks, leptons), and that of the simulation",
  value: [0.22, 0.02, 0.06, 0.04, 0.04],
  unit: "1",
  standing: "recalled",
  source: `${FIRST_DATA}, those of muon pairs`,
};

/** Their sum in squares. */
export const UNCERTAINTY: number = Math.sqrt(UNCERTAINTIES.value.reduce((sum, u) => sum + u * u, 0));
