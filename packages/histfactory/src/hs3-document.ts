/** Bins of an observable: ends and number, or all edges. */
export interface Hs3Axis {
  /** The observable. */
  readonly name: string;
  /** Lower end. */
  readonly min?: number;
  /** Upper end. */
  readonly max?: number;
  /** Number of bins of one width. */
  readonly nbins?: number;
  /** Edges of bins, where they are not of one width. */
  readonly edges?: readonly number[];
}

/** A histogram within a document. */
export interface Hs3Histogram {
  /** Content of each bin. */
  readonly contents: readonly number[];
  /** Statistical error of each. */
  readonly errors?: readonly number[];
}

/** The numbers of a modifier. */
export interface Hs3ModifierData {
  /** At one standard deviation down: a factor, or the histogram. */
  readonly lo?: number | Hs3Histogram;
  /** At one standard deviation up. */
  readonly hi?: number | Hs3Histogram;
  /** Of each bin. */
  readonly vals?: readonly number[];
}

/** A modifier of a sample: its parameter or, for those of single bins, its parameters. */
export interface Hs3Modifier {
  /** Kind of the modifier, such as `normsys`. */
  readonly type: string;
  /** Its name. */
  readonly name: string;
  /** Name of its parameter. */
  readonly parameter?: string;
  /** Names of its parameters, one a bin. */
  readonly parameters?: readonly string[];
  /** Kind of the constraint. */
  readonly constraint?: string;
  /** The same under its older name. */
  readonly constraint_type?: string;
  /** Its numbers. */
  readonly data?: Hs3ModifierData;
}

/** A sample of a channel. */
export interface Hs3Sample {
  /** Its name. */
  readonly name: string;
  /** Expected yields. */
  readonly data: Hs3Histogram;
  /** What changes them. */
  readonly modifiers: readonly Hs3Modifier[];
}

/** A distribution: a channel, or the Gaussian constraint of a parameter. */
export interface Hs3Distribution {
  /** Its name. */
  readonly name: string;
  /** Kind of the distribution, such as `histfactory_dist`. */
  readonly type: string;
  /** Observables of a channel. */
  readonly axes?: readonly Hs3Axis[];
  /** Samples of a channel. */
  readonly samples?: readonly Hs3Sample[];
  /** Mean of a Gaussian: a number or a parameter. */
  readonly mean?: string | number;
  /** Argument of a Gaussian. */
  readonly x?: string | number;
  /** Width of a Gaussian. */
  readonly sigma?: string | number;
}

/** Observed data of a channel. */
export interface Hs3Data {
  /** Its name. */
  readonly name: string;
  /** Kind of the data: `binned`. */
  readonly type: string;
  /** Observables. */
  readonly axes?: readonly Hs3Axis[];
  /** Counts. */
  readonly contents: readonly number[];
}

/** A product of distributions with their data. */
export interface Hs3Likelihood {
  /** Its name. */
  readonly name: string;
  /** Names of distributions. */
  readonly distributions: readonly string[];
  /** Names of their data, in the same order. */
  readonly data: readonly string[];
  /** Names of constraints. */
  readonly aux_distributions?: readonly string[];
}

/** The range of a parameter. */
export interface Hs3Range {
  /** The parameter. */
  readonly name: string;
  /** Lower bound. */
  readonly min: number;
  /** Upper bound. */
  readonly max: number;
}

/** Ranges of parameters. */
export interface Hs3Domain {
  /** Its name. */
  readonly name: string;
  /** Kind of the domain: `product_domain`. */
  readonly type: string;
  /** One range a parameter. */
  readonly axes: readonly Hs3Range[];
}

/** The value of a parameter. */
export interface Hs3Value {
  /** The parameter. */
  readonly name: string;
  /** Its value. */
  readonly value: number;
  /** Whether it is held. */
  readonly const?: boolean;
}

/** Values of parameters. */
export interface Hs3ParameterPoint {
  /** Its name. */
  readonly name: string;
  /** One value a parameter. */
  readonly parameters: readonly Hs3Value[];
}

/** What a measurement asks of a likelihood. */
export interface Hs3Analysis {
  /** Its name. */
  readonly name: string;
  /** Name of the likelihood. */
  readonly likelihood: string;
  /** Names of the parameters of interest. */
  readonly parameters_of_interest?: readonly string[];
  /** Names of domains. */
  readonly domains: readonly string[];
  /** Name of the point to start from. */
  readonly init?: string;
}

/** What a document says of itself. */
export interface Hs3Metadata {
  /** Version of the standard. */
  readonly hs3_version: string;
}

/**
 * The part of the HEP Statistics Serialization Standard that HistFactory models use.
 * @see [HS3](https://github.com/hep-statistics-serialization-standard/hep-statistics-serialization-standard), version 0.2
 */
export interface Hs3Document {
  /** Version. */
  readonly metadata: Hs3Metadata;
  /** Channels and constraints. */
  readonly distributions: readonly Hs3Distribution[];
  /** Observed data. */
  readonly data: readonly Hs3Data[];
  /** Likelihoods. */
  readonly likelihoods: readonly Hs3Likelihood[];
  /** Bounds. */
  readonly domains: readonly Hs3Domain[];
  /** Starts and values that are held. */
  readonly parameter_points: readonly Hs3ParameterPoint[];
  /** Measurements. */
  readonly analyses: readonly Hs3Analysis[];
}

/** Name in HS3 of the luminosity. */
export const LUMI = "Lumi";
