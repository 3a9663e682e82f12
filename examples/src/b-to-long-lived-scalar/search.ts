import { limitFromResults } from "@belladonna/limits";
import { ratiosOf } from "../agreement.js";
import { readSignal } from "../les-houches-signal.js";
import { asPublished, limitInfo } from "../limit-info.js";
import { smoothed } from "../published-curve.js";
import type { ComparedMass, Measured, NamedFile, Search, SearchOptions, SearchResult } from "../search.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { type Channel, channels } from "./channels.js";
import { type Data, dataOf, LEADING_LIFETIME } from "./data.js";
import {
  backgroundNear,
  type ChannelSignal,
  hypothesisAt,
  type Hypothesis,
  simulatedMasses,
  testedMasses,
  windowOf,
} from "./hypothesis.js";
import { mixingLimit } from "./mixing.js";
import { atLifetime, publishedGrid } from "./published.js";
import { beams } from "./samples.js";
import { facts, mesonsPerInverseFemtobarn } from "./selection.js";
import { lifetimes, measureSignal, type SignalPoint } from "./signal.js";
import { simulateSignal, type TestPoint } from "./tasks.js";
import { testAll, type TestResult } from "./test-all.js";
import { fitPeak } from "./windows.js";

/** Lifetimes, cm, of which limits are drawn; that of the first limit first. The comparison is made at all of them. */
const SHOWN = [LEADING_LIFETIME, 0.01, 0.1, 10, 100];

/** Lifetimes, cm, between which the comparison is summed up: shorter ones rest on tails of the vertex resolution. */
const COMPARED = [0.1, 100] as const;

/** Search for B → K(*) S with a long-lived scalar S → ee, μμ, ππ, KK. */
export const bToLongLivedScalar: Search = {
  name: "b-to-long-lived-scalar",
  title: "B -> K(*) S, long-lived S -> e+ e-, mu+ mu-, pi+ pi-, K+ K-",
  reference: "Belle II, Phys. Rev. D 108, L111104 (2023), arXiv:2306.02830",
  defaults: {
    luminosity: 189,
    level: 0.95,
    method: "cls",
    masses: { from: 0.025, to: 4.78 },
    events: 2500,
  },
  dataColumns: ["channel", "reducedMass"],
  facts,
  async run(options, work) {
    const notes: string[] = [];
    const signals =
      options.signal === undefined
        ? await simulatedSignals(options, work, notes)
        : [await signalOfFile(options.signal, options.seed)];
    const scale = options.luminosity / bToLongLivedScalar.defaults.luminosity;
    const { data, note } = dataOf(signals, scale, options);
    notes.unshift(note);
    const masses = options.signal === undefined ? testedMasses(options.masses) : [signals[0].points[0].mass];
    const rows = await testedRows(signals, masses, data, scale, options, work, notes);
    if (rows.length === 0) throw new UserError(`no hypothesis could be tested: ${notes.join("; ")}`);
    const info = limitInfo(bToLongLivedScalar.name, options, rows.flatMap(({ result }) => ("reason" in result ? [] : [result])));
    const mixing = await mixingLimit(signals, masses, data, scale, options, info, work, notes);
    return assemble(rows, signals, options, mixing === undefined ? [] : [mixing], notes);
  },
};

/** A hypothesis with its limits on the number of signal events. */
interface Row {
  readonly hypothesis: Hypothesis;
  readonly result: Exclude<TestResult, { readonly reason: string }>;
  readonly background: number;
}

/** Simulates every channel at masses in the range asked for, and finds its peak. */
async function simulatedSignals(
  { masses, seed, events }: SearchOptions,
  work: Work,
  notes: string[],
): Promise<ChannelSignal[]> {
  const points = channels.flatMap((one, channel) =>
    simulatedMasses(one, masses).map((mass) => ({ channel, mass, events, seed })),
  );
  const made = await work.each(`signal: ${points.length} masses, flight, detector, selection`, simulateSignal, points);
  const signals = channels.flatMap((one, c): ChannelSignal[] => {
    const found = made.filter((point, i): point is SignalPoint => {
      if (points[i].channel !== c) return false;
      if ("reason" in point) notes.push(point.reason);
      return !("reason" in point);
    });
    if (found.length === 0) return [];
    const shape = fitPeak(found);
    if ("reason" in shape) {
      notes.push(`${one.name} left out: no peak could be fitted, ${shape.reason}`);
      return [];
    }
    return [{ channel: one, points: found, shape }];
  });
  if (signals.length === 0) throw new UserError(`no channel has a signal that passes: ${notes.join("; ")}`);
  return signals;
}

