import { limitFromResults } from "@belladonna/limits";
import { ratiosOf } from "../report/ratios.js";
import { isComparable, limitInfo, luminosityAndLevel } from "../limit/limit-info.js";
import { smoothed } from "../limit/published-curve.js";
import type { ComparedMass, Measured, PlaneMap, SearchOptions, SearchResult } from "../search.js";
import type { CutFlow } from "../selection/cut-flow.js";
import type { Tested } from "../limit/tested.js";
import { UserError } from "../user-error.js";
import type { SignalChannel } from "./channels.js";
import { kShortMasses } from "./difficult-masses.js";
import { LEADING_LIFETIME } from "./observed-events.js";
import type { ChannelSignal, Hypothesis } from "./hypothesis.js";
import { atLifetime, publishedGrid } from "./published.js";
import { level, lifetimeRange, luminosity as publishedLuminosity, mesonsPerInverseFemtobarn } from "./publication.js";
import { lifetimes } from "./signal-efficiency.js";

/** Name of the search. */
export const NAME = "b-to-long-lived-scalar";

/** Luminosity, fb⁻¹, and level of the publication. */
export const PUBLISHED = { luminosity: publishedLuminosity.value, level: level.value } as const;

/** Lifetimes, cm, of which limits are drawn; that of the first limit first. The comparison is made at all of them. */
const SHOWN = [LEADING_LIFETIME, 0.01, 0.1, 10, 25, 50, 100];

/** Lifetimes, cm, between which the comparison is summed up: shorter ones rest on tails of the vertex resolution. */
const COMPARED = [0.1, 100] as const;

/** A hypothesis with its limits on the number of signal events. */
export interface Row {
  /** The hypothesis. */
  readonly hypothesis: Hypothesis;
  /** Limits on the signal events. */
  readonly result: Tested;
  /** Background near the peak, events. */
  readonly background: number;
}

/** Limits on branching fractions, channel by channel and lifetime by lifetime, beside the published ones. */
export async function limitsAndMaps(
  rows: readonly Row[],
  signals: readonly ChannelSignal[],
  options: SearchOptions,
  interpreted: SearchResult["interpreted"],
  cutFlows: readonly CutFlow[],
  notes: readonly string[],
): Promise<SearchResult> {
  const compared: Measured[] = [];
  const all: Measured[] = [];
  for (const ctau of [...SHOWN, ...lifetimes.filter((l) => !SHOWN.includes(l))]) {
    for (const { channel } of signals) {
      const one = await measuredAt(channel, ctau, rows, options);
      if (one === undefined) continue;
      if (SHOWN.includes(ctau)) all.push(one);
      if (ctau >= COMPARED[0] && ctau <= COMPARED[1]) compared.push(one);
    }
  }
  const first = all.at(0);
  if (first === undefined)
    throw new UserError("no lifetime has enough simulated decays that pass; ask for more --events");
  const ratios = ratiosOf({ masses: compared.flatMap(({ masses }) => masses) });
  const summary =
    ratios === undefined
      ? []
      : [
          `expected / published over all ee and μμ channels at ${COMPARED[0]} to ${COMPARED[1]} cm (${ratios.count} points): ` +
            `median ${ratios.median.toFixed(2)}, within a factor 1.5 at ${(100 * ratios.within).toFixed(0)} %`,
        ];
  const maps = signals.flatMap(({ channel }) => mapOf(channel, rows, options));
  return { measured: [first, ...all.slice(1)], interpreted, maps, cutFlows, notes: [...notes, ...summary] };
}

/** Limits of one channel at one lifetime; nothing where no mass has an efficiency. */
async function measuredAt(
  channel: SignalChannel,
  ctau: number,
  rows: readonly Row[],
  options: SearchOptions,
): Promise<Measured | undefined> {
  const l = lifetimes.indexOf(ctau);
  const own = rows.filter(({ hypothesis: h }) => h.channel === channel && h.efficiency[l] > 0);
  if (own.length === 0) return undefined;
  const { name, process, charge, kaon, pair } = channel;
  const mesons = mesonsPerInverseFemtobarn[charge] * options.luminosity;
  const limit = limitFromResults(
    {
      ...limitInfo(
        `${NAME}:${name}-${ctau}cm`,
        options,
        own.map(({ result }) => result),
      ),
      observable: `BF(B -> ${kaon === "K" ? "K+" : "K*0(K+ pi-)"} S) BF(S -> ${pair} ${pair}) at ctau = ${ctau} cm`,
      unit: "1",
      portal: "dark-scalar",
      finalState: `${pair} ${pair}`,
    },
    own.map(({ hypothesis }) => hypothesis.mass),
    own.map(({ result }) => result),
    own.map(({ hypothesis }) => 1 / (mesons * hypothesis.efficiency[l])),
  );
  const published = atLifetime(await publishedGrid(channel), ctau);
  const comparable = published !== undefined && isComparable(options, PUBLISHED);
  return {
    name: `${name}-${ctau}cm`,
    process: `${process}, cτ = ${ctau} cm`,
    axis: kaon === "K" ? "$B$(B⁺ → K⁺S) $B$(S → xx)" : "$B$(B⁰ → K*⁰(K⁺π⁻)S) $B$(S → xx)",
    particle: "S",
    limit,
    published: published === undefined ? [] : [published],
    projections: [],
    ...(pair === "pi" && { leftOut: [{ mass: kShortMasses.value, label: "$K_S$ veto" }] }),
    masses: own.map(({ hypothesis, result, background }, i): ComparedMass => ({
      mass: hypothesis.mass,
      efficiency: hypothesis.efficiency[l],
      triggerEfficiency: hypothesis.triggerEfficiency,
      resolution: hypothesis.width,
      background,
      expected: limit.expected?.median[i] ?? Number.NaN,
      observed: result.observed === undefined ? Number.NaN : limit.value[i],
      significance: result.significance,
      published: comparable ? smoothed(published, hypothesis.mass) : Number.NaN,
    })),
  };
}

/** The expected limit of a channel over masses and lifetimes; nothing where it has but one mass. */
function mapOf(channel: SignalChannel, rows: readonly Row[], options: SearchOptions): PlaneMap[] {
  const own = rows.filter(({ hypothesis }) => hypothesis.channel === channel);
  const drawn = lifetimes.filter((ctau) => ctau <= lifetimeRange.value[1]);
  if (own.length < 2) return [];
  const mesons = mesonsPerInverseFemtobarn[channel.charge] * options.luminosity;
  const masses = own.map(({ hypothesis }) => hypothesis.mass);
  const cells = own.flatMap(({ hypothesis: { mass, efficiency }, result }, i) =>
    drawn.flatMap((ctau, l) => {
      const value = result.expected[2] / (mesons * efficiency[l]);
      const [left, right] = [masses[Math.max(0, i - 1)], masses[Math.min(masses.length - 1, i + 1)]];
      const [below, above] = [drawn[Math.max(0, l - 1)], drawn[Math.min(drawn.length - 1, l + 1)]];
      const xRange = [0.5 * (mass + left), 0.5 * (mass + right)] as const;
      return value > 0
        ? [{ x: mass, y: ctau, xRange, yRange: [Math.sqrt(ctau * below), Math.sqrt(ctau * above)] as const, value }]
        : [];
    }),
  );
  if (cells.length === 0) return [];
  return [
    {
      name: `${channel.name}-map`,
      title: channel.process,
      xLabel: "$m_S$ [GeV]",
      yLabel: "$cτ$ [cm]",
      note: luminosityAndLevel(options),
      label: "median expected limit",
      logarithmic: true,
      cells,
    },
  ];
}
