import type { Limit } from "../limit.js";
import type { PublishedQuery } from "../published/published.js";
import { muonAnomalyBand } from "./muon-anomaly-band.js";
import type { AxisOptions, ExclusionPlotOptions, LimitEntry } from "./options.js";

/** A plane of mass and one observable with all bundled limits on it. */
export interface Plane {
  /** Identifier: `dark-photon-visible`, `alp-photon`, … */
  readonly id: string;
  /** Title. */
  readonly title: string;
  /** Which bundled limits are on it. */
  readonly queries: readonly PublishedQuery[];
  /** Axes. */
  readonly options: ExclusionPlotOptions;
  /**
   * Name of the portal in the registry of `@belladonna/models` whose coupling is the vertical axis; absent where that is a
   * rate, or a coupling normalised otherwise.
   */
  readonly portal?: string;
  /** Entries made of limits rather than drawn as they are. */
  readonly derive?: (limits: readonly Limit[]) => LimitEntry[];
}

const mass = (symbol: string, low: number, high: number): AxisOptions => ({
  label: `m(${symbol}) [GeV]`,
  domain: [low, high],
});
const branching = (observable: string): PublishedQuery[] => [{ portal: "alp", observable }];

/** All planes; together they hold every bundled limit. */
export const planes: readonly Plane[] = [
  {
    id: "dark-photon-visible",
    title: "Dark photon, visible decays",
    portal: "dark photon",
    queries: ["e+ e-", "mu+ mu-", "pi+ pi-"].map((finalState) => ({ portal: "dark-photon", finalState })),
    options: { x: mass("A′", 1e-3, 80), y: { label: "ε", domain: [1e-8, 0.1] } },
  },
  {
    id: "dark-photon-invisible",
    title: "Dark photon, invisible decays",
    queries: [{ portal: "dark-photon", finalState: "invisible" }],
    options: { x: mass("A′", 1e-3, 100), y: { label: "ε", domain: [1e-4, 0.1] } },
  },
  {
    id: "b-minus-l",
    title: "B − L boson",
    portal: "B-L",
    queries: [{ portal: "b-minus-l" }],
    options: { x: mass("Z′", 3e-3, 12), y: { label: "g(B−L)", domain: [1e-5, 1e-2] } },
  },
  {
    id: "z-prime",
    title: "Z′ of Lμ − Lτ",
    portal: "Lmu-Ltau Z'",
    queries: [{ portal: "z-prime", observable: "gPrime" }],
    options: { x: mass("Z′", 1e-3, 12), y: { label: "g′", domain: [1e-4, 2] } },
    derive: (limits) => [
      ...limits.map((l) => ({ limit: l })),
      { limit: muonAnomalyBand(), style: "preferred", label: "(g−2)μ ±2σ" },
    ],
  },
  {
    id: "x-tautau",
    title: "e⁺e⁻ → μμX, X → ττ",
    queries: [{ portal: "z-prime", observable: "sigma" }],
    options: { x: mass("X", 3, 11), y: { label: "σ B [fb]", domain: [0.4, 100] } },
  },
  {
    id: "alp-photon",
    title: "Axion-like particle, photon coupling",
    portal: "ALP, photons",
    queries: [{ portal: "alp", observable: "gPhoton" }],
    options: { x: mass("a", 1e-3, 12), y: { label: "g(aγγ) [GeV⁻¹]", domain: [1e-7, 0.1] } },
  },
  {
    id: "alp-w",
    title: "Axion-like particle, W coupling",
    portal: "ALP, W",
    queries: [{ portal: "alp", observable: "gW" }],
    options: { x: mass("a", 0.08, 8), y: { label: "g(aWW) [GeV⁻¹]", domain: [1e-6, 1e-2] } },
  },
  {
    id: "alp-gluon",
    title: "Axion-like particle, gluon coupling",
    queries: [{ portal: "alp", observable: "gGluon" }],
    options: { x: mass("a", 0.1, 2), y: { label: "gluon coupling, normalised as in FORESEE", domain: [1e-5, 1] } },
  },
  {
    id: "alp-belle2-cross-section",
    title: "e⁺e⁻ → γa, a → γγ",
    queries: branching("sigma"),
    options: { x: mass("a", 0.15, 12), y: { label: "σ × BF [fb]", domain: [30, 2000] } },
  },
  {
    id: "upsilon-to-photon",
    title: "ϒ → γa",
    queries: branching("BF(Y("),
    options: { x: mass("a", 0.02, 12), y: { label: "BF(ϒ → γa) × BF(a)", domain: [1e-7, 1e-3] } },
    derive: (limits) => limits.map((l) => ({ limit: l, style: "line", label: upsilonLabel(l) })),
  },
  {
    id: "jpsi-and-b-to-a",
    title: "J/ψ → γa and B⁺ → K⁺a, a → γγ",
    queries: [...branching("BF(J/psi"), ...branching("BF(B+")],
    options: { x: mass("a", 0.15, 6), y: { label: "BF × BF(a → γγ)", domain: [1e-8, 1e-5] } },
    derive: (limits) =>
      limits.map((l) => ({
        limit: l,
        style: "line",
        label: `${l.label ?? ""} ${l.observable.startsWith("BF(J") ? "J/ψ → γa" : "B⁺ → K⁺a"}`,
      })),
  },
  {
    id: "dark-scalar",
    title: "Dark scalar",
    portal: "dark scalar",
    queries: [{ portal: "dark-scalar" }],
    options: { x: mass("S", 1e-3, 6), y: { label: "sin θ", domain: [1e-6, 0.1] } },
    derive: (limits) =>
      limits.map((l) => (l.id.endsWith(":sinTheta") ? { limit: l, label: "Belle II 189 fb⁻¹" } : { limit: l })),
  },
  ...(["e", "mu", "tau"] as const).map((lepton): Plane => {
    const letter = { e: "e", mu: "μ", tau: "τ" }[lepton];
    return {
      id: `hnl-${lepton}`,
      portal: `HNL, ${{ e: "electron", mu: "muon", tau: "tau" }[lepton]}`,
      title: `Heavy neutral lepton, mixing with ν${letter}`,
      queries: [{ portal: "hnl", observable: `|U_${lepton}|` }],
      options: { x: mass("N", 0.08, 6), y: { label: `|U${letter}|²`, domain: [1e-6, 1] } },
    };
  }),
  ...(["e", "mu"] as const).map((lepton): Plane => {
    const letter = { e: "e", mu: "μ" }[lepton];
    return {
      id: `tau-to-${lepton}-alpha`,
      title: `τ → ${letter}α`,
      queries: [{ portal: "lfv-alp", observable: `BF(tau -> ${lepton} alpha)` }],
      options: {
        x: { label: "m(α) [GeV]", domain: [0, 1.7], scale: "linear" },
        y: { label: `BF(τ → ${letter}α)`, domain: [5e-5, 1e-2] },
      },
    };
  }),
];

function upsilonLabel(l: Limit): string {
  const state = l.observable.slice(5, 7);
  const to = { "mu+ mu-": "μμ", "tau+ tau-": "ττ" }[l.finalState ?? ""] ?? "inv";
  return `${l.experiment ?? ""} ϒ(${state}) ${to}`;
}
