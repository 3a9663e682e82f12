import type { Couplings } from "@belladonna/models";
import { requireChoice, requireWithin } from "@belladonna/numerics";
import { square } from "@belladonna/numerics/elementary";

/**
 * How a particle is made, up to a factor that two models share: the rate is proportional to
 *
 * - `electron`: $g_e^2$ ($e^+e^-\to\gamma X$, electron bremsstrahlung);
 * - `muon`: $g_\mu^2$ ($e^+e^-\to\mu^+\mu^-X$);
 * - `proton`: $(2g_u+g_d)^2$ (proton bremsstrahlung);
 * - `pi0-to-gamma`: the mixing with $\rho$ and $\omega$ in $\pi^0\to\gamma X$;
 * - `photon`: $g_{a\gamma\gamma}^2$.
 */
export type ProductionMode = "electron" | "muon" | "proton" | "pi0-to-gamma" | "photon";

/** Names of the ways to make a particle. */
export const productionModes: readonly ProductionMode[] = ["electron", "muon", "proton", "pi0-to-gamma", "photon"];

const RHO_MASS = 0.77526;
const OMEGA_MASS = 0.78266;

/**
 * Production rate of a particle, up to a factor that depends on the mass only.
 *
 * ```ts
 * // B - L of g = e ε is made like a dark photon of ε off electrons, and off protons: their charge and baryon number are 1.
 * const bMinusLOf = vectorMediator({ mass: 0.1, coupling: 3.0282e-4, charges: bMinusL }).couplings;
 * const darkPhotonOf = darkPhoton({ mass: 0.1, epsilon: 1e-3 }).couplings;
 * productionRate("electron", bMinusLOf, 0.1) / productionRate("electron", darkPhotonOf, 0.1); // ≈ 1
 * productionRate("proton", bMinusLOf, 0.1) / productionRate("proton", darkPhotonOf, 0.1); // ≈ 1
 * ```
 * @param mode - How it is made.
 * @param couplings - Couplings of the particle.
 * @param mass - Mass, GeV.
 * @returns The rate, in units of its own; 0 where the coupling is absent or the production closed.
 * @throws RangeError for a mode that there is not, a coupling that is no number up to 1e100 in size, or a mass outside [0, 1e30] GeV.
 * @see [P. Ilten et al., JHEP 06 (2018) 004](https://arxiv.org/abs/1801.04847), eqs. 2.3–2.10
 */
export function productionRate(mode: ProductionMode, couplings: Couplings, mass: number): number {
  requireChoice("productionRate: mode", mode, productionModes);
  const { e = 0, mu = 0, u = 0, d = 0 } = couplings.vector ?? {};
  const { photon = 0 } = couplings;
  for (const [name, g] of Object.entries({ e, mu, u, d, photon })) {
    requireWithin(`productionRate: coupling ${name}`, Math.abs(g), 0, 1e100);
  }
  requireWithin("productionRate: mass, GeV,", mass, 0, 1e30);
  switch (mode) {
    case "electron":
      return e * e;
    case "muon":
      return mu * mu;
    case "proton":
      return square(2 * u + d);
    case "photon":
      return square(photon);
    case "pi0-to-gamma": {
      // Tr(T_pi T_gamma T_V) Tr(T_V Q), rho: (1/12)(g_u - g_d)/2, omega: (1/4)(g_u + g_d)/2; real below the thresholds.
      const pole = (m: number): number => (m * m) / (m * m - mass * mass);
      return mass < 0.1349768 ? square(((u - d) * pole(RHO_MASS)) / 24 + ((u + d) * pole(OMEGA_MASS)) / 8) : 0;
    }
  }
}

/** Every lifetime is accepted alike. */
export interface AllDecays {
  /** Marks this kind. */
  readonly kind: "all";
}

/**
 * A flight path up to (`prompt`) or beyond (`escape`, missing energy) a length: $\epsilon=1-e^{-L/(\beta\gamma c\tau)}$
 * or $e^{-L/(\beta\gamma c\tau)}$.
 */
export interface FlightPath {
  /** Decays before the length, or after it. */
  readonly kind: "prompt" | "escape";
  /** The length, cm. */
  readonly length: number;
  /** Boost $\beta\gamma$ at a mass in GeV. */
  readonly betaGamma: (mass: number) => number;
}

/**
 * Decays between a shield and the end of a detector, $\epsilon=e^{-t_0/\tau}-e^{-t_1/\tau}$ with $t_1=t_0(1+r)$ and $t_0$
 * such that both edges of the excluded interval have the same yield.
 */
export interface BeamDump {
  /** Marks this kind. */
  readonly kind: "dump";
  /** $r=L_\mathrm{det}/L_\mathrm{sh}$, length of the decay volume over that of the shield. */
  readonly ratio: number;
}

