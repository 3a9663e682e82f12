import { cite } from "../limit.js";
import type { Limit } from "../limit.js";
import { published } from "../published/published.js";
import { exclusionPlot } from "./exclusion-plot.js";
import { gridSlice } from "./grid-slice.js";
import type { ExclusionPlotOptions, LimitEntry } from "./options.js";
import { planes } from "./planes.js";
import type { Plane } from "./plane.js";

/** A plane with its limits loaded. */
export interface PlaneEntries {
  /** The plane. */
  readonly plane: Plane;
  /** Identifiers of the bundled limits on it. */
  readonly ids: readonly string[];
  /**
   * The limits, in the order of `ids`: (mass, lifetime) grids as the limits on the coupling that follow from them, or as
   * their curve at one lifetime.
   */
  readonly limits: readonly Limit[];
  /** What is drawn: the limits, and bands that are none. */
  readonly entries: readonly LimitEntry[];
}

/** A plane drawn, with what is on it. */
export interface DrawnPlane {
  /** The drawing. */
  readonly svg: string;
  /** Identifiers of the bundled limits drawn. */
  readonly ids: readonly string[];
  /** Their citations, one each. */
  readonly citations: readonly string[];
}

/**
 * Load the limits of a plane.
 *
 * Limits on a coupling that follow from a (mass, lifetime) grid were made once and are bundled; the grid itself, which is
 * large, is not loaded.
 * @param id - Identifier, one of `planes`.
 * @returns The plane, its limits, and what is drawn of them.
 * @throws RangeError for an unknown plane.
 */
export async function planeEntries(id: string): Promise<PlaneEntries> {
  const plane = planes.find((p) => p.id === id);
  if (plane === undefined) {
    throw new RangeError(`planes: id must be one of ${planes.map((p) => p.id).join(", ")}, got "${id}"`);
  }
  const found = new Map(plane.queries.flatMap((q) => published.find(q)).map((e) => [e.id, e]));
  const limits = await Promise.all(
    [...found.values()].map(({ id: own, shape }) => (plane.mixing && shape === "grid" ? mixingOf(own) : curveOf(own))),
  );
  return {
    plane,
    ids: [...found.keys()],
    limits,
    entries: plane.derive?.(limits) ?? limits.map((limit) => ({ limit })),
  };
}

/** How a plane is drawn. */
export interface DrawPlaneOptions extends ExclusionPlotOptions {
  /** Limits of yours, drawn over the others in vermilion, the first colours being theirs. */
  readonly mine?: readonly (Limit | LimitEntry)[];
}

/** Limits of a plane above which it is drawn larger, to have room for their names. */
const CROWDED = 24;

/** Colour of limits of one's own. */
const MINE = "#D55E00";

/**
 * Draw a plane with every bundled limit on it, and limits of your own if there are any.
 *
 * ```ts
 * const what = { id: "mine", observable: "epsilon", unit: "1", cl: 0.9, kind: "observed" };
 * const mine = limit({ ...what, shape: "curve", mass: [1, 4], value: [1e-3, 4e-3] });
 * const { svg, citations } = await drawPlane("dark-photon-invisible", { mine: [mine] });
 * svg.includes("mine"); // true
 * ```
 * @param id - Identifier, one of `planes`.
 * @param options - Changes to size, fonts or axes, and your limits.
 * @returns The drawing with identifiers and citations.
 * @throws RangeError for an unknown plane, an option that is not known, or something of yours that is no limit.
 */
export async function drawPlane(id: string, { mine = [], ...options }: DrawPlaneOptions = {}): Promise<DrawnPlane> {
  const { plane, ids, limits, entries } = await planeEntries(id);
  const own = mine.map((one) => ({ style: "line" as const, color: MINE, ...("limit" in one ? one : { limit: one }) }));
  const size = entries.length > CROWDED ? { width: 1000, height: 720 } : { width: 860, height: 620 };
  const defaults = { title: plane.title, ...size, ...plane.options };
  return { svg: exclusionPlot([...entries, ...own], { ...defaults, ...options }), ids, citations: limits.map(cite) };
}

/** A limit; of a grid the curve at one lifetime. */
async function curveOf(id: string): Promise<Limit> {
  const found = await published.get(id);
  return found.shape === "grid" ? gridSlice(found) : found;
}

/** The limit on the mixing angle that follows from a grid. */
async function mixingOf(grid: string): Promise<Limit> {
  const { mixingLimits } = await import("./mixing-limits.js");
  const found = mixingLimits.find((l) => l.id.startsWith(`${grid}:`));
  if (found === undefined) throw new RangeError(`planes: no limit on a coupling was made of ${grid}`);
  return found;
}