/** The channel of signal that came from a file, at its one mass. */
async function signalOfFile(file: NamedFile, seed: number): Promise<ChannelSignal> {
  const { events, mass, mediator } = await readSignal(file, beams);
  const { offsets, particles } = events;
  const rows = Array.from({ length: offsets[1] - offsets[0] }, (_, k) => offsets[0] + k);
  const pair = rows.filter((k) => particles.mother[k] === mediator).map((k) => Math.abs(particles.pdgId[k]));
  const kaonAndPion = rows.some((k) => Math.abs(particles.pdgId[k]) === 313);
  const channel = channels.find(
    ({ pdgId, kaon }) => pair.length === 2 && pair.every((id) => id === pdgId) && (kaon === "K*") === kaonAndPion,
  );
  if (channel === undefined) {
    throw new UserError(`${file.name}: event 1 has no particle that decays to e+ e-, mu+ mu-, pi+ pi- or K+ K-`);
  }
  const point = measureSignal(events, particles.pdgId[offsets[0] + mediator], channel, mass, seed);
  if ("reason" in point) throw new UserError(`${file.name}: ${point.reason}`);
  const shape = fitPeak([point]);
  if ("reason" in shape) throw new UserError(`${file.name}: no peak could be fitted, ${shape.reason}`);
  return { channel, points: [point], shape };
}

/** Tests every channel at every mass. */
async function testedRows(
  signals: readonly ChannelSignal[],
  masses: readonly number[],
  data: Data,
  scale: number,
  { method, level, toys, seed }: SearchOptions,
  work: Work,
  notes: string[],
): Promise<Row[]> {
  const tested = signals.flatMap((signal) =>
    masses.flatMap((mass) => {
      const hypothesis = hypothesisAt(signal, mass);
      if (hypothesis === undefined) return [];
      return [{ hypothesis, window: windowOf(hypothesis, signal.shape, scale, data.get(signal.channel)) }];
    }),
  );
  const points = tested.map(({ window }): TestPoint => ({ windows: [window], method, level, toys, seed }));
  const results = await testAll("mass hypotheses", points, work);
  return tested.flatMap(({ hypothesis, window }, i): Row[] => {
    const result = results[i];
    if (!("reason" in result)) return [{ hypothesis, result, background: backgroundNear(window) }];
    notes.push(`${hypothesis.channel.name} at ${hypothesis.mass.toFixed(3)} GeV left out: ${result.reason}`);
    return [];
  });
}

/** Limits on branching fractions, channel by channel and lifetime by lifetime, beside the published ones. */
async function assemble(
  rows: readonly Row[],
  signals: readonly ChannelSignal[],
  options: SearchOptions,
  interpreted: SearchResult["interpreted"],
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
  const [first, ...rest] = all;
  if (first === undefined) throw new UserError("no lifetime has enough simulated decays that pass; ask for more --events");
  const ratios = ratiosOf({ masses: compared.flatMap(({ masses }) => masses) });
  const summary =
    ratios === undefined
      ? []
      : [
          `expected / published over all ee and μμ channels at ${COMPARED[0]} to ${COMPARED[1]} cm (${ratios.count} points): ` +
            `median ${ratios.median.toFixed(2)}, within a factor 1.5 at ${(100 * ratios.within).toFixed(0)} %`,
        ];
  return { measured: [first, ...rest], interpreted, notes: [...notes, ...summary] };
}

/** Limits of one channel at one lifetime; nothing where no mass has an efficiency. */
async function measuredAt(
  channel: Channel,
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
        `${bToLongLivedScalar.name}:${name}-${ctau}cm`,
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
  const comparable = published !== undefined && asPublished(options, bToLongLivedScalar.defaults);
  return {
    name: `${name}-${ctau}cm`,
    process: `${process}, cτ = ${ctau} cm`,
    axis: kaon === "K" ? "B(B⁺ → K⁺S) B(S → xx)" : "B(B⁰ → K*⁰(K⁺π⁻)S) B(S → xx)",
    limit,
    published: published === undefined ? [] : [published],
    projections: [],
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
