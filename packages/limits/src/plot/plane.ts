import type { Limit } from "../limit.js";
import type { PublishedQuery } from "../published/published.js";
import type { ExclusionPlotOptions, LimitEntry } from "./options.js";

/** A plane of mass and one observable with all bundled limits on it. */
export interface Plane {
  /** Identifier: `dark-photon-visible`, `alp-photon`, … */
  readonly id: string;
  /** Title, as plain text; that of the drawing, where it has indices, is among the options. */
  readonly title: string;
  /** Which bundled limits are on it. */
  readonly queries: readonly PublishedQuery[];
  /** Axes, and title of the drawing. */
  readonly options: ExclusionPlotOptions;
  /**
   * Name of the portal in the registry of `@belladonna/models` whose coupling is the vertical axis; absent where that is a
   * rate, or a coupling normalised otherwise.
   */
  readonly portal?: string;
  /** (Mass, lifetime) grids are drawn as the limits on the mixing angle that were made of them. */
  readonly mixing?: true;
  /** Entries made of limits rather than drawn as they are. */
  readonly derive?: (limits: readonly Limit[]) => LimitEntry[];
}
