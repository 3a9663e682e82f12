import { decayEvents } from "@belladonna/events";
import { genericBDecays } from "../events/generic-b.js";
import { beams, bPairs, preparePairs } from "../events/b-pairs.js";
import { preparedOnce } from "../events/generation.js";
import { productsOf, readSignal } from "../events/les-houches-signal.js";
import { limitInfo } from "../limit/limit-info.js";
import type { NamedFile, Search, SearchOptions } from "../search.js";
import type { CutFlow } from "../selection/cut-flow.js";
import { someOf } from "../selection/some-of.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { channels } from "./channels.js";
import { testDistinct } from "./distinct-windows.js";
import { facts } from "./facts.js";
import {
  backgroundNear,
  type ChannelSignal,
  hypothesisAt,
  channelMasses,
  testedMasses,
  windowOf,
} from "./hypothesis.js";
import { limitsAndMaps, NAME, PUBLISHED, type Row } from "./limits-and-maps.js";
import { mixingLimit } from "./mixing.js";
import { type Data, pseudoData, userData } from "./observed-events.js";
import { massRange, method } from "./publication.js";
import { measureSignal, type SignalPoint } from "./signal-efficiency.js";
import { simulateSignal, type TestPoint } from "./tasks.js";
import { fitPeak } from "./windows.js";

/** Masses of which the cut flow is shown in the first channel. */
const SHOWN = 3;

/** Search for B → K(*) S with a long-lived scalar S → ee, μμ, ππ, KK. */
export const bToLongLivedScalar: Search = {
  name: NAME,
  title: "B -> K(*) S, long-lived S -> e+ e-, mu+ mu-, pi+ pi-, K+ K-",
  reference: "Belle II, Phys. Rev. D 108, L111104 (2023), arXiv:2306.02830",
  keywords: { reactions: ["B+ --> K+ SCALAR", "B0 --> K*(892)0 SCALAR"], cmEnergies: [10.58] },
  defaults: {
    ...PUBLISHED,
    method: method.value,
    masses: { from: massRange.value[0], to: massRange.value[1] },
    events: 2500,
  },
  conventions: "limits are asymptotic, also where few events are (recalled)",
  dataColumns: ["channel", "reducedMass"],
  facts,
  async run(options, work) {
    const notes: string[] = [];
    const given = options.data === undefined ? undefined : userData(options.data);
    const signals =
      options.signal === undefined
        ? await simulatedSignals(options, work, notes)
        : [await signalOfFile(options.signal, options.seed)];
    const scale = options.luminosity / PUBLISHED.luminosity;
    const { data, note } = given ?? pseudoData(signals, scale, options);
    notes.unshift(note);
    const masses = options.signal === undefined ? testedMasses(options.masses) : [signals[0].points[0].mass];
    const rows = await testedRows(signals, masses, data, scale, options, work, notes);
    if (rows.length === 0) throw new UserError(`no hypothesis could be tested: ${notes.join("; ")}`);
    const info = limitInfo(
      NAME,
      options,
      rows.flatMap(({ result }) => ("reason" in result ? [] : [result])),
    );
    const mixing = await mixingLimit(signals, masses, data, scale, options, info, work, notes);
    return limitsAndMaps(rows, signals, options, mixing === undefined ? [] : [mixing], shownFlows(signals), notes);
  },
};

/** Cut flows of the first channel at some masses, and of the others at one. */
function shownFlows(signals: readonly ChannelSignal[]): CutFlow[] {
  return signals.flatMap(({ points }, c) => {
    const shown = c === 0 ? someOf(points, SHOWN) : [points[points.length >> 1]];
    return shown.map(({ cutFlow }) => cutFlow);
  });
}

/** Simulates every channel at masses in the range asked for, and finds its peak. */
async function simulatedSignals(
  { masses, seed, events }: SearchOptions,
  work: Work,
  notes: string[],
): Promise<ChannelSignal[]> {
  const ready = await preparedOnce("B pairs: preparation", preparePairs, bPairs, work);
  const points = channels.flatMap((one, channel) =>
    channelMasses(one, masses).map((mass) => ({ channel, mass, events, seed, prepared: ready[one.charge] })),
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
  const pair = productsOf(events, 0, mediator).map((k) => Math.abs(particles.pdgId[k]));
  const kaonAndPion = rows.some((k) => Math.abs(particles.pdgId[k]) === 313);
  const channel = channels.find(
    ({ pdgId, kaon }) => pair.length === 2 && pair.every((id) => id === pdgId) && (kaon === "K*") === kaonAndPion,
  );
  if (channel === undefined) {
    throw new UserError(`${file.name}: event 1 has no particle that decays to e+ e-, mu+ mu-, pi+ pi- or K+ K-`);
  }
  // A B that is left as it is decays to anything.
  const whole = decayEvents(events, { decays: genericBDecays(), seed });
  const point = measureSignal(whole, particles.pdgId[offsets[0] + mediator], channel, mass, seed);
  if ("reason" in point) throw new UserError(`${file.name}: ${point.reason}`);
  const shape = fitPeak([point]);
  if ("reason" in shape) throw new UserError(`${file.name}: no peak could be fitted, ${shape.reason}`);
  return { channel, points: [point], shape };
}

/** Tests every channel at every mass. */
async function testedRows(
  signals: readonly ChannelSignal[],
  masses: readonly number[],
  data: Data | undefined,
  scale: number,
  { method, level, toys, seed, asPublished: asymptotic = false }: SearchOptions,
  work: Work,
  notes: string[],
): Promise<Row[]> {
  const tested = signals.flatMap((signal) =>
    masses.flatMap((mass) => {
      const hypothesis = hypothesisAt(signal, mass);
      if (hypothesis === undefined) return [];
      return [{ hypothesis, window: windowOf(hypothesis, signal.shape, scale, data?.get(signal.channel)) }];
    }),
  );
  const points = tested.map(({ window }): TestPoint => ({ windows: [window], method, level, toys, seed, asymptotic }));
  const results = await testDistinct("mass hypotheses", points, work);
  return tested.flatMap(({ hypothesis, window }, i): Row[] => {
    const result = results[i];
    if (!("reason" in result)) return [{ hypothesis, result, background: backgroundNear(window) }];
    notes.push(`${hypothesis.channel.name} at ${hypothesis.mass.toFixed(3)} GeV left out: ${result.reason}`);
    return [];
  });
}
