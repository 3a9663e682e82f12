import type { CurveLimit, IntervalLimit, LimitInfo } from "@belladonna/limits";
import { hnlProduction } from "@belladonna/models";
import { lifetimeRegion, type LongLivedModel } from "../limit/lifetime-region.js";
import { CHANNEL, leptonAt } from "./samples.js";
import { lifetimes, type SignalPoint } from "./lifetime-efficiency.js";

/** An $N$ of any mixing: all its widths and the branching fraction into it are proportional to the mixing. */
const lepton: LongLivedModel = {
  unit(mass) {
    const one = leptonAt(mass, 1);
    const seen = one.branchingFraction(CHANNEL);
    const made = hnlProduction(one, "tau-").find(({ name }) => name === "tau- -> pi- N");
    return { ctau: one.ctau, branchingFraction: () => seen, production: made?.branchingFraction ?? 0 };
  },
  strength: (mixing) => mixing,
  channel: CHANNEL,
  coupling: "|U_tau|^2",
  range: [1e-7, 1],
};

/**
 * Excluded mixings, {@link lifetimeRegion}.
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
  const rate = { ...info, observable: "BF(tau- -> pi- N) BF(N -> nu mu- mu+)", unit: "1" };
  return lifetimeRegion(rate, points, lifetimes, (_, efficiency) => events / (taus * efficiency), lepton);
}
