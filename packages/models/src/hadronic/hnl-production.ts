import { didYouMean } from "@belladonna/numerics";
import { HBAR_GEV_NS, particleId, SECOND } from "@belladonna/kinematics";
import { cube, square } from "@belladonna/numerics/elementary";
import type { Citation } from "@belladonna/sources";
import { constants, G_FERMI } from "../constants.js";
import { references } from "@belladonna/sources";
import { pseudoscalarModes, vectorModes, type Ckm } from "../tables/semileptonic.js";
import { MASS } from "../masses.js";
import type { Lepton, Mediator } from "../mediator.js";
import { threeBodyIntegral, threeBodyUnit } from "../widths/hnl-leptons.js";
import { rootLambda } from "../widths/hnl-mesons.js";
import {
  pseudoscalarTransition,
  semileptonicWidth,
  vectorTransition,
  type Transition,
} from "../widths/semileptonic.js";

/** One production mode of a heavy neutral lepton. */
export interface ProductionMode {
  /** Decaying particle: `"tau-"`, `"D0"`, `"D+"`, `"Ds+"`, `"B+"`, `"B0"`, `"Bs0"`. */
  readonly parent: string;
  /** Everything in field notation: `"tau- -> pi- N"`. */
  readonly name: string;
  /** PDG identities of the products beside the $N$. */
  readonly products: readonly number[];
  /** Branching fraction, not capped at 1. */
  readonly branchingFraction: number;
  /** The paper. */
  readonly source: Citation;
}

const flavours = ["e", "mu", "tau"] as const;
const pdg: Readonly<Record<Lepton, number>> = { e: 11, mu: 13, tau: 15 };
const value = (key: keyof typeof constants): number => constants[key].value;
const ckm = (key: Ckm): number => constants[key].value;

const masses: Readonly<Record<string, number>> = {
  ...MASS,
  "K-": MASS["K+"],
  K0bar: MASS.K0,
  "pi-": MASS["pi+"],
  "D-": MASS["D+"],
  D0bar: MASS.D0,
  "Ds-": MASS["Ds+"],
  "K*-": MASS["K*+"],
  "K*0bar": MASS["K*0"],
  "rho-": MASS["rho+"],
  rho0: MASS.rho,
  "D*-": MASS["D*+"],
  "D*0bar": MASS["D*0"],
  "Ds*-": MASS["Ds*+"],
};

const lifetimes: Readonly<Record<string, number>> = {
  D0: value("tauD0"),
  "D+": value("tauDPlus"),
  "Ds+": value("tauDs"),
  "B+": value("tauBPlus"),
  B0: value("tauB0"),
  Bs0: value("tauBs"),
};

/**
 * Width of $P\to\ell N$ at $|V|=|U|=1$,
 * $$\Gamma=\frac{G_F^2f^2m_P^3}{8\pi}[y_N^2+y_\ell^2-(y_N^2-y_\ell^2)^2]\sqrt{\lambda(1,y_N^2,y_\ell^2)} .$$
 *
 * ```ts
 * mesonToHnl(0.4937, 0.1057, 0.2, 0.1557); // ≈ 2.3851e-15
 * ```
 * @param mP - mass of the meson, GeV
 * @param ml - mass of the lepton, GeV
 * @param mN - mass of the $N$, GeV
 * @param f - decay constant, GeV
 * @returns width, GeV; 0 when closed
 * @see Bondarenko et al., arXiv:1805.08567, sec. 2
 */
export function mesonToHnl(mP: number, ml: number, mN: number, f: number): number {
  const [l, n] = [square(ml / mP), square(mN / mP)];
  return ((square(G_FERMI * f) * cube(mP)) / (8 * Math.PI)) * (n + l - square(n - l)) * rootLambda(mN / mP, ml / mP);
}

/**
 * Width of $\tau\to h_PN$ or $\tau\to h_VN$ at $|V|=|U_\tau|=1$; with $y=m/m_\tau$,
 * $$\Gamma_P=\frac{G_F^2f^2m_\tau^3}{16\pi}[(1-y_N^2)^2-y_h^2(1+y_N^2)]\sqrt\lambda,\quad
 *   \Gamma_V=\frac{G_F^2g^2m_\tau^3}{16\pi m_V^2}[(1-y_N^2)^2+y_V^2(1+y_N^2-2y_V^2)]\sqrt\lambda .$$
 *
 * ```ts
 * // τ → π N over τ → π ν: what the mass of the N takes away.
 * tauToHnl(0.13957, 1, 0.1302, 0) / tauToHnl(0.13957, 0, 0.1302, 0); // ≈ 0.3118
 * ```
 * @param mh - mass of the meson, GeV
 * @param mN - mass of the $N$, GeV
 * @param constant - $f$, GeV, or $g$, GeV²
 * @param spin - spin of the meson
 * @returns width, GeV; 0 when closed
 * @see Bondarenko et al., arXiv:1805.08567, sec. 2
 */
export function tauToHnl(mh: number, mN: number, constant: number, spin: 0 | 1): number {
  const [h, n] = [square(mh / MASS.tau), square(mN / MASS.tau)];
  const dynamics = spin === 0 ? square(1 - n) - h * (1 + n) : (square(1 - n) + h * (1 + n - 2 * h)) / square(mh);
  return (
    ((square(G_FERMI * constant) * cube(MASS.tau)) / (16 * Math.PI)) *
    dynamics *
    rootLambda(mh / MASS.tau, mN / MASS.tau)
  );
}

