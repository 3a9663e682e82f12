import { bPairs, preparePairs } from "../events/b-pairs.js";
import { preparedOnce } from "../events/generation.js";
import { chunks } from "../events/sample.js";
import type { SearchOptions } from "../search.js";
import { type CutFlow, mergeCutFlows } from "../selection/cut-flow.js";
import { someOf } from "../selection/some-of.js";
import type { Work } from "../work.js";
import { candidateRatio } from "./candidate-ratio.js";
import { channels } from "./channels.js";
import { simulatePairs, simulateSignal } from "./tasks.js";
import type { CandidateRatio, SignalPoint } from "./templates.js";

/** Mass up to which a $K^*$ is looked for beside $X$, GeV. */
const HEAVIEST_WITH_K_STAR = 4.25;

/** Masses of which the cut flow is shown, for each channel. */
const SHOWN = 3;

/** Pairs of one task. */
const CHUNK = 10_000;

/** Signal events a mass, of the background events asked for. */
const SIGNAL = { share: 0.05, least: 500, most: 5000 } as const;

/** What is simulated. */
export interface Simulated {
  /** Masses of each channel. */
  readonly points: readonly (readonly SignalPoint[])[];
  /** Candidates with a $K^*$ over those with a $K^+$. */
  readonly ratio: CandidateRatio;
  /** What the selection did. */
  readonly cutFlows: readonly CutFlow[];
}

/** Simulates signal of both channels, and pairs that decay to anything. */
export async function simulated(
  masses: readonly number[],
  { events, seed }: Pick<SearchOptions, "events" | "seed">,
  work: Work,
): Promise<Simulated> {
  const ready = await preparedOnce("B pairs: preparation", preparePairs, bPairs, work);
  const each = Math.round(Math.max(SIGNAL.least, Math.min(SIGNAL.most, SIGNAL.share * events)));
  const calls = channels.flatMap(({ charge, kaon }, channel) =>
    masses
      .filter((mass) => kaon === "K" || mass <= HEAVIEST_WITH_K_STAR)
      .map((mass) => ({ channel, mass, events: each, seed, prepared: ready[charge] })),
  );
  const made = await work.each(`signal: ${calls.length} masses, detector, selection`, simulateSignal, calls);
  const parts = chunks(Math.ceil(events / 2), CHUNK).flatMap(({ count }, part) =>
    (["+", "0"] as const).map((charge) => ({ charge, part, events: count, seed, prepared: ready[charge] })),
  );
  const pairs = await work.each(`background: ${events} B pairs`, simulatePairs, parts);
  const references = made.slice(0, masses.length);
  const points = channels.map((_, c) =>
    made.flatMap((own, i): SignalPoint[] => {
      const { channel, mass } = calls[i];
      return channel === c ? [{ mass, own, reference: references[masses.indexOf(mass)] }] : [];
    }),
  );
  const cutFlows = [
    ...points.flatMap((list) => someOf(list, SHOWN).map(({ own }) => own.cutFlow)),
    ...channels.map((_, c) => mergeCutFlows(pairs.map((both) => both[c].cutFlow))),
  ];
  return { points, ratio: candidateRatio(pairs), cutFlows };
}
