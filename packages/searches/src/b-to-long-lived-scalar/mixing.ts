import { couplingLimit, type GridLimit, limit, type Limit, type LimitInfo } from "@belladonna/limits";
import { bundledLimit } from "../limit/bundled-limit.js";
import { bToKaon, darkScalar } from "@belladonna/models";
import { expectedInfo } from "../limit/limit-info.js";
import type { Exclusion, SearchOptions } from "../search.js";
import type { Tested } from "../limit/tested.js";
import type { Work } from "../work.js";
import type { Data } from "./observed-events.js";
import { type ChannelSignal, hypothesisAt, type Hypothesis, windowOf } from "./hypothesis.js";
import { mesonsPerInverseFemtobarn } from "./publication.js";
import { lifetimes } from "./signal-efficiency.js";
import { testDistinct } from "./distinct-windows.js";
import type { TestPoint } from "./tasks.js";

/** Most masses at which the channels are combined: each is tested at every lifetime. */
const MOST_MASSES = 16;

/** Share of the signal below which a channel is left out of the combination. */
const LEAST_SHARE = 0.05;

/** Mixings that are searched. */
const RANGE = [1e-6, 0.1] as const;

/** Limits of others on the mixing. */
const OTHERS = ["LHCb_dark_scalar_BK_2017", "LHCb_dark_scalar_B0Kst_2015", "CHARM_dark_scalar"];

/** A channel at a mass with the events it has for a branching fraction of $B^+\to K^+S$ of 1. */
interface Part {
  readonly signal: ChannelSignal;
  readonly hypothesis: Hypothesis;
  readonly events: number;
}

/** The channels that matter at a mass and the $l$-th lifetime for a scalar that mixes with the Higgs boson. */
function partsAt(signals: readonly ChannelSignal[], mass: number, l: number, luminosity: number): Part[] {
  const scalar = darkScalar({ mass, sinTheta: 1e-4 });
  const base = bToKaon({ mass, sinTheta: 1, kaon: "K" }).value;
  const parts = signals.flatMap((signal): Part[] => {
    const { channel } = signal;
    const hypothesis = hypothesisAt(signal, mass);
    if (hypothesis === undefined || !(base > 0)) return [];
    const [name, share] = channel.decay;
    const toKPi = channel.kaon === "K" ? 1 : 2 / 3;
    const { kaon, charge } = channel;
    const ratio = (toKPi * bToKaon({ mass, sinTheta: 1, kaon, charge }).value) / base;
    const rate = ratio * share * scalar.branchingFraction(name);
    const events = mesonsPerInverseFemtobarn[charge] * luminosity * rate * hypothesis.efficiency[l];
    return events > 0 ? [{ signal, hypothesis, events }] : [];
  });
  const all = parts.reduce((sum, { events }) => sum + events, 0);
  return parts.filter(({ events }) => events > LEAST_SHARE * all);
}

/**
 * The mixing with the Higgs boson: all channels in one likelihood at each mass and lifetime, in the proportions that the
 * mixing gives them, as a limit on the branching fraction of $B^+\to K^+S$; then that limit at the lifetime which
 * belongs to a mixing.
 *
 * @param notes - Receives what the user should read.
 * @returns The exclusion, or nothing where no channel could be tested.
 */
export async function mixingLimit(
  signals: readonly ChannelSignal[],
  masses: readonly number[],
  data: Data | undefined,
  scale: number,
  options: SearchOptions,
  info: Omit<LimitInfo, "observable" | "unit">,
  work: Work,
  notes: string[],
): Promise<Exclusion | undefined> {
  const stride = Math.max(1, Math.ceil(masses.length / MOST_MASSES));
  const chosen = masses.filter((_, i) => i % stride === 0);
  const cells = chosen.flatMap((mass) => lifetimes.map((_, l) => partsAt(signals, mass, l, options.luminosity)));
  const totals = cells.map((parts) => parts.reduce((sum, { events }) => sum + events, 0));
  const points = cells.map((parts, k): TestPoint => {
    // About tenths: windows that differ by less are tested as one.
    const parcels = parts.map(({ events }) => Math.max(1, Math.round((10 * events) / totals[k])));
    const all = parcels.reduce((sum, n) => sum + n, 0);
    return {
      windows: parts.map(({ signal, hypothesis }, i) =>
        windowOf(hypothesis, signal.shape, scale, data?.get(hypothesis.channel), parcels[i] / all),
      ),
      method: options.method,
      level: options.level,
      toys: options.toys,
      seed: options.seed,
      asymptotic: options.asPublished === true,
    };
  });
  const wanted = points.flatMap(({ windows }, k) => (windows.length > 0 ? [k] : []));
  if (wanted.length === 0) return undefined;
  const results = await testDistinct(
    "combination of the channels",
    wanted.map((k) => points[k]),
    work,
  );
  const found = new Map(wanted.map((k, i) => [k, results[i]]));
  const failed = results.flatMap((result) => ("reason" in result ? [result.reason] : []));
  if (failed.length > 0)
    notes.push(`${failed.length} of ${results.length} combinations failed, the first: ${failed[0]}`);
  const grid = (about: typeof info, of: (result: Tested) => number): GridLimit =>
    limit({
      ...about,
      observable: "BF(B+ -> K+ S)",
      unit: "1",
      shape: "grid",
      mass: chosen,
      ctau: lifetimes,
      value: lifetimes.map((_, l) =>
        chosen.map((_, m) => {
          const k = m * lifetimes.length + l;
          const result = found.get(k);
          return result === undefined || "reason" in result ? Number.NaN : of(result) / totals[k];
        }),
      ),
    });
  const inMixing = (data: GridLimit): Limit =>
    couplingLimit(data, {
      model: (mass, sinTheta) => darkScalar({ mass, sinTheta }),
      production: (_, mass, sinTheta) => bToKaon({ mass, sinTheta, kaon: "K" }).value,
      coupling: "sinTheta",
      range: RANGE,
    });
  return {
    name: "mixing",
    process: "B → K⁽*⁾S, mixing with the Higgs",
    axis: "sin $θ$",
    particle: "S",
    limit: inMixing(
      grid(
        { ...info, id: `${info.id}:combined-observed`, kind: "observed" },
        ({ observed, expected }) => observed ?? expected[2],
      ),
    ),
    published: [
      inMixing(grid(expectedInfo(info, `${info.id}:combined-expected`), ({ expected }) => expected[2])),
      ...(await Promise.all(OTHERS.map((id) => bundledLimit(id)))),
    ],
    projections: [],
  };
}
