import { random } from "@belladonna/numerics";
import { readColumns } from "../events/columns-file.js";
import { seedOf } from "../events/sample.js";
import { efficiencyAt } from "../limit/lifetime-region.js";
import type { SearchOptions } from "../search.js";
import { UserError } from "../user-error.js";
import type { PairChannel } from "./channels.js";
import type { ChannelSignal } from "./limits.js";
import { lifetimes, SHOWN, type SignalPoint, windowOf } from "./signal-efficiency.js";

/** The selected pairs of the data, or of pseudo-data. */
export interface ObservedPairs {
  /** How many of them are in the window of a mass. */
  readonly count: (channel: PairChannel, point: SignalPoint) => number;
  /** What the user reads of it. */
  readonly note: string;
}

/** The pairs of the user's data, or pseudo-data: no background is expected, so that they hold the injected signal alone. */
export function observedPairs(signals: readonly ChannelSignal[], options: SearchOptions): ObservedPairs {
  const { data, inject, luminosity, seed } = options;
  if (data !== undefined) {
    const [masses, pairs] = readColumns(data, ["mass", "pair"]);
    const count: ObservedPairs["count"] = ({ pdgId }, point) => {
      const [low, high] = windowOf(point);
      return masses.filter((m, k) => pairs[k] === pdgId && m > low && m < high).length;
    };
    return { count, note: `observed: ${masses.length} pairs of ${data.name}` };
  }
  if (inject === undefined) return { count: () => 0, note: "observed: pseudo-data, which have no event of background" };
  const [{ channel, points }] = signals;
  const point = points.find(({ mass }) => Math.abs(mass - inject.mass) < 1e-6);
  const efficiency = point === undefined ? Number.NaN : efficiencyAt(point, lifetimes.indexOf(SHOWN[0]));
  if (point === undefined || Number.isNaN(efficiency)) {
    throw new UserError(`--inject: ${inject.mass} GeV is not a mass of this run`);
  }
  const stream = random(seedOf(seed, "pseudoData"));
  const n = stream.poisson(inject.rate * luminosity * efficiency);
  const masses = Array.from({ length: n }, () => point.mass + point.resolution * stream.normal());
  const count: ObservedPairs["count"] = ({ pdgId }, other) => {
    const [low, high] = windowOf(other);
    return pdgId === channel.pdgId ? masses.filter((m) => m > low && m < high).length : 0;
  };
  return { count, note: `observed: pseudo-data, ${n} pairs ${channel.text} of the injected signal and no background` };
}
