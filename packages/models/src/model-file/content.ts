import type { ChannelGroup } from "../mediator.js";
import type { Expression } from "./expression.js";

/** A field beyond the Standard Model: declared with expressions, or with numbers at a mass and a coupling. */
export interface FieldOf<N> {
  /** Name. */
  readonly name: string;
  /** Dirac fermion, real vector or real scalar. */
  readonly kind: "fermion" | "vector" | "scalar";
  /** Mass, GeV. */
  readonly mass: N;
  /** Width, GeV. */
  readonly width: N;
  /** Electric charge, units of $e$. */
  readonly charge: number;
  /** PDG number. */
  readonly pdgId: number;
}

/** A vertex: a pair of fermions or of vectors with a boson, as in `Model` of `@belladonna/events`. */
export type VertexOf<N> =
  | {
      /** Structure. */
      readonly kind: "vector" | "scalar" | "pseudoscalar";
      /** Fermions, the barred one first. */
      readonly fermions: readonly [string, string];
      /** Boson; `mediator` is the mediator. */
      readonly boson: string;
      /** Coupling. */
      readonly coupling: N;
    }
  | {
      /** Structure. */
      readonly kind: "axion" | "higgs";
      /** Vector. */
      readonly vector: string;
      /** Boson; `mediator` is the mediator. */
      readonly boson: string;
      /** Coupling. */
      readonly coupling: N;
    };

/** A partial width: by a formula, or by a table and a factor. */
export interface WidthOf<N> {
  /** Channel in field notation. */
  readonly channel: string;
  /** PDG numbers of the products. */
  readonly products: readonly number[];
  /** What they are. */
  readonly group: ChannelGroup;
  /** Width, GeV. */
  readonly formula?: N;
  /** Mass and width, GeV, in ascending order of mass. */
  readonly table?: readonly (readonly [mass: number, width: number])[];
  /** Factor of the table. */
  readonly times?: N;
}

/** All that a model file says. */
export interface ModelContent {
  /** Name of the model. */
  readonly name: string;
  /** Spin and parity of the mediator. */
  readonly kind: "vector" | "scalar" | "pseudoscalar";
  /** Name of the coupling. */
  readonly coupling: string;
  /** Parameters in their order. */
  readonly parameters: readonly (readonly [name: string, value: Expression])[];
  /** Fields. */
  readonly fields: readonly FieldOf<Expression>[];
  /** Vertices. */
  readonly vertices: readonly VertexOf<Expression>[];
  /** Widths. */
  readonly widths: readonly WidthOf<Expression>[];
}
