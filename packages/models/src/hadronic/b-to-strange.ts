import { HBAR_GEV_NS, SECOND } from "@belladonna/kinematics";
import { requireChoice, requireCoupling, requireOptions, requirePositive } from "@belladonna/numerics";
import { cube, square } from "@belladonna/numerics/elementary";
import type { Citation } from "@belladonna/sources";
import { constants, VEV } from "../constants.js";
import { references } from "@belladonna/sources";
import { MASS } from "../masses.js";
import { flavourChangingCoupling, scalarPenguin, type TopMass } from "./b-to-kaon.js";

/** The coupling of an inclusive $B\to X_sX$ decay: exactly one of `sinTheta`, `gbs`, `gW`, as in `bToKaon`. */
export interface BToStrangeParameters {
  /** Mass of the spin-0 particle, GeV, > 0. */
  readonly mass: number;
  /** Higgs mixing of a scalar. */
  readonly sinTheta?: number;
  /** Flavour-changing coupling $g_{bs}$ of an axion-like particle, GeV⁻¹. */
  readonly gbs?: number;
  /** Coupling $g_{aWW}$ of an axion-like particle, GeV⁻¹. */
  readonly gW?: number;
  /** Charge of the $B$; `"+"` when absent. */
  readonly charge?: "+" | "0";
  /** Mass of the top quark in the loop of `sinTheta` and `gW`; `"running"` when absent. */
  readonly topMass?: TopMass;
}

const PARAMETERS: readonly (keyof BToStrangeParameters)[] = ["mass", "sinTheta", "gbs", "gW", "charge", "topMass"];

/** A branching fraction with what is known of its uncertainty. */
export interface InclusiveRate {
  /** Branching fraction. */
  readonly value: number;
  /** Lowest and highest value, see the function. */
  readonly range: readonly [low: number, high: number];
  /** The paper of the formula. */
  readonly source: Citation;
}

/** Pole mass of the bottom quark and its uncertainty, GeV: PDG 2024, quark summary table (recalled). */
const POLE = { value: 4.78, error: 0.06 } as const;

/**
 * Shape $(1-x+y)\sqrt{\lambda(1,x,y)}$, $x=m^2/m_b^2$, $y=m_s^2/m_b^2$, of $b\to sX$; 0 when closed.
 *
 * @param m - mass of the spin-0 particle, GeV
 * @param mb - mass of the bottom quark, GeV
 * @param ms - mass of the strange quark, GeV
 * @returns dimensionless
 */
export function quarkDecayShape(m: number, mb: number, ms: number): number {
  if (m + ms >= mb) return 0;
  const [x, y] = [square(m / mb), square(ms / mb)];
  const root = Math.sqrt((mb - ms - m) * (mb - ms + m) * (mb + ms - m) * (mb + ms + m)) / (mb * mb);
  return (1 - x + y) * root;
}

/**
 * Inclusive branching fraction of $B\to X_sX$ for a dark scalar or an axion-like particle, by the decay of a free quark,
 * $$\Gamma=|g|^2\frac{m_b^3}{32\pi}(1-x+y)\sqrt{\lambda(1,x,y)},\qquad x=\frac{m^2}{m_b^2},\quad y=\frac{m_s^2}{m_b^2},$$
 * $|g|=\sin\theta\,\xi_{bs}/v$ for a scalar, $|g_{bs}|$ for an axion; $m_b=4.78$ GeV, the pole mass.
 *
 * The range is that of the quark masses: $m_b$ from the running mass 4.18 to the pole mass 4.84 GeV, with the running mass
 * of the top quark at the one end and its pole mass at the other. Published rates at $m\to0$ for a scalar are
 * 5.6 (arXiv:2105.07077) and 6.6 (SensCalc) times $\sin^2\theta$. A free quark is no model of the end point: from 3 GeV on
 * the sum of exclusive states (arXiv:1904.10447: 3.3 at $m\to0$) is the larger one, and with it `bToKaon`.
 *
 * @param parameters - mass and one coupling
 * @returns value and range; 0 above the mass of the quark
 * @throws `RangeError` for a mass that is not > 0 or not exactly one coupling
 * @see Boiarska et al., arXiv:1904.10447
 *
 * @example
 * ```ts
 * bToStrange({ mass: 0.5, sinTheta: 1 }).value; // ≈ 5.613
 * ```
 */
export function bToStrange(parameters: BToStrangeParameters): InclusiveRate {
  requireOptions("bToStrange", parameters, PARAMETERS);
  const { mass, sinTheta, gbs, gW, charge = "+", topMass = "running" } = parameters;
  requirePositive("bToStrange: mass", mass, "GeV");
  requireChoice("bToStrange: charge", charge, ["+", "0"]);
  const given = [sinTheta, gbs, gW].filter((c) => c !== undefined);
  if (given.length !== 1) {
    throw new RangeError(`bToStrange: exactly one of sinTheta, gbs, gW must be given, got ${String(given.length)}`);
  }
  requireCoupling("bToStrange: coupling", given[0], Number.MAX_VALUE);
  const coupling = (top: TopMass): number =>
    sinTheta !== undefined ? (sinTheta * scalarPenguin(top)) / VEV : (gbs ?? flavourChangingCoupling(gW ?? 0, top));
  const lifetime = constants[charge === "+" ? "tauBPlus" : "tauB0"].value;
  const of = (mb: number, top: TopMass): number =>
    ((square(coupling(top)) * cube(mb)) / (32 * Math.PI)) *
    quarkDecayShape(mass, mb, MASS.s) *
    ((lifetime * SECOND) / HBAR_GEV_NS);
  return {
    value: of(POLE.value, topMass),
    range: [of(MASS.b, constants.ownTopMass.value), of(POLE.value + POLE.error, "pole")],
    source: references.Boiarska2019,
  };
}
