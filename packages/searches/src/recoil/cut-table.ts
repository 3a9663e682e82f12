import type { Cut } from "../selection/cut.js";
import type { LeptonPairs } from "./lepton-pairs.js";

/**
 * Cuts that depend on the recoil mass: least momenta of the recoil in the centre-of-mass frame, GeV, across the beam, across
 * the faster lepton and across the slower one; between rows by straight lines.
 */
export type CutTable = readonly (readonly [mass: number, beam: number, fast: number, slow: number])[];

/** What the momentum of the recoil is taken across: the columns of a {@link CutTable}. */
const AXES = { beam: 1, fast: 2, slow: 3 } as const;

/** One of them. */
type Axis = keyof typeof AXES;

/** Least momentum of the recoil across an axis at a squared recoil mass, GeV. */
export function leastAt(table: CutTable, axis: Axis, mass2: number): number {
  const mass = mass2 > 0 ? Math.sqrt(mass2) : 0;
  let i = 1;
  while (i < table.length - 1 && table[i][0] < mass) i++;
  const [a, b] = [table[i - 1], table[i]];
  const t = Math.min(1, (mass - a[0]) / (b[0] - a[0]));
  const k = AXES[axis];
  return a[k] + t * (b[k] - a[k]);
}

/** What a cut on the momentum of the recoil is called, and where its numbers are from. */
export interface RecoilCutText {
  /** The two leptons: `muon`. */
  readonly lepton: string;
  /** Behind the quantity, such as the analysis. */
  readonly about: string;
  /** Where the numbers are from. */
  readonly source: string;
}

/** The cuts of a table on the momentum of the recoil across beam, faster and slower lepton. */
export function recoilCuts(table: CutTable, { lepton, about, source }: RecoilCutText): Cut<LeptonPairs>[] {
  const names = { beam: "across the beam", fast: `across the faster ${lepton}`, slow: `across the slower ${lepton}` };
  return (["beam", "fast", "slow"] as const).map((axis) => {
    const value = table.map((row) => [row[0], row[AXES[axis]]] as const);
    return {
      name: `momentum of the recoil ${names[axis]}`,
      numbers: [
        {
          quantity: `momentum of the recoil ${names[axis]}${about}, above`,
          value,
          unit: "GeV",
          text: `${value.map(([mass, least]) => `${least} at ${mass}`).join(", ")} GeV of recoil mass, straight lines between`,
          standing: "derived",
          source,
        },
      ],
      keep: (columns, k) => columns[axis][k] > leastAt(table, axis, columns.mass2[k]),
    };
  });
}

/**
 * The cuts of the counting analyses of the first data: near the smallest Punzi figure of merit ($a = 3$, $b = 1.28155$) of
 * $\mu\mu Z'$ at 276 pb⁻¹ on our simulation.
 */
export const firstDataCuts: CutTable = [
  [0, 0.7, 0, 0],
  [0.5, 0.9, 0, 0],
  [1, 1.1, 0.1, 0.2],
  [1.5, 1.1, 0.9, 0.7],
  [2, 1.1, 1.1, 1.3],
  [3, 1.3, 1.2, 1.7],
  [4, 1.4, 1.2, 1.8],
  [5, 1.55, 1.15, 1.6],
  [6, 1.65, 1.1, 0.8],
  [6.5, 1.55, 1, 0.5],
  [7, 1.4, 0.85, 0.3],
  [7.5, 1.2, 0.5, 0.2],
  [8, 0.95, 0.2, 0.2],
  [8.5, 0.75, 0.2, 0],
  [9, 0.7, 0.2, 0],
];
