import { gaussLegendre, requireCoupling, requireOptions, requirePositive } from "@belladonna/numerics";
import { cube, square } from "@belladonna/numerics/elementary";
import type { Citation } from "@belladonna/sources";
import { E_CHARGE } from "../constants.js";
import { MASS } from "../masses.js";
import { channel, mediator, type PartialWidth, type Mediator } from "../mediator.js";
import { mediatorId } from "../mediator-id.js";
import { pairVelocity, vectorToFermions } from "../widths/fermion-pair.js";
import { inelasticDynamics, inelasticSpectrum, inelasticWidth, type InelasticPair } from "../widths/inelastic.js";
import { darkHiggs } from "./dark-higgs.js";
import { darkPhoton } from "./dark-photon.js";
import { leptonPairs } from "./dark-scalar.js";

/** Parameters of {@link inelasticDarkMatter}. */
export interface InelasticDarkMatterParameters {
  /** Mass $m_1$ of the stable state, GeV, > 0. */
  readonly mass: number;
  /** $\Delta=(m_2-m_1)/m_1$, > 0. */
  readonly splitting: number;
  /** Mass of the dark photon, GeV, above $m_2-m_1$. */
  readonly darkPhotonMass: number;
  /** Kinetic mixing, not 0, at most 1 in size. */
  readonly epsilon: number;
  /** Dark fine-structure constant of $\mathcal L=ig_DA'_\mu\bar\chi_1\gamma^\mu\chi_2$, > 0. */
  readonly alphaD: number;
  /** Mass of the dark Higgs boson, GeV, > 0; there is none when absent. */
  readonly darkHiggsMass?: number;
  /** Its mixing with the Higgs boson; none when absent. */
  readonly sinTheta?: number;
}

/** The particles of inelastic dark matter. */
export interface InelasticDarkMatter {
  /** What they were made from: masses and couplings that production reads. */
  readonly parameters: InelasticDarkMatterParameters;
  /** The heavier state: $\chi_2\to\chi_1\ell\ell$ and $\chi_1$ with hadrons. */
  readonly chi2: Mediator;
  /** The dark photon, with $A'\to\chi_1\chi_2$. */
  readonly darkPhoton: Mediator;
  /** The dark Higgs boson, when it has a mass. */
  readonly darkHiggs?: Mediator;
}

/** The model; not among `references`, which every portal bundles. */
const paper: Citation = {
  key: "Duerr2021",
  authors: "Duerr, M. and Ferber, T. and Garcia-Cely, C. and Hearty, C. and Schmidt-Hoberg, K.",
  title: "Long-lived Dark Higgs and Inelastic Dark Matter at Belle II",
  journal: "JHEP 04, 146",
  year: 2021,
  eprint: "2012.08595",
  standing: "recalled",
};
/** PDG number of a stable dark fermion. */
const CHI1 = 52;
/** Dark charge of the field whose value splits the two states: twice that of $\chi$. */
const HIGGS_CHARGE = 2;
/** Masses between which the hadronic width of a vector is smooth, GeV. */
const HADRON_EDGES = [0.28, 0.6, 0.75, 0.7825, 0.8, 0.95, 1.01, 1.0195, 1.03, 1.2, 1.5, 1.75, 3.7315, 4.8];

/** $\Gamma(\chi_2\to\chi_1+{\rm hadrons})$ by state of the virtual dark photon. */
function hadronicChannels(pair: InelasticPair, epsilon: number): PartialWidth[] {
  const end = pair.splitting * pair.mass;
  const edges = [MASS.pi0, ...HADRON_EDGES.filter((q) => q < end), end];
  const { x, w } = gaussLegendre(12);
  const sums = new Map<string, PartialWidth>();
  for (let i = 0; i + 1 < edges.length && end > MASS.pi0; i++) {
    const half = (edges[i + 1] - edges[i]) / 2;
    for (let k = 0; k < x.length; k++) {
      const q = edges[i] + half * (1 + x[k]);
      const weight = half * w[k] * inelasticSpectrum(pair, q);
      for (const c of darkPhoton({ mass: q, epsilon, hadrons: { quarkonia: false } }).channels()) {
        if (c.group !== "hadrons" || c.width === 0) continue;
        const before = sums.get(c.name);
        const [low, high] = before?.spread ?? [1, 1];
        sums.set(c.name, {
          ...channel(
            `chi1 ${c.name}`,
            c.products.length === 0 ? [] : [CHI1, ...c.products],
            0,
            "semileptonic",
            c.source,
          ),
          width: (before?.width ?? 0) + weight * c.width,
          spread: [Math.min(low, c.spread[0]), Math.max(high, c.spread[1])],
        });
      }
    }
  }
  return [...sums.values()];
}

/** All channels of $\chi_2$. */
function chi2Channels(pair: InelasticPair, epsilon: number): PartialWidth[] {
  const leptons = leptonPairs.map(([l, name, id]): PartialWidth => {
    const widthAt = (q: number): number => vectorToFermions(q, MASS[l], epsilon * E_CHARGE);
    const width = inelasticWidth(pair, widthAt, 2 * MASS[l]);
    const c = channel(`chi1 ${name}`, [CHI1, -id, id], width, "leptons", paper);
    return { ...c, dynamics: inelasticDynamics(pair, MASS[l]) };
  });
  return [...leptons, ...hadronicChannels(pair, epsilon)];
}

