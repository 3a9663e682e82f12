import { type CurveLimit, type IntervalLimit, type LimitInfo, limitFromResults } from "@belladonna/limits";
import { square } from "@belladonna/numerics/elementary";
import type { LifetimeEfficiency } from "../events/displaced.js";
import { efficiencyAt, lifetimeRegion, type LongLivedModel } from "../limit/lifetime-region.js";
import { limitInfo } from "../limit/limit-info.js";
import type { Tested } from "../limit/tested.js";
import type { ComparedMass, Measured, SearchOptions } from "../search.js";
import { type PairChannel, pairFraction, unitPhoton } from "./channels.js";
import { BACKGROUND, ELECTRON_BACKGROUND } from "./inputs.js";
import { SIGNAL_PHOTON } from "./samples.js";
import { lifetimes, SHOWN } from "./signal-efficiency.js";
import type { MadeSignal } from "./tasks.js";

/** Signal to one pair, mass by mass. */
export interface ChannelSignal {
  /** The pair. */
  readonly channel: PairChannel;
  /** Its signal. */
  readonly points: readonly MadeSignal[];
}

/** Expected background in the window of a pair, events. */
export const backgroundOf = ({ pdgId }: PairChannel): number => (pdgId === 11 ? ELECTRON_BACKGROUND : BACKGROUND).value;

/** Name of a lifetime in those of files: `1mm`. */
const millimetres = (ctau: number): string => `${Number((10 * ctau).toPrecision(3))}mm`;

/** Limits on cross section times branching fraction to a pair at one lifetime; nothing where no mass has signal that passes. */
export function measuredAt(
  search: string,
  { channel, points: all }: ChannelSignal,
  ctau: number,
  tested: (point: MadeSignal) => Tested,
  options: SearchOptions,
): Measured[] {
  const l = lifetimes.indexOf(ctau);
  const points = all.filter((point) => efficiencyAt(point, l) > 0);
  if (points.length === 0) return [];
  const results = points.map(tested);
  const name = `cross-section-${channel.name}-${millimetres(ctau)}`;
  const limit = limitFromResults(
    {
      ...limitInfo(`${search}:${name}`, options, results),
      observable: `sigma(e+ e- -> gamma A') BF(A' -> ${channel.finalState}) at ctau = ${ctau} cm, |cos theta*| < ${SIGNAL_PHOTON.cosTheta}`,
      unit: "fb",
      portal: "dark-photon",
      finalState: channel.finalState,
    },
    points.map(({ mass }) => mass),
    results,
    points.map((point) => 1 / (options.luminosity * efficiencyAt(point, l))),
  );
  return [
    {
      name,
      process: `e⁺e⁻ → γA′, A′ → ${channel.text}, cτ = ${ctau} cm`,
      axis: `$σ$(e⁺e⁻ → γA′) $B$(A′ → ${channel.text}), |cos $θ*$| < ${SIGNAL_PHOTON.cosTheta} [fb]`,
      particle: "A′",
      limit,
      published: [],
      projections: [],
      masses: points.map((point, i): ComparedMass => ({
        mass: point.mass,
        efficiency: efficiencyAt(point, l),
        triggerEfficiency: point.triggerEfficiency[SHOWN.indexOf(ctau)],
        resolution: point.resolution,
        background: backgroundOf(channel),
        expected: limit.expected?.median[i] ?? Number.NaN,
        observed: results[i].observed === undefined ? Number.NaN : limit.value[i],
        significance: results[i].significance,
        published: Number.NaN,
      })),
    },
  ];
}

/** Signal of one mass to several pairs, in the proportions of the dark photon. */
export interface Together extends LifetimeEfficiency {
  /** Mass, GeV. */
  readonly mass: number;
  /** Cross section within the cuts of the photon over $\varepsilon^2$, fb. */
  readonly perMixing: number;
  /** Limit on the number of events of all pairs. */
  readonly events: number;
}

/** The pairs of a mass with their points. */
export type Pairs = readonly { readonly channel: PairChannel; readonly point: MadeSignal }[];

/** Adds up what pairs there are at each mass. */
export function together(signals: readonly ChannelSignal[], events: (pairs: Pairs) => number): Together[] {
  const masses = [...new Set(signals.flatMap(({ points }) => points.map(({ mass }) => mass)))].sort((a, b) => a - b);
  return masses.map((mass) => {
    const pairs = signals.flatMap(({ channel, points }) =>
      points.filter((one) => one.mass === mass).map((point) => ({ channel, point })),
    );
    const parts = pairs.map(({ channel, point }) => ({ point, share: pairFraction(channel, mass) }));
    const sum = (of: (part: (typeof parts)[number], l: number) => number): number[] =>
      lifetimes.map((_, l) => parts.reduce((total, part) => total + of(part, l), 0));
    return {
      mass,
      perMixing: pairs[0].point.perMixing,
      events: events(pairs),
      efficiency: sum(({ point, share }, l) => share * point.efficiency[l]),
      error: sum(({ point, share }, l) => square(share * point.error[l])).map(Math.sqrt),
    };
  });
}

/** Least luminosity at which a mixing, of those whose lifetime is one of {@link lifetimes}, is excluded, fb⁻¹. */
export function luminosityNeeded(point: Together): number {
  const { ctau } = unitPhoton(point.mass);
  const needed = lifetimes.map((lifetime, l) => {
    const efficiency = efficiencyAt(point, l);
    const crossSection = (point.perMixing * ctau) / lifetime;
    return efficiency > 0 ? point.events / (crossSection * efficiency) : Infinity;
  });
  return Math.min(...needed);
}

/** Excluded kinetic mixings, {@link lifetimeRegion}. */
export function mixingRegion(
  info: Omit<LimitInfo, "observable" | "unit">,
  points: readonly Together[],
  luminosity: number,
): CurveLimit | IntervalLimit {
  const cross = new Map(points.map(({ mass, perMixing }) => [mass, perMixing]));
  const photon: LongLivedModel = {
    unit(mass) {
      const { ctau, branchingFraction } = unitPhoton(mass);
      return { ctau, branchingFraction, production: cross.get(mass) ?? Number.NaN };
    },
    strength: (epsilon) => epsilon * epsilon,
    coupling: "epsilon",
    range: [1e-7, 1e-2],
  };
  const rate = {
    ...info,
    observable: "sigma(e+ e- -> gamma A'), decays to the pairs and their efficiency included",
    unit: "fb",
  };
  return lifetimeRegion(
    rate,
    points,
    lifetimes,
    ({ events }, efficiency) => events / (luminosity * efficiency),
    photon,
  );
}
