import { requireOptions, requirePositive, requireWithin } from "@belladonna/numerics";
import { references } from "@belladonna/sources";
import { chargedCurrentDynamics, neutralCurrentDynamics } from "../widths/v-minus-a.js";
import { hadronsWithLepton, hadronsWithNeutrino } from "../hadronic/hnl-hadrons.js";
import { MASS } from "../masses.js";
import { channel, mediator, type PartialWidth, type Lepton, type Mediator } from "../mediator.js";
import { neutralCouplings, neutralCurrent, threeBodyIntegral, threeBodyUnit } from "../widths/hnl-leptons.js";

/** Mixing $|U_\ell|^2$ with each flavour, dimensionless; absent ones are 0. */
export type Mixing = Readonly<Partial<Record<Lepton, number>>>;

/** Parameters of {@link hnl}. */
export interface HnlParameters {
  /** Mass, GeV, > 0. */
  readonly mass: number;
  /** Mixing $|U_\ell|^2$ at the decay, each in [0, 1], not all 0. */
  readonly mixing: Mixing;
  /** Majorana: decays to both charges, twice the width; Dirac: lepton number is conserved. */
  readonly nature: "majorana" | "dirac";
  /** Mixing at the production, when it differs from that at the decay. */
  readonly productionMixing?: Mixing;
}

const PARAMETERS: readonly (keyof HnlParameters)[] = ["mass", "mixing", "nature", "productionMixing"];

const flavours = ["e", "mu", "tau"] as const;
const pdg = { e: 11, mu: 13, tau: 15 } as const;

function checked(what: string, mixing: Mixing): Record<Lepton, number> {
  requireOptions(`hnl: ${what}`, mixing, flavours);
  const full = { e: mixing.e ?? 0, mu: mixing.mu ?? 0, tau: mixing.tau ?? 0 };
  for (const l of flavours) requireWithin(`hnl: ${what}.${l}`, full[l], 0, 1);
  if (full.e + full.mu + full.tau === 0) throw new RangeError(`hnl: ${what} must not be 0 for all flavours, got 0`);
  return full;
}

/** Leptonic channels: three neutrinos, $\nu\ell\ell$, and two charged leptons of different flavour. */
function leptonicChannels(m: number, u: Readonly<Record<Lepton, number>>, majorana: boolean): PartialWidth[] {
  const unit = threeBodyUnit(m);
  const both = majorana ? 2 : 1;
  const sum = u.e + u.mu + u.tau;
  const { Bondarenko2018 } = references;
  const list = [channel("nu nu nu", [12, 14, -14], both * unit * sum, "invisible", Bondarenko2018)];
  for (const l of flavours) {
    const x = MASS[l] / m;
    const width = u[l] * neutralCurrent(x, "same lepton") + (sum - u[l]) * neutralCurrent(x, "other lepton");
    const currents = [
      { mixing: u[l], ...neutralCouplings("same lepton") },
      { mixing: sum - u[l], ...neutralCouplings("other lepton") },
    ];
    list.push({
      ...channel(`nu ${l}- ${l}+`, [12, pdg[l], -pdg[l]], both * unit * width, "leptons", Bondarenko2018),
      dynamics: neutralCurrentDynamics(MASS[l], currents, majorana),
    });
  }
  // N -> a^- b^+ nu_b by |U_a|^2; a Majorana N also to a^+ b^- nubar_b.
  for (const a of flavours) {
    for (const b of flavours) {
      if (a === b) continue;
      const width = u[a] === 0 ? 0 : unit * u[a] * threeBodyIntegral(MASS[b] / m, 0, MASS[a] / m);
      const neutrino = pdg[b] + 1;
      list.push({
        ...channel(`${a}- ${b}+ nu_${b}`, [pdg[a], -pdg[b], neutrino], width, "leptons", Bondarenko2018),
        dynamics: chargedCurrentDynamics(1),
      });
      if (!majorana) continue;
      list.push({
        ...channel(`${a}+ ${b}- nubar_${b}`, [-pdg[a], pdg[b], -neutrino], width, "leptons", Bondarenko2018),
        dynamics: chargedCurrentDynamics(-1),
      });
    }
  }
  return list;
}

/**
 * A heavy neutral lepton that mixes with the neutrinos, with all two- and three-body decays.
 *
 * Single mesons, two pions with the measured form factor (the $\rho$ with its width) and, above 1 GeV, the quark-level
 * width with QCD corrections; what that leaves over the others is the channel `"... hadrons"`, so that the total is the
 * physical one. A name such as `"mu pi"` sums both charges.
 *
 * @param parameters - mass (GeV), mixing, nature
 * @returns the mediator; `hnlProduction` gives its production in tau, $D$, $D_s$ and $B$ decays
 * @throws `RangeError` for a mass that is not > 0, a mixing outside [0, 1], or none
 * @see Bondarenko et al., arXiv:1805.08567, sec. 3; Feng et al., arXiv:2405.07330
 *
 * @example
 * ```ts
 * hnl({ mass: 1, mixing: { mu: 1e-6 }, nature: "majorana" }).ctau; // ≈ 59008
 * hnl({ mass: 0.1, mixing: { e: 1 }, nature: "dirac" }).width("nu nu nu"); // ≈ 2.285e-19
 * ```
 */
export function hnl(parameters: HnlParameters): Mediator {
  requireOptions("hnl", parameters, PARAMETERS);
  const { mass, nature, productionMixing = parameters.mixing } = parameters;
  requirePositive("hnl: mass", mass, "GeV");
  const u = checked("mixing", parameters.mixing);
  const mixing = checked("productionMixing", productionMixing);
  if (!["majorana", "dirac"].includes(nature)) {
    throw new RangeError(`hnl: nature must be "majorana" or "dirac", got ${nature}`);
  }
  const majorana = nature === "majorana";

  const channels = (): PartialWidth[] => {
    const list = leptonicChannels(mass, u, majorana);
    for (const l of flavours) {
      list.push(...hadronsWithLepton(mass, l, u[l], -1));
      if (majorana) list.push(...hadronsWithLepton(mass, l, u[l], 1));
    }
    return [...list, ...hadronsWithNeutrino(mass, u.e + u.mu + u.tau, majorana)];
  };
  const citations = [references.Gorbunov2007];
  return mediator({
    name: "heavy neutral lepton",
    kind: "fermion",
    mass,
    selfConjugate: majorana,
    couplings: { mixing },
    channels,
    citations,
  });
}
