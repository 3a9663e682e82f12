import { GEV2_FB, particle } from "@belladonna/kinematics";
import { couplingLimit, type CurveLimit, type IntervalLimit } from "@belladonna/limits";
import { constants, type Mediator } from "@belladonna/models";
import { dalitzIntegral, photonDressing } from "@belladonna/events";
import { cube, square } from "@belladonna/numerics/elementary";

/** A coupling, and how it makes the rate. */
export interface RadiatedCoupling {
  /** The mediator at a mass in GeV, at the reference coupling. */
  readonly mediator: (mass: number) => Mediator;
  /** The reference coupling. */
  readonly reference: number;
  /** Centre-of-mass energy, GeV. */
  readonly sqrtS: number;
  /** Channel the limit is on. */
  readonly channel: string;
  /** What the closed form and the limit do not know: radiation, and the efficiency over that of the limit. */
  readonly factor: (mass: number) => number;
  /** Name of the coupling. */
  readonly coupling: string;
  /** Its unit. */
  readonly unit: string;
  /** Couplings searched. */
  readonly range: readonly [number, number];
}

/**
 * Cross section of $e^+e^-\to\mu^+\mu^-X$ at leading order with vacuum polarisation in fb, the closed form of `ffX`
 * without its amplitudes.
 *
 * @throws TypeError when the mediator does not couple to muons in one of three ways.
 */
export function radiatedCrossSection(mediator: Mediator, sqrtS: number): number {
  for (const kind of ["vector", "scalar", "pseudoscalar"] as const) {
    const g = mediator.couplings[kind]?.mu ?? 0;
    if (g === 0) continue;
    const s = sqrtS * sqrtS;
    const integral = dalitzIntegral(kind, s, particle(13).mass, mediator.mass);
    const tree = (GEV2_FB * square(constants.alpha.value) * g * g * integral) / (48 * Math.PI * cube(s));
    return photonDressing(s) * tree;
  }
  throw new TypeError(`${mediator.name} must couple to muons`);
}

/** Turns the limit on a rate into one on a coupling whose square it is proportional to; each mass is computed once. */
export function radiatedCouplingLimit(limit: CurveLimit, options: RadiatedCoupling): CurveLimit | IntervalLimit {
  const { mediator, reference, sqrtS, channel, factor, coupling, unit, range } = options;
  const rates = new Map<number, number>();
  const rateAt = (mass: number): number => {
    let rate = rates.get(mass);
    if (rate === undefined) {
      const x = mediator(mass);
      rate = radiatedCrossSection(x, sqrtS) * x.branchingFraction(channel) * factor(mass);
      rates.set(mass, rate);
    }
    return rate;
  };
  return couplingLimit(limit, {
    // Decays at once, and the branching fraction is in the rate.
    model: () => ({ ctau: 0, branchingFraction: () => 1 }),
    production: (_, mass, g) => rateAt(mass) * square(g / reference),
    coupling,
    unit,
    range,
    scaling: "quadratic",
  });
}
