import type { Fact } from "../fact.js";

const PAPER = "arXiv:2402.02580";

/** The cuts. */
export const selection = {
  /** Distance of the vertex from the axis, cm. */
  radius: [15, 80],
  /** Largest $|d_0|$ and $|z_0|$ of the prompt tracks, cm. */
  prompt: [0.5, 2],
  /** Distance from the mass of the $K_S$, the pair taken as pions, GeV. */
  kShort: 0.01,
  /** Level-1 lines, any of which keeps the event. */
  trigger: ["fff", "ffo", "stt", "cdcklm1", "hie", "c4"],
} as const;

/** Background events at 915 fb⁻¹, and their relative uncertainty. */
export const background = { events: 1, uncertainty: 0.3 } as const;

/** Every number of the search, and what stands in for what is not public. */
export const facts: readonly Fact[] = [
  {
    quantity: "luminosity, tau pairs",
    value: "915 fb⁻¹, (836 ± 12) × 10⁶",
    standing: "published",
    source: `${PAPER}, abstract`,
  },
  { quantity: "decays", value: "τ → πN, N → μμν_τ, displaced", standing: "published", source: `${PAPER}, abstract` },
  {
    quantity: "events observed",
    value: "1, as expected from background",
    standing: "published",
    source: `${PAPER}, abstract`,
  },
  {
    quantity: "expected background",
    value: "1 ± 0.3",
    standing: "stand-in",
    source: "the abstract says consistent, no number",
  },
  { quantity: "masses", value: "0.3 to 1.6 GeV", standing: "read", source: "abstract of O. Fogel's thesis (Tel Aviv)" },
  { quantity: "confidence level", value: "90 %", standing: "read", source: "as bundled with the limit" },
  {
    quantity: "Belle's drift chamber",
    value: "8.3 to 86.3 cm, −77 to 160 cm",
    standing: "read",
    source: "NIM page of Belle",
  },
  {
    quantity: "all else of Belle, its trigger too",
    value: "that of Belle II",
    standing: "stand-in",
    source: "no parametrisation of Belle is public in this form",
  },
  { quantity: "vertex", value: "15 to 80 cm from the axis", standing: "recalled", source: `${PAPER}: more than 15 cm` },
  { quantity: "prompt tracks", value: "one pion and one of the other tau", standing: "recalled", source: PAPER },
  { quantity: "K_S veto", value: "|M(ππ) − m| > 10 MeV", standing: "stand-in", source: "its width is not public" },
  {
    quantity: "signal regions and kinematic cuts of the paper",
    value: "left out",
    standing: "stand-in",
    source: "not public in the sources at hand; they cost efficiency",
  },
  {
    quantity: "tracking and vertexing against radius",
    value: "0.9 below 1 cm, 0.45 at 20 cm, 0.04 at 60 cm, for two tracks",
    standing: "recalled",
    source: "K_S efficiency of Belle II, in the description of its detector",
  },
  {
    quantity: "N → μμν",
    value: "neutral-current matrix element; spins of the tau and of N averaged over",
    standing: "stand-in",
    source: "changes momenta of the muons, not the flight",
  },
  { quantity: "nature of the N", value: "Dirac", standing: "read", source: "the bundled limit" },
  {
    quantity: "Belle II projection",
    value: "same selection, 50 ab⁻¹",
    standing: "stand-in",
    source: "background in proportion, and none",
  },
];
