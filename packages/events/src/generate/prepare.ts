import { requireOptions } from "@belladonna/numerics";
import type { Process } from "../processes/process.js";
import { adaptChannels, flatSampling, gridOf } from "./adapt-channels.js";
import { collisionOptions, collisionsOf } from "./collisions.js";
import type { CollisionOptions, Collisions } from "./collisions.js";
import type { Cuts } from "../phase-space/cuts.js";
import { requireSame, subjectOf } from "./preparation-subject.js";
import type { PreparationSubject } from "./preparation-subject.js";
import { closedPhaseSpace } from "./threshold.js";
import { weightEnvelope } from "./weight-envelope.js";
import type { Envelope } from "./weight-envelope.js";
import { trialSource } from "./weighted-trials.js";
import type { ImportanceSampling, TrialSource } from "./weighted-trials.js";

/** What {@link prepare} takes beside the process. */
export interface PrepareOptions extends CollisionOptions {
  /** Generator cuts, in the centre-of-mass frame; none by default. */
  readonly cuts?: Cuts;
  /**
   * Share of the cross section that trials above the envelope may have, at least 0 and below 1; $10^{-4}$ when absent.
   * What is above is kept as weight. A larger share makes events faster where rare trials have large weights.
   */
  readonly overweight?: number;
}

/** Names of the options of {@link prepare}. */
export const prepareOptions: readonly string[] = ["cuts", "overweight", ...collisionOptions];

/** What generation of a process needs to know that takes long to find: plain data, for other threads and for files. */
export interface Preparation {
  /** What it was made for. */
  readonly subject: PreparationSubject;
  /** Share of each channel in the multichannel density, sums to 1. */
  readonly alpha: Float64Array;
  /** Probability with which each channel is thrown to integrate, sums to 1. */
  readonly integrate: Float64Array;
  /** Probability with which each channel is thrown to make unweighted events, sums to 1. */
  readonly unweight: Float64Array;
  /** Edges of the adapted grid of each channel, as many as bins and one, a dimension. */
  readonly edges: readonly Float64Array[];
  /** The envelope of the weights, fb; 0 where nothing can be made. */
  readonly envelope: number;
}

/**
 * Adapt the phase-space maps of a process and find the envelope of its weights, once for all that use it: hand the result
 * to {@link generate}, {@link eventGenerator} or {@link crossSection} as `prepared`, here or on other threads. Their events
 * and cross sections are the same bits as without it, for preparation has random streams of its own, which are fixed.
 * @param process - The process.
 * @param options - Collisions, cuts, share above the envelope.
 * @returns The preparation: what `structuredClone` keeps.
 * @throws RangeError for bad options.
 * @example
 * ```ts
 * const pairs = treeProcess({ model: qed(), outgoing: [13, -13] });
 * const prepared = prepare(pairs, { sqrtS: 10.58 });
 * generate(pairs, { sqrtS: 10.58, seed: 1, events: 100, prepared }).length; // 100
 * ```
 */
export function prepare(process: Process, options: PrepareOptions): Preparation {
  requireOptions("prepare", options, prepareOptions);
  requireShare("prepare", options.overweight);
  const collisions = collisionsOf("prepare", options);
  const { cuts = {} } = options;
  return found(process, options, collisions, trialSource(process, cuts, collisions));
}

/**
 * The sampling for unweighted events: of what was prepared, if it was, else found now.
 * @param caller - Name for messages.
 * @throws RangeError when what was prepared is of something else.
 */
export function unweightingSampling(
  caller: string,
  process: Process,
  options: PrepareOptions & { readonly prepared?: Preparation | undefined },
  collisions: Collisions,
  source: TrialSource,
): Envelope {
  const { prepared } = options;
  if (prepared !== undefined) requireSame(caller, prepared.subject, subjectOf(process, options, source));
  const { alpha, unweight: beta, edges, envelope: most } = prepared ?? found(process, options, collisions, source);
  return { sampling: { alpha, beta, grids: edges.map((each) => gridOf(source, each)) }, most };
}

/**
 * The sampling of a preparation for integration.
 * @param caller - Name for messages.
 * @throws RangeError when it is of something else; the share above the envelope does not matter here.
 */
export function integrationSampling(
  caller: string,
  process: Process,
  options: PrepareOptions,
  { subject, alpha, integrate: beta, edges }: Preparation,
  source: TrialSource,
): ImportanceSampling {
  requireSame(caller, subject, { ...subjectOf(process, options, source), overweight: subject.overweight });
  return { alpha, beta, grids: edges.map((each) => gridOf(source, each)) };
}

/**
 * Check the share above the envelope.
 * @throws RangeError when it is not in [0, 1).
 */
export function requireShare(caller: string, share: number | undefined): void {
  if (share !== undefined && !(share >= 0 && share < 1)) {
    throw new RangeError(`${caller}: overweight must be in [0, 1), got ${share}`);
  }
}

/** Adapts and finds the envelope. */
function found(process: Process, options: PrepareOptions, collisions: Collisions, source: TrialSource): Preparation {
  const isClosed = closedPhaseSpace(process, collisions) !== undefined;
  const adapted = isClosed ? flatSampling(source) : adaptChannels(source);
  const { sampling, most }: Envelope = isClosed
    ? { sampling: adapted, most: 0 }
    : weightEnvelope(source, adapted, options.overweight);
  return {
    subject: subjectOf(process, options, source),
    alpha: adapted.alpha,
    integrate: adapted.beta,
    unweight: sampling.beta,
    edges: adapted.grids.map((grid) => grid.edges),
    envelope: most,
  };
}
