import type { CurveLimit, IntervalLimit, Limit } from "@belladonna/limits";
import type { LeftOut } from "@belladonna/limits/plot";
import type { LimitMethod } from "@belladonna/stats";
import type { Fact } from "./fact.js";
import type { CutFlow } from "./selection/cut-flow.js";
import type { Work } from "./work.js";

/** Mass hypotheses. */
export interface MassRange {
  /** Lowest mass, GeV. */
  readonly from: number;
  /** Highest mass, GeV. */
  readonly to: number;
  /** Step, GeV; the search chooses when absent. */
  readonly step?: number;
}

/** What a user may change about a search; each search has defaults. */
export interface SearchOptions {
  /** Integrated luminosity, fb⁻¹. */
  readonly luminosity: number;
  /** Confidence level of the limits, a fraction. */
  readonly level: number;
  /** What an upper limit is. */
  readonly method: LimitMethod;
  /** Mass hypotheses: ends in GeV and, if the search is not to choose, the step in GeV. */
  readonly masses: MassRange;
  /** Seed of every random number of the run. */
  readonly seed: number;
  /** Number of background events generated. */
  readonly events: number;
  /** Pseudo-experiments a hypothesis; 0 takes the asymptotic formulae. */
  readonly toys: number;
  /** Signal put into the pseudo-data. */
  readonly inject?: Injection | undefined;
  /** Signal events to use instead of generated ones: a Les Houches file, its bytes. */
  readonly signal?: NamedFile | undefined;
  /** Data to use instead of pseudo-data: one event a row. */
  readonly data?: NamedFile | undefined;
  /** Files of a published likelihood to use instead of simulation: {@link Search.likelihood} says which. */
  readonly likelihood?: readonly NamedFile[] | undefined;
  /**
   * Whether the conventions of the publication are taken where they are not the best physics, so that limits are like for
   * like: {@link Search.conventions} says which.
   */
  readonly asPublished?: boolean | undefined;
}

/** A signal to be put into the pseudo-data. */
export interface Injection {
  /** Mass, GeV. */
  readonly mass: number;
  /** Its rate, in the unit of the first limit of the search. */
  readonly rate: number;
}

/** A file the user named, read. */
export interface NamedFile {
  /** Path as given, for messages. */
  readonly name: string;
  /** Content. */
  readonly bytes: Uint8Array;
}

/** Our limit at one hypothesis, next to the published one. */
export interface ComparedLimit {
  /** Mass of the hypothesis, GeV. */
  readonly mass: number;
  /** Median expected limit. */
  readonly expected: number;
  /**
   * Published limit: the expected one where the publication has it, else the observed or {@link Compared.projected | projected}
   * one, smoothed where jagged; `NaN` where there is none.
   */
  readonly published: number;
}

/** A limit on a rate at one hypothesis, with all that went into it. */
export interface ComparedMass extends ComparedLimit {
  /** Selection efficiency of the signal, trigger included. */
  readonly efficiency: number;
  /** Efficiency of the trigger lines of the search among signal events that pass the rest of the selection. */
  readonly triggerEfficiency: number;
  /** Resolution of the mass, GeV; `NaN` where the fit has no peak in the mass. */
  readonly resolution: number;
  /** Expected background events that matter for the hypothesis: within two resolutions, or in the bins or counting window. */
  readonly background: number;
  /** Observed limit; `NaN` without data and pseudo-data. */
  readonly observed: number;
  /** Local significance of an excess, in standard deviations; `NaN` without data and pseudo-data. */
  readonly significance: number;
}

/** Keywords by which HEPData finds a table. */
export interface HepDataKeywords {
  /** Reactions in HEPData's notation, decays in angle brackets: `E+ E- --> GAMMA AXION < GAMMA GAMMA >`. */
  readonly reactions: readonly string[];
  /** Centre-of-mass energies, GeV. */
  readonly cmEnergies: readonly number[];
}

