import { requireOptions } from "@belladonna/numerics";
import { C_CM_PER_NS, SECOND } from "@belladonna/kinematics";
import { constants } from "@belladonna/models";
import { references } from "@belladonna/sources";
import { MASS } from "@belladonna/models/constants";
import type { DecayChannel, DecayTable } from "./decay-table.js";
import { selectChannels } from "./decay-table.js";
import {
  kaonPionFormFactor,
  pionCurrent,
  pionFormFactor,
  RESONANCES,
  threePionCurrent,
  vectorCurrent,
} from "./tau-currents.js";
import { hadronicDynamics, leptonicDynamics } from "./tau-matrix-element.js";

/** Which decays of the $\tau$. */
export interface TauDecayOptions {
  /** Names of channels, or `"all"`; `"all"` when absent. */
  readonly channels?: "all" | readonly string[];
  /**
   * Longitudinal polarisation of the $\tau^-$ in the frame of the events, in $[-1, 1]$, in place of that of production;
   * the $\tau^+$ has the opposite. When 0 or absent, taus decay with the spins of production, correlated among the taus
   * of an event, where the process knows them; else unpolarised.
   */
  readonly polarisation?: number;
}

const OPTIONS: readonly (keyof TauDecayOptions)[] = ["channels", "polarisation"];

const NU = 16;
const rho = { pdgId: -213, ...RESONANCES.rho };
const kStar = { pdgId: -323, mass: MASS["K*+"], width: 0.0485 };

/** Channels without a current of their own: hadrons beside the neutrino, and the fraction. */
const FLAT: readonly (readonly [name: string, hadrons: readonly number[], fraction: number])[] = [
  ["3pi pi0 nu", [-211, -211, 211, 111], 0.027404],
  ["pi omega nu", [-211, 223], 0.019494],
  ["pi 3pi0 nu", [-211, 111, 111, 111], 0.010429],
  ["pi pi0 omega nu", [-211, 111, 223], 0.004085],
  ["K0 pi pi0 nu", [-311, -211, 111], 0.003817],
  ["K pi pi nu", [-321, -211, 211], 0.002927],
  ["K K0 pi0 nu", [-321, 311, 111], 0.0015],
  ["K K0 nu", [-321, 311], 0.001486],
  ["K K pi nu", [-321, 321, -211], 0.001435],
  ["pi pi0 eta nu", [-211, 111, 221], 0.001389],
  ["pi 4pi0 nu", [-211, 111, 111, 111, 111], 0.001118],
  ["K_S K_L pi nu", [310, 130, -211], 0.001081],
  ["3pi 2pi0 nu", [-211, -211, 211, 111, 111], 0.000981],
  ["5pi nu", [-211, -211, -211, 211, 211], 0.000827],
  ["K 2pi0 nu", [-321, 111, 111], 0.000647],
  ["K 3pi0 nu", [-321, 111, 111, 111], 0.000478],
  ["K omega nu", [-321, 223], 0.00041],
  ["K pi pi pi0 nu", [-321, -211, 211, 111], 0.000394],
  ["pi gamma nu", [-211, 22], 0.000353],
  ["K_S K_L pi pi0 nu", [310, 130, -211, 111], 0.000325],
  ["K0 pi 2pi0 nu", [-311, -211, 111, 111], 0.000263],
  ["K0 3pi nu", [-311, -211, -211, 211], 0.000247],
  ["2K_S pi nu", [310, 310, -211], 0.000235],
  ["2K_L pi nu", [130, 130, -211], 0.000235],
  ["3pi eta nu", [-211, -211, 211, 221], 0.00022],
  ["pi 2pi0 eta nu", [-211, 111, 111, 221], 0.000195],
  ["K eta nu", [-321, 221], 0.000155],
];

/** Channels of the $\tau^-$; $K^*$ to its two charges by isospin. */
function channels(): DecayChannel[] {
  const one = hadronicDynamics(2, pionCurrent);
  const three = hadronicDynamics(4, threePionCurrent);
  const kPi = hadronicDynamics(3, vectorCurrent(kaonPionFormFactor));
  const kStarFraction = 0.012712;
  return [
    { name: "e nu nu", products: [11, -12, NU], fraction: 0.178175, dynamics: leptonicDynamics(MASS.e) },
    { name: "mu nu nu", products: [13, -14, NU], fraction: 0.173937, dynamics: leptonicDynamics(MASS.mu) },
    { name: "pi nu", products: [-211, NU], fraction: 0.108164, dynamics: one },
    { name: "K nu", products: [-321, NU], fraction: 0.006964, dynamics: one },
    {
      name: "pi pi0 nu",
      products: [-211, 111, NU],
      fraction: 0.254941,
      dynamics: hadronicDynamics(3, vectorCurrent(pionFormFactor)),
      resonance: rho,
    },
    { name: "pi 2pi0 nu", products: [111, 111, -211, NU], fraction: 0.092595, dynamics: three },
    { name: "3pi nu", products: [-211, -211, 211, NU], fraction: 0.089868, dynamics: three },
    {
      name: "K pi0 nu",
      products: [-321, 111, NU],
      fraction: kStarFraction / 3,
      dynamics: kPi,
      resonance: kStar,
    },
    {
      name: "K0 pi nu",
      products: [-311, -211, NU],
      fraction: (2 * kStarFraction) / 3,
      dynamics: kPi,
      resonance: kStar,
    },
    ...FLAT.map(([name, hadrons, fraction]) => ({ name, products: [...hadrons, NU], fraction })),
  ];
}

/**
 * Decays of the $\tau$: leptons by $V-A$; $\pi$, $K$; $\rho$ and $K^*(892)$ to two, $a_1$ to three pions by the currents
 * of Kühn and Santamaria; the rest by flat phase space, without regard to spin. `"all"` stands for every decay, so its
 * branching fraction is 1; the listed ones add to 0.9995, what is missing is rarer than $10^{-4}$ each.
 *
 * The fractions are those of the decay table of Belle II (`DECAY_BELLE2.DEC`, as distributed with scikit-hep's
 * decaylanguage 1.1.2), which has the constrained fit of the Particle Data Group to six digits.
 *
 * ```ts
 * tauDecays().channels.length; // 36
 * ```
 * @param options - Channels and polarisation.
 * @throws RangeError when a channel is unknown or the polarisation outside $[-1, 1]$.
 * @see PDG 2024, Phys. Rev. D 110 (2024) 030001; J. H. Kühn, A. Santamaria, Z. Phys. C 48 (1990) 445
 */
export function tauDecays(options: TauDecayOptions = {}): DecayTable {
  requireOptions("tauDecays", options, OPTIONS);
  const { channels: wanted = "all", polarisation = 0 } = options;
  if (!(Math.abs(polarisation) <= 1)) {
    throw new RangeError(`tauDecays: polarisation must be in [-1, 1], got ${polarisation}`);
  }
  const table: DecayTable = {
    pdgId: 15,
    mass: MASS.tau,
    ctau: constants.tauTau.value * SECOND * C_CM_PER_NS,
    channels: channels(),
    branchingFraction: 1,
    polarisation,
    source: references.PDG2024,
  };
  return selectChannels(table, wanted);
}
