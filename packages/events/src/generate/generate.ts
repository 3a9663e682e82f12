import type { EventTable } from "@belladonna/kinematics";
import type { Process } from "../processes/process.js";
import { eventGenerator } from "./generator.js";
import type { GeneratorOptions } from "./generator.js";
import { EventColumns } from "../event-columns.js";

/** What {@link generate} takes beside the process. */
export interface GenerateOptions extends GeneratorOptions {
  /** Number of events wanted. */
  readonly events: number;
}

/** Events with the account of their generation. */
export interface GeneratedEvents extends EventTable {
  /** Cross section within the cuts, before decays, with its standard error, fb. */
  readonly crossSection: {
    /** Cross section, fb. */
    readonly value: number;
    /** Standard error, fb. */
    readonly error: number;
  };
  /** Branching fraction of the decays that were forced; 1 without decays. */
  readonly branchingFraction: number;
  /** Accepted over thrown trials. */
  readonly efficiency: number;
  /** Share of events whose weight is above 1, because their trial exceeded the envelope. */
  readonly overweight: number;
  /**
   * Share of decays whose weight was above the bound of their dynamics
   * (`DecayDynamics.bound`): well below $10^{-3}$, or the bound is too low and too few decays are where the dynamics is
   * largest. 0 without decays.
   */
  readonly overweightDecays: number;
  /** Whether all wanted events were made. */
  readonly valid: boolean;
  /** Why they were not. */
  readonly reason?: string;
}

/**
 * Unweighted events of a process: lab frame for `beams`, centre-of-mass frame for `sqrtS`.
 *
 * Each event lists $e^-$, $e^+$ (status $-1$), the final particles (1; 2 when decayed) and decay products. Weights
 * are 1, save for the few trials above the envelope that adaptation found, which keep the excess as their weight.
 * Block $b$ of trials uses the random stream $b$ of the seed, so events do not depend on how blocks are shared out
 * ({@link eventGenerator}).
 *
 * ```ts
 * generate(gammaX(alp({ mass: 1, gPhoton: 1e-3 })), { sqrtS: 10.58, events: 20, seed: 1 }).length; // 20
 * ```
 * @param process - The process.
 * @param options - Collisions, cuts, number of events, seed, decay.
 * @returns The events with cross section and efficiency; fewer events and `valid: false` where nothing passes.
 * @throws RangeError for bad options, or a preparation of something else.
 */
export function generate(process: Process, options: GenerateOptions): GeneratedEvents {
  const { events, ...rest } = options;
  if (!(Number.isSafeInteger(events) && events >= 0)) {
    throw new RangeError(`generate: events must be an integer >= 0, got ${events}`);
  }
  const generator = eventGenerator(process, rest);
  const columns = new EventColumns(Math.ceil(events * (process.outgoing.length + 4)) + 16, events + 2048);
  const total = { trials: 0, accepted: 0, sum: 0, sumSquares: 0, overweight: 0, decays: 0, overweightDecays: 0 };
  let block = 0;
  while (generator.valid && columns.events < events) {
    const account = generator.fill(block++, columns);
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += account[key];
    if (total.trials > 1e6 && total.accepted < 1e-6 * total.trials) break;
  }
  const mean = total.trials > 0 ? total.sum / total.trials : 0;
  const error = total.trials > 1 ? Math.sqrt((total.sumSquares / total.trials - mean * mean) / (total.trials - 1)) : 0;
  const complete = columns.events >= events;
  return {
    ...columns.table(Math.min(events, columns.events)),
    crossSection: { value: mean, error },
    branchingFraction: generator.branchingFraction,
    efficiency: total.trials > 0 ? total.accepted / total.trials : 0,
    overweight: total.accepted > 0 ? total.overweight / total.accepted : 0,
    overweightDecays: total.decays > 0 ? total.overweightDecays / total.decays : 0,
    valid: complete,
    ...(complete ? {} : { reason: generator.reason ?? `only ${columns.events} events in ${total.trials} trials` }),
  };
}