/** One limit as it is drawn. */
export interface Exclusion {
  /** Name of its files. */
  readonly name: string;
  /** The process, for the title of the plot: `e⁺e⁻ → γa, a → γγ`. */
  readonly process: string;
  /** What the axis says, symbols between dollars as in TeX: `$σ$(e⁺e⁻ → γa) [fb]`, `$g_{aγγ}$ [GeV⁻¹]`. */
  readonly axis: string;
  /** Whose mass the hypotheses are of, for the other axis: `a`. */
  readonly particle?: string;
  /** Our limit. */
  readonly limit: Limit;
  /** Published limits to draw beside it. */
  readonly published: readonly Limit[];
  /** Projections of others, drawn beside ours where the luminosity is that of a projection. */
  readonly projections: readonly Limit[];
  /** What fits of others prefer, drawn as such beside it: the ends of an interval are no limits. */
  readonly preferred?: readonly IntervalLimit[];
  /** Masses that the search leaves out, drawn as bands at which its limit ends. */
  readonly leftOut?: readonly LeftOut[];
}

/** A limit, and how it compares with the published one. */
export interface Compared extends Exclusion {
  /** One entry a hypothesis, in ascending order of mass. */
  readonly masses: readonly ComparedLimit[];
  /** The published limits at the masses are a projection: nothing has been observed yet. */
  readonly projected?: true;
  /** What the publication states in place of a curve: the range its observed limits span. */
  readonly range?: PublishedRange;
}

/** A limit on a rate. */
export interface Measured extends Compared {
  readonly limit: CurveLimit;
  readonly masses: readonly ComparedMass[];
}

/** A range of limits as a publication states it. */
export interface PublishedRange {
  /** Lowest limit, in the unit of the limit. */
  readonly low: number;
  /** Highest limit. */
  readonly high: number;
  /** Masses it holds for, GeV. */
  readonly from: number;
  /** Its end, GeV. */
  readonly to: number;
}

/** A quantity over a plane of two masses, where a curve would not do. */
export interface PlaneMap {
  /** Name of its files. */
  readonly name: string;
  /** Title of the plot. */
  readonly title: string;
  /** Text at the right above the plot: luminosity, level. */
  readonly note?: string;
  /** What the horizontal axis says, symbols between dollars as in TeX. */
  readonly xLabel: string;
  /** What the vertical axis says. */
  readonly yLabel: string;
  /** What the colour says. */
  readonly label: string;
  /** Whether the vertical axis is logarithmic; it is not when absent. */
  readonly logarithmic?: boolean;
  /** Cells, each with the value at its point. */
  readonly cells: readonly MapCell[];
}

/** A cell of a map. */
export interface MapCell {
  /** The point that was tested: horizontal. */
  readonly x: number;
  /** Vertical. */
  readonly y: number;
  /** What is drawn for it: left and right end. */
  readonly xRange: readonly [number, number];
  /** Lower and upper end. */
  readonly yRange: readonly [number, number];
  /** The value, > 0. */
  readonly value: number;
}

/** What a run of a search gives. */
export interface SearchResult {
  /** Limits on rates, what the search measures; the first one leads. */
  readonly measured: readonly [Measured, ...Measured[]];
  /** What they mean for couplings; the first one leads. Those of which the publication has a curve too are compared. */
  readonly interpreted: readonly (Exclusion | Compared)[];
  /** Limits over planes, where there are such. */
  readonly maps?: readonly PlaneMap[];
  /** What the selection did to signal and to each background; absent where nothing was simulated. */
  readonly cutFlows?: readonly CutFlow[];
  /** Sentences the user should read: what failed, what was odd. */
  readonly notes: readonly string[];
}

/** A search: all it takes from the portal to the limit. */
export interface Search {
  /** Name on the command line. */
  readonly name: string;
  /** One line: process and data set. */
  readonly title: string;
  /** The publication it redoes. */
  readonly reference: string;
  /** What a HEPData submission of its limits says they are about; nothing when absent. */
  readonly keywords?: HepDataKeywords;
  /** Options as the publication had them. */
  readonly defaults: Pick<SearchOptions, "luminosity" | "level" | "method" | "masses" | "events">;
  /** What a row of a `--data` file holds, such as `mass`; in GeV unless the name says otherwise. */
  readonly dataColumns: readonly string[];
  /** Conventions of the publication, with their standing, that `asPublished` takes; absent where nothing differs. */
  readonly conventions?: string;
  /** Which files of a published likelihood the search reinterprets; absent where it takes none. */
  readonly likelihood?: string;
  /** Every number that went in, with its standing. */
  readonly facts: readonly Fact[];
  /** Do it. Throws `UserError` for what the user can mend. */
  run(options: SearchOptions, work: Work): Promise<SearchResult>;
}
