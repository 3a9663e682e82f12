import { type CurveLimit, excludedAt, type IntervalLimit, luminosityText } from "@belladonna/limits";
import { bundledLimit } from "../limit/bundled-limit.js";
import { caveatNotes } from "../limit/caveats.js";
import { testWindow } from "../limit/counted.js";
import { limitInfo } from "../limit/limit-info.js";
import type { Tested } from "../limit/tested.js";
import { massSteps } from "../mass-steps.js";
import type { Exclusion, Search, SearchOptions } from "../search.js";
import { someOf } from "../selection/some-of.js";
import { UserError } from "../user-error.js";
import type { Work } from "../work.js";
import { channels, pairFraction } from "./channels.js";
import { facts } from "./facts.js";
import { fileSignal } from "./file-signal.js";
import { LEVEL, LUMINOSITY, MASSES } from "./inputs.js";
import {
  backgroundOf,
  type ChannelSignal,
  luminosityNeeded,
  measuredAt,
  mixingRegion,
  type Pairs,
  together,
  type Together,
} from "./limits.js";
import { observedPairs } from "./observed-pairs.js";
import { SHOWN } from "./signal-efficiency.js";
import { prepareSignal, simulateSignal } from "./tasks.js";

/** Distance of the masses when no step is given, GeV. */
const STEP = 0.02;

/** Limits of others in the plane of mass and mixing. */
const OTHERS = [
  "LHCb_dark-photon_mumu_2019-b",
  "LHCb_dark-photon_mumu_2019-c",
  "BaBar_darkphoton_visible_2014",
  "LHCb_prompt_2019",
  "NA62_dark-photon_mumu_2023",
  "NuCal_Tsai2019_darkphoton",
];

/** Projections of others. */
const PROJECTIONS = ["LHCb_dark-photon_mumu_2016_projection", "LHCb_dark-photon_ee_2015_projection"];

/** Pairs whose background the publication expects to be none. */
const CLEAN = "μ⁺μ⁻, π⁺π⁻, K⁺K⁻";

/** Search for e+e- → γA′ with a long-lived dark photon that decays to a pair: what Belle II would reach. */
export const longLivedDarkPhoton: Search = {
  name: "long-lived-dark-photon",
  title: "e+e- -> gamma A', long-lived A' -> mu mu, e e, pi pi, K K (projection)",
  reference:
    "T. Ferber, C. Garcia-Cely, K. Schmidt-Hoberg, arXiv:2202.03452: a study of reach; there is no result of Belle II",
  keywords: {
    reactions: ["E+ E- --> GAMMA DARK-PHOTON < MU+ MU- >", "E+ E- --> GAMMA DARK-PHOTON < E+ E- >"],
    cmEnergies: [10.58],
  },
  defaults: {
    luminosity: LUMINOSITY.value,
    level: LEVEL.value,
    method: "cls",
    masses: { from: MASSES.value[0], to: MASSES.value[1] },
    events: 4000,
  },
  dataColumns: ["mass", "pair"],
  facts,
  async run(options, work) {
    const { luminosity } = options;
    const signals = await signalsOf(options, work);
    const { count, note } = observedPairs(signals, options);
    const test = tester(options);
    const measured = signals.flatMap((signal) =>
      SHOWN.flatMap((ctau) => {
        const { channel } = signal;
        return measuredAt(
          longLivedDarkPhoton.name,
          signal,
          ctau,
          (point) => test(backgroundOf(channel), count(channel, point)),
          options,
        );
      }),
    );
    const first = measured.at(0);
    if (first === undefined) throw new UserError("no mass has simulated decays that pass; ask for more --events");
    const observed = (pairs: Pairs): Tested =>
      test(
        pairs.reduce((sum, { channel }) => sum + backgroundOf(channel), 0),
        pairs.reduce((sum, { channel, point }) => sum + count(channel, point), 0),
      );
    const sets = [
      { name: "mixing", pairs: CLEAN, own: signals.filter(({ channel }) => channel.pdgId !== 11) },
      { name: "mixing-with-electrons", pairs: "e⁺e⁻ too if no background were left", own: signals },
    ].filter(({ own }, i, all) => own.length > (i === 0 ? 0 : all[0].own.length));
    const regions = sets.map(({ name, pairs, own }) => {
      const results: Tested[] = [];
      const points = together(own, (parts) => {
        const tested = observed(parts);
        results.push(tested);
        return tested.observed ?? tested.expected[2];
      });
      const info = limitInfo(`${longLivedDarkPhoton.name}:${name}`, options, results);
      const finalState = own.map(({ channel }) => channel.finalState).join(", ");
      const label = `this run, ${luminosityText(luminosity)}, ${pairs}`;
      const limit = mixingRegion({ ...info, portal: "dark-photon", finalState, label }, points, luminosity);
      return { limit, note: `${label}: ${reach(limit)}; ${leastLuminosity(points)}` };
    });
    const interpreted: Exclusion[] = [
      {
        name: "mixing",
        process: "e⁺e⁻ → γA′, A′ long-lived",
        axis: "$ε$",
        particle: "A′",
        limit: regions[0].limit,
        published: [...regions.slice(1).map(({ limit }) => limit), ...(await Promise.all(OTHERS.map(bundledLimit)))],
        projections: await Promise.all(PROJECTIONS.map(bundledLimit)),
      },
    ];
    const notes = [note, ...caveatNotes(test.all()), ...regions.map((one) => one.note)];
    const cutFlows = signals.flatMap(({ points }) => someOf(points, 2).map(({ cutFlow }) => cutFlow));
    return { measured: [first, ...measured.slice(1)], interpreted, cutFlows, notes };
  },
};

