import type { Field } from "./fields.js";

/** What a current is: column spinor $\psi$, row spinor $\bar\psi$, vector or scalar. */
export type Shape = "column" | "row" | "vector" | "scalar";

/** One external leg: its field and whether its wavefunction is a column, a row or a boson's. */
export interface Leg {
  /** The field. */
  readonly field: Field;
  /** Shape of the wavefunction. */
  readonly shape: Shape;
  /** $+1$ for incoming, $-1$ for outgoing: sign of its momentum in sums of incoming momenta. */
  readonly direction: 1 | -1;
  /** Number of spin states. */
  readonly states: number;
}

/** An off-shell current: all ways in which a set of legs joins into one line of a field. */
export interface Current {
  /** Set of legs, one bit each. */
  readonly legs: number;
  /** Field of the line. */
  readonly field: Field;
  /** Shape. */
  readonly shape: Shape;
  /** Spin configurations of its legs. */
  readonly states: number;
  /** Where its numbers start in the work space, in units of the block length. */
  offset: number;
}

/** Kernel of an operation. */
export type Kernel =
  | "column vector"
  | "row vector"
  | "column scalar"
  | "row scalar"
  | "column pseudoscalar"
  | "row pseudoscalar"
  | "pair to vector"
  | "pair to scalar"
  | "pair to pseudoscalar"
  | "vectors to axion"
  | "axion and vector"
  | "vectors to higgs"
  | "higgs and vector";

/** Join two currents at a vertex and add the result, times `factor`, to a third. */
export interface Join {
  /** Which vertex structure. */
  readonly kernel: Kernel;
  /** First current: the spinor, the row of a pair, or the scalar of a vector vertex. */
  readonly a: Current;
  /** Second current. */
  readonly b: Current;
  /** Current that receives. */
  readonly out: Current;
  /** Real part of the factor. */
  readonly re: number;
  /** Imaginary part of the factor. */
  readonly im: number;
  /** Spin configuration of `out` for each pair of configurations, that of `b` fastest. */
  readonly states: Int32Array;
}

/** A current and the joins that make it. */
export interface PlanStep {
  /** The current. */
  readonly current: Current;
  /** Its joins; their results add up. */
  readonly joins: readonly Join[];
  /** Whether it is a photon between an incoming and an outgoing leg, in a sum of diagrams that conserves its current. */
  readonly conserved: boolean;
}

/** All that evaluating $\sum|M|^2$ takes, in order. */
export interface Plan {
  /** External legs: $e^-$, $e^+$, then the final particles. */
  readonly legs: readonly Leg[];
  /** Currents of single legs, in the order of the legs; the root's is last to be used. */
  readonly external: readonly Current[];
  /** Off-shell currents in the order in which they are made, each with the joins that make it. */
  readonly steps: readonly PlanStep[];
  /** Joins of all legs but the root; they make a current that meets the root's wavefunction. */
  readonly last: Current;
  /** Index of the root leg. */
  readonly root: number;
  /** Spin states of the root that are summed; parity gives the others. */
  readonly rootStates: number;
  /** Factor on the sum: spin average, and 2 where parity halves the sum. */
  readonly factor: number;
  /** Size of the work space in units of the block length. */
  readonly size: number;
  /** Number of diagrams. */
  readonly diagrams: number;
  /** Complex vertex evaluations per event: a measure of cost. */
  readonly cost: number;
}

/** Numbers of a current: complex components of one spin configuration. */
export const COMPONENTS: Readonly<Record<Shape, number>> = { column: 4, row: 4, vector: 4, scalar: 1 };
