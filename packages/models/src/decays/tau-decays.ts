import { constants } from "../constants.js";
import { references } from "../data/references.js";
import { MASS } from "../masses.js";
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

const NU = 16;
const rho = { pdgId: -213, ...RESONANCES.rho };
const kStar = { pdgId: -323, mass: MASS["K*+"], width: 0.0485 };

/** Channels of the $\tau^-$: fractions of the constrained fit of PDG 2024, rounded; the rarest are left out. */
function channels(): DecayChannel[] {
  const one = hadronicDynamics(2, pionCurrent);
  const three = hadronicDynamics(4, threePionCurrent);
  const kPi = hadronicDynamics(3, vectorCurrent(kaonPionFormFactor));
  const flat = (name: string, products: readonly number[], fraction: number): DecayChannel => ({
    name,
    products: [...products, NU],
    fraction,
  });
  return [
    { name: "e nu nu", products: [11, -12, NU], fraction: 0.1782, dynamics: leptonicDynamics(MASS.e) },
    { name: "mu nu nu", products: [13, -14, NU], fraction: 0.1739, dynamics: leptonicDynamics(MASS.mu) },
    { name: "pi nu", products: [-211, NU], fraction: 0.1082, dynamics: one },
    { name: "K nu", products: [-321, NU], fraction: 6.96e-3, dynamics: one },
    {
      name: "pi pi0 nu",
      products: [-211, 111, NU],
      fraction: 0.2549,
      dynamics: hadronicDynamics(3, vectorCurrent(pionFormFactor)),
      resonance: rho,
    },
    { name: "pi 2pi0 nu", products: [111, 111, -211, NU], fraction: 0.0926, dynamics: three },
    { name: "3pi nu", products: [-211, -211, 211, NU], fraction: 0.0899, dynamics: three },
    { name: "K pi0 nu", products: [-321, 111, NU], fraction: 4.33e-3, dynamics: kPi, resonance: kStar },
    { name: "K0 pi nu", products: [-311, -211, NU], fraction: 8.38e-3, dynamics: kPi, resonance: kStar },
    flat("3pi pi0 nu", [-211, -211, 211, 111], 0.0274),
    flat("pi omega nu", [-211, 223], 0.0195),
    flat("pi 3pi0 nu", [-211, 111, 111, 111], 0.0104),
    flat("pi 4pi0 nu", [-211, 111, 111, 111, 111], 1.1e-3),
    flat("3pi 2pi0 nu", [-211, -211, 211, 111, 111], 5.0e-3),
    flat("3pi 3pi0 nu", [-211, -211, 211, 111, 111, 111], 2.1e-4),
    flat("5pi nu", [-211, -211, -211, 211, 211], 8.3e-4),
    flat("K pi pi nu", [-321, -211, 211], 2.93e-3),
    flat("K K pi nu", [-321, 321, -211], 1.43e-3),
    flat("K 2pi0 nu", [-321, 111, 111], 6.5e-4),
    flat("K 3pi0 nu", [-321, 111, 111, 111], 4.8e-4),
    flat("K pi pi pi0 nu", [-321, -211, 211, 111], 8.2e-4),
    flat("K K0 nu", [-321, 311], 1.49e-3),
    flat("K K0 pi0 nu", [-321, 311, 111], 1.5e-3),
    flat("K0 pi pi0 nu", [-311, -211, 111], 3.82e-3),
    flat("K0 K0 pi nu", [311, -311, -211], 1.55e-3),
    flat("pi pi0 eta nu", [-211, 111, 221], 1.39e-3),
  ];
}

/**
 * Decays of the $\tau$: leptons by $V-A$; $\pi$, $K$; $\rho$ and $K^*(892)$ to two, $a_1$ to three pions by the currents
 * of Kühn and Santamaria; the rest by flat phase space. The listed fractions add to 0.998, what is missing is rarer
 * than $4\times10^{-4}$ each; `"all"` stands for every decay, so its branching fraction is 1.
 * @param options - Channels and polarisation.
 * @throws RangeError when a channel is unknown or the polarisation outside $[-1, 1]$.
 * @see PDG 2024, Phys. Rev. D 110 (2024) 030001; J. H. Kühn, A. Santamaria, Z. Phys. C 48 (1990) 445
 */
export function tauDecays(options: TauDecayOptions = {}): DecayTable {
  const { channels: wanted = "all", polarisation = 0 } = options;
  if (!(Math.abs(polarisation) <= 1)) {
    throw new RangeError(`tauDecays: polarisation must be in [-1, 1], got ${polarisation}`);
  }
  const table: DecayTable = {
    pdgId: 15,
    mass: MASS.tau,
    ctau: constants.tauTau.value * 29979245800,
    channels: channels(),
    branchingFraction: 1,
    polarisation,
    source: references.PDG2024,
  };
  return selectChannels(table, wanted);
}
