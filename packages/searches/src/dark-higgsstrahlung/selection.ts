import type { Fact } from "../fact.js";

const PAPER = "arXiv:2207.00509";
const SISTER = "arXiv:1912.11276, Belle II's invisible Z′ in the same final state";
const degree = Math.PI / 180;

/** The cuts that do not depend on the masses, and the windows. */
export const selection = {
  /** Laboratory polar angle of each muon, rad. */
  muonTheta: [37 * degree, 120 * degree],
  /** Least angle between the muons in the transverse plane, rad. */
  opening: 90 * degree,
  /** Laboratory polar angle of the missing momentum, rad. */
  recoilTheta: [32.2 * degree, 128.7 * degree],
  /** Least transverse momentum of the pair in the centre-of-mass frame, GeV. */
  pairPt: 0.1,
  /** Photons of more than this energy count, GeV. */
  photonEnergy: 0.1,
  /** None of them is as near to the missing momentum as this, rad. */
  photonAngle: 15 * degree,
  /** Greatest energy of all of them together, GeV. */
  photonSum: 0.4,
  /** Greatest energy of a cluster that belongs to a muon, GeV. */
  muonCluster: 0.4,
  /** Greatest distance of closest approach of a track: across and along the beams, cm. */
  impact: [0.5, 2],
  /** Level-1 line that keeps the event. */
  trigger: "ffo",
  /** Squared radius of the elliptic windows, in units of the covariance of the signal. */
  radiusSquared: 4,
  /** Distance of neighbouring windows in either mass, in resolutions: no point of the plane is farther than 1.56 from one. */
  step: 2.2,
  /** Constant $a$ of Punzi's figure of merit, $\epsilon/(a/2 + \sqrt B)$. */
  punzi: 1.64,
} as const;

/** Upper cuts on $|\cos\theta|$ of the muons in the frame of the pair among which the best one is chosen. */
export const helicityCuts: readonly number[] = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1];

/** Every number above, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  { quantity: "luminosity", value: "8.34 fb⁻¹", standing: "published", source: `${PAPER}, abstract` },
  { quantity: "limits", value: "Bayesian, 90 % credibility", standing: "published", source: `${PAPER}, abstract` },
  {
    quantity: "range of the limits",
    value: "σ 1.7 to 5.0 fb, ε²α_D 1.7 × 10⁻⁸ to 200 × 10⁻⁸ for 4.0 < M_A′ < 9.7 GeV, M_h′ < M_A′",
    standing: "published",
    source: `${PAPER}, abstract`,
  },
  {
    quantity: "mass range",
    value: "1.65 < M_A′ < 10.51 GeV, about 9000 windows",
    standing: "published",
    source: "M. Nayak for Belle II, ICHEPAP 2023",
  },
  {
    quantity: "background after the selection",
    value: "μμγ 79 %, ττ 18 %, eeμμ 3 %, mostly at M_μμ > 9 GeV",
    standing: "published",
    source: "M. Nayak for Belle II, ICHEPAP 2023; compared with, not put in",
  },
  {
    quantity: "trigger",
    value: "ffo: two full tracks more than 90° apart",
    standing: "published",
    source: "same talk",
  },
  {
    quantity: "σ",
    value: "includes B(A′ → μμ)",
    standing: "derived",
    source: "the two published ranges agree only so",
  },
  { quantity: "prior", value: "flat in the cross section", standing: "recalled", source: PAPER },
  { quantity: "impact of tracks", value: "0.5 cm across, 2 cm along the beams", standing: "recalled", source: SISTER },
  { quantity: "polar angle of muons", value: "37° to 120°", standing: "recalled", source: SISTER },
  { quantity: "missing momentum", value: "into the barrel, 32.2° to 128.7°", standing: "recalled", source: SISTER },
  { quantity: "p_T*(μμ)", value: "> 0.1 GeV", standing: "recalled", source: PAPER },
  {
    quantity: "photons above 0.1 GeV",
    value: "none within 15° of the missing momentum, together below 0.4 GeV",
    standing: "recalled",
    source: SISTER,
  },
  {
    quantity: "helicity angle",
    value: "upper cut on |cos θ| best by Punzi's figure of merit, point by point",
    standing: "recalled",
    source: `${PAPER}: there is a cut that depends on the masses; its form is ours`,
  },
  {
    quantity: "windows",
    value: "tilted ellipses of two standard deviations in (M_μμ, M²_rec)",
    standing: "recalled",
    source: `${PAPER}: tilted, about two resolutions`,
  },
  {
    quantity: "distance of windows",
    value: "2.2 resolutions in either mass",
    standing: "stand-in",
    source: "gives about as many windows as the experiment had",
  },
  {
    quantity: "calorimeter energy of a muon",
    value: "< 0.4 GeV",
    standing: "stand-in",
    source: "for the calorimeter's part in muon identification, against photons that merge with the muon",
  },
  {
    quantity: "μμγ",
    value:
      "one photon > 50 MeV and > 1.1° from the beams at leading order, more along the beams by structure functions",
    standing: "stand-in",
    source: "the experiment has KKMC; two photons both off the beams are not there",
  },
  {
    quantity: "μμ without such a photon",
    value: "left out",
    standing: "stand-in",
    source: "passes by resolution only: 7 % of the background, all of it at M_μμ > 9.7 GeV",
  },
  {
    quantity: "ττ",
    value: "both to μνν, with the correlation of their spins",
    standing: "stand-in",
    source: "a pion taken for a muon adds about 5 % to it",
  },
  {
    quantity: "eeμμ",
    value: "leading order with the electron's mass, electrons at any angle, no radiation of the electrons",
    standing: "stand-in",
    source: "the experiment has AAFH, which has no radiation at all",
  },
  {
    quantity: "final-state radiation",
    value:
      "of the muons of signal, ττ and eeμμ, soft photons to all orders, hard collinear ones; of μμγ as in its amplitude",
    standing: "derived",
    source: "finalStateRadiation",
  },
  {
    quantity: "uncertainty of the background",
    value: "that of the number of simulated events",
    standing: "stand-in",
    source: "the experiment's systematic uncertainties are not public",
  },
  {
    quantity: "pseudo-data",
    value: "each simulated event at most once: about 2 % less than expected",
    standing: "stand-in",
    source: "ours; half of eeμμ and what the generator has above its envelope would come as copies",
  },
  {
    quantity: "few simulated events",
    value: "where a window holds fewer than 10, the smallest similar ellipse that holds 10 gives the density",
    standing: "stand-in",
    source: "ours",
  },
];