const tauMesons = [
  ["pi-", -211, value("fPi") * value("vud"), 0],
  ["K-", -321, value("fK") * value("vus"), 0],
  ["rho-", -213, value("gRho") * value("vud"), 1],
  ["K*-", -323, value("gKstar") * value("vus"), 1],
] as const;

const twoBody = [
  ["D+", value("fD") * value("vcd")],
  ["Ds+", value("fDs") * value("vcs")],
  ["B+", value("fB") * value("vub")],
] as const;

type U = Readonly<Record<Lepton, number>>;

function fromTau(mN: number, u: U): ProductionMode[] {
  const perWidth = (value("tauTau") * SECOND) / HBAR_GEV_NS;
  const { Bondarenko2018 } = references;
  const mode = (name: string, products: readonly number[], width: number): ProductionMode => ({
    parent: "tau-",
    name: `tau- -> ${name}`,
    products,
    branchingFraction: width * perWidth,
    source: Bondarenko2018,
  });
  const list = tauMesons.map(([h, id, constant, spin]) =>
    mode(`${h} N`, [id], u.tau * tauToHnl(masses[h], mN, constant, spin)),
  );
  for (const l of ["e", "mu"] as const) {
    // The N replaces nu_tau (by U_tau) or the antineutrino of the lepton (by U_l): a different flavour at each vertex.
    const width = threeBodyUnit(MASS.tau) * threeBodyIntegral(mN / MASS.tau, MASS[l] / MASS.tau, 0);
    list.push(mode(`${l}- nubar_${l} N`, [pdg[l], -(pdg[l] + 1)], u.tau * width));
    list.push(mode(`${l}- nu_tau N`, [pdg[l], 16], u[l] * width));
  }
  return list;
}

function fromMesons(mN: number, u: U): ProductionMode[] {
  const list: ProductionMode[] = [];
  const add = (
    parent: string,
    l: Lepton,
    name: string,
    products: readonly number[],
    width: number,
    v: number,
  ): void => {
    const branchingFraction = (u[l] * v * v * width * lifetimes[parent] * SECOND) / HBAR_GEV_NS;
    const source = products.length === 1 ? references.Bondarenko2018 : references.Gorbunov2007;
    list.push({ parent, name: `${parent} -> ${name}${l}+ N`, products, branchingFraction, source });
  };
  for (const l of flavours) {
    for (const [parent, fV] of twoBody) add(parent, l, "", [-pdg[l]], mesonToHnl(masses[parent], MASS[l], mN, fV), 1);
    const three = (parent: string, daughter: string, id: number, key: Ckm, factor: number, form: Transition): void => {
      const width = factor * semileptonicWidth(masses[parent], masses[daughter], MASS[l], mN, form);
      add(parent, l, `${daughter} `, [id, -pdg[l]], width, ckm(key));
    };
    for (const [parent, daughter, , id, key, factor, atZero, mV, mS] of pseudoscalarModes) {
      const form = pseudoscalarTransition(masses[parent], masses[daughter], atZero, mV, mS);
      three(parent, daughter, id, key, factor, form);
    }
    for (const [parent, daughter, , id, key, factor, pole0, poleV, ...forms] of vectorModes) {
      three(parent, daughter, id, key, factor, vectorTransition(masses[parent], masses[daughter], pole0, poleV, forms));
    }
  }
  return list;
}

/**
 * Branching fractions of tau, $D$, $D_s$ and $B$ decays to a heavy neutral lepton, at the mixing of the production.
 *
 * Each mode is charged as named; its conjugate has the same branching fraction. The flavour is that of the vertex at
 * which the $N$ is made: in $\tau^-\to\mu^-\bar\nu_\mu N$ it is $U_\tau$, in $\tau^-\to\mu^-\nu_\tau N$ it is $U_\mu$.
 *
 * @param mediator - made by `hnl`
 * @param parent - only this parent, by any of its names (`"Ds+"`, `"D_s+"`); all when absent
 * @returns all modes, closed ones with branching fraction 0
 * @throws `RangeError` when the mediator has no mixing, or nothing that makes heavy neutral leptons has that name
 *
 * @example
 * ```ts
 * hnlProduction(hnl({ mass: 0.3, mixing: { tau: 1e-3 }, nature: "majorana" }), "tau-")[0].branchingFraction; // ≈ 9.738e-5
 * ```
 */
export function hnlProduction(mediator: Pick<Mediator, "mass" | "couplings">, parent?: string): ProductionMode[] {
  const { mixing } = mediator.couplings;
  if (mixing === undefined)
    throw new RangeError("hnlProduction: mediator must be a heavy neutral lepton, got no mixing");
  const all = [...fromTau(mediator.mass, mixing), ...fromMesons(mediator.mass, mixing)];
  if (parent === undefined) return all;
  const name = Object.keys(parents).find((p) => p === parent || isParticle(parent, parents[p]));
  if (name === undefined) {
    throw new RangeError(
      `hnlProduction: parent must be one of ${Object.keys(parents).join(", ")}, got "${parent}"${didYouMean(parent, Object.keys(parents))}`,
    );
  }
  return all.filter((mode) => mode.parent === name);
}

/** Whether a text is a name of a particle. */
function isParticle(text: string, pdgId: number): boolean {
  try {
    return particleId(text) === pdgId;
  } catch {
    return false;
  }
}

/** What makes heavy neutral leptons, with its PDG number. */
const parents: Readonly<Record<string, number>> = {
  "tau-": 15,
  D0: 421,
  "D+": 411,
  "Ds+": 431,
  "B+": 521,
  B0: 511,
  Bs0: 531,
};
