import { bremsstrahlungFact } from "../events/bremsstrahlung.js";
import type { Fact } from "../fact.js";
import { genericBFact } from "../events/generic-b.js";
import type { Channel, Pair } from "./channels.js";

const PAPER = "arXiv:2306.02830";
const SKIM = "basf2, skim BtoKplusLLP";
const STEPS = "where the published limits step, as digitised by github:alp-aca/alp-aca";

/** The cuts. */
export const selection = {
  /** Transverse momentum of every track, GeV. */
  minPt: 0.1,
  /** Largest $|d_0|$ and $|z_0|$ of the prompt kaon and pion, cm. */
  prompt: [0.5, 2],
  /** Mass of the $K^*$, GeV. */
  kStar: [0.796, 0.996],
  /** Least distance of the vertex from the axis, cm, and that where other decays peak. */
  displacement: [0.05, 0.2],
  /** Least cosine of the transverse angle between momentum and flight of the scalar. */
  pointing: 0.95,
  /** Least beam-constrained mass, GeV. */
  mBc: 5.27,
  /** Largest $|\Delta E|$, GeV. */
  deltaE: 0.05,
  /** Largest second Fox–Wolfram ratio. */
  r2: 0.45,
  /** Level-1 lines, any of which keeps the event. */
  trigger: ["fff", "ffo", "stt", "cdcklm1", "hie", "c4"],
} as const;

/** Masses, GeV, at which the vertex must be farther out because other decays peak, channel by channel of the pair. */
const TIGHT: Readonly<Record<Pair, readonly (readonly [number, number])[]>> = {
  mu: [
    [1.7, 1.795],
    [3.01, 3.15],
    [3.66, 3.765],
  ],
  e: [
    [0.99, 1.045],
    [1.335, 1.37],
    [3.01, 3.15],
    [3.65, 3.74],
  ],
  pi: [
    [1.81, 1.91],
    [3.01, 3.15],
    [3.65, 3.75],
  ],
  K: [
    [1.01, 1.03],
    [1.81, 1.91],
    [3.01, 3.15],
    [3.65, 3.75],
  ],
};

/** Masses of the $K_S$, GeV, that the pion channels leave out. */
const K_SHORT = [0.48, 0.515] as const;

/** Which of the two displacements a mass takes: 0, or 1 where other decays peak. */
export function displacementAt({ pair }: Channel, mass: number): 0 | 1 {
  return TIGHT[pair].some(([low, high]) => mass >= low && mass <= high) ? 1 : 0;
}

/** Whether a mass is left out. */
export function vetoed({ pair }: Channel, mass: number): boolean {
  return pair === "pi" && mass > K_SHORT[0] && mass < K_SHORT[1];
}

/** Background events a channel over all masses, at 189 fb⁻¹. */
export const BACKGROUND: Readonly<Record<Pair, number>> = { mu: 1, e: 1, pi: 30, K: 10 };

/** Numbers of $B^+B^-$ and $B^0\bar B^0$ mesons, both charges, per fb⁻¹. */
export const mesonsPerInverseFemtobarn: Readonly<Record<"+" | "0", number>> = {
  "+": (2 * 0.514 * 198e6) / 189,
  "0": (2 * 0.486 * 198e6) / 189,
};

/** Every number above, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  { quantity: "luminosity", value: "189 fb⁻¹", standing: "published", source: `${PAPER}, abstract` },
  { quantity: "channels", value: "K⁺ and K*⁰(→ K⁺π⁻) with ee, μμ, ππ, KK", standing: "published", source: PAPER },
  {
    quantity: "masses and lifetimes",
    value: "0.025 to 4.78 GeV, 0.001 to 400 cm",
    standing: "published",
    source: "abstract of S. Dreyer's thesis (Hamburg)",
  },
  { quantity: "confidence level", value: "95 %", standing: "read", source: "github:alp-aca/alp-aca" },
  {
    quantity: "limit",
    value: "CLs; asymptotic formulae there, pseudo-experiments here",
    standing: "recalled",
    source: PAPER,
  },
  { quantity: "number of B pairs", value: "(198 ± 3) × 10⁶, 51.4 % charged", standing: "recalled", source: PAPER },
  {
    quantity: "observable",
    value: "M′ = √(M² − 4m²), unbinned extended fit",
    standing: "published",
    source: "ICHEPAP2023",
  },
  { quantity: "prompt tracks", value: "p_t > 0.1 GeV, dr < 0.5 cm, |dz| < 2 cm", standing: "read", source: SKIM },
  { quantity: "vertex", value: "dr > 0.05 cm", standing: "read", source: SKIM },
  { quantity: "vertex where D⁰, φ, J/ψ, ψ(2S) peak", value: "dr > 0.2 cm", standing: "recalled", source: PAPER },
  {
    quantity: "masses with that cut, ee and μμ",
    value: "1.70–1.80, 3.01–3.15, 3.66–3.77 GeV …",
    standing: "derived",
    source: STEPS,
  },
  {
    quantity: "masses with that cut, ππ and KK",
    value: "D⁰, φ, J/ψ, ψ(2S)",
    standing: "stand-in",
    source: "no table of these channels is public",
  },
  {
    quantity: "K_S veto of ππ",
    value: "0.480 to 0.515 GeV",
    standing: "stand-in",
    source: "that there is one was read",
  },
  { quantity: "M_bc, |ΔE|, R₂", value: "> 5.27 GeV, < 0.05 GeV, < 0.45", standing: "recalled", source: PAPER },
  { quantity: "K* mass", value: "0.796 to 0.996 GeV", standing: "recalled", source: PAPER },
  {
    quantity: "pointing",
    value: "cosine > 0.95, transverse",
    standing: "stand-in",
    source: "a requirement exists; its value is not public",
  },
  {
    quantity: "quality of the vertex",
    value: "no requirement",
    standing: "stand-in",
    source: "not public; a true pair passes a fit with its full covariance, which the simulation has not",
  },
  {
    quantity: "decay in flight of kaons and pions",
    value: "lost before the middle of the drift chamber",
    standing: "stand-in",
    source: "where a track is still found is not public",
  },
  {
    quantity: "tracking and vertexing against radius",
    value: "0.9 below 1 cm, 0.45 at 20 cm, 0.04 at 60 cm, for two tracks",
    standing: "recalled",
    source: "K_S efficiency, in the description of the detector",
  },
  {
    quantity: "particle identification",
    value: "as the detector's: e 0.93, μ 0.93, K 0.87",
    standing: "recalled",
    source: "typical",
  },
  {
    quantity: "trigger",
    value: "fff, ffo, stt, cdcklm1, hie or c4, and the high-level menu",
    standing: "read",
    source: "basf2",
  },
  genericBFact,
  bremsstrahlungFact,
  {
    quantity: "resolution of displaced tracks",
    value: "that of prompt ones",
    standing: "stand-in",
    source: "worse without silicon hits, not public",
  },
  {
    quantity: "background",
    value: "flat in M′: 1 event a lepton channel, 30 in ππ, 10 in KK, in all",
    standing: "stand-in",
    source:
      "the experiment took it from data; the published ee and μμ limits show no event outside the K_S, ππ and KK are guesses",
  },
  {
    quantity: "systematic uncertainties",
    value: "none in the fit",
    standing: "stand-in",
    source: "4 to 10 % on the efficiency (recalled) would move limits by about 1 %",
  },
];
