import { chainEvents, decayChain, particle, superKekb, type EventTable } from "@belladonna/kinematics";
import { alp, darkHiggs, darkPhoton, leptophilicScalar, zPrime } from "@belladonna/models";
import {
  darkHiggsstrahlung,
  ffX,
  gammaX,
  generate,
  qed,
  treeProcess,
  type Cuts,
  type GeneratedEvents,
  type Process,
} from "@belladonna/events";
import { random } from "@belladonna/numerics";
import { twoBarrelTracks, withTracks, type Signal } from "./efficiencies.js";
import { decayTaus, muonAndAlpha, onePronged, threePronged } from "./tau-decays.js";

/** Events of each sample. */
export const EVENTS = 5000;
/** The photon of a two-body process outside 10 degrees of the beams, in the centre-of-mass frame. */
export const OUTSIDE_BEAMS: Cuts = { cosTheta: Math.cos(Math.PI / 18) };
/** Couplings of the portals, near what searches exclude. */
const COUPLING = { gPhoton: 1e-3, epsilon: 1e-3, gPrime: 1e-2, xi: 10, alphaD: 0.1 };

/** Events of a process in the lab, with the spread of the beams and without radiation. */
export function sample(process: Process, cuts: Cuts = {}, decay?: string, events = EVENTS): GeneratedEvents {
  const options = { beams: superKekb, seed: 5, events, cuts };
  return generate(process, decay === undefined ? options : { ...options, decay });
}

/** The processes of the portals at a mass, as the searches take them. */
export const portalSamples: Readonly<Record<string, (mass: number) => GeneratedEvents>> = {
  alp: (mass) =>
    sample(gammaX(alp({ mass, gPhoton: COUPLING.gPhoton })), { only: { 22: OUTSIDE_BEAMS } }, "gamma gamma"),
  darkPhoton: (mass) =>
    sample(gammaX(darkPhoton({ mass, epsilon: COUPLING.epsilon })), { only: { 22: OUTSIDE_BEAMS } }),
  invisible: (mass) => sample(ffX({ lepton: "mu", mediator: zPrime({ mass, gPrime: COUPLING.gPrime }) })),
  muons: (mass) => sample(ffX({ lepton: "mu", mediator: zPrime({ mass, gPrime: COUPLING.gPrime }) }), {}, "mu+ mu-"),
  taus: (mass) =>
    sample(ffX({ lepton: "mu", mediator: leptophilicScalar({ mass, xi: COUPLING.xi }) }), {}, "tau+ tau-"),
  darkHiggs: (mass) => sample(higgsstrahlung(mass), {}, "mu+ mu-"),
};

/** A dark photon of the given mass with a dark Higgs of 1 GeV, which escapes. */
function higgsstrahlung(mass: number): Process {
  const { epsilon, alphaD } = COUPLING;
  const higgs = darkHiggs({ mass: 1, darkPhotonMass: mass, epsilon, alphaD });
  const process = darkHiggsstrahlung({ darkPhoton: darkPhoton({ mass, epsilon }), darkHiggs: higgs });
  // Without its mediator the dark Higgs does not decay.
  const outgoing = process.outgoing.map((one) => (one.mediator === higgs ? { pdgId: one.pdgId, mass: one.mass } : one));
  return { ...process, outgoing };
}

let taus: EventTable | undefined;

/** $\tau^- \to \mu^-\alpha$ against $\tau^+ \to \pi^+\pi^+\pi^-\nu$. */
function muonAlpha(mass: number): EventTable {
  taus ??= sample(treeProcess({ model: qed(), outgoing: [15, -15] }));
  return decayTaus(taus, muonAndAlpha(mass), threePronged);
}

/** $B^+ \to K^+ S$, $S \to \mu\mu$ after 1 cm/(beta gamma) on average; the other $B$ is unseen. */
function longLived(mass: number): EventTable {
  const root = random(9);
  const muon = particle(13).mass;
  const scalar = { pdgId: 9000025, mass, ctau: 1, daughters: [-13, 13].map((pdgId) => ({ pdgId, mass: muon })) };
  const mesons = [
    { pdgId: 521, mass: 5.27941, daughters: [{ pdgId: 321, mass: particle(321).mass }, scalar] },
    { pdgId: -521, mass: 5.27941 },
  ];
  const { electron, positron } = superKekb;
  const [px, py, pz, e] = (["px", "py", "pz", "e"] as const).map((key) => electron[key] + positron[key]);
  const total = { px, py, pz, e, m: superKekb.sqrtS };
  const chain = decayChain({ pdgId: 300553, mass: superKekb.sqrtS, daughters: mesons }, root.stream(0), EVENTS, total);
  return chainEvents(chain);
}

const FOUR = "fff or cdcklm1";

