/** Bins of an observable. */
export interface Hs3Axis {
  readonly name: string;
  readonly min?: number;
  readonly max?: number;
  readonly nbins?: number;
  readonly edges?: readonly number[];
}

/** A histogram within a document. */
export interface Hs3Histogram {
  readonly contents: readonly number[];
  readonly errors?: readonly number[];
}

/** A modifier of a sample: its parameter or, for those of single bins, its parameters. */
export interface Hs3Modifier {
  readonly type: string;
  readonly name: string;
  readonly parameter?: string;
  readonly parameters?: readonly string[];
  readonly constraint?: string;
  readonly constraint_type?: string;
  readonly data?: {
    readonly lo?: number | Hs3Histogram;
    readonly hi?: number | Hs3Histogram;
    readonly vals?: readonly number[];
  };
}

/** A sample of a channel. */
export interface Hs3Sample {
  readonly name: string;
  readonly data: Hs3Histogram;
  readonly modifiers: readonly Hs3Modifier[];
}

/** A distribution: a channel, or the Gaussian constraint of a parameter. */
export interface Hs3Distribution {
  readonly name: string;
  readonly type: string;
  readonly axes?: readonly Hs3Axis[];
  readonly samples?: readonly Hs3Sample[];
  readonly mean?: string | number;
  readonly x?: string | number;
  readonly sigma?: string | number;
}

/**
 * The part of the HEP Statistics Serialization Standard that HistFactory models use.
 * @see [HS3](https://github.com/hep-statistics-serialization-standard/hep-statistics-serialization-standard), version 0.2
 */
export interface Hs3Document {
  readonly metadata: { readonly hs3_version: string };
  readonly distributions: readonly Hs3Distribution[];
  readonly data: readonly {
    readonly name: string;
    readonly type: string;
    readonly axes?: readonly Hs3Axis[];
    readonly contents: readonly number[];
  }[];
  readonly likelihoods: readonly {
    readonly name: string;
    readonly distributions: readonly string[];
    readonly data: readonly string[];
    readonly aux_distributions?: readonly string[];
  }[];
  readonly domains: readonly {
    readonly name: string;
    readonly type: string;
    readonly axes: readonly { readonly name: string; readonly min: number; readonly max: number }[];
  }[];
  readonly parameter_points: readonly {
    readonly name: string;
    readonly parameters: readonly { readonly name: string; readonly value: number; readonly const?: boolean }[];
  }[];
  readonly analyses: readonly {
    readonly name: string;
    readonly likelihood: string;
    readonly parameters_of_interest?: readonly string[];
    readonly domains: readonly string[];
    readonly init?: string;
  }[];
}

/** Name in HS3 of the luminosity. */
export const LUMI = "Lumi";
