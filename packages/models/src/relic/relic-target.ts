import { findRoot, requireCoupling, requireOptions, requirePositive } from "@belladonna/numerics";
import { exp, integerPower, log as ln, pow, square } from "@belladonna/numerics/elementary";
import { densityToday, freezeOut, type FreezeOut } from "./freeze-out.js";
import { requireRelic, type RelicDarkMatter } from "./relic-dark-matter.js";
import { annihilationTable } from "./thermal-average.js";
import { visibleWidth, type RelicModel } from "./visible-width.js";

/** Options of {@link relicTarget}. */
export interface RelicOptions {
  /** Masses of the vector, GeV; 25 from 0.01 to 10 GeV, evenly in the logarithm, when absent. */
  readonly masses?: readonly number[];
  /** Relic density $\Omega h^2$ to be reached; 0.12 when absent. */
  readonly density?: number;
}

/** A point of a relic line. */
export interface RelicPoint {
  /** Mass of the vector, GeV. */
  readonly mediatorMass: number;
  /** Mass of the (lighter) dark matter, GeV. */
  readonly mass: number;
  /** The coupling that leaves the relic density, as the model calls it; `NaN` where none does. */
  readonly coupling: number;
  /** $y=g^2\alpha_D(m_1/m_{A'})^4$, dimensionless. */
  readonly y: number;
  /** Whether there is such a coupling. */
  readonly valid: boolean;
  /** Why not. */
  readonly reason?: string;
}

/** A relic line: over the mass of the vector or of dark matter, by coupling or by $y$. */
export interface RelicTarget {
  /** Name of the model. */
  readonly model: string;
  /** The dark matter. */
  readonly darkMatter: RelicDarkMatter;
  /** The relic density $\Omega h^2$. */
  readonly density: number;
  /** One point a mass, in the order given. */
  readonly points: readonly RelicPoint[];
}

const defaultMasses = (): number[] => Array.from({ length: 25 }, (_, k) => 0.01 * pow(1000, k / 24));

/** Squared coupling with that density: a bracket by powers of ten around one, then its root in logarithms. */
function couplingFor(problem: FreezeOut, density: number): number {
  const miss = (log: number): number => ln(densityToday(problem, exp(2 * log)) / density);
  // A cross section of about 2e-9 GeV^-2 at x = 20 leaves 0.12.
  const at = Math.floor(problem.rate.length * (ln(4) / ln(600)));
  let a = ln(1e10 / (problem.rate[at] / problem.mass)) / 2;
  let fa = miss(a);
  const step = fa > 0 ? 1 : -1;
  for (let k = 0; k < 40 && Number.isFinite(fa); k++) {
    const b = a + step;
    const fb = miss(b);
    if (fb > 0 !== fa > 0) return exp(findRoot(miss, a, b, { fa, fb, absolute: 1e-9 }));
    [a, fa] = [b, fb];
  }
  return Number.NaN;
}

/**
 * The couplings at which thermal freeze-out leaves the relic density of dark matter, for dark matter of a given kind,
 * $\alpha_D$ and mass ratio: a line through the plane of an invisible search.
 *
 * The number density obeys Boltzmann's equation with the relativistic thermal average of $\chi\chi\to V^*\to$ Standard
 * Model, through the resonance; all widths of the model at $\sqrt s$ count, hadrons as the vector decays to them
 * ($R$ for a dark photon), but narrow quarkonia. It holds where $m_V>m_1+m_2$, so without $\chi\chi\to VV$; neutrinos that
 * decouple, below some 10 MeV, are left out. Hadrons make it uncertain by 5 % below 2 GeV and up to 15 % beside narrow
 * resonances.
 *
 * @param model - a vector as a function of mass and coupling: an entry of `portals`, or your own
 * @param darkMatter - its kind, $\alpha_D$, mass ratio and splitting
 * @param options - masses of the vector (GeV) and the density
 * @returns one point a mass
 * @throws `RangeError` for a model that is no vector, a mass ratio of 2 (or $2+\Delta$) or less, a mass, density or
 *   $\alpha_D$ that is not > 0
 * @see P. Gondolo, G. Gelmini, Nucl. Phys. B 360 (1991) 145
 *
 * @example
 * ```ts
 * relicTarget(portals[0], { kind: "scalar", alphaD: 0.1, massRatio: 3 }, { masses: [0.01] }).points[0].coupling; // ≈ 3.3655e-5
 * ```
 */
export function relicTarget(model: RelicModel, darkMatter: RelicDarkMatter, options: RelicOptions = {}): RelicTarget {
  requireRelic("relicTarget", darkMatter);
  requireOptions("relicTarget", options, ["masses", "density"]);
  const { masses = defaultMasses(), density = 0.12 } = options;
  requirePositive("relicTarget: density", density);
  const widthAt = visibleWidth(model);
  const points = masses.map((mediatorMass): RelicPoint => {
    requirePositive("relicTarget: masses", mediatorMass, "GeV");
    const problem = freezeOut(annihilationTable(widthAt, darkMatter, mediatorMass), darkMatter);
    const coupling = couplingFor(problem, density);
    const y = (square(coupling) * darkMatter.alphaD) / integerPower(darkMatter.massRatio, 4);
    const at = { mediatorMass, mass: mediatorMass / darkMatter.massRatio, coupling, y };
    return Number.isFinite(coupling)
      ? { ...at, valid: true }
      : { ...at, valid: false, reason: "no coupling leaves this density: nothing to annihilate to" };
  });
  return { model: model.name, darkMatter, density, points };
}

/**
 * Relic density $\Omega h^2$ that thermal freeze-out leaves, as {@link relicTarget} counts it.
 *
 * @param model - a vector as a function of mass and coupling
 * @param darkMatter - its kind, $\alpha_D$, mass ratio and splitting
 * @param at - mass of the vector, GeV, and coupling
 * @returns $\Omega h^2$, dimensionless; `NaN` where there is nothing to annihilate to
 * @throws `RangeError` as {@link relicTarget}, and for a coupling that is 0, below 1e-100 or above 1e30 in size
 *
 * @example
 * ```ts
 * relicDensity(portals[0], { kind: "dirac", alphaD: 0.1, massRatio: 3 }, { mass: 0.1, coupling: 7.16e-5 }); // ≈ 0.12
 * ```
 */
export function relicDensity(
  model: RelicModel,
  darkMatter: RelicDarkMatter,
  at: { readonly mass: number; readonly coupling: number },
): number {
  requireRelic("relicDensity", darkMatter);
  requireOptions("relicDensity: at", at, ["mass", "coupling"]);
  requirePositive("relicDensity: at.mass", at.mass, "GeV");
  requireCoupling("relicDensity: at.coupling", at.coupling, 1e30);
  const problem = freezeOut(annihilationTable(visibleWidth(model), darkMatter, at.mass), darkMatter);
  return densityToday(problem, square(at.coupling));
}
