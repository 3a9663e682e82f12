import type { Limit } from "../limit.js";
import type { PublishedQuery } from "../published/published.js";
import type { ExclusionPlotOptions, LimitEntry } from "./options.js";

/** A plane of mass and one observable with all bundled limits on it. */
export interface Plane {
  /** Identifier: `dark-photon-visible`, `alp-photon`, … */
  readonly id: string;
  /** Title. */
  readonly title: string;
  /** Which bundled limits are on it. */
  readonly queries: readonly PublishedQuery[];
  /** Axes. */
  readonly options: ExclusionPlotOptions;
  /** Entries made of limits rather than drawn as they are. */
  readonly derive?: (limits: readonly Limit[]) => LimitEntry[];
}