/** The searches, each with its signal and its triggers. */
export const signals: readonly Signal[] = [
  {
    key: "alp",
    title: "e⁺e⁻ → γa, a → γγ",
    particle: "a",
    about:
      "Recoil photon outside 10° of the beams in the centre-of-mass frame. The input bit ehigh is the sum of energy above 1 GeV; " +
      "hie is this without a Bhabha. Two photons that are merged, or soft, leave a back-to-back pair of clusters that level 1 takes for a " +
      'Bhabha: ggsel, which asks for that pair without tracks, keeps these. "Any line" is hie, c3, ggsel or lml12.',
    masses: [0.2, 0.5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9.7],
    sample: (mass) => portalSamples.alp(mass),
    triggers: [
      { name: "ehigh", line: "ehigh", ofInputs: true, published: "about 100 % in 2018" },
      { name: "hie", line: "hie" },
      { name: "c3", line: "c3" },
      { name: "ggsel", line: "ggsel" },
      { name: "any line", line: "hie or c3 or ggsel or lml12" },
    ],
  },
  {
    key: "dark-photon",
    title: "e⁺e⁻ → γA′, A′ invisible",
    particle: "A′",
    about: "Photon outside 10° of the beams in the centre-of-mass frame.",
    masses: [0.1, 1, 2, 3, 4, 5, 6, 7, 8, 8.5, 9, 9.5],
    sample: (mass) => portalSamples.darkPhoton(mass),
    triggers: [
      { name: "lml1", line: "lml1" },
      { name: "lml6", line: "lml6" },
      { name: "lml13", line: "lml13" },
      { name: "hie", line: "hie" },
    ],
  },
  {
    key: "z-prime-invisible",
    title: "e⁺e⁻ → μμZ′, Z′ invisible",
    particle: "Z′",
    about: "Of two barrel tracks are events with exactly two tracks, both at 37–120°, more than 90° apart in azimuth.",
    masses: [0.1, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    sample: (mass) => portalSamples.invisible(mass),
    triggers: [
      { name: "ffo", line: "ffo" },
      {
        name: "ffo, 2 barrel tracks",
        line: "ffo",
        among: twoBarrelTracks,
        published:
          "79 % in 2018, about 90 % in 2019–2020 (of which the level-1 tracking efficiency was derived: no test)",
      },
      { name: "fyo", line: "fyo" },
      { name: "stt", line: "stt" },
      { name: "cdcklm1", line: "cdcklm1" },
    ],
  },
  {
    key: "tau-pair",
    title: "e⁺e⁻ → μμS, S → ττ",
    particle: "S",
    about: "One-pronged tau decays; of 4 tracks are events with exactly four.",
    masses: [3.6, 4, 5, 6, 7, 8, 9, 10],
    sample: (mass) => decayTaus(portalSamples.taus(mass), onePronged),
    triggers: [
      { name: "fff", line: "fff" },
      { name: "cdcklm1", line: "cdcklm1" },
      { name: "either line", line: FOUR },
      { name: "either line, 4 tracks", line: FOUR, among: withTracks(4) },
    ],
  },
  {
    key: "four-muons",
    title: "e⁺e⁻ → μμZ′, Z′ → μμ",
    particle: "Z′",
    about: "Of 4 tracks are events with exactly four.",
    masses: [0.22, 0.5, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    sample: (mass) => portalSamples.muons(mass),
    triggers: [
      { name: "fff", line: "fff" },
      { name: "cdcklm1", line: "cdcklm1" },
      { name: "either line", line: FOUR },
      { name: "either line, 4 tracks", line: FOUR, among: withTracks(4) },
    ],
  },
  {
    key: "dark-higgsstrahlung",
    title: "e⁺e⁻ → A′h′, A′ → μμ, h′ invisible",
    particle: "A′",
    about: "Dark Higgs of 1 GeV; barrel tracks as above.",
    masses: [1.65, 2, 3, 4, 5, 6, 7, 8, 9],
    sample: (mass) => portalSamples.darkHiggs(mass),
    triggers: [
      { name: "ffo", line: "ffo" },
      { name: "ffo, 2 barrel tracks", line: "ffo", among: twoBarrelTracks },
      { name: "fyo", line: "fyo" },
      { name: "cdcklm1", line: "cdcklm1" },
    ],
  },
  {
    key: "long-lived-scalar",
    title: "B⁺ → K⁺S, S → μμ with cτ = 1 cm",
    particle: "S",
    about: 'The other B is left out, so these are lower bounds. "Any line" is fff, ffo, stt or cdcklm1.',
    masses: [0.22, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5],
    sample: longLived,
    triggers: [
      { name: "fff", line: "fff" },
      { name: "ffo", line: "ffo" },
      { name: "stt", line: "stt" },
      { name: "any line", line: "fff or ffo or stt or cdcklm1", published: "about 100 % of all B pairs" },
    ],
  },
  {
    key: "tau-to-muon-alpha",
    title: "e⁺e⁻ → ττ, τ → μα, τ → 3πν",
    particle: "α",
    about: "Of 4 tracks are events with exactly four.",
    masses: [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.6],
    sample: muonAlpha,
    triggers: [
      { name: "fff", line: "fff" },
      { name: "ffo", line: "ffo" },
      { name: "stt", line: "stt" },
      { name: "any line", line: "fff or ffo or stt or hie" },
      { name: "any line, 4 tracks", line: "fff or ffo or stt or hie", among: withTracks(4) },
    ],
  },
];
