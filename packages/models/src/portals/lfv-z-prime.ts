import { requireChoice, requireCoupling, requireOptions, requirePositive } from "@belladonna/numerics";
import type { Citation } from "@belladonna/sources";
import { MASS } from "../masses.js";
import { channel, mediator, type Lepton, type Mediator, type PartialWidth } from "../mediator.js";
import { requireDarkMatter, vectorToDarkMatter, type DarkMatter } from "../widths/dark.js";
import { vectorToUnequalFermions } from "../widths/fermion-pair.js";

/** Parameters of {@link lfvZPrime}. */
export interface LfvZPrimeParameters {
  /** Mass, GeV, > 0. */
  readonly mass: number;
  /** Coupling $g$ of $\mathcal L=g\,Z'_\mu(\bar\ell_i\gamma^\mu\ell_j+{\rm h.c.})$, not 0, at most $\sqrt{4\pi}$ in size. */
  readonly coupling: number;
  /** The two leptons, heavier first; `["mu", "e"]` when absent. */
  readonly leptons?: readonly [Lepton, Lepton];
  /** Dark matter it may decay to; not the inelastic kind. */
  readonly dark?: DarkMatter;
}

const PARAMETERS: readonly (keyof LfvZPrimeParameters)[] = ["mass", "coupling", "leptons", "dark"];

const pdg: Readonly<Record<Lepton, number>> = { e: 11, mu: 13, tau: 15 };

/** The model; not among `references`, which every portal bundles. */
const galon: Citation = {
  key: "Galon2017",
  authors: "Galon, I. and Kwa, A. and Tanedo, P.",
  title: "Lepton-flavor violating mediators",
  journal: "JHEP 03, 064",
  year: 2017,
  eprint: "1610.08060",
  standing: "recalled",
};

/**
 * A vector boson that changes the flavour of a charged lepton,
 * $$\mathcal L=g\,Z'_\mu(\bar\ell_i\gamma^\mu\ell_j+{\rm h.c.}),\qquad
 *   \Gamma(Z'\to\ell_i^-\ell_j^+)=\Gamma(Z'\to\ell_i^+\ell_j^-)=\frac{g^2m}{12\pi}\Bigl(1+\frac S2\Bigr)\sqrt{1-S}\,(1-D)^{3/2},$$
 * $S=(m_i+m_j)^2/m^2$, $D=(m_i-m_j)^2/m^2$. Lighter than $m_i+m_j$ and without dark matter it is stable here.
 *
 * The current is not conserved: amplitudes of the longitudinal $Z'$ grow as $(m_i-m_j)/m$, so that it is strongly coupled
 * at masses far below $m_i$, where the width of $\ell_i\to\ell_jZ'$ bounds it in any case. In $e^+e^-\to e^\mp\mu^\pm Z'$
 * (`treeProcess` of the events package) an electron that stays in the beam pipe makes most of the cross section.
 *
 * @param parameters - mass (GeV), coupling, the lepton pair; optionally dark matter (the "invisible" LFV $Z'$)
 * @returns the mediator, with the channels $\ell_i^-\ell_j^+$ and $\ell_i^+\ell_j^-$
 * @throws `RangeError` for a mass that is not > 0, a coupling that is 0 or above $\sqrt{4\pi}$, leptons in the wrong order, or
 *   inelastic dark matter
 * @see Galon, Kwa, Tanedo, arXiv:1610.08060, for the model; conventions are those above
 *
 * @example
 * ```ts
 * lfvZPrime({ mass: 1, coupling: 1e-3 }).width("mu- e+"); // ≈ 2.608e-8
 * ```
 */
export function lfvZPrime(parameters: LfvZPrimeParameters): Mediator {
  requireOptions("lfvZPrime", parameters, PARAMETERS);
  const { mass, coupling, leptons = ["mu", "e"], dark } = parameters;
  requirePositive("lfvZPrime: mass", mass, "GeV");
  requireCoupling("lfvZPrime: coupling", coupling, Math.sqrt(4 * Math.PI));
  requireDarkMatter("lfvZPrime", dark);
  if (dark?.kind === "inelastic") {
    throw new RangeError('lfvZPrime: dark.kind must be one of dirac, majorana, scalar, got "inelastic"');
  }
  const [i, j] = leptons;
  for (const l of leptons) requireChoice("lfvZPrime: leptons", l, ["e", "mu", "tau"]);
  if (!(MASS[i] > MASS[j])) throw new RangeError(`lfvZPrime: leptons must be given heavier first, got ${i}, ${j}`);

  const channels = (): PartialWidth[] => {
    const width = vectorToUnequalFermions(mass, MASS[i], MASS[j], coupling);
    const list = ([1, -1] as const).map((sign) =>
      channel(
        `${i}${sign > 0 ? "-" : "+"} ${j}${sign > 0 ? "+" : "-"}`,
        [sign * pdg[i], -sign * pdg[j]],
        width,
        "leptons",
        galon,
      ),
    );
    if (dark === undefined) return list;
    const products = dark.kind === "scalar" ? [51, -51] : dark.kind === "majorana" ? [52, 52] : [52, -52];
    return [...list, channel("chi chi", products, vectorToDarkMatter(mass, dark), "invisible", galon)];
  };
  const couplings = { flavourChanging: { leptons, vector: coupling } };
  return mediator({ name: "LFV Z'", kind: "vector", mass, couplings, channels, citations: [galon] });
}
