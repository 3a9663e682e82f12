import { bToKaon, darkScalar, gMinus2Band, muonAnomaly } from "@belladonna/models";
import { couplingLimit } from "../coupling.js";
import { cite, limit } from "../limit.js";
import type { CurveLimit, IntervalLimit, Limit } from "../limit.js";
import { published } from "../published/published.js";
import type { PublishedQuery } from "../published/published.js";
import { exclusionPlot } from "./exclusion-plot.js";
import { asLines, morePlanes } from "./more-planes.js";
import type { AxisOptions, ExclusionPlotOptions, LimitEntry } from "./options.js";
import type { Plane } from "./plane.js";

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
    queries: ["e+ e-", "mu+ mu-", "pi+ pi-", "g-2"].map((finalState) => ({ portal: "dark-photon", finalState })),
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
    queries: [{ portal: "b-minus-l" }],
    options: { x: mass("Z′", 3e-3, 12), y: { label: "g(B−L)", domain: [1e-5, 1e-2] } },
  },
  {
    id: "z-prime",
    title: "Z′ of Lμ − Lτ",
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
    queries: [{ portal: "alp", observable: "gPhoton" }],
    options: { x: mass("a", 1e-3, 12), y: { label: "g(aγγ) [GeV⁻¹]", domain: [1e-7, 0.1] } },
  },
  {
    id: "alp-w",
    title: "Axion-like particle, W coupling",
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
      asLines(limits).map((entry) => ({
        ...entry,
        label: `${entry.limit.label ?? ""} ${entry.limit.observable.startsWith("BF(J") ? "J/ψ → γa" : "B⁺ → K⁺a"}`,
      })),
  },
  {
    id: "dark-scalar",
    title: "Dark scalar",
    queries: [
      { portal: "dark-scalar", observable: "sinTheta" },
      { portal: "dark-scalar", observable: "BF(B" },
    ],
    options: { x: mass("S", 1e-3, 6), y: { label: "sin θ", domain: [1e-6, 0.1] } },
    derive: (limits) =>
      limits.map((l) => (l.shape === "grid" ? { limit: scalarMixing(l), label: gridLabel(l) } : { limit: l })),
  },
  ...(["e", "mu", "tau"] as const).map((lepton): Plane => {
    const letter = { e: "e", mu: "μ", tau: "τ" }[lepton];
    return {
      id: `hnl-${lepton}`,
      title: `Heavy neutral lepton, mixing with ν${letter}`,
      queries: [{ portal: "hnl", observable: `|U_${lepton}|` }],
      options: { x: mass("N", 0.02, 90), y: { label: `|U${letter}|²`, domain: [1e-9, 1] } },
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
  ...morePlanes,
];

/** A plane drawn, with what is on it. */
export interface DrawnPlane {
  /** The drawing. */
  readonly svg: string;
  /** Identifiers of the bundled limits drawn. */
  readonly ids: readonly string[];
  /** Their citations, one each. */
  readonly citations: readonly string[];
}

/**
 * Draw a plane with every bundled limit on it.
 * @param id - Identifier, one of `planes`.
 * @param options - Changes to size, fonts or axes.
 * @returns The drawing with identifiers and citations.
 * @throws RangeError for an unknown plane.
 */
export async function drawPlane(id: string, options: ExclusionPlotOptions = {}): Promise<DrawnPlane> {
  const plane = planes.find((p) => p.id === id);
  if (plane === undefined) {
    throw new RangeError(`drawPlane: id must be one of ${planes.map((p) => p.id).join(", ")}, got "${id}"`);
  }
  const found = plane.queries.flatMap((q) => published.find(q));
  const ids = [...new Set(found.map((e) => e.id))];
  const limits = await Promise.all(ids.map((i) => published.get(i)));
  const entries = plane.derive?.(limits) ?? limits.map(plain);
  const defaults = { title: plane.title, width: 860, height: 620, ...plane.options };
  return { svg: exclusionPlot(entries, { ...defaults, ...options }), ids, citations: limits.map(cite) };
}

/** As it is; further digitisations of a result that is drawn anyway as a line. */
function plain(l: Limit): LimitEntry {
  const again = l.provenance?.redigitisationOf !== undefined && l.kind !== "projection";
  return again ? { limit: l, style: "line" } : { limit: l };
}

/** Mixing angles excluded by a (mass, lifetime) grid of a B decay to a kaon and a scalar. */
function scalarMixing(grid: Extract<Limit, { shape: "grid" }>): CurveLimit | IntervalLimit {
  const kaon = grid.observable.includes("K*") ? "K*" : "K";
  const charge = kaon === "K" ? "+" : "0";
  const channel = grid.finalState ?? "";
  // Everything scales with the square of the mixing: the model is asked once a mass.
  const asked = new Map<number, { readonly bf: number; readonly ctau: number; readonly made: number }>();
  const at = (m: number): { readonly bf: number; readonly ctau: number; readonly made: number } => {
    const known = asked.get(m);
    if (known) return known;
    const s = darkScalar({ mass: m, sinTheta: 1 });
    const fresh = {
      bf: s.branchingFraction(channel),
      ctau: s.ctau,
      made: bToKaon({ mass: m, sinTheta: 1, kaon, charge }).value,
    };
    asked.set(m, fresh);
    return fresh;
  };
  return couplingLimit(grid, {
    model: (m, sinTheta) => ({ ctau: at(m).ctau / sinTheta ** 2, branchingFraction: () => at(m).bf }),
    production: (_s, m, sinTheta) => at(m).made * sinTheta ** 2,
    channel,
    coupling: "sinTheta",
    range: [1e-7, 0.1],
    masses: grid.mass.filter((_, i) => i % 6 === 0),
  });
}

const gridLabel = (l: Limit): string => (l.experiment === "Belle II" ? "Belle II 189 fb⁻¹" : (l.label ?? l.id));

function upsilonLabel(l: Limit): string {
  const state = l.observable.slice(5, 7);
  const to = { "mu+ mu-": "μμ", "tau+ tau-": "ττ", "c cbar": "cc", hadrons: "had." }[l.finalState ?? ""] ?? "inv";
  return `${l.experiment ?? ""} ϒ(${state}) ${to}`;
}

/**
 * The coupling of a Z' to muons that explains the muon's anomalous magnetic moment within two standard deviations, with
 * the dispersive prediction of 2020, as search papers show it.
 */
function muonAnomalyBand(): IntervalLimit {
  const masses = Array.from({ length: 61 }, (_, i) => 1e-3 * 2e4 ** (i / 60));
  const edges = masses.map((m) => gMinus2Band("vector", m, "mu", muonAnomaly.theory2020) ?? ([0, 0] as const));
  return limit({
    id: "muon-anomaly",
    observable: "gPrime",
    unit: "1",
    cl: 0.954,
    kind: "derived",
    shape: "interval",
    mass: masses,
    lower: edges.map(([low]) => low),
    upper: edges.map(([, high]) => high),
  });
}
