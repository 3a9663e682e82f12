import type { ChannelGroup } from "../mediator.js";
import type { Expression } from "./expression.js";

/** A field beyond the Standard Model, as declared. */
export interface FieldLine {
  /** Name. */
  readonly name: string;
  /** Dirac fermion, real vector or real scalar. */
  readonly kind: "fermion" | "vector" | "scalar";
  /** Mass, GeV. */
  readonly mass: Expression;
  /** Width, GeV. */
  readonly width: Expression;
  /** Electric charge. */
  readonly charge: number;
  /** PDG number. */
  readonly pdgId: number;
}

/** A vertex, as declared. */
export type VertexLine =
  | {
      /** Structure. */
      readonly kind: "vector" | "scalar" | "pseudoscalar";
      /** Fermions, the barred one first. */
      readonly fermions: readonly [string, string];
      /** Boson. */
      readonly boson: string;
      /** Coupling. */
      readonly coupling: Expression;
    }
  | {
      /** Structure. */
      readonly kind: "axion" | "higgs";
      /** Vector. */
      readonly vector: string;
      /** Boson. */
      readonly boson: string;
      /** Coupling. */
      readonly coupling: Expression;
    };

/** A partial width, as declared. */
export interface WidthLine {
  /** Channel in field notation. */
  readonly channel: string;
  /** PDG numbers of the products. */
  readonly products: readonly number[];
  /** What they are. */
  readonly group: ChannelGroup;
  /** Width, GeV. */
  readonly formula?: Expression;
  /** Mass and width, GeV, in ascending order of mass. */
  readonly table?: readonly (readonly [mass: number, width: number])[];
  /** Factor of the table. */
  readonly times?: Expression;
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
  readonly fields: readonly FieldLine[];
  /** Vertices. */
  readonly vertices: readonly VertexLine[];
  /** Widths. */
  readonly widths: readonly WidthLine[];
}
