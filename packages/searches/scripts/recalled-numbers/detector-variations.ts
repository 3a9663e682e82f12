import { end, type Variation } from "./variation.js";

const DETECTOR = "trigger/src/detector/belle2-data.ts";

/** Numbers of the detector, which several searches share. */
export const detector: readonly Variation[] = [
  {
    searches: ["zprime-to-taus", "tau-to-lepton-alpha"],
    quantity: "pions taken for muons",
    facts: ["identification.pionAsMuon", "pions that pass as muons", "pions taken for muons"],
    file: DETECTOR,
    stands: "pionAsMuon: recalled(0.04,",
    low: end("2 %", "pionAsMuon: recalled(0.02,"),
    high: end("7 %", "pionAsMuon: recalled(0.07,"),
    range: "2 to 7 %, as the source says",
  },
  {
    searches: ["tau-to-lepton-alpha"],
    quantity: "pions taken for electrons",
    facts: ["identification.pionAsElectron", "pions taken for electrons"],
    file: DETECTOR,
    stands: "pionAsElectron: recalled(0.005,",
    low: end("1 %", "pionAsElectron: recalled(0.01,"),
    range: "below 1 %, as the source says",
  },
  {
    searches: ["alp-to-photons", "b-to-long-lived-scalar"],
    quantity: "material before the tracking chamber",
    facts: ["tracker.material", "conversions of photons"],
    file: DETECTOR,
    stands: "material: recalled(0.05,",
    low: end("0.03 X₀", "material: recalled(0.03,"),
    high: end("0.08 X₀", "material: recalled(0.08,"),
    range: "beam pipe alone with thin sensors, to twice the supports",
  },
  {
    searches: ["alp-to-photons"],
    quantity: "tail of the calorimeter's energy response",
    facts: ["calorimeter.energyTail", "tail of the calorimeter's energy response"],
    file: DETECTOR,
    stands: "[1.2, 4],",
    low: end("from 1.5 widths, power 6", "[1.5, 6],"),
    high: end("from 1 width, power 3", "[1, 3],"),
    range: "1 to 1.5 widths and powers 3 to 6, as the source says",
  },
  {
    searches: ["zprime-to-muons", "zprime-to-taus", "b-to-long-lived-scalar"],
    quantity: "resolution of transverse momenta",
    facts: ["tracker.momentum"],
    file: DETECTOR,
    stands: "recalled([0.0011, 0.0025],",
    low: end("a fifth worse", "recalled([0.0013, 0.003],"),
    range: "a fifth: design against data",
  },
  {
    searches: ["zprime-to-invisible", "dark-higgsstrahlung"],
    quantity: "energy a muon leaves in the calorimeter",
    facts: ["calorimeter.mipEnergy"],
    file: DETECTOR,
    stands: "mipEnergy: recalled(0.19,",
    low: end("0.21 GeV", "mipEnergy: recalled(0.21,"),
    range: "a tenth above",
  },
  {
    searches: ["heavy-neutral-lepton"],
    quantity: "efficiency of a displaced pair against its radius",
    facts: ["tracker.displacedEfficiency", "tracking and vertexing against radius"],
    file: DETECTOR,
    stands: "[20, 0.5],\n        [60, 0.044],",
    low: end("0.3 at 20 cm, 0.02 at 60 cm", "[20, 0.3],\n        [60, 0.02],"),
    high: end("0.7 at 20 cm, 0.1 at 60 cm", "[20, 0.7],\n        [60, 0.1],"),
    range: "about a factor 1.5 at 20 cm and 2 at 60 cm either way",
  },
];