/** Signal of every pair at each mass that is wanted, or of the user's file. */
async function signalsOf({ masses, events, seed, signal }: SearchOptions, work: Work): Promise<ChannelSignal[]> {
  if (signal !== undefined) {
    const { channel, point } = await fileSignal(signal, seed);
    return [{ channel, points: [point] }];
  }
  const list = massSteps(masses, STEP);
  const ready = await work.each(`signal: preparation of ${list.length} masses`, prepareSignal, list);
  const calls = channels.flatMap((pair, channel) =>
    list.flatMap((mass, i) =>
      pairFraction(pair, mass) > 0 ? [{ channel, mass, events, seed, prepared: ready[i] }] : [],
    ),
  );
  const made = await work.each(
    `signal: ${calls.length} masses and pairs, flight, detector, selection`,
    simulateSignal,
    calls,
  );
  return channels.flatMap((channel, c) => {
    const points = made.filter((_, i) => calls[i].channel === c);
    return points.length === 0 ? [] : [{ channel, points }];
  });
}

/** Tests windows, each pair of background and count once. */
function tester(options: SearchOptions) {
  const known = new Map<string, Tested>();
  const test = (background: number, observed: number): Tested => {
    const key = `${background} ${observed}`;
    const tested = known.get(key) ?? testWindow({ background, uncertainty: 0, observed }, options);
    if ("reason" in tested) throw new UserError(`no limit: ${tested.reason}`);
    known.set(key, tested);
    return tested;
  };
  return Object.assign(test, { all: (): Tested[] => [...known.values()] });
}

/** What a region excludes, in words. */
function reach(limit: CurveLimit | IntervalLimit): string {
  const masses = [...new Set(limit.mass)];
  const excluded = masses.flatMap((mass) => excludedAt(limit, mass).map((range) => ({ mass, ...range })));
  if (excluded.length === 0) return "no mixing is excluded";
  const [from, to] = [excluded[0].mass, excluded[excluded.length - 1].mass];
  const low = Math.min(...excluded.map(({ lower }) => lower));
  const high = Math.max(...excluded.map(({ upper }) => upper));
  const count = new Set(excluded.map(({ mass }) => mass)).size;
  return `excluded at ${count} of ${masses.length} masses, from ${from} to ${to} GeV, ε from ${low.toExponential(1)} to ${high.toExponential(1)}`;
}

/** From which luminosity on a mixing is excluded, in words. */
function leastLuminosity(points: readonly Together[]): string {
  const needed = points.map((point) => ({ mass: point.mass, luminosity: luminosityNeeded(point) }));
  const least = needed.reduce((a, b) => (b.luminosity < a.luminosity ? b : a));
  return least.luminosity < Infinity
    ? `nothing below ${luminosityText(Number(least.luminosity.toPrecision(2)))}, where ${least.mass} GeV is the first`
    : "nothing at any luminosity";
}
