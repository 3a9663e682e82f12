import { requireCoupling, requireOptions, requirePositive, requireWithin } from "@belladonna/numerics";
import { hypot, square } from "@belladonna/numerics/elementary";
import { constants } from "../constants.js";
import { references } from "@belladonna/sources";
import { alpFermionHadrons, alpFermionToPhotons, quarkLoopCoupling } from "../hadronic/alp-fermion-hadrons.js";
import { alpGluonsToPhotons, alpHadrons } from "../hadronic/alp-hadrons.js";
import { MASS } from "../masses.js";
import { channel, mediator, type PartialWidth, type Lepton, type Mediator } from "../mediator.js";
import { dalitzRatio } from "../widths/dalitz.js";
import { pseudoscalarToFermions } from "../widths/fermion-pair.js";
import { leptonLoopCoupling } from "../widths/lepton-loop.js";
import { alpToPhotons } from "../widths/photons.js";
import { leptonPairs } from "./dark-scalar.js";

/** Parameters of {@link alp}: at least one coupling. */
export interface AlpParameters {
  /** Mass, GeV, > 0. */
  readonly mass: number;
  /** Photon coupling $g_{a\gamma\gamma}$ of $-\tfrac g4\,aF\tilde F$, GeV⁻¹. */
  readonly gPhoton?: number;
  /** $W$ coupling $g_{aWW}$ of $-\tfrac g4\,aW\tilde W$, GeV⁻¹; adds $\sin^2\theta_W\,g_{aWW}$ to the photon coupling. */
  readonly gW?: number;
  /** Lepton coupling $c_\ell$ of $\tfrac{c_\ell}{2f}\,\partial_\mu a\,\bar\ell\gamma^\mu\gamma_5\ell$, dimensionless; one number for all or one a lepton. */
  readonly cLepton?: number | Readonly<Partial<Record<Lepton, number>>>;
  /** Gluon coupling $c_G$ of $c_G\tfrac{\alpha_s}{4\pi f}\,aG\tilde G$, dimensionless. */
  readonly cGluon?: number;
  /**
   * Coupling $c$ of $\tfrac{c}{2f}\,\partial_\mu a\sum_f\bar f\gamma^\mu\gamma_5f$ to all leptons and quarks alike,
   * dimensionless; not with `cLepton` or `cGluon`.
   */
  readonly cFermion?: number;
  /** List decays to one photon and a lepton pair (internal conversion, 0.1 to 3 % of two photons); false when absent. */
  readonly conversions?: boolean;
  /** Decay constant $f$, GeV, > 0; needed with `cLepton`, `cGluon` or `cFermion`. */
  readonly decayConstant?: number;
}

const PARAMETERS: readonly (keyof AlpParameters)[] = [
  "mass",
  "gPhoton",
  "gW",
  "cLepton",
  "cGluon",
  "cFermion",
  "conversions",
  "decayConstant",
];

const leptonCouplings = ({ cFermion, cLepton: c = cFermion }: AlpParameters): Partial<Record<Lepton, number>> =>
  typeof c === "number" ? { e: c, mu: c, tau: c } : (c ?? {});

/** Checks the parameters; returns $1/f$, 0 when nothing needs it. */
function inverseDecayConstant(p: AlpParameters): number {
  requirePositive("alp: mass", p.mass, "GeV");
  if (p.cFermion !== undefined && (p.cLepton !== undefined || p.cGluon !== undefined)) {
    throw new RangeError("alp: cFermion must be given without cLepton and cGluon, got both");
  }
  if (p.cFermion !== undefined) requireCoupling("alp: cFermion", p.cFermion, Number.MAX_VALUE);
  const couplings = leptonCouplings(p);
  requireOptions("alp: cLepton", couplings, ["e", "mu", "tau"]);
  const leptons = Object.entries(couplings);
  const given = [p.gPhoton, p.gW, p.cGluon].filter((c) => c !== undefined);
  if (given.length + leptons.length === 0) {
    throw new RangeError("alp: at least one coupling must be given, got none");
  }
  for (const c of given) requireCoupling("alp: every coupling", c, Number.MAX_VALUE);
  for (const [l, c] of leptons) requireCoupling(`alp: cLepton.${l}`, c, Number.MAX_VALUE);
  if (p.cGluon === undefined && leptons.length === 0) return 0;
  requirePositive("alp: decayConstant (needed with cLepton, cGluon and cFermion)", p.decayConstant ?? NaN, "GeV");
  requireWithin("alp: decayConstant, GeV,", p.decayConstant ?? NaN, 1e-30, 1e60);
  return 1 / (p.decayConstant ?? NaN);
}

