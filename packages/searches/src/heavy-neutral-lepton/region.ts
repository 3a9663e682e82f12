import {
  couplingLimit,
  type CurveLimit,
  type DecayingParticle,
  type GridLimit,
  type IntervalLimit,
  limit,
  type LimitInfo,
} from "@belladonna/limits";
import { hnlProduction } from "@belladonna/models";
import { CHANNEL, leptonAt } from "./samples.js";
import { lifetimes, type SignalPoint } from "./lifetime-efficiency.js";

/** Mixings that are searched. */
const RANGE = [1e-7, 1] as const;

/** Relative error of an efficiency from which on it is not used. */
const LARGEST_ERROR = 0.6;

/** Efficiency at a lifetime; `NaN` where too few simulated decays pass. */
export function efficiencyAt({ efficiency, error }: SignalPoint, l: number): number {
  return error[l] < LARGEST_ERROR * efficiency[l] ? efficiency[l] : Number.NaN;
}

/** An $N$ at a mixing: all widths and branching fractions into it are proportional to the mixing. */
interface Scaled extends DecayingParticle {
  /** Branching fraction of τ → πN. */
  readonly production: number;
}

/** The $N$ of any mixing, its widths worked out once a mass. */
function scaledLeptons(): (mass: number, mixing: number) => Scaled {
  const known = new Map<number, Scaled>();
  return (mass, mixing) => {
    let unit = known.get(mass);
    if (unit === undefined) {
      const lepton = leptonAt(mass, 1);
      const seen = lepton.branchingFraction(CHANNEL);
      const made = hnlProduction(lepton, "tau-").find(({ name }) => name === "tau- -> pi- N");
      unit = { ctau: lepton.ctau, branchingFraction: () => seen, production: made?.branchingFraction ?? 0 };
      known.set(mass, unit);
    }
    return { ...unit, ctau: unit.ctau / mixing, production: unit.production * mixing };
  };
}

/**
 * Excluded mixings: those at which the lifetime lets enough decays happen inside the chamber. Below the region too few are
 * made and they decay too late, above it too early.
 *
 * @param info - What the region says about itself.
 * @param points - Signal, mass by mass.
 * @param events - Limit on the number of signal events.
 * @param taus - Number of taus.
 */
export function mixingRegion(
  info: Omit<LimitInfo, "observable" | "unit">,
  points: readonly SignalPoint[],
  events: number,
  taus: number,
): CurveLimit | IntervalLimit {
  const grid: GridLimit = limit({
    ...info,
    observable: "BF(tau- -> pi- N) BF(N -> nu mu- mu+)",
    unit: "1",
    shape: "grid",
    mass: points.map(({ mass }) => mass),
    ctau: lifetimes,
    value: lifetimes.map((_, l) => points.map((point) => events / (taus * efficiencyAt(point, l)))),
  });
  return couplingLimit(grid, {
    model: scaledLeptons(),
    production: ({ production }) => production,
    channel: CHANNEL,
    coupling: "|U_tau|^2",
    range: RANGE,
    id: info.id,
  });
}
