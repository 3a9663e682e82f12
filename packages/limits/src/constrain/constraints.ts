import type { Ring } from "../exclusion.js";
import type { CurveLimit, IntervalLimit, Limit, LimitKind } from "../limit.js";
import type { RecastSearch } from "../recast-search.js";
import type { ConstrainedModel } from "./model.js";
import type { Rate } from "./rates.js";
import type { Method } from "./statement.js";

/** The plane, and what to ask of it. */
export interface ConstrainOptions {
  /** Masses, GeV, increasing. */
  readonly masses: readonly number[];
  /** Couplings, > 0, increasing; at least two. Excluded ranges are looked for from the first to the last. */
  readonly couplings: readonly number[];
  /** Carry limits over from other models. Default `true`; `false` leaves those published for this model and on rates. */
  readonly recast?: boolean;
  /** Luminosity, fb⁻¹, to which limits of Belle II are projected besides, as if background-limited. Default: none are. */
  readonly project?: number;
  /** The limits to ask. Default: all bundled ones that speak about particles of this spin. */
  readonly limits?: readonly Limit[];
  /** Ask also bundled numbers that nobody checked. Default `false`. */
  readonly unverified?: boolean;
  /** What you know of searches, by identifier of the limit; before what is known here. */
  readonly searches?: Readonly<Record<string, RecastSearch>>;
  /** Rates of production by their name in the observable, `X` for the particle: `"sigma(e+ e- -> gamma X)"`. */
  readonly rates?: Readonly<Record<string, Rate>>;
  /** Models that limits on a coupling were published for, by observable; before those known here. */
  readonly references?: Readonly<Record<string, ConstrainedModel>>;
}

/** What one limit says at a point. */
export interface PointVerdict {
  /** Identifier of the limit. */
  readonly id: string;
  /** Whether it excludes the point (a projection: whether it would). */
  readonly excluded: boolean;
  /** Signal at the point over the smallest that is excluded there; from the nearer edge where a limit has two. */
  readonly factor: number;
  /** Confidence level, a fraction. */
  readonly cl: number;
  /** What the limit is. */
  readonly kind: LimitKind;
  /** How it speaks about the model. */
  readonly method: Method;
  /** Who said so. */
  readonly citation: string;
}

/** A limit that speaks, on the coupling of the model. */
export interface SpeakingLimit {
  /** The limit as published or given. */
  readonly origin: Limit;
  /** How it speaks. */
  readonly method: Method;
  /** Its citation. */
  readonly citation: string;
  /** What it excludes of the model at the masses asked for. */
  readonly limit: CurveLimit | IntervalLimit;
}

/** A limit that does not speak. */
export interface SilentLimit {
  /** Its identifier. */
  readonly id: string;
  /** Why. */
  readonly reason: string;
}

/** What is known of a model in its plane. */
export interface Constraints {
  /** Name of the model. */
  readonly model: string;
  /** Name of its coupling. */
  readonly coupling: string;
  /** Masses, GeV. */
  readonly masses: readonly number[];
  /** Couplings. */
  readonly couplings: readonly number[];
  /** The limits that exclude something. */
  readonly speaking: readonly SpeakingLimit[];
  /** The limits that do not, and why. */
  readonly silent: readonly SilentLimit[];
  /** Largest factor of a limit that is no projection, by mass and coupling; 0 where none speaks. */
  readonly factors: readonly (readonly number[])[];
  /** Place in `speaking` of the limit with that factor, -1 where none speaks. */
  readonly strongest: readonly (readonly number[])[];
  /** Union of what the limits exclude, without projections: no statistical combination. */
  readonly envelope: CurveLimit | IntervalLimit;
  /** The excluded region as polygons, up to the largest coupling. */
  readonly polygons: readonly Ring[];
  /** Union of the projections; none without. */
  readonly projected?: CurveLimit | IntervalLimit;
  /** What every limit that speaks there says of a point, the largest factor first, projections last. */
  readonly at: (mass: number, coupling: number) => readonly PointVerdict[];
}
