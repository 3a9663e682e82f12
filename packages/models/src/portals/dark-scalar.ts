import { requireCoupling, requireOptions, requirePositive } from "@belladonna/numerics";
import { VEV } from "../constants.js";
import { references } from "@belladonna/sources";
import { requireScalarHadronicOptions, scalarHadrons, type ScalarHadronicOptions } from "../hadronic/scalar-hadrons.js";
import { MASS } from "../masses.js";
import { channel, mediator, type PartialWidth, type Fermion, type Mediator } from "../mediator.js";
import { scalarToFermions } from "../widths/fermion-pair.js";
import { scalarToPhotons, type LoopFermion } from "../widths/photons.js";

/** Parameters of {@link darkScalar}. */
export interface DarkScalarParameters {
  /** Mass, GeV, > 0. */
  readonly mass: number;
  /** Sine of the mixing angle with the Higgs boson, not 0, at most 1 in size. */
  readonly sinTheta: number;
  /** Matching point of the hadronic width. */
  readonly hadrons?: ScalarHadronicOptions;
}

const PARAMETERS: readonly (keyof DarkScalarParameters)[] = ["mass", "sinTheta", "hadrons"];

/** Names and PDG identities of the charged leptons. */
export const leptonPairs = [
  ["e", "e+ e-", 11],
  ["mu", "mu+ mu-", 13],
  ["tau", "tau+ tau-", 15],
] as const;

const inLoops = [
  ["e", 1],
  ["mu", 1],
  ["tau", 1],
  ["c", 4 / 3],
  ["b", 1 / 3],
  ["t", 4 / 3],
] as const;

const fermions: readonly Exclude<Fermion, "nue" | "numu" | "nutau">[] = ["e", "mu", "tau", "d", "u", "s", "c", "b"];

/** Channels of a scalar that mixes with the Higgs boson; shared with the dark Higgs. */
export function higgsMixingChannels(
  mass: number,
  sinTheta: number,
  hadrons: ScalarHadronicOptions | undefined,
): PartialWidth[] {
  const list = leptonPairs.map(([l, name, id]) =>
    channel(
      name,
      [-id, id],
      scalarToFermions(mass, MASS[l], (sinTheta * MASS[l]) / VEV),
      "leptons",
      references.Winkler2019,
    ),
  );
  const loop = inLoops.map(([f, weight]): LoopFermion => ({ mass: MASS[f], weight, yukawaOverMass: sinTheta / VEV }));
  const photons = scalarToPhotons(mass, loop, sinTheta / VEV);
  list.push(channel("gamma gamma", [22, 22], photons, "photons", references.Spira1998));
  return [...list, ...scalarHadrons(mass, sinTheta, hadrons)];
}

/** Yukawa couplings $\sin\theta\,m_f/v$. */
export function higgsMixingYukawas(sinTheta: number): Partial<Record<Fermion, number>> {
  return Object.fromEntries(fermions.map((f) => [f, (sinTheta * MASS[f]) / VEV]));
}

/**
 * A scalar that mixes with the Higgs boson: $\mathcal L=-\sin\theta\sum_f\tfrac{m_f}{v}\,\bar f f\,S$.
 *
 * Leptons, photons (light quarks left out of the loop), two pions and two kaons with dispersive form factors to 2 GeV,
 * quarks and gluons above. Production in $B$ decays: `bToKaon`.
 *
 * @param parameters - mass (GeV) and mixing
 * @returns the mediator
 * @throws `RangeError` for a mass that is not > 0 or a mixing that is 0 or above 1
 *
 * @example
 * ```ts
 * darkScalar({ mass: 0.25, sinTheta: 1e-3 }).branchingFraction("mu+ mu-"); // ≈ 0.9999
 * darkScalar({ mass: 0.5, sinTheta: 1e-4 }).branchingFraction("pi pi"); // ≈ 0.8927
 * ```
 */
export function darkScalar(parameters: DarkScalarParameters): Mediator {
  requireOptions("darkScalar", parameters, PARAMETERS);
  const { mass, sinTheta, hadrons } = parameters;
  requirePositive("darkScalar: mass", mass, "GeV");
  requireCoupling("darkScalar: sinTheta", sinTheta, 1);
  if (hadrons !== undefined) requireScalarHadronicOptions("scalarHadrons", hadrons);
  return mediator({
    name: "dark scalar",
    kind: "scalar",
    mass,
    couplings: { scalar: higgsMixingYukawas(sinTheta) },
    channels: () => higgsMixingChannels(mass, sinTheta, hadrons),
    citations: [references.Winkler2019],
  });
}
