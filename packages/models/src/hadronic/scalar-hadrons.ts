import { requireOptions } from "@belladonna/numerics";
import { cos, cube, sin, square as squareOf } from "@belladonna/numerics/elementary";
import { VEV } from "../constants.js";
import { references } from "@belladonna/sources";
import { scalarFormFactors } from "../tables/scalar-form-factors.js";
import { MASS } from "../masses.js";
import { channel, type PartialWidth } from "../mediator.js";
import { pairVelocity } from "../widths/fermion-pair.js";
import { fermionLoop } from "../widths/loops.js";
import { alphaS } from "./alpha-s.js";

/** Where the hadronic width of a Higgs-mixed scalar is from, by mass. */
export interface ScalarHadronicOptions {
  /** Mass at which quarks and gluons take over from form factors, GeV, within [1.5, 2]; 2 when absent. */
  readonly perturbativeFrom?: number;
}

/**
 * Throws unless the options of a hadronic width are known and can be.
 *
 * @param caller - name of the function whose option `hadrons` they are
 * @param options - what was given
 */
export function requireScalarHadronicOptions(caller: string, options: ScalarHadronicOptions): void {
  requireOptions(caller, options, ["perturbativeFrom"]);
  const { perturbativeFrom = 2 } = options;
  if (!(perturbativeFrom >= 1.5 && perturbativeFrom <= 2)) {
    throw new RangeError(`${caller}: perturbativeFrom must be in [1.5, 2] GeV, got ${String(perturbativeFrom)}`);
  }
}

/** $|G|^2$, GeV⁴, of `2Pi` or `2K`: $G=\tfrac79(\Gamma+\Delta)+\tfrac29\Theta$. */
function formFactor(m: number, state: "2Pi" | "2K"): number {
  let re = 0;
  let im = 0;
  for (const [name, weight] of [
    ["gamma", 7 / 9],
    ["delta", 7 / 9],
    ["theta", 2 / 9],
  ] as const) {
    const modulus = weight * scalarFormFactors[`${name}.${state}.Mod`](m);
    const phase = scalarFormFactors[`${name}.${state}.Ang`](m);
    re += modulus * cos(phase);
    im += modulus * sin(phase);
  }
  return re * re + im * im;
}

/**
 * Width of a Higgs-mixed scalar to two pions (charged and neutral) or two kaons, at $\sin\theta=1$,
 * $$\Gamma_{\pi\pi}=\frac{3\beta_\pi}{32\pi m v^2}|G_\pi|^2,\qquad \Gamma_{KK}=\frac{\beta_K}{8\pi m v^2}|G_K|^2,\qquad
 * G=\tfrac79(\Gamma+\Delta)+\tfrac29\Theta ,$$
 * with dispersive form factors, to 2 GeV.
 *
 * @param m - mass, GeV, in (0, 2]
 * @param state - which pair
 * @returns width, GeV; 0 below threshold
 * @see Winkler, arXiv:1809.01876, fig. 2
 */
export function scalarToMesons(m: number, state: "pi pi" | "K K"): number {
  const pions = state === "pi pi";
  const beta = pairVelocity(m, pions ? MASS["pi+"] : MASS["K+"]);
  if (beta === 0) return 0;
  const square = formFactor(m, pions ? "2Pi" : "2K");
  return ((pions ? 3 / 32 : 1 / 8) * beta * square) / (Math.PI * m * VEV * VEV);
}

/**
 * Width of a Higgs-mixed scalar to gluons at $\sin\theta=1$,
 * $\Gamma = \frac{\alpha_s^2m^3}{32\pi^3v^2}\bigl|\sum_q r(\tau_q)\bigr|^2$ over the six quarks, at leading order.
 *
 * @param m - mass, GeV, above 1
 * @param strong - $\alpha_s(m)$
 * @returns width, GeV
 * @see Winkler, arXiv:1809.01876
 */
export function scalarToGluons(m: number, strong: number = alphaS(m)): number {
  let re = 0;
  let im = 0;
  for (const q of ["u", "d", "s", "c", "b", "t"] as const) {
    const [a, b] = fermionLoop(m, MASS[q]);
    re += a;
    im += b;
  }
  return ((squareOf(strong) * cube(m)) / (32 * cube(Math.PI) * squareOf(VEV))) * (re * re + im * im);
}

/** Strength of final states other than two pions and two kaons below 2 GeV, GeV⁻². */
const MULTI_MESON = 5.1e-9;

// Quark, its mass, and the lightest meson that opens it.
const quarks = [
  ["s sbar", 3, MASS.s, MASS["K+"]],
  ["c cbar", 4, MASS.c, MASS.D0],
  ["b bbar", 5, MASS.b, MASS["B+"]],
] as const;

/**
 * The hadronic channels of a Higgs-mixed scalar: two pions, two kaons and a power law for the rest below 2 GeV, quarks
 * with meson thresholds and gluons above.
 *
 * Between 1.3 and 3.7 GeV published widths differ by a factor of two (`spread`): the form factors end, and the strange
 * mass and $\alpha_s$ at such scales are a choice.
 *
 * @param m - mass, GeV, > 0
 * @param sinTheta - mixing, dimensionless
 * @param options - matching point
 * @returns all channels, closed ones with width 0
 * @throws `RangeError` for an unknown option, or a matching point outside [1.5, 2] GeV
 */
export function scalarHadrons(m: number, sinTheta: number, options: ScalarHadronicOptions = {}): PartialWidth[] {
  const { perturbativeFrom = 2 } = options;
  requireScalarHadronicOptions("scalarHadrons", options);
  const square = sinTheta * sinTheta;
  const low = m < perturbativeFrom;
  const { Winkler2019 } = references;
  const four = low && m > 4 * MASS["pi+"] ? MULTI_MESON * cube(m) * pairVelocity(m, 2 * MASS["pi+"]) : 0;
  const dispersive = m < 0.8 ? ([0.9, 1.1] as const) : ([0.75, 1.8] as const);
  const list = [
    channel("pi pi", [], low ? square * scalarToMesons(m, "pi pi") : 0, "hadrons", Winkler2019, dispersive),
    channel("K Kbar", [], low ? square * scalarToMesons(m, "K K") : 0, "hadrons", Winkler2019, [0.6, 1.6]),
    channel("other hadrons", [], square * four, "hadrons", Winkler2019, [0.7, 2]),
  ];
  for (const [name, id, mq, meson] of quarks) {
    const width = low ? 0 : ((3 * mq * mq * m) / (8 * Math.PI * VEV * VEV)) * cube(pairVelocity(m, meson));
    list.push(channel(name, [id, -id], square * width, "hadrons", Winkler2019, id === 3 ? [1, 1.7] : [0.8, 1.3]));
  }
  const gluons = low ? 0 : scalarToGluons(m);
  list.push(channel("gluon gluon", [21, 21], square * gluons, "hadrons", Winkler2019, [0.35, 1.1]));
  return list;
}
