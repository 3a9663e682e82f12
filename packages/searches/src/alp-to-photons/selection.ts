import type { Fact } from "../fact.js";

const PAPER = "arXiv:2007.13071";
const degree = Math.PI / 180;

/** The quantity a hypothesis is fitted in: the squared mass of a photon pair, or of what recoils against a photon. */
type Observable = "diphoton" | "recoil";

/** What changes with the mass of the hypothesis. */
export interface Region {
  /** Lowest mass, GeV. */
  readonly from: number;
  /** Highest mass, GeV. */
  readonly to: number;
  /** Lower bound on the laboratory energy of each photon, GeV. */
  readonly minEnergy: number;
  /** What is fitted. */
  readonly observable: Observable;
  /** Order of the background polynomial. */
  readonly order: number;
}

/** The four mass regions, in ascending order; each begins where the last ends. */
export const regions: readonly Region[] = [
  { from: 0.2, to: 0.5, minEnergy: 1.0, observable: "diphoton", order: 2 },
  { from: 0.5, to: 4.0, minEnergy: 1.0, observable: "diphoton", order: 4 },
  { from: 4.0, to: 6.85, minEnergy: 0.65, observable: "diphoton", order: 4 },
  { from: 6.85, to: 9.7, minEnergy: 0.65, observable: "recoil", order: 5 },
];

/** The cuts common to all masses. */
export const selection = {
  /** Laboratory polar angle of each photon, rad. */
  theta: [37.3 * degree, 123.7 * degree],
  /** Invariant mass of the three photons over the centre-of-mass energy. */
  threePhotonMass: [0.88, 1.03],
  /** Fit window around the hypothesis, in units of the signal resolution. */
  window: [-20, 30],
  /** Distance of neighbouring hypotheses, in units of the mass resolution. */
  step: 0.5,
  /** Level-1 input that keeps the event: more than 1 GeV in the calorimeter but for its innermost and outermost rings. */
  trigger: "ehigh",
} as const;

/** What is simulated beyond the processes and the detector as it is. */
export const simulation = {
  /** Initial-state radiation, of signal and background. */
  isr: true,
  /** Effects in the detector. */
  detector: { photonConversion: true, energyTail: true },
} as const;

/** The region that holds a mass. */
export function regionOf(mass: number): Region | undefined {
  return regions.find((r, i) => mass >= r.from && (mass < r.to || (i === regions.length - 1 && mass <= r.to)));
}

/** Every number above, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  { quantity: "luminosity", value: "445 ± 3 pb⁻¹", standing: "published", source: `${PAPER}, abstract` },
  { quantity: "mass range", value: "0.2 to 9.7 GeV", standing: "published", source: `${PAPER}, abstract` },
  { quantity: "confidence level", value: "95 %", standing: "published", source: `${PAPER}, abstract` },
  {
    quantity: "photon energy",
    value: "> 1.0 GeV (m ≤ 4 GeV), > 0.65 GeV (above)",
    standing: "recalled",
    source: PAPER,
  },
  { quantity: "photon polar angle", value: "37.3° to 123.7°", standing: "recalled", source: PAPER },
  { quantity: "three-photon mass", value: "0.88 to 1.03 √s", standing: "recalled", source: PAPER },
  { quantity: "observable", value: "M²(γγ) to 6.85 GeV, M²(recoil) above", standing: "recalled", source: PAPER },
  {
    quantity: "background polynomial",
    value: "order 2, 4, 5 from 0.2, 0.5, 6.85 GeV",
    standing: "recalled",
    source: PAPER,
  },
  { quantity: "fit window", value: "−20 to +30 resolutions", standing: "recalled", source: PAPER },
  { quantity: "scan step", value: "half a resolution", standing: "recalled", source: PAPER },
  { quantity: "trigger", value: "calorimeter energy > 1 GeV, no Bhabha veto", standing: "recalled", source: PAPER },
  { quantity: "limit", value: "one-sided profile likelihood", standing: "recalled", source: PAPER },
  {
    quantity: "power constraint",
    value: "profile limit held at the lower edge of the 68 % band",
    standing: "stand-in",
    source: "arXiv:1105.3166; what the paper does with large deficits is not known",
  },
  {
    quantity: "initial-state radiation",
    value: "of signal and background, leading logarithms",
    standing: "derived",
    source: "structure functions; no angle of the radiated photons",
  },
  { quantity: "calorimeter acceptance and resolution", value: "parametric", standing: "read", source: "basf2" },
  {
    quantity: "shower shape of the more isolated softer photon",
    value: "classifier > 0.5, passed by 95 % of photons",
    standing: "stand-in",
    source: "the paper has a classifier of its own, > 0.6 (recalled); the 95 % are recalled as typical",
  },
  {
    quantity: "timing compatibility of the photons",
    value: "left out: passed by real photons of one event",
    standing: "stand-in",
    source: PAPER,
  },
  {
    quantity: "conversions of photons",
    value: "in 5 % of a radiation length before the tracking volume",
    standing: "recalled",
    source: "typical of beam pipe and silicon detectors",
  },
  {
    quantity: "tail of the calorimeter's energy response",
    value: "Crystal Ball, from 1.2 resolutions, power 4",
    standing: "recalled",
    source: "fits to lines of photons in CsI(Tl)",
  },
  {
    quantity: "background",
    value: "e+e- → γγγ and e+e-γ with both tracks lost, at leading order with radiation",
    standing: "derived",
    source: "the chance that both are lost, 0.26 %, is that of the detector's table (recalled), the tracks independent",
  },
  {
    quantity: "background of P γ with P = π⁰, η, η′",
    value: "left out",
    standing: "stand-in",
    source: "small (recalled)",
  },
  {
    quantity: "wrong pairings of signal photons",
    value: "left out of the fit function",
    standing: "stand-in",
    source: "the paper adds a kernel density for them (recalled)",
  },
  {
    quantity: "systematic uncertainties",
    value: "none in the fit",
    standing: "stand-in",
    source: "5.5 % and 8 % on the efficiency are recalled; by estimate they move the limit by about 1 %",
  },
];
