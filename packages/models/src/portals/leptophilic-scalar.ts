import { requireCoupling, requireOptions, requirePositive } from "@belladonna/numerics";
import { VEV } from "../constants.js";
import { references } from "@belladonna/sources";
import { MASS } from "../masses.js";
import { channel, mediator, type PartialWidth, type Lepton, type Mediator } from "../mediator.js";
import { scalarToFermions } from "../widths/fermion-pair.js";
import { scalarToPhotons, type LoopFermion } from "../widths/photons.js";
import { leptonPairs } from "./dark-scalar.js";

/** Parameters of {@link leptophilicScalar}. */
export interface LeptophilicScalarParameters {
  /** Mass, GeV, > 0. */
  readonly mass: number;
  /** Strength $\xi$ relative to the Higgs boson, dimensionless, not 0. */
  readonly xi: number;
}

const PARAMETERS: readonly (keyof LeptophilicScalarParameters)[] = ["mass", "xi"];

/** Parameters of {@link muonphilicScalar}. */
export interface MuonphilicScalarParameters {
  /** Mass, GeV, > 0. */
  readonly mass: number;
  /** Yukawa coupling to the muon, dimensionless, not 0, at most $\sqrt{4\pi}$ in size. */
  readonly g: number;
}

const MUON_PARAMETERS: readonly (keyof MuonphilicScalarParameters)[] = ["mass", "g"];

/** A scalar with Yukawa couplings to charged leptons only. */
function scalarOfLeptons(name: string, mass: number, yukawa: Partial<Record<Lepton, number>>): Mediator {
  const channels = (): PartialWidth[] => {
    const loop: LoopFermion[] = [];
    const list = leptonPairs.map(([l, title, id]) => {
      const y = yukawa[l] ?? 0;
      loop.push({ mass: MASS[l], weight: 1, yukawaOverMass: y / MASS[l] });
      return channel(title, [-id, id], scalarToFermions(mass, MASS[l], y), "leptons", references.Batell2017);
    });
    list.push(channel("gamma gamma", [22, 22], scalarToPhotons(mass, loop), "photons", references.Spira1998));
    return list;
  };
  return mediator({ name, kind: "scalar", mass, couplings: { scalar: yukawa }, channels });
}

/**
 * A scalar that couples to leptons like the Higgs boson, $\mathcal L=-\xi\sum_\ell\tfrac{m_\ell}{v}\,\bar\ell\ell\,\phi$;
 * below $2m_e$ it decays to photons through lepton loops.
 *
 * @param parameters - mass (GeV) and strength
 * @returns the mediator
 * @throws `RangeError` for a mass that is not > 0, or a strength that is 0 or makes the tau Yukawa exceed $\sqrt{4\pi}$
 * @see Batell et al., arXiv:1606.04943
 *
 * @example
 * ```ts
 * leptophilicScalar({ mass: 6, xi: 1 }).branchingFraction("tau+ tau-"); // ≈ 0.993
 * ```
 */
export function leptophilicScalar(parameters: LeptophilicScalarParameters): Mediator {
  requireOptions("leptophilicScalar", parameters, PARAMETERS);
  const { mass, xi } = parameters;
  requirePositive("leptophilicScalar: mass", mass, "GeV");
  requireCoupling("leptophilicScalar: xi", xi, (Math.sqrt(4 * Math.PI) * VEV) / MASS.tau);
  const yukawa = { e: (xi * MASS.e) / VEV, mu: (xi * MASS.mu) / VEV, tau: (xi * MASS.tau) / VEV };
  return scalarOfLeptons("leptophilic scalar", mass, yukawa);
}

/**
 * A scalar that couples to muons only, $\mathcal L=-g\,\bar\mu\mu\,S$; below $2m_\mu$ it decays to photons through the
 * muon loop.
 *
 * @param parameters - mass (GeV) and Yukawa coupling
 * @returns the mediator
 * @throws `RangeError` for a mass that is not > 0 or a coupling that is 0 or above $\sqrt{4\pi}$
 *
 * @example
 * ```ts
 * muonphilicScalar({ mass: 1, g: 1e-3 }).width("mu+ mu-"); // ≈ 3.715e-8
 * ```
 */
export function muonphilicScalar(parameters: MuonphilicScalarParameters): Mediator {
  requireOptions("muonphilicScalar", parameters, MUON_PARAMETERS);
  const { mass, g } = parameters;
  requirePositive("muonphilicScalar: mass", mass, "GeV");
  requireCoupling("muonphilicScalar: g", g, Math.sqrt(4 * Math.PI));
  return scalarOfLeptons("muonphilic scalar", mass, { mu: g });
}
