import type { Limit } from "../limit.js";
import type { PublishedQuery } from "../published/published.js";
import { asLines, morePlanes } from "./more-planes.js";
import { muonAnomalyBand } from "./muon-anomaly-band.js";
import type { AxisOptions } from "./options.js";
import type { Plane } from "./plane.js";

const mass = (symbol: string, low: number, high: number): AxisOptions => ({
  label: `$m_{${symbol}}$ [GeV]`,
  domain: [low, high],
});
const branching = (observable: string): PublishedQuery[] => [{ portal: "alp", observable }];

/** All planes; together they hold every bundled limit. */
export const planes: readonly Plane[] = [
  {
    id: "dark-photon-visible",
    title: "Dark photon, visible decays",
    portal: "dark photon",
    queries: ["e+ e-", "mu+ mu-", "pi+ pi-", "g-2"].map((finalState) => ({ portal: "dark-photon", finalState })),
    options: { x: mass("A′", 1e-3, 80), y: { label: "$ε$", domain: [1e-8, 0.1] } },
  },
  {
    id: "dark-photon-invisible",
    title: "Dark photon, invisible decays",
    queries: [{ portal: "dark-photon", finalState: "invisible" }],
    options: { x: mass("A′", 1e-3, 100), y: { label: "$ε$", domain: [1e-4, 0.1] } },
  },
  {
    id: "b-minus-l",
    title: "B − L boson",
    portal: "B-L",
    queries: [{ portal: "b-minus-l" }],
    options: { x: mass("Z′", 3e-3, 12), y: { label: "$g_{B−L}$", domain: [1e-5, 1e-2] } },
  },
  {
    id: "z-prime",
    title: "Z′ of Lμ − Lτ",
    portal: "Lmu-Ltau Z'",
    queries: [{ portal: "z-prime", observable: "gPrime" }],
    options: { title: "Z′ of L_μ − L_τ", x: mass("Z′", 1e-3, 12), y: { label: "$g′$", domain: [1e-4, 2] } },
    derive: (limits) => [
      ...limits.map((l) => ({ limit: l })),
      { limit: muonAnomalyBand(), style: "preferred", label: "$(g−2)_μ$ ±2σ" },
    ],
  },
  {
    id: "x-tautau",
    title: "e⁺e⁻ → μμX, X → ττ",
    queries: [{ portal: "z-prime", observable: "sigma" }],
    options: { x: mass("X", 3, 11), y: { label: "$σ B$ [fb]", domain: [0.4, 100] } },
  },
  {
    id: "alp-photon",
    title: "Axion-like particle, photon coupling",
    portal: "ALP, photons",
    queries: [{ portal: "alp", observable: "gPhoton" }],
    options: { x: mass("a", 1e-3, 12), y: { label: "$g_{aγγ}$ [GeV⁻¹]", domain: [1e-7, 0.1] } },
  },
  {
    id: "alp-w",
    title: "Axion-like particle, W coupling",
    portal: "ALP, W",
    queries: [{ portal: "alp", observable: "gW" }],
    options: { x: mass("a", 0.08, 8), y: { label: "$g_{aWW}$ [GeV⁻¹]", domain: [1e-6, 1e-2] } },
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
    options: { x: mass("a", 0.15, 12), y: { label: "$σ B$ [fb]", domain: [30, 2000] } },
  },
  {
    id: "upsilon-to-photon",
    title: "ϒ → γa",
    queries: branching("BF(Y("),
    options: { x: mass("a", 0.02, 12), y: { label: "$B$(ϒ → γa) $B$(a)", domain: [1e-7, 1e-3] } },
    derive: (limits) => limits.map((l) => ({ limit: l, style: "line", label: upsilonLabel(l) })),
  },
  {
    id: "jpsi-and-b-to-a",
    title: "J/ψ → γa and B⁺ → K⁺a, a → γγ",
    queries: [...branching("BF(J/psi"), ...branching("BF(B+")],
    options: { x: mass("a", 0.15, 6), y: { label: "$B$ $B$(a → γγ)", domain: [1e-8, 1e-5] } },
    derive: (limits) =>
      asLines(limits).map((entry) => ({
        ...entry,
        label: `${entry.limit.label ?? ""} ${entry.limit.observable.startsWith("BF(J") ? "J/ψ → γa" : "B⁺ → K⁺a"}`,
      })),
  },
  {
    id: "dark-scalar",
    title: "Dark scalar",
    portal: "dark scalar",
    mixing: true,
    queries: [
      { portal: "dark-scalar", observable: "sinTheta" },
      { portal: "dark-scalar", observable: "BF(B" },
    ],
    options: { x: mass("S", 1e-3, 6), y: { label: "sin $θ$", domain: [1e-6, 0.1] } },
    derive: (limits) =>
      limits.map((l) => {
        const made = l.id.endsWith(":sinTheta") && l.experiment === "Belle II";
        return made ? { limit: l, label: "Belle II 189 fb⁻¹" } : { limit: l };
      }),
  },
  ...(["e", "mu", "tau"] as const).map((lepton): Plane => {
    const letter = { e: "e", mu: "μ", tau: "τ" }[lepton];
    return {
      id: `hnl-${lepton}`,
      portal: `HNL, ${{ e: "electron", mu: "muon", tau: "tau" }[lepton]}`,
      title: `Heavy neutral lepton, mixing with ν${letter}`,
      queries: [{ portal: "hnl", observable: `|U_${lepton}|` }],
      options: {
        title: `Heavy neutral lepton, mixing with ν_${letter}`,
        x: mass("N", 0.02, 90),
        y: { label: `$|U_${letter}|^2$`, domain: [1e-9, 1] },
      },
    };
  }),
  ...(["e", "mu"] as const).map((lepton): Plane => {
    const letter = { e: "e", mu: "μ" }[lepton];
    return {
      id: `tau-to-${lepton}-alpha`,
      title: `τ → ${letter}α`,
      queries: [{ portal: "lfv-alp", observable: `BF(tau -> ${lepton} alpha)` }],
      options: {
        x: { label: "$m_α$ [GeV]", domain: [0, 1.7], scale: "linear" },
        y: { label: `$B$(τ → ${letter}α)`, domain: [5e-5, 1e-2] },
      },
    };
  }),
  ...morePlanes,
];

function upsilonLabel(l: Limit): string {
  const state = l.observable.slice(5, 7);
  const to = { "mu+ mu-": "μμ", "tau+ tau-": "ττ", "c cbar": "cc", hadrons: "had." }[l.finalState ?? ""] ?? "inv";
  return `${l.experiment ?? ""} ϒ(${state}) ${to}`;
}
