import type { Mediator } from "@belladonna/models";
import { exp, log as ln } from "@belladonna/numerics/elementary";
import type { Limit } from "../limit.js";
import { recastEfficiency } from "../recast-efficiency.js";
import { productionRate } from "../recast-search.js";
import type { RecastSearch } from "../recast-search.js";
import { excludedAt, valueAt } from "../value-at-mass.js";
import type { Interval } from "../value-at-mass.js";
import { remembered, share, type View } from "./model.js";
import { rateObservable, type Rate } from "./rates.js";
import { searchOf } from "./searches.js";

/** How a limit speaks about a model: published for it, carried over from another one, or as a limit on a rate. */
export type Method = "direct" | "recast" | "rate";

/** What a limit says at one mass. */
export interface AtMass {
  /** Logarithm of the signal over the smallest that is excluded, by the logarithm of the coupling; 0 on an edge. */
  readonly logFactor: (logCoupling: number) => number;
  /** Excluded couplings, where the limit states them itself. */
  readonly intervals?: readonly Interval[];
}

/** A limit that speaks about a model. */
export interface Statement {
  /** The limit. */
  readonly limit: Limit;
  /** How it speaks. */
  readonly method: Method;
  /** What it says at a mass; `undefined` where it says nothing. */
  readonly at: (mass: number, view: View) => AtMass | undefined;
}

/** What is known beside the limits. */
export interface Knowledge {
  /** Observable that the coupling of the model is. */
  readonly observable: string | undefined;
  /** Searches by identifier. */
  readonly searches: Readonly<Record<string, RecastSearch>>;
  /** Rates of production by observable. */
  readonly rates: Readonly<Record<string, Rate>>;
  /** The model of limits on an observable, at a mass; `undefined` where there is none. */
  readonly reference: (observable: string) => ((mass: number) => View) | undefined;
}

const meaningful = (i: Interval): boolean => i.upper >= i.lower && i.lower > 0 && i.lower < Infinity;

/** Largest of some; what is not a number counts as nothing. */
const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => (value > most ? value : most), -Infinity);

/** A published limit on the coupling itself. Between two edges the signal is told by the nearer one. */
function direct(limit: Limit): Statement["at"] {
  const power = limit.observable.startsWith("|U") ? 1 : 2;
  return (mass) => {
    const intervals = excludedAt(limit, mass).filter(meaningful);
    if (intervals.length === 0) return undefined;
    const edges = intervals.map((i) => [ln(i.lower), ln(i.upper)] as const);
    return { intervals, logFactor: (g) => power * largest(edges.map(([low, high]) => Math.min(g - low, high - g))) };
  };
}

/** Rate in the channels searched and lifetime, as `recast` counts them. */
function yieldsOf(search: RecastSearch, mass: number, withShare: boolean) {
  const { production, channels } = search;
  const base = remembered((particle: Mediator) => {
    const { couplings } = particle;
    const made =
      typeof production === "function" ? production(couplings, mass) : productionRate(production, couplings, mass);
    const seen = channels === undefined || !withShare || made === 0 ? 1 : share(particle, channels);
    return { rate: made * seen, ctau: particle.ctau };
  });
  return (view: View, coupling: number): { rate: number; ctau: number } => {
    const { particle, scale } = view(coupling);
    const { rate, ctau } = base(particle);
    return { rate: rate * scale, ctau: ctau / scale };
  };
}

/**
 * The condition of {@link recast} at one mass. A limit of an invisible dark photon was published for one that decays
 * invisibly always.
 */
function recast(limit: Limit, search: RecastSearch, reference: (mass: number) => View): Statement["at"] {
  const always = limit.observable === "epsilon" && search.channels?.join() === "invisible";
  return (mass, view) => {
    const original = excludedAt(limit, mass).filter(meaningful);
    if (original.length === 0) return undefined;
    const to = yieldsOf(search, mass, true);
    const from = yieldsOf(search, mass, !always);
    const seen = reference(mass);
    const conditions = original.flatMap((interval) => {
      // A dump with one edge has an unknown shield.
      if (search.efficiency.kind === "dump" && interval.upper === Infinity) return [];
      const low = from(seen, interval.lower);
      const high = interval.upper < Infinity ? from(seen, interval.upper) : undefined;
      const logEfficiency = recastEfficiency(search.efficiency, mass, low, high);
      const wanted = ln(low.rate) + logEfficiency(low.ctau);
      return Number.isFinite(wanted) ? [{ logEfficiency, wanted }] : [];
    });
    if (conditions.length === 0) return undefined;
    return {
      logFactor: (logCoupling) => {
        const { rate, ctau } = to(view, exp(logCoupling));
        const log = ln(rate);
        return largest(conditions.map(({ logEfficiency, wanted }) => log + logEfficiency(ctau) - wanted));
      },
    };
  };
}

/** A limit on a branching fraction or cross section, on a grid of lifetimes or of what decays at once. */
function rateLimit(limit: Limit, rate: Rate, channel: string | undefined): Statement["at"] {
  return (mass, view) => {
    if (!(mass >= limit.mass[0] && mass <= limit.mass[limit.mass.length - 1])) return undefined;
    const base = remembered((particle: Mediator) => {
      const made = rate(particle);
      return {
        rate: channel === undefined || made === 0 ? made : made * share(particle, [channel]),
        ctau: particle.ctau,
      };
    });
    const logFactor = (logCoupling: number): number => {
      const { particle, scale } = view(exp(logCoupling));
      const signal = base(particle);
      const most = valueAt(limit, mass, limit.shape === "grid" ? { ctau: signal.ctau / scale } : {});
      return ln((signal.rate * scale) / most);
    };
    return { logFactor };
  };
}

/**
 * How a limit speaks about a model, or why it does not.
 *
 * @param limit - the limit
 * @param known - observable of the model's coupling, searches, rates, reference models
 * @returns the statement, or the reason of its silence
 */
export function statementOf(limit: Limit, known: Knowledge): Statement | string {
  const own = limit.observable === known.observable;
  if (
    limit.kind === "recast" &&
    limit.provenance !== undefined &&
    !own &&
    rateObservable(limit.observable) === undefined
  ) {
    return "a recast for another model";
  }
  const rate = rateObservable(limit.observable);
  if (rate !== undefined) {
    const { production, channel } = rate;
    if (!Object.hasOwn(known.rates, production)) return `needs ${production}: give it in { rates }`;
    return { limit, method: "rate", at: rateLimit(limit, known.rates[production], channel) };
  }
  // For a particle that is never seen; a contour in this plane has its lifetime in it.
  const never = limit.finalState === "invisible" && limit.shape === "curve";
  const alwaysInvisible = never && (limit.observable === "epsilon" || limit.observable === "gPhoton");
  if (own && !alwaysInvisible && limit.shape !== "grid") return { limit, method: "direct", at: direct(limit) };
  const search = searchOf(limit, known.searches);
  if (search === undefined || limit.shape === "grid") return "holds for the model it was published for";
  const reference = known.reference(limit.observable);
  if (reference === undefined) return `no model is known for ${limit.observable}`;
  return { limit, method: "recast", at: recast(limit, search, reference) };
}
