import {
  couplingLimit,
  type CurveLimit,
  type DecayingParticle,
  type GridLimit,
  type IntervalLimit,
  limit,
  type LimitInfo,
} from "@belladonna/limits";
import type { LifetimeEfficiency } from "../events/displaced.js";

/** Relative error of an efficiency from which on it is not used. */
const LARGEST_ERROR = 0.6;

/** Efficiency at the $l$-th lifetime; `NaN` where too few simulated decays pass. */
export function efficiencyAt({ efficiency, error }: LifetimeEfficiency, l: number): number {
  return error[l] < LARGEST_ERROR * efficiency[l] ? efficiency[l] : Number.NaN;
}

/** A particle of coupling 1. */
interface UnitParticle extends DecayingParticle {
  /** Rate at which it is made, in the unit of the limit. */
  readonly production: number;
}

/** A long-lived particle whose one coupling sets its rate and its lifetime. */
export interface LongLivedModel {
  /** The particle of coupling 1 at a mass in GeV. */
  readonly unit: (mass: number) => UnitParticle;
  /** What its rate and its widths are proportional to: the coupling itself where that is a square, else its square. */
  readonly strength: (coupling: number) => number;
  /** Channel of its decay that the limit is on; all that the efficiency says where absent. */
  readonly channel?: string;
  /** Name of the coupling. */
  readonly coupling: string;
  /** Couplings that are searched. */
  readonly range: readonly [low: number, high: number];
}

/**
 * Excluded couplings of a long-lived particle: those at which the lifetime lets enough decays happen where they are seen.
 * Below the region too few are made and they decay too late, above it too early.
 *
 * @param info - What the region says about itself, and what its rate is.
 * @param points - Efficiencies, mass by mass.
 * @param lifetimes - Proper decay lengths they are at, cm.
 * @param upper - Upper limit on the rate at a mass where so much of the signal is seen.
 * @param model - The particle.
 */
export function lifetimeRegion<P extends LifetimeEfficiency & { readonly mass: number }>(
  info: LimitInfo,
  points: readonly P[],
  lifetimes: readonly number[],
  upper: (point: P, efficiency: number) => number,
  { unit, strength, channel, coupling, range }: LongLivedModel,
): CurveLimit | IntervalLimit {
  const grid: GridLimit = limit({
    ...info,
    shape: "grid",
    mass: points.map(({ mass }) => mass),
    ctau: lifetimes,
    value: lifetimes.map((_, l) => points.map((point) => upper(point, efficiencyAt(point, l)))),
  });
  // Widths are worked out once a mass.
  const known = new Map<number, UnitParticle>();
  const unitAt = (mass: number): UnitParticle => {
    const found = known.get(mass) ?? unit(mass);
    known.set(mass, found);
    return found;
  };
  return couplingLimit(grid, {
    model: (mass, value): UnitParticle => {
      const one = unitAt(mass);
      const s = strength(value);
      return { ...one, ctau: one.ctau / s, production: one.production * s };
    },
    production: ({ production }) => production,
    ...(channel === undefined ? {} : { channel }),
    coupling,
    range,
    id: info.id,
  });
}
