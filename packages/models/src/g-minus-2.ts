import { requireChoice, requireOptions, requirePositive, requireWithin } from "@belladonna/numerics";
import { cube, exp, log, square } from "@belladonna/numerics/elementary";
import type { Citation } from "@belladonna/sources";
import { references } from "@belladonna/sources";
import { MASS } from "./masses.js";
import type { Lepton, Mediator } from "./mediator.js";
import { integrateGauss } from "@belladonna/numerics";

/** What couples to the lepton. */
export type LoopKind = "vector" | "scalar" | "pseudoscalar";

const numerator: Readonly<Record<LoopKind, (z: number) => number>> = {
  vector: (z) => 2 * z * square(1 - z),
  scalar: (z) => square(1 - z) * (1 + z),
  pseudoscalar: (z) => -cube(1 - z),
};

/**
 * One-loop anomalous magnetic moment of a lepton at unit coupling,
 * $$\Delta a=\frac{1}{8\pi^2}\int_0^1\frac{N(z)\,dz}{(1-z)^2+z\,r},\qquad r=\frac{m_X^2}{m_\ell^2},$$
 * $N=2z(1-z)^2$ (vector), $(1-z)^2(1+z)$ (scalar), $-(1-z)^3$ (pseudoscalar).
 *
 * @param kind - what couples
 * @param mass - mass of the mediator, GeV, > 0
 * @param lepton - the lepton
 * @returns $\Delta a$ at coupling 1; it scales with the square of the coupling
 * @throws `RangeError` for a kind or lepton that there is not, or a mass outside [1e-30, 1e6] GeV
 * @see Leveille, Nucl. Phys. B 137 (1978) 63; Pospelov, arXiv:0811.1030
 *
 * @example
 * ```ts
 * anomalyAtUnitCoupling("vector", 1e-3, "mu"); // ≈ 0.012309
 * ```
 */
export function anomalyAtUnitCoupling(kind: LoopKind, mass: number, lepton: Lepton): number {
  requireChoice("anomalyAtUnitCoupling: kind", kind, ["vector", "scalar", "pseudoscalar"]);
  requireChoice("anomalyAtUnitCoupling: lepton", lepton, ["e", "mu", "tau"]);
  requireWithin("anomalyAtUnitCoupling: mass, GeV,", mass, 1e-30, 1e6);
  const r = square(mass / MASS[lepton]);
  const n = numerator[kind];
  // The integrand turns at 1-z ~ sqrt(r) (light) or z ~ 1/r (heavy): one panel a decade towards both ends, by z -> ln.
  const f = (z: number): number => n(z) / (square(1 - z) + z * r);
  const g = (y: number): number => {
    // y = 1 - z, written out so that small y keeps its digits
    const z = 1 - y;
    const top = kind === "vector" ? 2 * z * y * y : kind === "scalar" ? y * y * (1 + z) : -cube(y);
    return top / (y * y + z * r);
  };
  const low = Math.min(1e-3, 1e-4 / r);
  const lowY = Math.min(1e-3, 1e-4 * Math.sqrt(r));
  let sum = integrateGauss(f, 0, low, 16) + integrateGauss(g, 0, lowY, 16);
  sum += logarithmicPanels(f, low, 0.5) + logarithmicPanels(g, lowY, 0.5);
  return sum / (8 * square(Math.PI));
}

function logarithmicPanels(f: (x: number) => number, a: number, b: number): number {
  const from = log(a);
  const panels = Math.max(1, Math.ceil((log(b) - from) / Math.LN10));
  const step = (log(b) - from) / panels;
  let sum = 0;
  for (let i = 0; i < panels; i++) {
    const start = from + i * step;
    sum += integrateGauss((l) => f(exp(l)) * exp(l), start, start + step, 16);
  }
  return sum;
}

/** What {@link gMinus2} asks for. */
export interface GMinus2Parameters {
  /** The mediator; its vector, scalar and pseudoscalar couplings to the lepton are read. */
  readonly mediator: Mediator;
  /** The lepton. */
  readonly lepton: Lepton;
}

const PARAMETERS: readonly (keyof GMinus2Parameters)[] = ["mediator", "lepton"];