/** Part of the decays a search accepts, relative to another lifetime. */
export type SearchEfficiency = AllDecays | FlightPath | BeamDump;

/** What one must know of a search to recast its limit. */
export interface RecastSearch {
  /** How the particle is made: by name, or the rate as a function of couplings and mass (GeV), in any unit. */
  readonly production: ProductionMode | ((couplings: Couplings, mass: number) => number);
  /** Channels the search sees. Absent: the branching fraction is the same in both models, or it does not matter. */
  readonly channels?: readonly string[];
  /** Part of the decays accepted, by lifetime. */
  readonly efficiency: SearchEfficiency;
}

const electrons = ["e+ e-"];
const PHI_MASS = 1.01946;
const dump = (ratio: number, production: ProductionMode = "electron"): RecastSearch => ({
  production,
  channels: electrons,
  efficiency: { kind: "dump", ratio },
});
const all = { kind: "all" } as const;
/** A photon and a particle of mass m from a phi at rest: gamma = (M² + m²) / 2Mm. */
const kloe = (channels: readonly string[]): RecastSearch => ({
  production: "electron",
  channels,
  efficiency: { kind: "prompt", length: 8, betaGamma: (m) => (square(PHI_MASS) + m * m) / (2 * PHI_MASS * m) },
});

/**
 * Searches whose bundled limits can be recast without further knowledge, by identifier.
 *
 * Lengths of shields and detectors, flight paths and production are those of the publications as collected by
 * P. Ilten, Y. Soreq, M. Williams and W. Xue, JHEP 06 (2018) 004, section 2 and appendix C.
 */
export const recastSearches: Readonly<Record<string, RecastSearch>> = {
  A1_2014: { production: "electron", channels: electrons, efficiency: all },
  APEX_2011: { production: "electron", channels: electrons, efficiency: all },
  BaBar_darkphoton_visible_2014: { production: "electron", channels: ["e+ e-", "mu+ mu-"], efficiency: all },
  /** Radiation off the muons alone; that off the electrons adds to it, so the limit carried over is on the safe side. */
  BaBar_Zprime_mumu_2016: { production: "muon", channels: ["mu+ mu-"], efficiency: all },
  BaBar_darkphoton_invisible_2017: { production: "electron", efficiency: all },
  projection_BelleII_darkphoton_visible_50ab: {
    production: "electron",
    channels: ["e+ e-", "mu+ mu-"],
    efficiency: all,
  },
  BESIII_2017_darkphoton: { production: "electron", channels: ["e+ e-", "mu+ mu-"], efficiency: all },
  E137_2009_darkphoton: dump(204 / 179),
  E141_1987_darkphoton: dump(35 / 0.12),
  E774_1989: dump(2 / 0.3),
  KEK_1986: dump(2.2 / 2.4),
  /** phi -> eta X through the strange quarks of both: vector dominance leaves g_s alone. */
  KLOE_2013_phi_eta_ee: { production: ({ vector }) => square(vector?.s ?? 0), channels: electrons, efficiency: all },
  KLOE_2014_mumugamma: kloe(["mu+ mu-"]),
  KLOE_2015_eegamma: kloe(electrons),
  KLOE_2016_pipigamma: kloe(["pi+ pi-"]),
  KLOE_2018_combined: kloe(["mu+ mu-", "pi+ pi-"]),
  NA48_2_2015: {
    production: "pi0-to-gamma",
    channels: electrons,
    efficiency: { kind: "prompt", length: 100, betaGamma: (m) => 50 / m },
  },
  NA64_visible_2019: dump(4),
  NuCal_1991_darkphoton: dump(23 / 64, "proton"),
  Orsay_1989_darkphoton: dump(2),
};

/** Why bundled limits on vectors have no entry in {@link recastSearches}, by identifier. */
export const recastReasons: Readonly<Record<string, string>> = {
  BaBar_BL_visible_recast: "a recast itself: recast the original, BaBar_darkphoton_visible_2014",
  BelleII_Zprime_invisible_2020: "the decay to neutrinos alone is limited, and its share is another in each model",
  CHARM_2012_darkphoton:
    "made in decays of pions and eta mesons, whose shares by mass are not tabulated with the limit",
  LEP_monophoton_2011: "missing energy at the Z pole, where couplings to neutrinos and axial couplings matter too",
  LHCb_prompt_2019:
    "made in meson decays and in Drell-Yan at once; the shares by mass are not tabulated with the limit",
  NA64_invisible_2019: "missing energy: what of a visibly decaying particle escapes the calorimeter is not known here",
  NuCal_Tsai2019_darkphoton:
    "bremsstrahlung and meson decays at once; the shares by mass are not tabulated with the limit",
};
