/**
 * Curves that go with limits but are none: resolutions, cross sections for unit coupling, a sensitivity.
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
  /** Where the numbers are from. */
  readonly source: string;
  /** How well the numbers are known. */
  readonly standing: Standing;
  /** What a user must know. */
  readonly note?: string;
}

/** The bundled curves. */
export const referenceCurves: readonly ReferenceCurve[] = data as unknown as readonly ReferenceCurve[];
