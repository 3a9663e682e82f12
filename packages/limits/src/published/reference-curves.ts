/**
 * Curves that go with limits but are none: resolutions, cross sections for unit coupling, a sensitivity, lines of thermal
 * dark matter, regions without a confidence level, ends of fitted intervals.
 *
 * @packageDocumentation
 */
import type { Standing } from "@belladonna/sources";
import data from "../data/reference-curves.json";

/** A curve with its source. */
export interface ReferenceCurve {
  /** Identifier. */
  readonly id: string;
  /** What `y` is. */
  readonly observable: string;
  /** Unit of `y`. */
  readonly unit: string;
  /** Abscissae. */
  readonly x: readonly number[];
  /** Ordinates. */
  readonly y: readonly number[];
  /** What `x` is. */
  readonly xObservable: string;
  /** Unit of `x`. */
  readonly xUnit: string;
  /** Statistical error of `y`, where given. */
  readonly yError?: readonly number[];
  /** Another parametrisation of the same quantity, see `note`. */
  readonly yAlternative?: readonly number[];
  /** Upper edge of a band whose lower edge is `y`. */
  readonly yUpper?: readonly number[];
  /** Central value of a fitted interval whose upper end is `y`. */
  readonly yCentral?: readonly number[];
  /** Lower end of that interval. */
  readonly yLower?: readonly number[];
  /** Whether the points go around a region, the last joining the first. */
  readonly closed?: boolean;
  /** Where the numbers are from. */
  readonly source: string;
  /** How well the numbers are known. */
  readonly standing: Standing;
  /** What a user must know. */
  readonly note?: string;
}

/** The bundled curves. */
export const referenceCurves: readonly ReferenceCurve[] = data as unknown as readonly ReferenceCurve[];
