import { comparedOf, exclusionsOf, projectionAgreement, quantityOf, type RangeOfOurs, rangeOf } from "./agreement.js";
import { luminosityText } from "@belladonna/limits";
import { type BandRatios, bandRatiosOf, type RatioInRange, type Ratios, ratiosByMass, ratiosOf } from "./ratios.js";
import { largestExcesses } from "./largest-excess.js";
import type { FinishedRun } from "../finished-run.js";
import type { Compared, Search, SearchResult } from "../search.js";

/** What a page says of one limit. */
export interface LimitSummary {
  /** The process. */
  readonly process: string;
  /** What is limited: a cross section, a coupling. */
  readonly quantity: string;
  /** Unit of the limit. */
  readonly unit: string;
  /** Its confidence level. */
  readonly level: number;
  /** Expected over published limit, where one is published. */
  readonly ratios?: Ratios;
  /** The same in ranges of masses. */
  readonly shape?: readonly RatioInRange[];
  /** Our band over the published one, where one is published. */
  readonly bands?: BandRatios;
  /** The published limit is a projection. */
  readonly projected?: true;
  /** It is on a rate, not on a coupling made from one. */
  readonly rate?: true;
  /** Range of our expected limits, where a range is published. */
  readonly ours?: RangeOfOurs;
  /** The published range. */
  readonly range?: Compared["range"];
}

/** What pages say of a run of a search; plain data. */
export interface Summary {
  /** Name of the search. */
  readonly name: string;
  /** The publication it redoes. */
  readonly reference: string;
  /** Luminosity, level and method. */
  readonly settings: string;
  /** Day of the run, ISO 8601. */
  readonly date: string;
  /** Wall-clock time, s, with that of the projection. */
  readonly seconds: number;
  /** One entry a limit that can be compared. */
  readonly limits: readonly LimitSummary[];
  /** Names of the plots. */
  readonly plots: readonly string[];
  /** What the user should read: excesses, projections, notes. */
  readonly sentences: readonly string[];
}

/** The summary of a run. */
export function summaryOf({ name, reference }: Search, { options, result, projection, seconds }: FinishedRun): Summary {
  return {
    name,
    reference,
    settings: `${luminosityText(options.luminosity)}, ${100 * options.level} %, ${options.method}`,
    date: new Date().toISOString().slice(0, 10),
    seconds,
    limits: comparedOf(result).map((one) => limitSummary(one, result)),
    plots: [...exclusionsOf(result).map((one) => one.name), "trigger"],
    sentences: [
      ...largestExcesses(result.measured),
      ...(projection === undefined ? [] : projectionAgreement(projection)),
      ...result.notes,
    ],
  };
}

function limitSummary(compared: Compared, { measured }: SearchResult): LimitSummary {
  const { process, limit, range, projected } = compared;
  const ratios = ratiosOf(compared);
  const bands = bandRatiosOf(compared);
  const ours = rangeOf(compared);
  return {
    process,
    quantity: quantityOf(compared),
    unit: limit.unit,
    level: limit.cl,
    ...(ratios === undefined ? {} : { ratios, shape: ratiosByMass(compared) }),
    ...(bands === undefined ? {} : { bands }),
    ...(projected ? { projected } : {}),
    ...(measured.some((one) => one === compared) ? { rate: true } : {}),
    ...(ours === undefined || range === undefined ? {} : { ours, range }),
  };
}
