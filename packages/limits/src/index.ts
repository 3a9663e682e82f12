/**
 * From upper limits on rates to limits on couplings, and those of the world beside them.
 *
 * @packageDocumentation
 */
// The Limit type, look-ups, files
export { cite, limit } from "./limit.js";
export type {
  ContourLimit,
  CurveLimit,
  ExpectedBands,
  GridLimit,
  IntervalLimit,
  Limit,
  LimitInfo,
  LimitKind,
  Provenance,
} from "./limit.js";
export { excludedAt, expectedAt, isExcluded, valueAt } from "./value-at-mass.js";
export type { Interval, LookupOptions } from "./value-at-mass.js";
export { LIMIT_FORMAT, limitFromJson, limitToJson } from "./json.js";
export { limitFromCsv, limitToCsv } from "./csv.js";
export type { LimitFromCsvInfo } from "./csv.js";
export { limitFromResults } from "./from-results.js";
export type { UpperLimitResult } from "./from-results.js";
// From a rate to a coupling
export { couplingLimit } from "./coupling.js";
export type { CouplingLimitOptions, DecayingParticle } from "./coupling.js";
// Published limits
export { published } from "./published/published.js";
export type { Published, PublishedEntry, PublishedQuery, Slot } from "./published/published.js";
export type { ReferenceCurve } from "./published/reference-curves.js";
// Regions, other models, other luminosities
export { exclusion } from "./exclusion.js";
export type { Exclusion, Ring } from "./exclusion.js";
export { recast } from "./recast.js";
export type { RecastOptions } from "./recast.js";
export { productionRate, recastReasons, recastSearches } from "./recast-search.js";
export type {
  AllDecays,
  BeamDump,
  FlightPath,
  ProductionMode,
  RecastSearch,
  SearchEfficiency,
} from "./recast-search.js";
// A model in its plane
export { constrainModel } from "./constrain/constrain-model.js";
export type {
  ConstrainOptions,
  Constraints,
  PointVerdict,
  SilentLimit,
  SpeakingLimit,
} from "./constrain/constraints.js";
export type { ConstrainedModel } from "./constrain/model.js";
export type { Method } from "./constrain/statement.js";
export type { Rate } from "./constrain/rates.js";
export { luminosityText } from "./luminosity-text.js";
export { luminosityTimeline, project, projectExactly, projectionExponent } from "./projection.js";
export type { LuminosityMilestone, ProjectionRegime, ProjectOptions } from "./projection.js";
