/** Recalled numbers that no run varies, and why. */
export interface NotVaried {
  /** Search, or `detector`. */
  readonly where: string;
  /** Facts as `--facts` calls them, or paths in the description of the detector. */
  readonly facts: readonly string[];
  /** Why. */
  readonly why: string;
}

/** Recalled choices, such as what a limit is, and numbers of which a small run would see nothing. */
export const notVaried: readonly NotVaried[] = [
  {
    where: "detector",
    facts: [
      "calorimeter.minimumEnergy",
      "calorimeter.time",
      "calorimeter.hadronShape",
      "calorimeter.mipWidth",
      "calorimeter.hadronResponse",
      "calorimeter.matchDistance",
    ],
    why: "what hadrons and soft clusters leave: it reaches these searches through vetoes of photons alone, whose energies are varied or stand in",
  },
  {
    where: "detector",
    facts: ["tracker.minimumPt", "tracker.angularEfficiency", "tracker.impact", "tracker.angle", "tracker.time"],
    why: "at most the losses at the ends of the chamber, 6 % a track, where few selected tracks are; impact and angle are far inside what is cut on, but for lifetimes below 0.1 cm, where limits are not claimed",
  },
  {
    where: "detector",
    facts: ["tracker.chamberRadius", "tracker.chamberZ", "tracker.layers", "tracker.conversionRadius"],
    why: "dimensions of the detector, known to a centimetre",
  },
  {
    where: "detector",
    facts: [
      "muonSystem.radius",
      "muonSystem.zForward",
      "muonSystem.zBackward",
      "muonSystem.layers",
      "muonSystem.layerEfficiency",
    ],
    why: "dimensions; the layers' efficiency enters a likelihood of fourteen, of which the identification that is varied is the outcome",
  },
  {
    where: "detector",
    facts: ["identification.proton", "identification.pionAsKaon"],
    why: "no search selects protons, or has a background of pions taken for kaons that is simulated",
  },
  {
    where: "detector",
    facts: [
      "level1.fullRadius",
      "level1.shortRadius",
      "level1.neuralEfficiency",
      "level1.fitEfficiency",
      "level1.fitZ",
      "level1.cotTheta",
      "level1.maximumD0",
    ],
    why: "inputs of level-1 lines; the efficiency of a track there, which is varied, is the largest of them for prompt tracks. For displaced ones the largest impact parameter may matter, and is not public",
  },
  {
    where: "detector",
    facts: [
      "background.clusters",
      "background.clusterEnergy",
      "background.clusterTime",
      "background.tracks",
      "background.trackZ",
      "background.trackPt",
    ],
    why: "no search has beam background",
  },
  {
    where: "alp-to-photons",
    facts: ["trigger", "observable", "scan step", "limit"],
    why: "choices; the trigger keeps all of the selected signal, the step moves no expected limit, and with --method profile the limit is 0.92 of that by CLs",
  },
  {
    where: "alp-to-photons",
    facts: [
      "background",
      "background of P γ with P = π⁰, η, η′",
      "wrong pairings of signal photons",
      "systematic uncertainties",
    ],
    why: "left out of the search, or 0.4 % of its background (both tracks of e⁺e⁻γ lost); what a background as large as ours once more would do is in the README",
  },
  {
    where: "zprime-to-invisible",
    facts: [
      "|d₀| of both tracks, less than",
      "|z₀| of both tracks, less than",
      "p_T of both muons, above",
      "angle between the muons in azimuth, above",
      "recoil",
      "angle around the recoil without photons",
      "other clusters, at most in sum",
    ],
    why: "far from what the signal has, a part of the trigger's own angle, or the barrel of the calorimeter",
  },
  {
    where: "zprime-to-invisible",
    facts: [
      "template fit",
      "uncertainty of the efficiency in the template fit",
      "uncertainty of the luminosity in the template fit",
      "slope of each background over the fit window, at its ends",
      "uncertainty of the width of the signal peak",
    ],
    why: "of the template fit, whose curves are not public, so that its limit is compared with a range alone; its simulation takes a quarter of an hour a number",
  },
  {
    where: "zprime-to-invisible",
    facts: [
      "uncertainties of the counted background (tau suppression, level before it, trigger, tracks, muons), and that of the simulation",
      "uncertainty of the counted signal",
      "counting limit",
    ],
    why: "no background is expected in a window, so that its uncertainty moves nothing; that of the signal is left out, 3 % by estimate",
  },
  {
    where: "lfv-zprime-to-invisible",
    facts: [
      "|d₀| of both tracks, less than",
      "|z₀| of both tracks, less than",
      "p_T of both leptons, above",
      "angle between the leptons in azimuth, above",
      "recoil",
      "angle around the recoil without photons",
      "other clusters, at most in sum",
    ],
    why: "far from what the signal has, a part of the trigger's own angle, or the barrel of the calorimeter",
  },
  {
    where: "lfv-zprime-to-invisible",
    facts: [
      "published limits",
      "momentum of the recoil across the beam, above",
      "momentum of the recoil across the faster lepton, above",
      "momentum of the recoil across the slower lepton, above",
      "backgrounds",
      "uncertainties of the counted background (tau suppression, level before it, trigger, tracks, leptons), and that of the simulation",
      "limit",
    ],
    why: "no number of the publication is compared with; the cuts on the recoil are our own, only that there is one selection for both searches is recalled; at most masses no background is expected in a window, so that its uncertainty moves nothing",
  },
  {
    where: "zprime-to-taus",
    facts: [
      "track impact parameters",
      "level-1 lines of the trigger",
      "signal shape",
      "limit",
      "scan step",
      "systematic uncertainties",
    ],
    why: "choices, or left out; the step moves no expected limit",
  },
  {
    where: "zprime-to-muons",
    facts: ["tracks", "level-1 lines of the trigger", "observable", "signal shape", "masses left out (J/ψ)", "limit"],
    why: "choices; impact parameters are far inside the cuts",
  },
  {
    where: "zprime-to-muons",
    facts: ["detector"],
    why: "number by number, above",
  },
  {
    where: "dark-higgsstrahlung",
    facts: [
      "prior",
      "impact of tracks across the beams",
      "impact of tracks along the beams",
      "p_T*(μμ)",
      "missing momentum, into the barrel",
      "angle between a photon and the missing momentum",
      "photons that count",
      "photons together",
    ],
    why: "choices, or far from what the signal has at 6 GeV; the barrel is that of the calorimeter",
  },
  {
    where: "b-to-long-lived-scalar",
    facts: ["vertex where D⁰, φ, J/ψ, ψ(2S) peak, dr", "systematic uncertainties"],
    why: "the tighter displacement holds at few masses; uncertainties are left out, 1 % by estimate",
  },
  {
    where: "b-to-kaon-invisible",
    facts: ["bins of q²_rec, divided at"],
    why: "the published numbers of events are of these bins, so that other edges would contradict them",
  },
  {
    where: "b-to-kaon-invisible",
    facts: ["kaon identification", "pions taken for kaons", "bremsstrahlung of electrons"],
    why: "they drop out: the efficiency is the published one, and what is simulated is the sharing among bins and, with a K*, a ratio",
  },
  {
    where: "b-to-kaon-invisible",
    facts: [
      "luminosity 60 MeV below the resonance",
      "observable",
      "candidate",
      "track origin, |d0|",
      "track origin, |z0|",
      "p_t of tracks",
    ],
    why: "choices, or far from what the signal has; the luminosity below the resonance is the statistics of a control sample, known to a percent",
  },
  {
    where: "tau-to-lepton-alpha",
    facts: [
      "electron identification; one number, where the experiment has a map",
      "muon identification where a muon reaches the muon system",
    ],
    why: "they drop out of a ratio to τ → ℓνν but for statistics; their uncertainties are varied",
  },
  {
    where: "tau-to-lepton-alpha",
    facts: ["method", "e+e- → τ+τ- cross section"],
    why: "a choice; the cross section drops out of a ratio to τ → ℓνν but for statistics, 1 % of it 0.5 %",
  },
  {
    where: "heavy-neutral-lepton",
    facts: ["prompt tracks", "tau pairs at Belle II"],
    why: "a topology; the pairs of Belle II are of the projection alone, which goes with their inverse",
  },
  {
    where: "long-lived-dark-photon",
    facts: ["pairs", "vertex along the beams", "mass of the electrons", "kaon identification"],
    why: "choices, or far from what the signal has: few decays are found that far out, light electrons do not open wide enough, and kaons come where the lifetime is too short",
  },
];
