import type { Expressions } from "@belladonna/numerics/compiled";
import type { Join, Kernel } from "../plan.js";
import { complexArithmetic, type Complex, type Term } from "./complex.js";

/** Components of a vector: $V^+, V^-, V^1 + iV^2, V^1 - iV^2$. */
const [P, M, T, C] = [0, 1, 2, 3];

/** Products of a component of the result: sign, component of the boson or row, component of the spinor. */
type Products = readonly (readonly [sign: 1 | -1, a: number, b: number])[];

/** $V_\mu\gamma^\mu\psi$. */
const COLUMN_VECTOR: readonly Products[] = [
  [
    [1, M, 2],
    [-1, C, 3],
  ],
  [
    [1, P, 3],
    [-1, T, 2],
  ],
  [
    [1, P, 0],
    [1, C, 1],
  ],
  [
    [1, T, 0],
    [1, M, 1],
  ],
];
/** $\chi V_\mu\gamma^\mu$. */
const ROW_VECTOR: readonly Products[] = [
  [
    [1, P, 2],
    [1, T, 3],
  ],
  [
    [1, C, 2],
    [1, M, 3],
  ],
  [
    [1, M, 0],
    [-1, T, 1],
  ],
  [
    [1, P, 1],
    [-1, C, 0],
  ],
];
/** $\chi\gamma^\mu\psi$, halved: components of the row, then of the column. */
const PAIR_TO_VECTOR: readonly Products[] = [
  [
    [1, 0, 2],
    [1, 3, 1],
  ],
  [
    [1, 1, 3],
    [1, 2, 0],
  ],
  [
    [1, 0, 3],
    [-1, 2, 1],
  ],
  [
    [1, 1, 2],
    [-1, 3, 0],
  ],
];

/** A current of one spin configuration with what a join adds to it. */
export type Vertex = (
  join: Join,
  a: readonly Complex[],
  b: readonly Complex[],
  current: readonly Complex[],
) => readonly Complex[];

/** Kernels that have expressions. */
export const KERNELS: readonly Kernel[] = [
  ...([
    "column vector",
    "row vector",
    "column scalar",
    "row scalar",
    "column pseudoscalar",
    "row pseudoscalar",
  ] as const),
  ...(["pair to vector", "pair to scalar", "pair to pseudoscalar", "vectors to higgs", "higgs and vector"] as const),
];

/** Vertices as expressions, operation by operation those of the plain kernels. */
export function vertices(make: Expressions): Vertex {
  const { number } = make;
  const { complex, plus, times, scaled, signed, sumOfProducts } = complexArithmetic(make);
  const byTable = (table: readonly Products[], a: readonly Complex[], b: readonly Complex[]): Complex[] =>
    table.map((products) => sumOfProducts(products.map(([sign, x, y]): Term => [sign, a[x], b[y]])));

  return ({ kernel, re, im }, a, b, current) => {
    const factor = complex(number(re), number(im));
    const added = (terms: readonly Complex[]): Complex[] => current.map((sum, c) => plus(sum, terms[c]));
    /** All terms to the one component, one after the other. */
    const addedUp = (terms: readonly Complex[]): Complex[] => [terms.reduce(plus, current[0])];
    const by = (f: number, values: readonly Complex[]): Complex[] => values.map((x) => scaled(number(f), x));
    const left = kernel.includes("pseudoscalar") ? -1 : 1;
    /** The first two components have the sign `left`. */
    const chirality = (c: number): number => (c < 2 ? left : 1);
    switch (kernel) {
      case "column vector":
        return added(byTable(COLUMN_VECTOR, b, by(re, a)));
      case "row vector":
        return added(byTable(ROW_VECTOR, b, by(re, a)));
      case "pair to vector":
        return added(byTable(PAIR_TO_VECTOR, by(2 * re, a), b));
      case "column scalar":
      case "row scalar":
      case "column pseudoscalar":
      case "row pseudoscalar":
        return added(a.map((x, c) => times(signed(chirality(c), times(factor, b[0])), x)));
      case "pair to scalar":
      case "pair to pseudoscalar":
        return addedUp(a.map((x, c) => times(factor, signed(chirality(c), times(x, b[c])))));
      case "higgs and vector":
        return added(b.map((x) => times(scaled(number(re), a[0]), x)));
      case "vectors to higgs":
        return addedUp(a.map((x, c) => scaled(number(c < 2 ? 0.5 * re : -(0.5 * re)), times(x, b[c ^ 1]))));
      default:
        throw new RangeError(`vertices: ${kernel} has no expressions`);
    }
  };
}
