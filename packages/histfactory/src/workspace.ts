/** A modifier that moves every bin of a sample: additive, interpolated between three histograms, correlated over bins. */
export interface HistoSys {
  /** Name of the parameter. */
  readonly name: string;
  /** Kind of modifier. */
  readonly type: "histosys";
  /** The shifted histograms. */
  readonly data: {
    /** Events in each bin at one standard deviation down. */
    readonly lo_data: readonly number[];
    /** Events in each bin at one standard deviation up. */
    readonly hi_data: readonly number[];
  };
}

/** A modifier that scales a sample by a constrained factor, interpolated between two factors. */
export interface NormSys {
  /** Name of the parameter. */
  readonly name: string;
  /** Kind of modifier. */
  readonly type: "normsys";
  /** The shifted factors. */
  readonly data: {
    /** Factor at one standard deviation down, dimensionless, > 0. */
    readonly lo: number;
    /** Factor at one standard deviation up, dimensionless, > 0. */
    readonly hi: number;
  };
}

/** A modifier without data: the luminosity, a free factor of a sample, or a free factor of each bin. */
export interface FreeModifier {
  /** Name of the parameter; `lumi` when the type is `lumi`. */
  readonly name: string;
  /** Kind of modifier. */
  readonly type: "lumi" | "normfactor" | "shapefactor";
  /** Always `null`. */
  readonly data: null;
}

/** A modifier with one constrained factor for each bin: of this sample (`shapesys`), or of all that share it (`staterror`). */
export interface BinUncertainty {
  /** Name of the parameter set. */
  readonly name: string;
  /** Kind of modifier. */
  readonly type: "shapesys" | "staterror";
  /** Absolute uncertainty of each bin, events, $\ge 0$. */
  readonly data: readonly number[];
}

/** What a nuisance parameter or a parameter of interest does to a sample. */
export type Modifier = HistoSys | NormSys | FreeModifier | BinUncertainty;

/** One process in one channel. */
export interface Sample {
  /** Name, unique in the channel; the same name in two channels is the same process. */
  readonly name: string;
  /** Nominal expected events in each bin. */
  readonly data: readonly number[];
  /** The modifiers, each pair of type and name once. */
  readonly modifiers: readonly Modifier[];
}

/** One region of the analysis. */
export interface Channel {
  /** Name, unique in the workspace. */
  readonly name: string;
  /** The samples, all with the same number of bins. */
  readonly samples: readonly Sample[];
}

/** Observed events of one channel. */
export interface Observation {
  /** Name of the channel. */
  readonly name: string;
  /** Events in each bin, $\ge 0$. */
  readonly data: readonly number[];
}

/** How a measurement configures one parameter (set); what is absent keeps its default. */
export interface ParameterConfig {
  /** Name of the parameter (set). */
  readonly name: string;
  /** Start values. */
  readonly inits?: readonly number[];
  /** Lower and upper bounds. */
  readonly bounds?: readonly (readonly number[])[];
  /** Central values of the constraint terms. */
  readonly auxdata?: readonly number[];
  /** Scale between a parameter and the mean of its Poisson constraint. */
  readonly factors?: readonly number[];
  /** Widths of the Gaussian constraint terms. */
  readonly sigmas?: readonly number[];
  /** Held at its start value when true. */
  readonly fixed?: boolean;
}

/** A parameter of interest with a configuration of the parameters. */
export interface Measurement {
  /** Name, unique in the workspace. */
  readonly name: string;
  /** The configuration. */
  readonly config: {
    /** Name of the parameter of interest; empty for none. */
    readonly poi: string;
    /** The configured parameters. */
    readonly parameters: readonly ParameterConfig[];
  };
}

/**
 * A HistFactory workspace in its JSON form, version 1.0.0: model, data and measurements.
 * @see [pyhf](https://doi.org/10.21105/joss.02823), [HistFactory](https://cds.cern.ch/record/1456844)
 */
export interface Workspace {
  /** The regions. */
  readonly channels: readonly Channel[];
  /** The configurations of parameters. */
  readonly measurements: readonly Measurement[];
  /** The observed data, one entry a channel. */
  readonly observations: readonly Observation[];
  /** Version of the format. */
  readonly version: "1.0.0";
}
