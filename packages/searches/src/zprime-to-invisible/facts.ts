import type { Fact } from "../fact.js";
import { factsOf } from "../selection/cut.js";
import { factOf } from "../selection/quantity.js";
import {
  COUNTING_UNCERTAINTIES,
  FAR,
  GAPS,
  LEVEL,
  LONG,
  LUMINOSITY,
  PHOTON_LOSS,
  PUBLISHED_RANGE,
  SCALES,
  SHORT,
  TEMPLATE_ANGLES,
  TEMPLATE_BINS,
  UNCERTAINTY,
  WIDTH,
} from "./inputs.js";
import { countingWindow } from "../recoil/counting-window.js";
import { cutsOf } from "./selection.js";

const NET = "punzinet, software of the experiment, examples/punzi_training.ipynb";

/** Every number that goes in, with its standing. */
export const facts: readonly Fact[] = [
  factOf(LUMINOSITY.template),
  factOf(LUMINOSITY.counting),
  factOf(LEVEL),
  factOf(PUBLISHED_RANGE),
  {
    quantity: "limits of 276 pb⁻¹",
    value: "g′ curve from 1.16 to 5.97 GeV, B(invisible) = 1; made a cross section with our own",
    standing: "read",
    source: "Darkcast, digitised from the paper's figure 3",
  },
  factOf(WIDTH),
  { quantity: "backgrounds", value: "μμγ, ττ, eeμμ", standing: "published", source: "talk of the experiment" },
  ...factsOf([...cutsOf("template"), ...cutsOf("counting", countingWindow({ mass: 1, sigma: 1 }))]),
  {
    quantity: "cuts on the momentum of the recoil",
    value: "functions of the recoil mass, near the smallest Punzi figure of merit (a = 3, b = 1.28155)",
    standing: "derived",
    source: `our simulation; the formula of merit of the experiment's neural network is read from ${NET}`,
  },
  ...SCALES.map(factOf),
  factOf(PHOTON_LOSS),
  factOf(GAPS),
  {
    quantity: "template fit",
    value: "recoil mass squared × polar angle of the recoil, CLs",
    standing: "recalled",
    source: LONG,
  },
  factOf(TEMPLATE_BINS),
  factOf(TEMPLATE_ANGLES),
  ...Object.values(UNCERTAINTY).map(factOf),
  factOf(COUNTING_UNCERTAINTIES),
  {
    quantity: "uncertainty of the counted signal",
    value: "left out; 6 ⊕ 4 ⊕ 4 ⊕ 12.5 % would raise the limits by about 3 % (estimated)",
    standing: "recalled",
    source: SHORT,
  },
  { quantity: "counting limit", value: "Bayesian, flat in the cross section", standing: "recalled", source: SHORT },
  {
    quantity: "final-state radiation",
    value:
      "of the muons of signal and eeμμ, soft photons to all orders, hard collinear ones; of μμγ as in its amplitude",
    standing: "derived",
    source: "finalStateRadiation; none in ττ",
  },
  {
    quantity: "initial-state radiation",
    value: "leading-log structure functions for signal, μμγ and ττ; none for eeμμ",
    standing: "derived",
    source: "our generator",
  },
  factOf(FAR),
  {
    quantity: "hadrons taken for muons",
    value: "left out",
    standing: "stand-in",
    source: "τ → πν at 4 % each would add a tenth to ττ",
  },
];