/** Lowest and highest ratio to the incoherent sum of two widths, the second uncertain by `spread`, with any phase between. */
function interference(first: number, second: number, spread: readonly [number, number]): [number, number] {
  if (second === 0) return [1, 1];
  if (first === 0) return [spread[0], spread[1]];
  const [a, low, high] = [first, second * spread[0], second * spread[1]].map(Math.sqrt);
  const least = Math.max(0, a - high, low - a);
  return [square(least) / (first + second), square(a + high) / (first + second)];
}

/**
 * An axion-like particle with any of the couplings
 * $$\mathcal L=-\tfrac{g_{a\gamma\gamma}}4aF\tilde F-\tfrac{g_{aWW}}4aW\tilde W
 *  +\sum_\ell\tfrac{c_\ell}{2f}\,\partial_\mu a\,\bar\ell\gamma^\mu\gamma_5\ell+c_G\tfrac{\alpha_s}{4\pi f}\,aG\tilde G$$
 * or one coupling $c$ of the third kind to all leptons and quarks, `cFermion`.
 *
 * Photons (tree, fermion loops and, for gluons and for quarks below 2.45 GeV, mixing with $\pi^0,\eta,\eta'$), leptons,
 * hadrons. The relative phase of the photon amplitude by mixing is not published: it is added incoherently, and the spread
 * of the channel spans full interference. Conversions of a photon to leptons are of the order of the radiative correction
 * to two photons that is left out, so they are listed only on request. Next to $\pi^0$, $\eta$ and $\eta'$ gluons and quarks mix
 * with them to first order in the coupling: where that angle is not small, the lower end of the spread says so. Production in $B$ decays: `bToKaon`.
 *
 * @param parameters - mass (GeV) and couplings
 * @returns the mediator
 * @throws `RangeError` for a mass that is not > 0, no coupling at all, a coupling of 0, a missing decay constant,
 * or `cFermion` with `cLepton` or `cGluon`
 *
 * @example
 * ```ts
 * alp({ mass: 1, gPhoton: 1e-3 }).ctau; // ≈ 3.967e-6
 * alp({ mass: 1, cLepton: 1, decayConstant: 1000 }).branchingFraction("mu+ mu-"); // ≈ 0.9997
 * alp({ mass: 1.3, cFermion: 1, decayConstant: 1000 }).branchingFraction("mu+ mu-"); // ≈ 0.03119
 * ```
 */
export function alp(parameters: AlpParameters): Mediator {
  requireOptions("alp", parameters, PARAMETERS);
  const inverse = inverseDecayConstant(parameters);
  const { mass, gPhoton = 0, gW = 0, cGluon = 0, cFermion = 0 } = parameters;
  const c = leptonCouplings(parameters);
  const tree = gPhoton + constants.sin2ThetaW.value * gW;
  const yukawa: Partial<Record<Lepton, number>> = {};
  for (const [l] of leptonPairs) if (c[l] !== undefined) yukawa[l] = c[l] * inverse * MASS[l];

  const channels = (): PartialWidth[] => {
    const fermion = cFermion * inverse;
    const [quarkRe, quarkIm] = quarkLoopCoupling(mass, fermion);
    let [re, im] = [tree + quarkRe, quarkIm];
    const list: PartialWidth[] = [];
    for (const [l, name, id] of leptonPairs) {
      const width = pseudoscalarToFermions(mass, MASS[l], yukawa[l] ?? 0);
      list.push(channel(name, [-id, id], width, "leptons", references.Bauer2017));
      const [a, b] = leptonLoopCoupling(mass, MASS[l], (c[l] ?? 0) * inverse);
      re += a;
      im += b;
    }
    // g_s^2 C/Lambda = c_G alpha_s/(4 pi f)
    const gluon = (cGluon * inverse) / (16 * square(Math.PI));
    const direct = alpToPhotons(mass, hypot(re, im));
    const { width: mixed, spread } =
      fermion === 0 ? alpGluonsToPhotons(mass, gluon) : alpFermionToPhotons(mass, fermion);
    const photons = direct + mixed;
    const mesons = fermion === 0 ? references.Aloni2019 : references.DallaValleGarcia2024;
    const paper = direct >= mixed ? references.Dolan2017 : mesons;
    list.unshift(channel("gamma gamma", [22, 22], photons, "photons", paper, interference(direct, mixed, spread)));
    for (const [l, name, id] of parameters.conversions === true ? leptonPairs : []) {
      const width = photons * dalitzRatio(mass, MASS[l]);
      list.push(channel(`${name} gamma`, [-id, id, 22], width, "photons", references.Kroll1955));
    }
    return [...list, ...(fermion === 0 ? alpHadrons(mass, gluon) : alpFermionHadrons(mass, fermion))];
  };
  const couplings = { photon: tree, w: gW, pseudoscalar: yukawa };
  return mediator({ name: "axion-like particle", kind: "pseudoscalar", mass, couplings, channels });
}
