import type { Fact } from "../fact.js";
import type { Candidates, Cut, Selected } from "./cut.js";
import { factOf } from "./quantity.js";

/** What cuts did to one sample: plain data, so that it travels between threads. */
export interface CutFlow {
  /** The sample: `signal, m = 1 GeV`, `e+ e- -> mu mu gamma`. */
  readonly sample: string;
  /** Events generated. */
  readonly generated: number;
  /** Expected events of the data set an event generated, where it is known. */
  readonly weight?: number;
  /** Events left, step by step: candidates made, then each cut. */
  readonly steps: readonly CutStep[];
}

/** One step of a cut flow. */
export interface CutStep {
  /** Name of the cut. */
  readonly name: string;
  /** Events left after it. */
  readonly events: number;
  /** The numbers it cuts on; absent where it is no cut, or cuts on none. */
  readonly numbers?: readonly Fact[];
}

/** One row of a cut flow as it is printed. */
export interface CutFlowRow extends CutStep {
  /** Share of the events before this step that it keeps; `NaN` where there were none. */
  readonly efficiency: number;
  /** Share of the generated events that are left. */
  readonly cumulative: number;
}

/**
 * The cut flow of a sample that cuts were applied to.
 *
 * ```ts
 * const cut = (name, keep) => ({ name, numbers: [], keep });
 * const cuts = [cut("2 tracks", "tracks == 2"), cut("missing mass", "mass > 1")];
 * const candidates = { event: Int32Array.of(0, 1, 2), tracks: Int32Array.of(2, 2, 4), mass: Float64Array.of(0.5, 3, 3) };
 * cutFlow("signal", 5, "seen", cuts, applyCuts(cuts, candidates)).steps.map(({ events }) => events); // [3, 2, 1]
 * ```
 * @param sample - Name of the sample.
 * @param generated - Events generated.
 * @param made - What an event has to have to become a candidate: the name of the first step.
 */
export function cutFlow<C extends Candidates>(
  sample: string,
  generated: number,
  made: string,
  cuts: readonly Cut<C>[],
  { events }: Selected,
): CutFlow {
  return {
    sample,
    generated,
    steps: [
      { name: made, events: events[0] },
      ...cuts.map(({ name, numbers }, i) => ({
        name,
        events: events[i + 1],
        ...(numbers.length > 0 && { numbers: numbers.map(factOf) }),
      })),
    ],
  };
}

/**
 * Parts of one sample as one; they went through the same cuts.
 *
 * ```ts
 * const part = (generated, events) => ({ sample: "signal", generated, steps: [{ name: "2 tracks", events }] });
 * const whole = mergeCutFlows([part(1000, 620), part(500, 301)]);
 * whole.generated; // 1500
 * whole.steps[0].events; // 921
 * ```
 */
export function mergeCutFlows(parts: readonly CutFlow[]): CutFlow {
  const [first, ...rest] = parts;
  return rest.reduce(
    (sum, part) => ({
      ...sum,
      generated: sum.generated + part.generated,
      steps: sum.steps.map((step, i) => ({ ...step, events: step.events + part.steps[i].events })),
    }),
    first,
  );
}

/** Efficiency of each step, and of all up to it. */
export function cutFlowRows({ generated, steps }: CutFlow): CutFlowRow[] {
  return steps.map(({ name, events }, i) => ({
    name,
    events,
    efficiency: events / (i === 0 ? generated : steps[i - 1].events),
    cumulative: events / generated,
  }));
}
