import type { Limit } from "../limit.js";
import type { LimitEntry } from "./options.js";
import type { Plane } from "./plane.js";

/** As lines. */
export function asLines(limits: readonly Limit[]): LimitEntry[] {
  return limits.map((l) => ({ limit: l, style: "line" }));
}

/** Planes of kaons, of muons, of dark matter and of couplings to leptons and gluons. */
export const morePlanes: readonly Plane[] = [
  {
    id: "kaon-to-pion",
    title: "K → π with a light particle",
    queries: ["BF(K+", "BF(KL"].flatMap((observable) => [
      { portal: "alp", observable },
      { portal: "dark-scalar", observable },
    ]),
    options: {
      x: { label: "$m_X$ [GeV]", domain: [8e-3, 0.5] },
      y: { label: "$B$(K → πX) $B$(X)", domain: [1e-13, 1e-5] },
    },
    derive: asLines,
  },
  {
    id: "muon-to-electron-alpha",
    title: "μ → eα",
    queries: [{ portal: "lfv-alp", observable: "BF(mu ->" }],
    options: { x: { label: "$m_α$ [GeV]", scale: "linear" }, y: { label: "$B$(μ → eα)" } },
    derive: asLines,
  },
  {
    id: "dark-matter-y",
    title: "Scattering of dark matter made by dark photons",
    queries: [{ portal: "dark-matter" }],
    options: { x: { label: "$m_χ$ [GeV]" }, y: { label: "$y = ε^2 α_D (m_χ/m_{A′})^4$" } },
  },
  {
    id: "leptophilic-scalar",
    title: "Leptophilic scalar",
    queries: [{ portal: "leptophilic-scalar" }],
    options: { x: { label: "$m_ϕ$ [GeV]" }, y: { label: "$ξ$" } },
  },
  {
    id: "alp-lepton",
    title: "Axion-like particle, lepton coupling",
    queries: [{ portal: "alp", observable: "cLepton" }],
    options: { x: { label: "$m_a$ [GeV]" }, y: { label: "$c/Λ$ [GeV⁻¹]" } },
  },
  {
    id: "alp-gluon-scale",
    title: "Axion-like particle, gluon coupling normalised as in ALPINIST",
    queries: [{ portal: "alp", observable: "1/F" }],
    options: { x: { label: "$m_a$ [GeV]" }, y: { label: "$1/F$ [GeV⁻¹]" } },
  },
];
