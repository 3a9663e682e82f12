import { HBAR_GEV_NS, SECOND } from "@belladonna/kinematics";
import { requireChoice, requireCoupling, requireOptions, requirePositive } from "@belladonna/numerics";
import { cube, log, pow, square as squareOf } from "@belladonna/numerics/elementary";
import type { Citation } from "@belladonna/sources";
import { constants, G_FERMI, VEV } from "../constants.js";
import { references } from "@belladonna/sources";
import { MASS } from "../masses.js";
import { bFormFactor, bToKaonMasses, formFactorSets, type FormFactorSet } from "./b-form-factors.js";

/**
 * Which mass of the top quark the loop of a $b\to s$ decay has: the running one at 120 GeV, where the $W$ and the top are
 * taken out together, 166.96 GeV; the pole mass, 172.57 GeV; or a number, GeV.
 */
export type TopMass = "running" | "pole" | number;

/** Which $B\to K^{(*)}X$ decay, and its coupling: exactly one of `sinTheta`, `gbs`, `gW`. */
export interface BToKaonParameters {
  /** Mass of the spin-0 particle, GeV, > 0. */
  readonly mass: number;
  /** Higgs mixing of a scalar. */
  readonly sinTheta?: number;
  /** Flavour-changing coupling $g_{bs}$ of an axion-like particle, $g_{bs}(\partial_\mu a)\,\bar s\gamma^\mu P_Lb$, GeV⁻¹. */
  readonly gbs?: number;
  /** Coupling $g_{aWW}$ of an axion-like particle, $-\tfrac{g}{4}\,a W\tilde W$, GeV⁻¹. */
  readonly gW?: number;
  /** Final-state kaon. */
  readonly kaon: "K" | "K*";
  /** Charge of the $B$; `"+"` when absent. */
  readonly charge?: "+" | "0";
  /** Form-factor set; `"Gubernari2023"` when absent. */
  readonly formFactors?: FormFactorSet;
  /** Mass of the top quark in the loop of `sinTheta` and `gW`; `"running"` when absent. */
  readonly topMass?: TopMass;
  /**
   * Keep the mass of the strange quark in the matrix element of a scalar, $m_b/(m_b\mp m_s)$; true when absent, false as in
   * papers that set it to 0.
   */
  readonly strangeMass?: boolean;
}

const PARAMETERS: readonly (keyof BToKaonParameters)[] = [
  "mass",
  "sinTheta",
  "gbs",
  "gW",
  "kaon",
  "charge",
  "formFactors",
  "topMass",
  "strangeMass",
];

/** A branching fraction with what is known of its uncertainty. */
export interface BToKaonResult {
  /** Branching fraction. */
  readonly value: number;
  /** Lowest and highest value of all form-factor sets, and nothing else: not the error of the theory. */
  readonly range: readonly [low: number, high: number];
  /**
   * Lowest and highest value when besides the form factors $|V_{ts}|$ goes up and down by its error, the top mass is the
   * running one at its own scale or the pole one, which is that at $m_W$, and the strange quark is kept or not.
   */
  readonly theory: readonly [low: number, high: number];
  /** The paper of the form factors used. */
  readonly source: Citation;
}

function topMassOf(top: TopMass): number {
  if (top === "running") return constants.runningTopMass.value;
  if (top === "pole") return MASS.t;
  if (typeof top === "number" && top > MASS.W && top <= 1e6) return top;
  throw new RangeError(`topMass must be "running", "pole" or a mass above that of the W, GeV, got "${String(top)}"`);
}

/**
 * $\xi_{bs}=\frac{3\sqrt2\,G_Fm_t^2}{16\pi^2}V_{ts}V_{tb}$ of a scalar in $b\to s$, dimensionless. The running mass of the top
 * makes it 6 % less than the pole mass, the rate 12 %: $3.59\cdot10^{-4}$ ($3.6\cdot10^{-4}$ in arXiv:1904.10447). QCD is known
 * no further; the scale of the running mass between $m_W$ and $m_t$ moves the rate from 14 % more to 9 % less.
 *
 * @param top - which mass of the top quark; running when absent
 * @returns $\xi_{bs}$
 * @throws `RangeError` for a mass that is not above that of the $W$
 */
export function scalarPenguin(top: TopMass = "running"): number {
  const mt = topMassOf(top);
  return (
    ((3 * Math.SQRT2 * G_FERMI * squareOf(mt)) / (16 * squareOf(Math.PI))) * constants.vts.value * constants.vtb.value
  );
}

/**
 * What the mass of the strange quark does to the matrix element of $\bar s_Lb_R$: $m_b/(m_b-m_s)$ for $K$, where it is the
 * scalar density, $m_b/(m_b+m_s)$ for $K^*$, where it is the pseudoscalar one.
 */
const strangeFactor = (kaon: "K" | "K*"): number =>
  1 / (1 + (kaon === "K" ? -1 : 1) / constants.bottomOverStrange.value);

/** $F(x)=x[1+x(\ln x-1)]/(1-x)^2$, with the expansion of $x\to1$ left out: no quark weighs $m_W$. */
const wLoop = (x: number): number => (x * (1 + x * (log(x) - 1))) / squareOf(1 - x);

