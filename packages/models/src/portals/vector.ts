import type { Citation } from "../citation.js";
import { references } from "../data/references.js";
import { MASS } from "../masses.js";
import { channel, mediator, type Channel, type Fermion, type Mediator } from "../mediator.js";
import { vectorToDarkMatter, type DarkMatter } from "../widths/dark.js";
import { vectorToFermions } from "../widths/fermion-pair.js";
import { vectorToThreePhotons } from "../widths/photons.js";

/** What every vector portal boils down to: absolute couplings $g_f$ and options. */
export interface VectorSpec {
  /** Name of the portal. */
  readonly name: string;
  /** Mass, GeV, checked. */
  readonly mass: number;
  /** Couplings $g_f=g\,x_f$ (absolute, dimensionless). */
  readonly vector: Readonly<Partial<Record<Fermion, number>>>;
  /** Dark matter, if any. */
  readonly dark?: DarkMatter | undefined;
  /** Papers of the model. */
  readonly citations: readonly Citation[];
}

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

/** The mediator of a vector with the given absolute couplings. */
export const vectorPortal = (spec: VectorSpec): Mediator => {
  const { name, mass, vector, dark } = spec;
  const channels = (): Channel[] => {
    const list = leptons.map(([f, title, id]) =>
      channel(title, [-id, id], vectorToFermions(mass, MASS[f], vector[f] ?? 0), "leptons", references.Ilten2018),
    );
    const rays = vectorToThreePhotons(mass, vector.e ?? 0);
    list.push(channel("gamma gamma gamma", [22, 22, 22], rays, "photons", references.McDermott2018));
    for (const [f, title, id] of neutrinos) {
      const g = vector[f];
      if (g === undefined) continue;
      list.push(channel(title, [id, -id], vectorToFermions(mass, 0, g, 0.5), "invisible", references.Ilten2018));
    }
    if (dark !== undefined) {
      const products = dark.kind === "scalar" ? [51, -51] : dark.kind === "majorana" ? [52, 52] : [52, -52];
      list.push(channel("chi chi", products, vectorToDarkMatter(mass, dark), "invisible", references.Batell2009));
    }
    return list;
  };
  return mediator({ name, kind: "vector", mass, couplings: { vector }, channels, citations: spec.citations });
};
