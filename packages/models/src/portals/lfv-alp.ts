import { HBAR_GEV_NS, SECOND } from "@belladonna/kinematics";
import { requireChoice, requireCoupling, requireOptions, requirePositive, requireWithin } from "@belladonna/numerics";
import { cube, square } from "@belladonna/numerics/elementary";
import { constants } from "../constants.js";
import { references } from "@belladonna/sources";
import { MASS } from "../masses.js";
import { channel, mediator, type PartialWidth, type Lepton, type Mediator } from "../mediator.js";

/** Parameters of {@link lfvAlp}. */
export interface LfvAlpParameters {
  /** Mass, GeV, > 0. */
  readonly mass: number;
  /** The two leptons, heavier first; `["tau", "mu"]` when absent. */
  readonly leptons?: readonly [Lepton, Lepton];
  /** Vector coupling $C_V$, dimensionless. */
  readonly cVector: number;
  /** Axial coupling $C_A$, dimensionless. */
  readonly cAxial: number;
  /** Decay constant $f$, GeV, > 0. */
  readonly decayConstant: number;
}

const PARAMETERS: readonly (keyof LfvAlpParameters)[] = ["mass", "leptons", "cVector", "cAxial", "decayConstant"];

const pdg: Readonly<Record<Lepton, number>> = { e: 11, mu: 13, tau: 15 };
const symbol: Readonly<Record<Lepton, string>> = { e: "e", mu: "mu", tau: "tau" };

/** $\sqrt{\lambda(M^2,a^2,b^2)}$ in product form, 0 when closed. */
const rootKallen = (M: number, a: number, b: number): number =>
  Math.abs(a - b) < M && M < a + b ? 0 : Math.sqrt(Math.abs((M - a - b) * (M + a + b) * (M - a + b) * (M + a - b)));

/**
 * An axion-like particle with a lepton-flavour-violating coupling
 * $$\mathcal L=\frac{\partial_\mu a}{2f}\,\bar\ell_i\gamma^\mu(C_V+C_A\gamma_5)\ell_j+{\rm h.c.}$$
 * It is produced in $\ell_i\to\ell_j a$ ({@link lfvDecay}); lighter than $m_i+m_j$ it is stable, thus invisible.
 *
 * @param parameters - mass (GeV), the lepton pair, couplings and decay constant
 * @returns the mediator, with the channels $\ell_i^-\ell_j^+$ and $\ell_i^+\ell_j^-$
 * @throws `RangeError` for a mass or decay constant that is not > 0, no coupling, or leptons in the wrong order
 *
 * @example
 * ```ts
 * lfvAlp({ mass: 5, cVector: 1, cAxial: 0, decayConstant: 1e4 }).branchingFraction("tau- mu+"); // ≈ 0.5
 * ```
 */
export function lfvAlp(parameters: LfvAlpParameters): Mediator {
  requireOptions("lfvAlp", parameters, PARAMETERS);
  const { mass, leptons = ["tau", "mu"], cVector, cAxial, decayConstant } = parameters;
  requirePositive("lfvAlp: mass", mass, "GeV");
  requirePositive("lfvAlp: decayConstant", decayConstant, "GeV");
  requireWithin("lfvAlp: decayConstant, GeV,", decayConstant, 1e-30, 1e60);
  requireCoupling("lfvAlp: |cVector| + |cAxial|", Math.abs(cVector) + Math.abs(cAxial), Number.MAX_VALUE);
  const [i, j] = leptons;
  for (const l of leptons) requireChoice("lfvAlp: leptons", l, ["e", "mu", "tau"]);
  const [mi, mj] = [MASS[i], MASS[j]];
  if (!(mi > mj)) throw new RangeError(`lfvAlp: leptons must be given heavier first, got ${i}, ${j}`);
  const [v, a] = [cVector / decayConstant, cAxial / decayConstant];

  const channels = (): PartialWidth[] => {
    const open = mass > mi + mj;
    const squares =
      v * v * square(mi - mj) * (mass * mass - square(mi + mj)) +
      a * a * square(mi + mj) * (mass * mass - square(mi - mj));
    const width = open ? (rootKallen(mass, mi, mj) * squares) / (32 * Math.PI * cube(mass)) : 0;
    return ([1, -1] as const).map((sign) =>
      channel(
        `${symbol[i]}${sign > 0 ? "-" : "+"} ${symbol[j]}${sign > 0 ? "+" : "-"}`,
        [sign * pdg[i], -sign * pdg[j]],
        width,
        "leptons",
        references.Calibbi2021,
      ),
    );
  };
  const couplings = { flavourViolating: { leptons, vector: v, axial: a } };
  const citations = [references.Calibbi2021];
  return mediator({ name: "LFV axion-like particle", kind: "pseudoscalar", mass, couplings, channels, citations });
}

/** Result of {@link lfvDecay}. */
export interface LfvDecay {
  /** Partial width of $\ell_i\to\ell_j a$, GeV. */
  readonly width: number;
  /** Branching fraction. */
  readonly branchingFraction: number;
  /** Asymmetry $A=2{\rm Re}(C_VC_A^*)/(|C_V|^2+|C_A|^2)$: $\ell_j$ goes as $1+P A\cos\theta$ for polarisation $P$, for a massless $\ell_j$. */
  readonly asymmetry: number;
}

/**
 * The decay $\ell_i\to\ell_j a$ with all masses kept,
 * $$\Gamma=\frac{\sqrt{\lambda(m_i^2,m_j^2,m_a^2)}}{16\pi m_i^3}\,\frac{1}{4f^2}\bigl\lbrace |C_A|^2(m_i+m_j)^2[(m_i-m_j)^2-m_a^2]
 * +|C_V|^2(m_i-m_j)^2[(m_i+m_j)^2-m_a^2]\bigr\rbrace .$$
 *
 * @param mediator - made by {@link lfvAlp}
 * @returns width, branching fraction and asymmetry; 0 when $m_a\ge m_i-m_j$
 * @throws `RangeError` when the mediator has no flavour-violating coupling
 * @see Calibbi et al., arXiv:2006.04795
 *
 * @example
 * ```ts
 * lfvDecay(lfvAlp({ mass: 0.5, cVector: 1, cAxial: 0, decayConstant: 1e7 })).branchingFraction; // ≈ 1.041e-4
 * ```
 */
export function lfvDecay({ mass, couplings }: Pick<Mediator, "mass" | "couplings">): LfvDecay {
  const flavour = couplings.flavourViolating;
  if (flavour === undefined)
    throw new RangeError("lfvDecay: mediator must have a flavour-violating coupling, got none");
  const { leptons, vector, axial } = flavour;
  const [mi, mj] = [MASS[leptons[0]], MASS[leptons[1]]];
  const asymmetry = (2 * vector * axial) / (vector * vector + axial * axial);
  if (mass >= mi - mj) return { width: 0, branchingFraction: 0, asymmetry };
  // Products, not differences of squares: exact at the end point.
  const below = (mi - mj - mass) * (mi - mj + mass);
  const above = (mi + mj - mass) * (mi + mj + mass);
  const squares = square(axial) * square(mi + mj) * below + square(vector) * square(mi - mj) * above;
  const width = (Math.sqrt(below * above) * squares) / (64 * Math.PI * cube(mi));
  const lifetime = leptons[0] === "tau" ? constants.tauTau.value : constants.tauMu.value;
  return { width, branchingFraction: (width * lifetime * SECOND) / HBAR_GEV_NS, asymmetry };
}