/**
 * Flavour-changing coupling that a $W$ coupling induces,
 * $$g_{bs}=-\frac{3\sqrt2\,G_Fm_W^2\,g_{aWW}}{16\pi^2}\sum_{q=c,t}V_{qb}V^*_{qs}F(m_q^2/m_W^2).$$
 *
 * ```ts
 * flavourChangingCoupling(1e-3); // ≈ 9.769e-8
 * ```
 * @param gW - $g_{aWW}$, GeV⁻¹
 * @param top - which mass of the top quark; running when absent, 3 % less in the coupling than with the pole mass
 * @returns $g_{bs}$, GeV⁻¹
 * @see Izaguirre, Lin, Shuve, arXiv:1611.09355
 */
export function flavourChangingCoupling(gW: number, top: TopMass = "running"): number {
  const byTop = -constants.vtb.value * constants.vts.value * wLoop(squareOf(topMassOf(top) / MASS.W));
  const charm = constants.vcb.value * constants.vcs.value * wLoop(squareOf(MASS.c / MASS.W));
  return ((-3 * Math.SQRT2 * G_FERMI * squareOf(MASS.W) * gW) / (16 * squareOf(Math.PI))) * (byTop + charm);
}

/**
 * Branching fraction of $B\to KX$ or $B\to K^*X$ for a dark scalar or an axion-like particle; with
 * $\lambda=\lambda(m_B^2,m_K^2,m^2)$,
 * $$\Gamma_K=|h|^2(m_B^2-m_K^2)^2f_0^2\frac{\sqrt\lambda}{16\pi m_B^3},\qquad
 *   \Gamma_{K^*}=|h|^2A_0^2\frac{\lambda^{3/2}}{16\pi m_B^3},$$
 * $|h|^2=\sin^2\theta\,(\xi_{bs}/2v)^2[m_b/(m_b\mp m_s)]^2$ for a scalar (the 1/2 is the projector $P_R$; minus for $K$, 4 %
 * more, plus for $K^*$, 4 % less), $|g_{bs}|^2/4$ for an axion. Left out, as in the papers: the other chirality, which has
 * $m_s$ for $m_b$ in the coupling of a scalar and would do as much again.
 *
 * @param parameters - mass, one coupling, final state, form factors, top mass
 * @returns value, the range over form-factor sets, and that of what else is known; 0 above $m_B-m_K$
 * @throws `RangeError` for a mass that is not > 0, not exactly one coupling, or a set that does not exist for the kaon
 * @see Winkler, arXiv:1809.01876; Izaguirre, Lin, Shuve, arXiv:1611.09355
 *
 * @example
 * ```ts
 * bToKaon({ mass: 0.5, sinTheta: 1, kaon: "K" }).value; // ≈ 0.4319
 * ```
 */
export function bToKaon(parameters: BToKaonParameters): BToKaonResult {
  requireOptions("bToKaon", parameters, PARAMETERS);
  const { mass, sinTheta, gbs, gW, kaon, charge = "+", formFactors = "Gubernari2023" } = parameters;
  const { topMass = "running", strangeMass = true } = parameters;
  requirePositive("bToKaon: mass", mass, "GeV");
  requireChoice("bToKaon: kaon", kaon, ["K", "K*"]);
  requireChoice("bToKaon: charge", charge, ["+", "0"]);
  const given = [sinTheta, gbs, gW].filter((c) => c !== undefined);
  if (given.length !== 1) {
    throw new RangeError(`bToKaon: exactly one of sinTheta, gbs, gW must be given, got ${String(given.length)}`);
  }
  requireCoupling("bToKaon: coupling", given[0], Number.MAX_VALUE);
  const square = (top: TopMass, strange: boolean): number => {
    if (sinTheta === undefined) return squareOf((gbs ?? flavourChangingCoupling(gW ?? 0, top)) / 2);
    return squareOf(((sinTheta * scalarPenguin(top)) / (2 * VEV)) * (strange ? strangeFactor(kaon) : 1));
  };
  const [mB, mK] = bToKaonMasses(charge, kaon);
  const over = (set: FormFactorSet): number => {
    const f = bFormFactor(kaon, mass * mass, set);
    if (mass >= mB - mK) return 0;
    const lambda = (mB - mK - mass) * (mB - mK + mass) * (mB + mK - mass) * (mB + mK + mass);
    const dynamics = kaon === "K" ? squareOf(mB * mB - mK * mK) * Math.sqrt(lambda) : pow(lambda, 1.5);
    const width = (f * f * dynamics) / (16 * Math.PI * cube(mB));
    return (width * constants[charge === "+" ? "tauBPlus" : "tauB0"].value * SECOND) / HBAR_GEV_NS;
  };
  const all = formFactorSets[kaon].map(over);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const chosen = square(topMass, strangeMass);
  const squares = [constants.ownTopMass.value, MASS.t].flatMap((top) => [square(top, true), square(top, false)]);
  const vts = gbs === undefined ? (constants.vts.uncertainty ?? 0) / constants.vts.value : 0;
  const ballZwicky = kaon === "K" ? references.BallZwicky2005K : references.BallZwicky2005V;
  return {
    value: over(formFactors) * chosen,
    range: [low * chosen, high * chosen],
    theory: [low * Math.min(...squares) * squareOf(1 - vts), high * Math.max(...squares) * squareOf(1 + vts)],
    source: formFactors === "BallZwicky2005" ? ballZwicky : references[formFactors],
  };
}
