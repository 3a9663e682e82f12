import { requireChoice, requireCoupling, requireOptions, requirePositive } from "@belladonna/numerics";
import { hypot } from "@belladonna/numerics/elementary";
import type { Citation } from "@belladonna/sources";
import { references } from "@belladonna/sources";
import { requireHadronicOptions, vectorHadrons, type HadronicOptions } from "../hadronic/vector-hadrons.js";
import { MASS } from "../masses.js";
import { channel, mediator, type PartialWidth, type Fermion, type Mediator } from "../mediator.js";
import { mediatorId } from "../mediator-id.js";
import { requireDarkMatter, vectorToDarkMatter, type DarkMatter } from "../widths/dark.js";
import { vectorToFermions } from "../widths/fermion-pair.js";
import { loopCharge } from "../widths/loop-mixing.js";
import { threePhotonsAtMost, vectorToThreePhotons } from "../widths/photons.js";
import { electricCharge, fermions, type Charges } from "./charges.js";

/** Parameters of {@link vectorMediator}. */
export interface VectorParameters {
  /** Mass, GeV, > 0. */
  readonly mass: number;
  /** Gauge coupling $g$, dimensionless, not 0, at most $\sqrt{4\pi}$ in size. */
  readonly coupling: number;
  /** Charges of the fermions, yours or a preset such as `bMinusL`. */
  readonly charges: Charges;
  /** Dark matter it may decay to. */
  readonly dark?: DarkMatter;
  /** Source and matching points of the hadronic width. */
  readonly hadrons?: HadronicOptions;
  /** Name; `"vector"` when absent. */
  readonly name?: string;
  /** Papers of the model. */
  readonly citations?: readonly Citation[];
}

const PARAMETERS: readonly (keyof VectorParameters)[] = [
  "mass",
  "coupling",
  "charges",
  "dark",
  "hadrons",
  "name",
  "citations",
];

const leptons = [
  ["e", "e+ e-", 11],
  ["mu", "mu+ mu-", 13],
  ["tau", "tau+ tau-", 15],
] as const;

const neutrinos = [
  ["nue", "nue nuebar", 12],
  ["numu", "numu numubar", 14],
  ["nutau", "nutau nutaubar", 16],
] as const;

const CHARGES: readonly string[] = [...fermions, "loop"];

/** Couplings $g x_f$ with what loops add; moduli where the loop is complex, with the sign of the electric charge. */
function couplingsOf(mass: number, g: number, charges: Charges): Partial<Record<Fermion, number>> {
  const { loop } = charges;
  const induced = loop === undefined ? 0 : hypot(...loopCharge(mass * mass, loop[0], loop[1]));
  const vector: Partial<Record<Fermion, number>> = {};
  for (const f of fermions) {
    const x = charges[f] ?? -(electricCharge[f] ?? 0) * induced;
    if (x !== 0) vector[f] = g * x;
  }
  return vector;
}

/**
 * A vector boson with any vector couplings $\mathcal L=g\sum_f x_f\,\bar f\gamma^\mu f\,V_\mu$ (neutrinos left-handed):
 * leptons, neutrinos, three photons below $2m_e$, hadrons, dark matter.
 *
 * @param parameters - mass (GeV), coupling, charges; optionally dark matter and hadronic options
 * @returns the mediator
 * @throws `RangeError` for a mass that is not > 0, a coupling of 0 or above $\sqrt{4\pi}$, no charge at all, or an
 * unknown option or fermion
 *
 * @example
 * ```ts
 * vectorMediator({ mass: 0.1, coupling: 1e-4, charges: bMinusL }).branchingFraction("invisible"); // ≈ 0.6
 * ```
 */
export function vectorMediator(parameters: VectorParameters): Mediator {
  requireOptions("vectorMediator", parameters, PARAMETERS);
  const { mass, coupling, charges, dark, hadrons, name = "vector", citations = [] } = parameters;
  requirePositive("vectorMediator: mass", mass, "GeV");
  requireCoupling("vectorMediator: coupling", coupling, Math.sqrt(4 * Math.PI));
  requireDarkMatter("vectorMediator", dark);
  if (hadrons !== undefined) requireHadronicOptions("vectorHadrons", hadrons);
  requireOptions("vectorMediator: charges", charges, CHARGES);
  for (const l of charges.loop ?? []) requireChoice("vectorMediator: charges.loop", l, ["e", "mu", "tau"]);
  for (const f of fermions) {
    if (!(Math.abs(charges[f] ?? 0) <= 1e50)) {
      throw new RangeError(`vectorMediator: charges.${f} must be finite, 1e50 at most, got ${String(charges[f])}`);
    }
  }
  const vector = couplingsOf(mass, coupling, charges);
  if (Object.keys(vector).length === 0) throw new RangeError("vectorMediator: charges must not all be 0, got none");

  const channels = (): PartialWidth[] => {
    const list = leptons.map(([f, title, id]) =>
      channel(title, [-id, id], vectorToFermions(mass, MASS[f], vector[f] ?? 0), "leptons", references.Ilten2018),
    );
    const rays = vectorToThreePhotons(mass, vector.e ?? 0);
    const most = rays === 0 ? 1 : threePhotonsAtMost(mass);
    list.push(channel("gamma gamma gamma", [22, 22, 22], rays, "photons", references.McDermott2018, [1, most]));
    for (const [f, title, id] of neutrinos) {
      const width = vectorToFermions(mass, 0, vector[f] ?? 0, 0.5);
      list.push(channel(title, [id, -id], width, "invisible", references.Ilten2018));
    }
    if (dark !== undefined) {
      const width = vectorToDarkMatter(mass, dark);
      if (dark.kind === "inelastic") {
        // The heavier state decays again.
        list.push(channel("chi1 chi2", [52, mediatorId({ kind: "fermion" })], width, "dark", references.Batell2009));
      } else {
        const products = dark.kind === "scalar" ? [51, -51] : dark.kind === "majorana" ? [52, 52] : [52, -52];
        list.push(channel("chi chi", products, width, "invisible", references.Batell2009));
      }
    }
    const { u = 0, d = 0, s = 0, c = 0, b = 0 } = vector;
    return [...list, ...vectorHadrons(mass, { u, d, s, c, b }, hadrons)];
  };
  return mediator({ name, kind: "vector", mass, couplings: { vector }, channels, citations });
}