/**
 * One-loop contribution of a mediator to the anomalous magnetic moment $a_\ell=(g_\ell-2)/2$, from its direct couplings
 * to the lepton; two-loop (Barr-Zee) terms of a photon coupling are not included.
 *
 * @param parameters - mediator and lepton
 * @returns $\Delta a_\ell$, dimensionless; 0 without a coupling to the lepton
 * @throws `RangeError` for a lepton that there is not
 *
 * @example
 * ```ts
 * gMinus2({ mediator: zPrime({ mass: 0.01, gPrime: 5e-4 }), lepton: "mu" }); // ≈ 2.478e-9
 * ```
 */
export function gMinus2(parameters: GMinus2Parameters): number {
  requireOptions("gMinus2", parameters, PARAMETERS);
  const { mediator, lepton } = parameters;
  requireChoice("gMinus2: lepton", lepton, ["e", "mu", "tau"]);
  const { mass, couplings } = mediator;
  let sum = 0;
  for (const kind of ["vector", "scalar", "pseudoscalar"] as const) {
    const g = couplings[kind]?.[lepton] ?? 0;
    if (g !== 0) sum += g * g * anomalyAtUnitCoupling(kind, mass, lepton);
  }
  return sum;
}

/** A measured difference between experiment and Standard Model. */
export interface Anomaly {
  /** Measured minus predicted $a$. */
  readonly value: number;
  /** One standard deviation. */
  readonly error: number;
  /** The papers. */
  readonly sources: readonly Citation[];
}

/**
 * Measured minus predicted $a_\mu$: 116592059(22) of 2023 less the dispersive prediction 116591810(43) of 2020, the band
 * drawn in most search papers; and 116592071.5(14.5) of 2025 less the lattice prediction 116592033(62) of 2025, which has
 * no tension; all in $10^{-11}$. With the measurement of 2025 the first would be $2.62(45)\cdot10^{-9}$.
 */
export const muonAnomaly: Readonly<Record<"theory2020" | "theory2025", Anomaly>> = {
  theory2020: {
    value: 2.49e-9,
    error: 4.8e-10,
    sources: [references.MuonGm2Theory2020, references.MuonGm2Experiment2023],
  },
  theory2025: {
    value: 3.8e-10,
    error: 6.3e-10,
    sources: [references.MuonGm2Theory2025, references.MuonGm2Experiment2025],
  },
};

/**
 * Couplings that explain an anomaly within `sigmas` standard deviations, the band an exclusion plot shows.
 *
 * ```ts
 * gMinus2Band("vector", 0.1, "mu", { value: 249e-11, error: 48e-11 })?.length; // 2
 * ```
 * @param kind - what couples to the lepton
 * @param mass - mass of the mediator, GeV, > 0
 * @param lepton - the lepton
 * @param anomaly - measured minus predicted
 * @param sigmas - half width of the band, > 0; 2 when absent
 * @returns lower and upper coupling (0 when the anomaly is compatible with nothing at the lower edge), or null when the
 * sign of the contribution is wrong
 * @throws `RangeError` for a mass or a number of standard deviations that is not > 0, or an anomaly above 1 in size
 */
export function gMinus2Band(
  kind: LoopKind,
  mass: number,
  lepton: Lepton,
  anomaly: Anomaly,
  sigmas = 2,
): readonly [low: number, high: number] | null {
  requirePositive("gMinus2Band: mass", mass, "GeV");
  requirePositive("gMinus2Band: sigmas", sigmas);
  requireOptions("gMinus2Band: anomaly", anomaly, ["value", "error", "sources"]);
  requireWithin("gMinus2Band: anomaly.value", anomaly.value, -1, 1);
  requireWithin("gMinus2Band: anomaly.error", anomaly.error, 0, 1);
  requireWithin("gMinus2Band: sigmas", sigmas, 0, 1e6);
  const unit = anomalyAtUnitCoupling(kind, mass, lepton);
  const edges = [-sigmas, sigmas].map((n) => (anomaly.value + n * anomaly.error) / unit);
  const [low, high] = [Math.min(...edges), Math.max(...edges)];
  return high <= 0 ? null : [Math.sqrt(Math.max(0, low)), Math.sqrt(high)];
}