/** The dark Higgs boson of charge 2: couplings to the dark photon twice those of charge 1, so $\alpha_D$ counts four times. */
function higgsOf(parameters: InelasticDarkMatterParameters, mass: number): Mediator {
  const { darkPhotonMass, epsilon, alphaD, splitting, mass: m1, sinTheta } = parameters;
  const effective = square(HIGGS_CHARGE) * alphaD;
  const mixing = sinTheta === undefined ? {} : { sinTheta };
  const base = darkHiggs({ mass, darkPhotonMass, epsilon, alphaD: effective, ...mixing });
  const y = (HIGGS_CHARGE * Math.sqrt(4 * Math.PI * alphaD) * splitting * m1) / (2 * darkPhotonMass);
  const toPair = (m: number): number => ((y * y * mass) / (16 * Math.PI)) * cube(pairVelocity(mass, m));
  const chi2 = mediatorId({ kind: "fermion" });
  return mediator({
    name: base.name,
    kind: base.kind,
    mass,
    couplings: base.couplings,
    channels: () => [
      channel("chi1 chi1", [CHI1, CHI1], toPair(m1), "invisible", paper),
      channel("chi2 chi2", [chi2, chi2], toPair((1 + splitting) * m1), "dark", paper),
      ...base.channels(),
    ],
    citations: [paper],
  });
}

/**
 * Inelastic dark matter: two Majorana fermions whose coupling to a dark photon leads from one to the other, and, if it has
 * a mass, the dark Higgs boson that splits them.
 *
 * The heavier state decays by a virtual dark photon, $\chi_2\to\chi_1\ell\ell$ (exact three-body phase space, full
 * propagator) and to hadrons by the width of the dark photon at the mass of the pair; for a small splitting
 * $\Gamma(\chi_2\to\chi_1ee)\to4\varepsilon^2\alpha\alpha_D(m_2-m_1)^5/(15\pi m_{A'}^4)$. Below $2m_e$ it is stable here.
 * Its polarisation is not followed, its hadrons go by flat phase space.
 *
 * The field that splits the states carries twice the dark charge of $\chi$, so that $m_{A'}=2g_Dw$: all that couples the
 * dark Higgs boson to dark photons is four times that of {@link darkHiggs} in the rate, and
 * $\mathcal L=-\tfrac12y_ih'\bar\chi_i\chi_i$ has $y_2=-y_1=g_D(m_2-m_1)/m_{A'}$, so
 * $\Gamma(h'\to\chi_i\chi_i)=\frac{y_i^2m}{16\pi}(1-4m_i^2/m^2)^{3/2}$.
 *
 * @param parameters - masses (GeV), splitting, kinetic mixing, $\alpha_D$
 * @returns $\chi_2$, the dark photon and the dark Higgs boson, each a `Mediator`
 * @throws `RangeError` for a mass, splitting or $\alpha_D$ that is not > 0, a mixing that is 0 or above 1, a dark photon
 *   that $\chi_2$ may decay to, or `sinTheta` without `darkHiggsMass`
 * @see Duerr et al., arXiv:1911.03176 and arXiv:2012.08595, for the model; conventions are those above
 *
 * @example
 * ```ts
 * inelasticDarkMatter({ mass: 1, splitting: 0.1, darkPhotonMass: 3, epsilon: 1e-3, alphaD: 0.1 }).chi2.ctau; // ≈ 2963.3
 * ```
 */
export function inelasticDarkMatter(parameters: InelasticDarkMatterParameters): InelasticDarkMatter {
  const known = ["mass", "splitting", "darkPhotonMass", "epsilon", "alphaD", "darkHiggsMass", "sinTheta"];
  requireOptions("inelasticDarkMatter", parameters, known);
  const { mass, splitting, darkPhotonMass, epsilon, alphaD, darkHiggsMass, sinTheta } = parameters;
  requirePositive("inelasticDarkMatter: mass", mass, "GeV");
  requirePositive("inelasticDarkMatter: splitting", splitting);
  requirePositive("inelasticDarkMatter: darkPhotonMass", darkPhotonMass, "GeV");
  requireCoupling("inelasticDarkMatter: epsilon", epsilon, 1);
  requirePositive("inelasticDarkMatter: alphaD", alphaD);
  if (darkPhotonMass <= splitting * mass) {
    throw new RangeError(
      `inelasticDarkMatter: darkPhotonMass must be above m2 - m1 = ${String(splitting * mass)} GeV, got ${String(darkPhotonMass)}`,
    );
  }
  if (sinTheta !== undefined && darkHiggsMass === undefined) {
    throw new RangeError(`inelasticDarkMatter: sinTheta needs darkHiggsMass, got sinTheta ${String(sinTheta)} alone`);
  }
  const pair = { mass, splitting, mediatorMass: darkPhotonMass, alphaD };
  const chi2 = mediator({
    name: "chi2",
    kind: "fermion",
    mass: (1 + splitting) * mass,
    couplings: {},
    channels: () => chi2Channels(pair, epsilon),
    citations: [paper],
  });
  const dark = { kind: "inelastic", mass, splitting, alphaD } as const;
  const photon = darkPhoton({ mass: darkPhotonMass, epsilon, dark });
  if (darkHiggsMass === undefined) return Object.freeze({ parameters, chi2, darkPhoton: photon });
  requirePositive("inelasticDarkMatter: darkHiggsMass", darkHiggsMass, "GeV");
  return Object.freeze({ parameters, chi2, darkPhoton: photon, darkHiggs: higgsOf(parameters, darkHiggsMass) });
}
