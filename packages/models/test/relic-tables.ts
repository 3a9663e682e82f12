// Models as the tables of models-2 have them: leptons and neutrinos by their charges, hadrons by nodes of a ratio.
import { linearInterpolate } from "@belladonna/numerics";
import { references } from "@belladonna/sources";
import { channel, mediator, relicTarget } from "../src/index.js";
import type { PartialWidth, Charges, RelicDarkMatter, RelicModel } from "../src/index.js";
import { MASS } from "../src/masses.js";
import { vectorToFermions } from "../src/widths.js";

/** Rows of a table as its file has them. */
export type Cells = (string | number)[][];
const column = (rows: Cells, k: number): Float64Array => Float64Array.from(rows.map((r) => r[k] as number));

/** A vector of these charges times `unit`, with hadrons of width $g^2h(Q)Q/12\pi$, made as a user makes one. */
export function tableModel(charges: Charges, unit = 1, nodes?: Cells): RelicModel {
  const h = nodes === undefined ? undefined : [column(nodes, 0), column(nodes, 1)];
  const ratioAt = (q: number): number => (h === undefined || q < h[0][0] ? 0 : linearInterpolate(h[0], h[1], q));
  const leptons = ["e", "mu", "tau"] as const;
  const neutrinos = (charges.nue ?? 0) ** 2 + (charges.numu ?? 0) ** 2 + (charges.nutau ?? 0) ** 2;
  return {
    name: "of the table",
    power: 2,
    typical: 1e-3,
    make: (mass, coupling) => {
      const g = coupling * unit;
      const width = leptons.reduce((sum, l) => sum + vectorToFermions(mass, MASS[l], g * (charges[l] ?? 0)), 0);
      const rest = vectorToFermions(mass, 0, g, neutrinos / 2) + (g * g * ratioAt(mass) * mass) / (12 * Math.PI);
      const channels = (): PartialWidth[] => [channel("all", [], width + rest, "leptons", references.PDG2024)];
      return mediator({ name: "vector", kind: "vector", mass, couplings: {}, channels });
    },
  };
}

/** Dark matter of a row, whose first cells are its kind and splitting. */
export const matter = (row: Cells[number], massRatio: number, alphaD: number): RelicDarkMatter => ({
  kind: row[0] as RelicDarkMatter["kind"],
  alphaD,
  massRatio,
  ...(row[0] === "inelastic" ? { splitting: row[1] as number } : {}),
});

/** Distances of couplings, and half those of $y$, from the rows of a table of targets. */
export function distances(rows: Cells, of: RelicModel): number[] {
  return rows.map((row) => {
    const [massRatio, alphaD, mass, , coupling, y] = row.slice(2) as number[];
    const [point] = relicTarget(of, matter(row, massRatio, alphaD), { masses: [mass] }).points;
    return Math.max(Math.abs(point.coupling / coupling - 1), Math.abs(point.y / y - 1) / 2);
  });
}
